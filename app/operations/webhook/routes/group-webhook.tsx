import { frame } from '#shared/kernel/frame.fr.ts';
import { webhook as words } from '#shared/operations/webhook/webhook.fr.ts';
import { TEST_TYPE } from '#shared/operations/webhook/webhook.ts';
import { webhookPaths } from '#shared/operations/webhook/webhook-paths.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import { settingsPlace } from '../../../people/group/settings-place.server.ts';
import { OneWebhook } from '../one-webhook.tsx';
import { WebhookLog } from '../webhook-log.tsx';
import { changeOneWebhook, loadWebhook } from '../webhooks.server.ts';
import type { Route } from './+types/group-webhook';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group: { id, name }, webhook }) => [
    { href: paths.group({ id, title: name }), label: name },
    { href: paths.groupSettings({ id, title: name }), label: groupWords.settings },
    { href: webhookPaths.list({ id, title: name }), label: words.title },
    { href: webhookPaths.one({ id, title: name }, webhook.id), label: webhook.name },
  ],
});

export async function loader(args: Route.LoaderArgs) {
  const { group, place } = await settingsPlace(args);
  return { group, ...(await loadWebhook(args.params.liaison, place)) };
}

/** [WH1] The gestures of a webhook of the group. */
export async function action(args: Route.ActionArgs) {
  const { place } = await settingsPlace(args);
  return changeOneWebhook(args.params.liaison, place);
}

export default function GroupWebhook({ loaderData, actionData }: Route.ComponentProps) {
  const { group, webhook, deliveries, place, isOn, now } = loaderData;
  const titled = { id: group.id, title: group.name };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(webhook.name, words.title)}</title>
      <GroupHeader group={group} />
      <OneWebhook webhook={webhook} isOfGroup isOn={isOn} now={now} answer={actionData} />
      <WebhookLog
        deliveries={deliveries}
        page={place.page}
        pages={place.pages}
        to={(page) => webhookPaths.one(titled, webhook.id, { page })}
        isTest={(type) => type === TEST_TYPE}
        now={now}
      />
    </main>
  );
}
