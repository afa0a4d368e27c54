import { frame } from '#shared/kernel/frame.fr.ts';
import { webhook as words } from '#shared/operations/webhook/webhook.fr.ts';
import { webhookPaths } from '#shared/operations/webhook/webhook-paths.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { WebhookList } from '../webhook-list.tsx';
import { loadWebhooks, makeWebhook } from '../webhooks.server.ts';
import type { Route } from './+types/administration-webhooks';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: webhookPaths.list(null), label: words.title },
  ],
});

function placeOf({ request, context }: Route.LoaderArgs | Route.ActionArgs) {
  const { id: userId } = requirePlatform(context, 'platform.administer');
  return { group: null, userId, services: context.get(servicesContext), context, request };
}

export async function loader(args: Route.LoaderArgs) {
  return loadWebhooks(placeOf(args));
}

/** [WH2] Makes a webhook of the whole space. */
export async function action(args: Route.ActionArgs) {
  return makeWebhook(placeOf(args));
}

export default function AdministrationWebhooks({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <PageHead title={words.fullTitle} lead={words.lead.space} />
      <WebhookList
        {...loaderData}
        pathOf={(id) => webhookPaths.one(null, id)}
        isOfGroup={false}
        answer={actionData}
      />
    </main>
  );
}
