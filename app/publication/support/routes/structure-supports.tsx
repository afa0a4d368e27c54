import { findFacilitator } from '#db/programme/facilitator/territorial-facilitators.ts';
import { listSupportsByStructure } from '#db/publication/support/supports.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { facilitator as network } from '#shared/programme/facilitator/facilitator.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { support } from '#shared/publication/support/support.fr.ts';
import { supportPaths } from '#shared/publication/support/support-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { DoneForCities } from '../support-list.tsx';
import type { Route } from './+types/structure-supports';

const words = support.ofStructure;

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ structure }) => [
    { href: programmePaths.facilitators(), label: network.title },
    { href: programmePaths.facilitator(structure), label: structure.title },
    { href: supportPaths.supportsOf(structure), label: words.title },
  ],
});

/** [AT7] What a structure did, for the coordination: its own people have it on their desk. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { id: userId } = requirePlatform(context, 'programme.coordinate');
  const { db, now } = context.get(servicesContext);
  const id = idOfSegment(params.structure);
  const found = id ? await findFacilitator(db, { id, reader: { userId, now: now() } }) : null;
  if (!found) throw notFound();
  return {
    structure: { id: found.id, title: found.name },
    supports: await listSupportsByStructure(db, found.id),
  };
}

export default function StructureSupports({ loaderData: { structure, supports } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, structure.title)}</title>
      <div className="head">
        <div className="min-w-0">
          <p className="over">{structure.title}</p>
          <h1>{words.title}</h1>
        </div>
      </div>
      <div className="measure">
        <DoneForCities supports={supports} />
      </div>
    </main>
  );
}
