import type { ListedAdoption } from '#shared/adoption/adoption-list.ts';
import { csvText } from '#shared/board/exchange/csv-text.ts';
import { adoption as words } from '#shared/messages/fr/adoption.ts';
import { parisDay } from '#shared/paris-time.ts';
import { sheetPaths } from '#shared/sheet-paths.ts';

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
