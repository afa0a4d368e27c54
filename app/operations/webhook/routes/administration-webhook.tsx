import { frame } from '#shared/kernel/frame.fr.ts';
import { webhook as words } from '#shared/operations/webhook/webhook.fr.ts';
import { TEST_TYPE } from '#shared/operations/webhook/webhook.ts';
import { webhookPaths } from '#shared/operations/webhook/webhook-paths.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { OneWebhook } from '../one-webhook.tsx';
import { WebhookLog } from '../webhook-log.tsx';
import { changeOneWebhook, loadWebhook } from '../webhooks.server.ts';
import type { Route } from './+types/administration-webhook';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ webhook }) => [
    { href: paths.administration(), label: frame.administration },
    { href: webhookPaths.list(null), label: words.title },
    { href: webhookPaths.one(null, webhook.id), label: webhook.name },
  ],
});

function placeOf({ request, context }: Route.LoaderArgs | Route.ActionArgs) {
  const { id: userId } = requirePlatform(context, 'platform.administer');
  return { group: null, userId, services: context.get(servicesContext), context, request };
}

export async function loader(args: Route.LoaderArgs) {
  return loadWebhook(args.params.liaison, placeOf(args));
}

/** [WH1] The gestures of a webhook of the whole space. */
export async function action(args: Route.ActionArgs) {
  return changeOneWebhook(args.params.liaison, placeOf(args));
}

export default function AdministrationWebhook({ loaderData, actionData }: Route.ComponentProps) {
  const { webhook, deliveries, place, isOn, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(webhook.name, words.title)}</title>
      <div className="head">
        <div>
          <h1>{words.fullTitle}</h1>
        </div>
      </div>
      <OneWebhook webhook={webhook} isOfGroup={false} isOn={isOn} now={now} answer={actionData} />
      <WebhookLog
        deliveries={deliveries}
        page={place.page}
        pages={place.pages}
        to={(page) => webhookPaths.one(null, webhook.id, { page })}
        isTest={(type) => type === TEST_TYPE}
        now={now}
      />
    </main>
  );
}
