import { frame } from '#shared/kernel/frame.fr.ts';
import { openArchive as words } from '#shared/operations/archive/open-archive.fr.ts';
import { openArchivePaths } from '#shared/operations/archive/open-archive-paths.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { ArchivePlate } from '../archive-panel.tsx';
import { changeArchives, loadArchives } from '../archives.server.ts';
import type { Route } from './+types/administration-archive';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: openArchivePaths.list(null), label: words.title },
  ],
});

function placeOf({ request, context }: Route.LoaderArgs | Route.ActionArgs) {
  const { id: userId } = requirePlatform(context, 'platform.administer');
  return { group: null, userId, services: context.get(servicesContext), context, request };
}

export const loader = (args: Route.LoaderArgs) => loadArchives(placeOf(args));

export const action = (args: Route.ActionArgs) => changeArchives(placeOf(args));

export default function AdministrationArchive({
  loaderData: { archives },
  actionData,
}: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <PageHead title={words.title} lead={words.place} />
      <ArchivePlate lead={words.lead.space} archives={archives} refused={actionData?.refused} />
    </main>
  );
}
