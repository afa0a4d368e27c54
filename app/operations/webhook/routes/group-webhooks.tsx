import { frame } from '#shared/kernel/frame.fr.ts';
import { webhook as words } from '#shared/operations/webhook/webhook.fr.ts';
import { webhookPaths } from '#shared/operations/webhook/webhook-paths.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import { settingsPlace } from '../../../people/group/settings-place.server.ts';
import { WebhookList } from '../webhook-list.tsx';
import { loadWebhooks, makeWebhook } from '../webhooks.server.ts';
import type { Route } from './+types/group-webhooks';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group: { id, name } }) => [
    { href: paths.group({ id, title: name }), label: name },
    { href: paths.groupSettings({ id, title: name }), label: groupWords.settings },
    { href: webhookPaths.list({ id, title: name }), label: words.title },
  ],
});

export async function loader(args: Route.LoaderArgs) {
  const { group, place } = await settingsPlace(args);
  return { group, ...(await loadWebhooks(place)) };
}

/** [WH2] Makes a webhook of the group. */
export async function action(args: Route.ActionArgs) {
  const { place } = await settingsPlace(args);
  return makeWebhook(place);
}

export default function GroupWebhooks({ loaderData, actionData }: Route.ComponentProps) {
  const { group, ...shown } = loaderData;
  const titled = { id: group.id, title: group.name };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, group.name)}</title>
      <GroupHeader group={group} />
      <h2 className="mb-2">{words.fullTitle}</h2>
      <p className="muted max-w-[46rem] mb-6">{words.lead.group}</p>
      <WebhookList {...shown} pathOf={(id) => webhookPaths.one(titled, id)} isOfGroup answer={actionData} />
    </main>
  );
}
