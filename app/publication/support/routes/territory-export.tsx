import { support as words } from '#shared/publication/support/support.fr.ts';
import { filterTerritory, readTerritoryFilter } from '#shared/publication/support/territory.ts';
import { madeFile } from '../../../kernel/made-file.server.ts';
import { requireTerritory } from '../territory.server.ts';
import { territoryCsv } from '../territory-csv.ts';
import type { Route } from './+types/territory-export';

/** [AT5] The territory as it is filtered, as a file. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { cities } = await requireTerritory(context);
  const kept = filterTerritory(cities, readTerritoryFilter(new URL(request.url).searchParams));
  return madeFile(territoryCsv(kept), `attachment; filename="${words.csvName}"`);
}
