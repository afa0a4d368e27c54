import { cut } from '#shared/library/dataset/fault-book.ts';
import type { FaultKind } from '#shared/library/dataset/table-report.ts';

const vote = { type: 'integer', constraints: { minimum: 0, maximum: 200 } };

/**
 * A schema of the shape of the national « Délibérations » 2.1: its columns, types and patterns, and the bounds, list and key that a
 * city adds for itself.
 */
export const DELIBERATIONS = {
  $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
  name: 'deliberations',
  title: 'Délibérations',
  version: '2.1.4',
  path: 'https://schema.exemple.fr/scdl/deliberations/2.1.4/schema.json',
  contributors: [{ title: 'OpenDataFrance', role: 'author' }],
  fields: [
    { name: 'COLL_NOM', type: 'string', example: 'Ville de Valmont', constraints: { required: true } },
    { name: 'COLL_SIRET', type: 'string', constraints: { required: true, pattern: '^\\d{14}$' } },
    { name: 'DELIB_ID', type: 'string', constraints: { required: true, unique: true } },
    { name: 'DELIB_DATE', type: 'date', format: 'default', constraints: { required: true } },
    { name: 'DELIB_MATIERE_CODE', type: 'string', constraints: { pattern: '^\\d\\.\\d{1,2}$' } },
    {
      name: 'DELIB_MATIERE_NOM',
      type: 'string',
      constraints: { required: true, enum: ['Urbanisme', 'Environnement', 'Voirie'] },
    },
    {
      name: 'DELIB_OBJET',
      type: 'string',
      constraints: { required: true, minLength: 5, maxLength: 80 },
    },
    { name: 'BUDGET_ANNEE', type: 'string', constraints: { pattern: '^[0-9]{4}(\\/[0-9]{4})?$' } },
    { name: 'BUDGET_NOM', type: 'string' },
    { name: 'PREF_ID', type: 'string' },
    { name: 'PREF_DATE', type: 'date' },
    { name: 'VOTE_EFFECTIF', ...vote },
    { name: 'VOTE_REEL', ...vote },
    { name: 'VOTE_POUR', ...vote },
    { name: 'VOTE_CONTRE', ...vote },
    { name: 'VOTE_ABSTENTION', ...vote },
    { name: 'DELIB_URL', type: 'string', format: 'uri' },
  ],
  custom_checks: [
    { name: 'french-siret-value', params: { column: 'COLL_SIRET' } },
    { name: 'nomenclature-actes-value', params: { column: 'DELIB_MATIERE_NOM' } },
  ],
};

// The first column of the schema is missing, its third and fourth are swapped, one is almost named, one is unknown.
const HEADER = [
  'COLL_SIRET',
  'DELIB_DATE',
  'DELIB_ID',
  'DELIB_MATIERE_CODE',
  'DELIB_MATIERE_NOM',
  'DELIB_OBJET',
  'BUDGET_ANNEE',
  'pref_id',
  'PREF_DATE',
  'VOTE_EFFECTIF',
  'VOTE_REEL',
  'VOTE_POUR',
  'VOTE_CONTRE',
  'VOTE_ABSTENTION',
  'DELIB_URL',
  'COMMENTAIRE',
];
type Cells = Readonly<Record<string, string>>;
const GOOD: Cells = {
  COLL_SIRET: '73282932000074',
  DELIB_DATE: '2023-02-06',
  DELIB_MATIERE_CODE: '8.8',
  DELIB_MATIERE_NOM: 'Environnement',
  DELIB_OBJET: 'Îlot de fraîcheur de la cour d’école',
  BUDGET_ANNEE: '2023/2024',
  pref_id: 'PREF001',
  PREF_DATE: '2023-02-10',
  VOTE_EFFECTIF: '43',
  VOTE_REEL: '40',
  VOTE_POUR: '38',
  VOTE_CONTRE: '0',
  VOTE_ABSTENTION: '2',
  DELIB_URL: 'https://valmont.exemple/deliberations/2023-001.pdf',
};

/** One thing that is wrong in the file, and what the report has to say of it. */
export interface PlantedFault {
  readonly kind: FaultKind;
  /** Null for what is of a whole line, or of the file. */
  readonly column: string | null;
  readonly line: number;
  /** From 1; null for what is of a whole line, or of the file. */
  readonly position: number | null;
  readonly value: string;
  readonly says: string;
}

