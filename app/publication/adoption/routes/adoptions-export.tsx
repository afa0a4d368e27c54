import { listAdoptions } from '#db/publication/adoption/adoption-lists.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { filterAdoptions, readAdoptionFilter } from '#shared/publication/adoption/adoption-list.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import { adoptionsCsv } from '../adoptions-csv.ts';
import type { Route } from './+types/adoptions-export';

/** [RP5] The list of adoptions as it is filtered, as a file. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member) throw notFound();
  const { db, now, origin } = context.get(servicesContext);
  const all = await listAdoptions(db, { userId: member.id, now: now() });
  const kept = filterAdoptions(all, readAdoptionFilter(new URL(request.url).searchParams));
  return madeFile(adoptionsCsv(kept, origin), `attachment; filename="${words.csvName}"`);
}
