import type { CheckState } from '#shared/library/dataset/check.ts';
import type { CheckError, SchemaError } from '#shared/library/dataset/dataset-errors.ts';
import type { FaultGroup, FaultKind, TableShape, Verdict } from '#shared/library/dataset/table-report.ts';
import type { FieldType } from '#shared/library/dataset/table-schema.ts';
import { plural } from '../../kernel/plural.fr.ts';

const types = {
  string: 'texte',
  number: 'nombre',
  integer: 'nombre entier',
  boolean: 'vrai ou faux',
  date: 'date',
  datetime: 'date et heure',
  time: 'heure',
  year: 'année',
  yearmonth: 'année et mois',
  duration: 'durée',
  geopoint: 'point (longitude, latitude)',
  geojson: 'GeoJSON',
  object: 'objet JSON',
  array: 'liste JSON',
  any: 'libre',
} satisfies Record<FieldType, string>;

const WRITTEN: Readonly<Record<string, string>> = {
  date: 'une date comme 2023-03-14',
  datetime: 'une date et une heure comme 2023-03-14T09:30:00Z',
  time: 'une heure comme 09:30:00',
  year: 'une année de quatre chiffres',
  yearmonth: 'une année et un mois comme 2023-03',
  integer: 'un nombre entier, en chiffres seulement',
  number: 'un nombre, avec un point pour la virgule',
  boolean: 'true ou false',
  geopoint: 'un point écrit « longitude, latitude »',
  duration: 'une durée comme P1Y2M',
};

/** What a type is, as one writes it in a cell. */
function written(expected: string): string {
  const [type = '', ...format] = expected.split(' ');
  if (format.length > 0) return `${types[type as FieldType] ?? type} de la forme ${format.join(' ')}`;
  return WRITTEN[type] ?? types[type as FieldType] ?? type;
}

const separators: Readonly<Record<string, string>> = {
  ',': 'virgule',
  ';': 'point-virgule',
  '\t': 'tabulation',
  '|': 'barre verticale',
};
const encodings = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (gros-boutiste)',
} satisfies Record<NonNullable<TableShape['encoding']>, string>;

const faults: Record<FaultKind, (expected: string) => string> = {
  encoding: (expected) =>
    `Le fichier est encodé en ${encodings[expected as keyof typeof encodings] ?? expected} : enregistrez-le en UTF-8.`,
  separator: (expected) =>
    `Le séparateur est ${expected === ';' ? 'le' : 'la'} ${separators[expected] ?? expected} : les schémas nationaux attendent la virgule.`,
  quotes: () =>
    'Un guillemet ouvert n’est pas refermé, ou du texte suit un guillemet fermant : la suite ne se lit pas sûrement.',
  blankHeader: () => 'Une colonne n’a pas de nom.',
  duplicateHeader: () => 'Deux colonnes portent le même nom.',
  missingColumn: () => 'Cette colonne obligatoire manque.',
  missingOptional: () => 'Cette colonne du schéma manque ; elle est facultative.',
  renamedColumn: (expected) => `Le schéma écrit le nom de cette colonne « ${expected} ».`,
  extraColumn: () => 'Cette colonne n’est pas dans le schéma.',
  columnOrder: (expected) => `Les colonnes ne sont pas dans l’ordre du schéma : ${expected}.`,
  mixedSeparator: () => 'Cette ligne n’emploie pas le même séparateur que la première.',
  tooManyCells: (expected) => `Trop de cases : ${expected} attendues, comme dans la première ligne.`,
  tooFewCells: (expected) => `Pas assez de cases : ${expected} attendues, comme dans la première ligne.`,
  blankRow: () => 'La ligne est vide.',
  required: () => 'La case est vide alors qu’une valeur est obligatoire.',
  type: (expected) => `La valeur n’a pas le bon type ; attendu : ${written(expected)}.`,
  pattern: (expected) => `La valeur ne suit pas le motif du schéma : ${expected}`,
  enum: (expected) => `La valeur n’est pas dans la liste : ${expected}.`,
  minimum: (expected) => `La valeur est plus petite que ${expected}.`,
  maximum: (expected) => `La valeur est plus grande que ${expected}.`,
  minLength: (expected) => `Le texte a moins de ${plural(Number(expected), 'caractère', 'caractères')}.`,
  maxLength: (expected) => `Le texte a plus de ${plural(Number(expected), 'caractère', 'caractères')}.`,
  unique: () => 'La valeur est déjà donnée plus haut ; la ligne de la première est entre parenthèses.',
  primaryKey: (expected) =>
    `La clé (${expected}) est déjà donnée plus haut ; la ligne de la première est entre parenthèses.`,
  leadingZero: () =>
    'Ce code Insee a perdu son zéro de tête, sans doute dans un tableur : mettez la colonne au format texte.',
  insee: () => 'Ce n’est pas un code Insee de commune : cinq caractères, comme 01004 ou 2A004.',
  siren: () => 'Ce n’est pas un numéro SIREN : neuf chiffres, dont le dernier est une clé.',
  siret: () => 'Ce n’est pas un numéro SIRET : quatorze chiffres, dont le dernier est une clé.',
  formula: () => 'Un tableur prendrait cette valeur pour une formule et l’exécuterait : faites-en un texte.',
};