const lines: string[] = [HEADER.join(';')];
const planted: PlantedFault[] = [];
let next = 2;
const quoted = (cell: string) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const cellsOf = (given: Cells) => {
  const all: Cells = { ...GOOD, DELIB_ID: `2023-${String(next).padStart(3, '0')}`, ...given };
  return HEADER.map((name) => quoted(all[name] ?? ''));
};
const place = (text: string) => {
  lines.push(text);
  next += text.split('\n').length;
};
/** A line in which this cell is wrong. */
function plant(kind: FaultKind, column: string, value: string, says: string, shown = value): void {
  planted.push({ kind, column, line: next, position: HEADER.indexOf(column) + 1, value: shown, says });
  place(cellsOf({ [column]: value }).join(';'));
}
/** A line that is wrong as a whole. */
function plantLine(kind: FaultKind, text: string, value: string, says: string): void {
  planted.push({ kind, column: null, line: next, position: null, value, says });
  place(text);
}

// Two lines of the file are one row: what follows is counted as an editor counts it.
place(cellsOf({ DELIB_OBJET: 'Îlot de fraîcheur\nde la cour d’école' }).join(';'));
plant('siret', 'COLL_SIRET', '73282932000075', 'Ce n’est pas un numéro SIRET');
plant('type', 'DELIB_DATE', '06/02/2023', 'une date comme 2023-03-14');
plant('required', 'DELIB_ID', '', 'La case est vide');
plant('pattern', 'DELIB_MATIERE_CODE', '8', 'ne suit pas le motif du schéma');
plant('enum', 'DELIB_MATIERE_NOM', 'Divers', 'n’est pas dans la liste');
plant('minLength', 'DELIB_OBJET', 'Vœu', 'moins de 5');
plant('maxLength', 'DELIB_OBJET', 'Très long objet '.repeat(6), 'plus de 80');
plant('pattern', 'BUDGET_ANNEE', '2023-2024', 'ne suit pas le motif du schéma');
plant('type', 'PREF_DATE', '2023-02-30', 'une date comme 2023-03-14');
plant('type', 'VOTE_EFFECTIF', 'quarante', 'un nombre entier');
plant('minimum', 'VOTE_REEL', '-3', 'plus petite que 0');
plant('maximum', 'VOTE_POUR', '4000', 'plus grande que 200');
plant('type', 'VOTE_CONTRE', '2,5', 'un nombre entier');
plant('unique', 'DELIB_ID', '2023-002', 'déjà donnée plus haut', '2023-002 (2)');
plant('type', 'DELIB_URL', 'www.valmont.exemple/un acte.pdf', 'texte de la forme uri');
plant(
  'formula',
  'COMMENTAIRE',
  '=LIEN("http://ailleurs.exemple")',
  'prendrait cette valeur pour une formule',
);
plant('formula', 'COMMENTAIRE', '@SOMME(A1:A9)', 'prendrait cette valeur pour une formule');
plantLine('tooFewCells', cellsOf({}).slice(0, 7).join(';'), '7', 'Pas assez de cases');
plantLine('tooManyCells', [...cellsOf({}), 'de trop'].join(';'), '17', 'Trop de cases');
plantLine('blankRow', '', '', 'La ligne est vide');
const commas = cellsOf({}).join(',');
plantLine('mixedSeparator', commas, commas, 'pas le même séparateur');
place(cellsOf({}).join(';'));

const ofFile = (kind: FaultKind, column: string | null, position: number | null, says: string) => ({
  kind,
  column,
  line: 1,
  position,
  value: kind === 'columnOrder' ? cut(HEADER.join(' · ')) : position === null ? '' : (column ?? ''),
  says,
});

/** Everything that is wrong with `DELIBERATIONS_FILE`, and nothing else is. */
export const PLANTED: readonly PlantedFault[] = [
  ...planted,
  ofFile('encoding', null, null, 'encodé en Windows-1252'),
  ofFile('separator', null, null, 'Le séparateur est le point-virgule'),
  ofFile('missingColumn', 'COLL_NOM', null, 'Cette colonne obligatoire manque'),
  ofFile('missingOptional', 'BUDGET_NOM', null, 'elle est facultative'),
  ofFile('renamedColumn', 'pref_id', 8, 'écrit le nom de cette colonne'),
  ofFile('extraColumn', 'COMMENTAIRE', 16, 'n’est pas dans le schéma'),
  ofFile('columnOrder', null, null, 'pas dans l’ordre du schéma'),
];

/** Typographic letters that Windows-1252 writes below 160. */
const LOW: Readonly<Record<string, number>> = { '’': 0x92, œ: 0x9c };

/** The file as a city sends it, saved by a spreadsheet: semicolons, Windows-1252, and every fault of `PLANTED`. */
export const DELIBERATIONS_FILE = Buffer.from(
  [...`${lines.join('\n')}\n`].map((letter) => LOW[letter] ?? letter.charCodeAt(0)),
);
