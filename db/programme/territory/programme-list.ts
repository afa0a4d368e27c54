import type { CsvTable } from '#shared/programme/territory/city-table.ts';
import list from './programme-cities.json' with { type: 'json' };

/** Code, convention, its name, wave, of the 222 or not, latitude and longitude of the centre in degrees, how well that is known, doubt. */
type ListedRow = readonly [string, string, string, string, string, number, number, string, string];

const { cities, ...source } = list;
const rows = cities as unknown as readonly ListedRow[];

/** Where the facts of the list come from, and under which licence. */
export const programmeListSource: Readonly<Record<Exclude<keyof typeof list, 'cities'>, string>> = source;

/** [T14] The list of the programme that the product brings along, as a file of the working list's shape: names are those of the register. */
export function programmeList(): CsvTable {
  return {
    header: ['code_insee', 'nom', 'acv_id', 'convention', 'date_convention', 'dans_222'],
    // The first row of the file is its second line.
    rows: rows.map(([code, agreement, name, , isInProgramme], at) => ({
      line: at + 2,
      cells: [code, '', agreement, name, '', isInProgramme],
    })),
  };
}
