import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import type { ListedAdoption } from '#shared/publication/adoption/adoption-list.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';

/** A list of adoptions, as a file that spreadsheets open; what its reader may not know is empty. */
export function adoptionsCsv(adoptions: readonly ListedAdoption[], origin: string): string {
  return csvText(
    [
      [...words.csvColumns],
      ...adoptions.map(({ city, sheet, interest, since, verdict, hasBoard }) => [
        city.name,
        city.municipalityCode ?? '',
        sheet.title,
        origin + sheetPaths.publicSheet(sheet.address),
        interest ? words.states[interest] : words.notDeclared,
        since ? parisDay(since) : '',
        verdict ? words.shortVerdicts[verdict] : '',
        verdict ? (hasBoard ? words.yes : words.no) : '',
      ]),
    ],
    'tableur',
  );
}
