import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Register, RegisterMunicipality } from '#db/programme/territory/register.ts';
import type { RegisterEntry } from '#shared/programme/territory/city-import.ts';
import type { CsvTable } from '#shared/programme/territory/city-table.ts';

const WORKING = ['code_insee', 'nom', 'acv_id', 'convention', 'dans_222', 'date_convention'];

/** A commune of a made-up working list: code, name, convention, its name, mark, day. */
export type Line = readonly [string, string, string, string, string, string];

/** A table of the working list's shape, from line 2 on. */
export function tableOf(
  lines: readonly (readonly string[])[],
  header: readonly string[] = WORKING,
): CsvTable {
  return { header, rows: lines.map((cells, at) => ({ line: at + 2, cells })) };
}

/** The same as the text of a file. */
export function csvOf(lines: readonly (readonly string[])[], header: readonly string[] = WORKING): string {
  return [header, ...lines].map((cells) => cells.join(',')).join('\n');
}

const municipality = (
  code: string,
  name: string,
  more: Partial<RegisterMunicipality> = {},
): RegisterMunicipality => ({
  code,
  name,
  departmentCode: '90',
  regionCode: '99',
  intermunicipalitySiren: '299999999',
  siren: null,
  postalCodes: ['90100'],
  population: 24_000,
  replacedBy: null,
  ...more,
});

/** A made-up country of two regions: three communes, one of Corsica's kind, two that were merged. */
export const sampleRegister: Register = {
  vintage: 'test',
  regions: [
    { code: '99', name: 'Région des Marais' },
    { code: '98', name: 'Écume' },
  ],
  departments: [
    { code: '90', name: 'Haut-Marais', regionCode: '99' },
    { code: '2A', name: 'Île-d’Écume', regionCode: '98' },
  ],
  intermunicipalities: [{ siren: '299999999', name: 'CA du Haut Marais', kind: 'CA', population: 61_000 }],
  municipalities: [
    municipality('01004', 'Valmont-sur-Loire'),
    municipality('90010', 'Saint-Aubin-les-Marais'),
    municipality('90020', 'Œuvreville'),
    municipality('2A004', 'Castelbrume', {
      departmentCode: '2A',
      regionCode: '98',
      intermunicipalitySiren: null,
      population: null,
    }),
    municipality('90030', 'Pont-Ormeau', { replacedBy: '01004' }),
    municipality('90031', '', { replacedBy: '01004' }),
  ],
};

/** The same, as decisions see it. */
export const sampleEntries: ReadonlyMap<string, RegisterEntry> = new Map(
  sampleRegister.municipalities.map(({ code, name, replacedBy }) => {
    const into = sampleRegister.municipalities.find((other) => other.code === replacedBy);
    return [
      code,
      {
        code,
        name,
        department: 'Haut-Marais',
        replacedBy: into ? { code: into.code, name: into.name } : null,
      },
    ];
  }),
);

export const VALMONT: Line = [
  '01004',
  'Valmont-sur-Loire',
  'ACV001',
  'Valmont et Saint-Aubin',
  'oui',
  '2018-09-28',
];
export const SAINT_AUBIN: Line = [
  '90010',
  'Saint-Aubin-les-Marais',
  'ACV001',
  'Valmont et Saint-Aubin',
  'oui',
  '2018-09-28',
];
export const CASTELBRUME: Line = ['2A004', 'Castelbrume', 'ACV002', 'Castelbrume', 'non', ''];

/** The real list, read in place where it is; null where it is not. */
export const REAL_LIST_NAME = '../shared/data/villes-acv.csv';
const beside = fileURLToPath(new URL('../../../shared/data/villes-acv.csv', import.meta.url));
export const realList: string | null = existsSync(beside) ? beside : null;

/** An import by nobody in particular, on a Tuesday of March. */
export const importMaking = { by: null, newId: randomUUID, now: new Date('2023-03-14T09:00:00Z') };
