import { frame } from '#shared/kernel/frame.fr.ts';
import { openArchive as words } from '#shared/operations/archive/open-archive.fr.ts';
import { openArchivePaths } from '#shared/operations/archive/open-archive-paths.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import { settingsPlace } from '../../../people/group/settings-place.server.ts';
import { ArchivePlate } from '../archive-panel.tsx';
import { changeArchives, loadArchives } from '../archives.server.ts';
import type { Route } from './+types/group-archive';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group: { id, name } }) => [
    { href: paths.group({ id, title: name }), label: name },
    { href: paths.groupSettings({ id, title: name }), label: groupWords.settings },
    { href: openArchivePaths.list({ id, title: name }), label: words.title },
  ],
});

export async function loader(args: Route.LoaderArgs) {
  const { group, place } = await settingsPlace(args);
  return { group, ...(await loadArchives(place)) };
}

export async function action(args: Route.ActionArgs) {
  const { place } = await settingsPlace(args);
  return changeArchives(place);
}

export default function GroupArchive({ loaderData, actionData }: Route.ComponentProps) {
  const { group, archives } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, group.name)}</title>
      <GroupHeader group={group} />
      <ArchivePlate lead={words.lead.group} archives={archives} refused={actionData?.refused} />
    </main>
  );
}