/** Words of checks and of their reports. */
export const datasetCheck = {
  title: 'Contrôler un fichier',
  lead: 'Un fichier CSV, XLSX ou ODS est lu ligne à ligne, et comparé à un schéma. Le fichier n’est pas conservé ; le rapport, si.',
  stepSchema: '1. Le schéma',
  stepFile: '2. Le fichier',
  forDataset: (title: string) => `Pour le jeu « ${title} »`,
  group: 'Groupe qui verra le rapport',
  schema: 'Comparer à quel schéma ?',
  schemaChoices: {
    none: 'Aucun : la forme du fichier seulement',
    last: (source: string) => `Celui du dernier contrôle${source ? ` (${source})` : ''}`,
    record: (url: string) => `Celui de la fiche (${url})`,
    url: 'Un schéma à une adresse',
    file: 'Un fichier de schéma',
  },
  schemaUrl: 'Adresse du schéma',
  schemaUrlHint: 'Un fichier schema.json, par exemple celui d’un schéma du SCDL.',
  schemaUrlOff:
    'Cette installation ne lit pas d’adresse extérieure : enregistrez le schéma sur votre poste, puis déposez le fichier.',
  schemaFile: 'Fichier de schéma',
  schemaFileHint: 'Au format Table Schema (.json).',
  next: 'Continuer',
  refused: 'Le contrôle ne peut pas commencer',
  file: 'Fichier à contrôler',
  fileHint: (size: string) =>
    `CSV, XLSX ou ODS, ${size} au plus. Sans script, la limite est celle des dépôts.`,
  sheet: 'Feuille',
  sheetHint: 'D’un classeur seulement ; sans réponse, la première qui n’est pas vide.',
  start: 'Lancer le contrôle',
  storedTitle: 'Ou un fichier de la fiche',
  sending: (percent: number) => `Envoi du fichier : ${percent} %`,
  against: (schema: string) => `Comparé au schéma ${schema}`,
  withoutSchema: 'Sans schéma : seule la forme est contrôlée',
  fields: (count: number) => plural(count, 'colonne décrite', 'colonnes décrites'),
  states: {
    waiting: 'Attend son fichier',
    running: 'En cours',
    done: 'Terminé',
    failed: 'N’a pas abouti',
    cancelled: 'Arrêté',
  } satisfies Record<CheckState, string>,
  running: (rows: number) =>
    `${plural(rows, 'ligne lue', 'lignes lues')}. Cette page se met à jour seule ; vous pouvez aussi la quitter.`,
  look: 'Actualiser la page',
  prepared: 'Le contrôle est préparé : il attend son fichier.',
  received: 'Le fichier est reçu : le contrôle commence.',
  stop: 'Arrêter le contrôle',
  stopping: 'Le contrôle est arrêté.',
  stopped: 'Ce contrôle a été arrêté : rien n’en est gardé.',
  again: 'Contrôler un autre fichier',
  reportTitle: (file: string) => `Rapport : ${file}`,
  verdicts: {
    valid: 'Conforme au schéma',
    invalid: 'Non conforme au schéma',
    formOnly: 'Bien formé',
    formBroken: 'Mal formé',
  } satisfies Record<Verdict, string>,
  verdictText: (verdict: Verdict, errors: number, warnings: number, rows: number) => {
    const seen = `${plural(rows, 'ligne lue', 'lignes lues')}`;
    const said = [
      errors > 0 ? plural(errors, 'erreur', 'erreurs') : '',
      warnings > 0 ? plural(warnings, 'remarque', 'remarques') : '',
    ].filter(Boolean);
    const rest = said.length > 0 ? `, ${said.join(' et ')}` : ', rien à corriger';
    return `${seen}${rest}.${verdict === 'formOnly' ? ' Sans schéma, le contenu des cases n’est pas jugé.' : ''}`;
  },
  errorCount: (count: number) => plural(count, 'erreur', 'erreurs'),
  warningCount: (count: number) => plural(count, 'remarque', 'remarques'),
  faultsTitle: 'Erreurs',
  warningsTitle: 'Remarques',
  noFaults: 'Aucune erreur.',
  fault: ({ kind, expected }: Pick<FaultGroup, 'kind' | 'expected'>) => faults[kind](expected),
  wholeFile: 'Fichier',
  lines: 'Ligne',
  column: 'Colonne',
  value: 'Valeur',
  emptyValue: '(vide)',
  shown: (shown: number, count: number) =>
    `${shown} sur ${new Intl.NumberFormat('fr').format(count)} : les premières.`,
  times: (count: number) => plural(count, 'fois', 'fois'),
  more: 'Voir les lignes',
  moreOf: (fault: string) => `, ${fault}`,
  examplesOf: (what: string) => `Premières lignes : ${what}`,
  download: 'Télécharger les erreurs (CSV)',
  csv: {
    fileName: (file: string) => `erreurs-${file.replace(/\.[^.]*$/, '')}.csv`,
    header: ['gravité', 'règle', 'colonne', 'ligne', 'position', 'valeur', 'message', 'nombre en tout'],
  },
  severities: { error: 'erreur', warning: 'remarque' },
  shape: 'Le fichier',
  shapeFacts: {
    format: 'Format',
    encoding: 'Encodage',
    separator: 'Séparateur',
    quotes: 'Guillemets',
    sheet: 'Feuille',
    rows: 'Lignes',
    columns: 'Colonnes',
    size: 'Taille',
  },
  encoding: ({ encoding, hasBom }: TableShape) =>
    encoding ? encodings[encoding] + (hasBom ? ', avec marque d’ordre (BOM)' : '') : '',
  separator: (separator: string) => separators[separator] ?? separator,
  quoted: (isQuoted: boolean) => (isQuoted ? 'oui' : 'non'),
  sheetOf: (sheet: string, sheets: readonly string[]) =>
    sheets.length > 1 ? `${sheet} (parmi ${sheets.join(', ')})` : sheet,
  columnsCaption: 'Colonnes du fichier, ce que leurs cases ont l’air d’être, et combien sont remplies',
  columnHeads: { name: 'Colonne', type: 'Type observé', filled: 'Remplies', expected: 'Type du schéma' },
  types,
  typeOf: (type: string) => types[type as FieldType] ?? type,
  preview: 'Les premières lignes',
  previewCaption: 'Les cinquante premières lignes du fichier',
  unchecked: (what: readonly string[]) =>
    `Le schéma demande aussi ce que Cordée ne contrôle pas : ${what.join(', ')}. Complétez avec Validata si besoin.`,
  by: (name: string) => `par ${name}`,
  looseTitle: 'Derniers contrôles hors des fiches',
  share: 'Partager',
  shareText:
    'Les membres du groupe voient ce rapport à son adresse. Une adresse secrète le montre à toute personne qui la connaît, sans compte.',
  shareOpen: 'Créer une adresse secrète',
  shareOpened: 'L’adresse secrète est créée.',
  shareClose: 'Fermer cette adresse',
  shareClosed: 'L’adresse secrète est fermée : elle ne montre plus rien.',
  shareUrl: 'Adresse secrète du rapport',
  publicFoot:
    'Rapport partagé par une adresse secrète : il montre des extraits du fichier contrôlé. Ne la transmettez qu’à bon escient.',
  absent: 'Ce rapport n’existe pas, ou n’est plus partagé.',
  refusals: {
    'dataset.schemaMissing': 'Donnez le schéma : une adresse, un fichier, ou choisissez-en un dans la liste.',
    'dataset.schemaNotJson': 'Ce schéma ne se lit pas : ce n’est pas du JSON.',
    'dataset.schemaNotTable':
      'Ce JSON n’est pas un schéma de table (Table Schema) : il lui manque une liste « fields » valable.',
    'dataset.schemaTooLarge': 'Ce schéma est trop lourd : 1 Mio au plus.',
    'dataset.schemaFieldsTwice': 'Ce schéma décrit deux fois la même colonne.',
    'dataset.schemaPattern': 'Un motif (pattern) de ce schéma n’est pas une expression rationnelle valable.',
    'dataset.fileMissing': 'Choisissez un fichier.',
    'dataset.fileTooLarge': 'Ce fichier est trop lourd pour être contrôlé.',
    'dataset.fileLost': 'Le fichier n’est pas arrivé en entier : envoyez-le de nouveau.',
    'dataset.fileEmpty': 'Ce fichier est vide.',
    'dataset.fileKind':
      'Ce format ne se contrôle pas ici : enregistrez le tableau en CSV, en XLSX ou en ODS.',
    'dataset.fileBinary': 'Ce fichier n’est pas un texte : est-ce bien un CSV ?',
    'dataset.workbookUnreadable':
      'Ce classeur ne se lit pas : il est abîmé, protégé, ou écrit par un outil inconnu. Enregistrez-le de nouveau, ou en CSV.',
    'dataset.workbookTooLarge':
      'Ce classeur se déplie en un contenu démesuré : enregistrez la feuille en CSV.',
    'dataset.sheetEmpty': 'La feuille demandée n’existe pas, ou est vide.',
    'dataset.tooManyColumns': 'Ce tableau a plus de 1 000 colonnes : le séparateur est-il le bon ?',
    'dataset.tooManyRows': 'Ce tableau a plus de cinq millions de lignes : contrôlez-le par morceaux.',
    'dataset.checkTooLong':
      'Le contrôle a pris trop de temps et a été arrêté : un motif (pattern) du schéma est peut-être trop coûteux.',
    'dataset.checkTooHeavy':
      'Le contrôle a demandé trop de mémoire et a été arrêté : contrôlez le fichier par morceaux.',
    'dataset.checkInterrupted': 'Le contrôle a été interrompu : recommencez.',
    'dataset.checkCancelled': 'Le contrôle a été arrêté.',
    'dataset.checkBusy':
      'Plusieurs de vos contrôles attendent déjà leur tour : réessayez dans quelques minutes.',
    'dataset.checkStarted': 'Ce contrôle a déjà reçu son fichier.',
  } satisfies Record<SchemaError | CheckError, string>,
} as const;
