import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { memberContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import { contributionsCsv } from '../contributions-csv.ts';
import { loadMatrix, requireSeason } from '../load-synthesis.server.ts';
import type { Route } from './+types/synthesis-export';

/** [SY6] Cities by chapters, as a file. */
export async function loader({ request, context }: Route.LoaderArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { synthesis } = await requireSeason(context, request.url);
  if (!synthesis) throw notFound();
  const { chapters, matrix } = await loadMatrix(context, synthesis.id);
  return madeFile(contributionsCsv(chapters, matrix), `attachment; filename="${words.csvName}"`);
}
