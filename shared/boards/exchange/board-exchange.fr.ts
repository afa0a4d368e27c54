import type { Loss, LossKind } from '#shared/boards/exchange/import-report.ts';
import type { BoardImportError } from '#shared/errors.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { propertyHeadings } from '../card/property/card-properties.fr.ts';

/** « 3 commentaires non repris »: a count, its noun and what became of it. */
const counted = (one: string, other: string) => (count: number) => plural(count, one, other);

/** Words of boards that leave as files and come in from files. */
export const boardExchange = {
  /** Headings of the table, in its order. */
  columns: {
    title: 'Titre',
    column: 'Colonne',
    ...propertyHeadings,
    steps: 'Étapes',
    description: 'Description',
    files: 'Fichiers',
    archived: 'Archivée',
    createdAt: 'Créée le',
    createdBy: 'Créée par',
    id: 'Identifiant',
  },
  yes: 'oui',
  no: 'non',
  formerMember: 'Ancien membre',
  columnAt: (rank: number) => `colonne ${rank}, sans nom`,
  firstColumn: 'À faire',
  unnamed: 'Sans nom',
  untitled: 'Sans titre',
  fieldLine: (field: string, value: string) => `${field} : ${value}`,
  attachmentLine: (name: string, url: string) => (name && name !== url ? `${name} : ${url}` : url),
  /** What a label that is a colour alone is called. */
  colourName: (colour: string) => COLOUR_NAMES[colour] ?? 'Sans couleur',

  exportLead: 'Le tableau tel qu’il est maintenant, avec ses cartes archivées.',
  formats: [
    ['tableur', 'Tableur', 'CSV qui s’ouvre d’un double clic dans Excel ou LibreOffice'],
    ['csv', 'CSV', 'pour un autre logiciel : virgules, UTF-8'],
    ['json', 'JSON', 'tout ce que porte le tableau, pour le reprendre ailleurs ou ici'],
  ] as const,
  print: 'Version à imprimer',
  printHint: 'toutes les cartes, sur papier ou en PDF',
  calendar: 'Suivre dans un agenda',
  calendarHint: 'les échéances, à une adresse qui vous est propre',
  printed: (date: string) => `Tableau imprimé ${date}`,
  printedFiles: (names: readonly string[]) => `Fichiers : ${names.join(', ')}`,
  printButton: 'Imprimer',
  backToBoard: 'Revenir au tableau',

  importTitle: 'Importer un tableau',
  importLead:
    'Un fichier devient un nouveau tableau, à votre nom. Rien n’est créé avant que vous ayez vu ce qui sera repris.',
  file: 'Fichier',
  fileHint: 'Export JSON de Trello, fichier CSV avec une ligne par carte, ou JSON de Cordée. 8 Mo au plus.',
  check: 'Examiner le fichier',
  checking: 'Examen du fichier…',
  chooseAnother: 'Choisir un autre fichier',
  checkedTitle: 'Ce qui sera repris',
  boardTitle: 'Titre du tableau',
  createBoard: 'Créer le tableau',
  faults: 'Le tableau n’a pas été importé',
  from: { csv: 'Fichier CSV', json: 'Fichier de Cordée', trello: 'Export de Trello' },
  source: 'Origine',
  cards: 'Cartes',
  cardCount: (shown: number, archived: number) =>
    archived === 0
      ? plural(shown, 'carte', 'cartes')
      : `${plural(shown, 'carte', 'cartes')}, et ${plural(archived, 'archivée', 'archivées')}`,
  columnList: 'Colonnes',
  columnCount: (name: string, count: number) => `${name} (${count})`,
  labelList: 'Étiquettes',
  peopleList: 'Personnes reconnues',
  none: 'Aucune',
  lossesTitle: 'Ce qui ne sera pas repris tel quel',
  noLoss: 'Tout ce que contient ce fichier est repris.',
  lossNames: (names: readonly string[], count: number) =>
    names.length < count ? `${names.join(', ')}…` : names.join(', '),
  losses: {
    untitled: counted('carte sans titre, nommée « Sans titre »', 'cartes sans titre, nommées « Sans titre »'),
    cutTitles: counted(
      'texte trop long, coupé à 500 caractères',
      'textes trop longs, coupés à 500 caractères',
    ),
    cutDescriptions: counted('description trop longue, coupée', 'descriptions trop longues, coupées'),
    unreadableDays: counted('date illisible, laissée vide', 'dates illisibles, laissées vides'),
    unknownPeople: counted(
      'affectation à une personne qui n’est pas du groupe',
      'affectations à des personnes qui ne sont pas du groupe',
    ),
    unknownOrganisations: counted(
      'organisation qui n’est pas du groupe',
      'organisations qui ne sont pas du groupe',
    ),
    unknownLabels: counted('étiquette absente du fichier', 'étiquettes absentes du fichier'),
    strayCards: counted(
      'carte sans colonne connue, mise dans la première',
      'cartes sans colonne connue, mises dans la première',
    ),
    lateStarts: counted('début après l’échéance, non repris', 'débuts après l’échéance, non repris'),
    archivedLists: counted(
      'liste archivée, dont les cartes vont dans les archives',
      'listes archivées, dont les cartes vont dans les archives',
    ),
    doneMarks: counted(
      'échéance cochée hors d’une colonne terminée, non reprise',
      'échéances cochées hors d’une colonne terminée, non reprises',
    ),
    comments: counted('commentaire non repris', 'commentaires non repris'),
    attachments: counted(
      'pièce jointe reprise comme adresse, à la fin de la description',
      'pièces jointes reprises comme adresses, à la fin de la description',
    ),
    files: counted('fichier non repris', 'fichiers non repris'),
    customFields: counted(
      'valeur sans champ ici, reprise dans la description',
      'valeurs sans champ ici, reprises dans la description',
    ),
    stepDetails: counted(
      'étape reprise sans sa date ni sa personne',
      'étapes reprises sans leur date ni leur personne',
    ),
    votes: counted('vote non repris', 'votes non repris'),
    covers: counted('couverture non reprise', 'couvertures non reprises'),
    fields: counted('champ de trop, non repris', 'champs de trop, non repris'),
    views: counted('vue enregistrée de trop, non reprise', 'vues enregistrées de trop, non reprises'),
    dependencies: counted(
      'attente d’une carte absente du fichier, non reprise',
      'attentes de cartes absentes du fichier, non reprises',
    ),
    links: counted(
      'lien vers un objet que vous ne pouvez pas lire, non repris',
      'liens vers des objets que vous ne pouvez pas lire, non repris',
    ),
    moves: counted(
      'renvoi vers la carte d’un autre tableau, non repris',
      'renvois vers des cartes d’autres tableaux, non repris',
    ),
  } satisfies Record<LossKind, (count: number) => string>,
  loss: ({ kind, count }: Loss): string => boardExchange.losses[kind](count),

  errors: {
    'boardImport.missing': 'Choisissez un fichier.',
    'boardImport.lost': 'L’envoi a été interrompu. Réessayez.',
    'boardImport.empty': 'Ce fichier est vide.',
    'boardImport.tooLarge': 'Ce fichier dépasse 8 Mo.',
    'boardImport.spreadsheet':
      'C’est un classeur (Excel, OpenDocument). Enregistrez sa feuille au format CSV, puis réessayez.',
    'boardImport.unknownFormat':
      'Ce fichier n’est ni un CSV, ni un export JSON de Trello, ni un tableau de Cordée. Rien n’a été créé.',
    'boardImport.quotes':
      'Ce CSV a un guillemet ouvert qui ne se ferme pas. Ouvrez-le dans un tableur et enregistrez-le de nouveau.',
    'boardImport.noTitle':
      'Aucune colonne de ce fichier n’est reconnue comme le titre des cartes. Nommez-la « Titre » sur la première ligne.',
    'boardImport.nothing': 'Ce fichier ne contient aucune carte.',
    'boardImport.tooManyCards': 'Un import reprend au plus 2 000 cartes : découpez ce fichier.',
    'boardImport.tooManyColumns':
      'Ce fichier demande plus de 100 colonnes. La colonne du fichier prise pour celle du tableau est-elle la bonne ?',
    'boardImport.tooManyLabels': 'Ce fichier demande plus de 200 étiquettes.',
    'boardImport.tooManySteps': 'Ce fichier a plus de 20 000 étapes : découpez-le.',
  } satisfies Record<BoardImportError, string>,
} as const;

const COLOUR_NAMES: Readonly<Record<string, string>> = {
  green: 'Vert',
  lime: 'Vert clair',
  yellow: 'Jaune',
  orange: 'Orange',
  red: 'Rouge',
  purple: 'Violet',
  pink: 'Rose',
  blue: 'Bleu',
  sky: 'Bleu ciel',
  black: 'Noir',
};
