import type { LabelColour } from '#shared/boards/board.ts';
import { BOARD_FILES_MAX } from '#shared/boards/file-limit.ts';
import { DESCRIPTION_MAX, LINE_MAX } from '#shared/boards/text.ts';
import type { BoardError } from '#shared/errors.ts';
import { plural } from '../kernel/plural.fr.ts';

/** Words of a board: its columns, its cards, and the moves as they are spoken. */
export const board = {
  region: (title: string) => `Tableau « ${title} »`,
  columns: 'Colonnes',
  column: 'Colonne',
  card: 'Carte',
  untitledCard: 'Sans titre',
  unnamedColumn: 'Sans nom',

  emptyBoardTitle: 'Ce tableau n’a pas encore de colonne',
  emptyBoardText: 'Ajoutez une première colonne, par exemple « À faire », puis ses cartes.',
  emptyColumn: 'Aucune carte dans cette colonne.',
  emptyArchive: 'Aucune carte archivée.',
  strays: 'Ces cartes n’ont plus de colonne. Ajoutez-en une : elles y reviendront.',
  skipped: (count: number) =>
    count === 1
      ? '1 élément de ce tableau n’a pas pu être lu et n’est pas affiché.'
      : `${plural(count, 'élément', 'éléments')} de ce tableau n’ont pas pu être lus et ne sont pas affichés.`,

  addCard: 'Ajouter une carte',
  addCardTo: (column: string) => `Ajouter une carte dans ${column}`,
  cardTitle: 'Titre de la carte',
  closeCard: 'Fermer la carte',
  cardActions: (card: string) => `Actions de la carte « ${card} »`,
  restoreCard: 'Remettre sur le tableau',
  archive: 'Cartes archivées',
  createdBy: (person: string, date: string) => `Créée par ${person}, ${date}`,

  late: 'En retard',
  labelColours: {
    neutral: 'Gris',
    spruce: 'Vert sapin',
    ochre: 'Ocre',
    moss: 'Vert mousse',
    plum: 'Prune',
    blue: 'Bleu',
  } satisfies Record<LabelColour, string>,
  moreOrganisations: (count: number) => plural(count, 'autre', 'autres'),

  checklist: 'Étapes',
  checklistProgress: (done: number, total: number) => `${done} sur ${total}`,
  checklistSpoken: (done: number, total: number) =>
    `${plural(done, 'étape faite', 'étapes faites')} sur ${total}`,
  addItem: 'Ajouter une étape',
  addItemTo: (list: string) => `Ajouter une étape dans « ${list} »`,
  itemText: 'Texte de l’étape',
  renameItem: (text: string) => `Modifier l’étape « ${text} »`,
  itemActions: (text: string) => `Actions de l’étape « ${text} »`,
  removeItem: 'Retirer l’étape',
  moveItemTo: (list: string) => `Mettre dans « ${list} »`,
  addList: 'Ajouter une liste d’étapes',
  listName: 'Nom de la liste',
  renameList: 'Renommer la liste',
  nameList: 'Nommer la liste',
  removeList: 'Supprimer la liste',
  listActions: (name: string) => `Actions de la liste « ${name} »`,

  files: 'Fichiers',
  /** What acts on them did not come. */
  filesLate: { failed: 'Les gestes sur les fichiers n’ont pas pu être chargés.', retry: 'Réessayer' },
  filesCount: (count: number) => plural(count, 'fichier', 'fichiers'),
  attachedFile: (name: string) => `Fichier joint : ${name}`,

  addColumn: 'Ajouter une colonne',
  columnName: 'Nom de la colonne',
  columnActions: (column: string) => `Actions de la colonne ${column}`,
  moveColumnLeft: 'Déplacer à gauche',
  moveColumnRight: 'Déplacer à droite',
  removeColumn: 'Supprimer la colonne',
  doneColumn: 'Colonne des cartes terminées',
  count: (count: number, limit: number | null) => (limit === null ? String(count) : `${count} sur ${limit}`),
  countSpoken: (count: number, limit: number | null) =>
    limit === null
      ? plural(count, 'carte', 'cartes')
      : `${plural(count, 'carte', 'cartes')}, limite ${limit}`,
  overLimit: (count: number, limit: number) =>
    `Limite dépassée : ${plural(count, 'carte', 'cartes')} pour ${limit}. Terminez-en une avant de continuer.`,

  moveTo: 'Déplacer vers…',
  moveCardTo: (card: string) => `Déplacer la carte « ${card} »`,
  position: 'Position',
  move: 'Déplacer',
  cancel: 'Annuler',
  dragHandle: (card: string) => `Saisir la carte « ${card} »`,

  spoken: {
    /** Where a card stands: `index` from 0, `count` with the card itself. */
    moved: (card: string, column: string, index: number, count: number) =>
      `carte « ${card} », colonne ${column}, position ${index + 1} sur ${count}`,
    added: (card: string, column: string) => `carte « ${card} » ajoutée dans la colonne ${column}`,
    archived: (card: string) => `carte « ${card} » archivée`,
    restored: (card: string, column: string) => `carte « ${card} » remise dans la colonne ${column}`,
    itemMoved: (text: string, list: string, index: number, count: number) =>
      `étape « ${text} », liste ${list}, position ${index + 1} sur ${count}`,
    listRemoved: (name: string) => `liste « ${name} » supprimée`,
    columnAdded: (column: string) => `colonne ${column} ajoutée`,
    columnRemoved: (column: string) => `colonne ${column} supprimée`,
    columnMoved: (column: string, index: number, count: number) =>
      `colonne ${column}, position ${index + 1} sur ${count}`,
  },

  errors: {
    'board.titleEmpty': 'Écrivez au moins un caractère : ce texte ne peut pas rester vide.',
    'board.titleTooLong': `Ce texte est trop long : ${plural(LINE_MAX, 'caractère', 'caractères')} au plus.`,
    'board.descriptionTooLong': `Cette description est trop longue : ${plural(DESCRIPTION_MAX, 'caractère', 'caractères')} au plus.`,
    'board.startInvalid':
      'Cette date de début n’existe pas : choisissez un jour du calendrier, comme le 30 juin 2026.',
    'board.dueInvalid': 'Cette date n’existe pas : choisissez un jour du calendrier, comme le 30 juin 2026.',
    'board.startAfterDue': 'Le début ne peut pas venir après l’échéance.',
    'board.cardNotFound': 'Cette carte n’existe pas sur ce tableau.',
    'board.columnNotFound': 'Cette colonne n’existe plus.',
    'board.labelNotFound': 'Cette étiquette n’existe plus.',
    'board.listNotFound': 'Cette liste d’étapes n’existe plus.',
    'board.itemNotFound': 'Cette étape n’existe plus.',
    'board.fileNotFound': 'Ce fichier n’est plus sur la carte.',
    'board.coverNotImage': 'Seule une image de la carte peut lui servir de couverture.',
    'board.filesFull': `Ce tableau porte déjà ${plural(BOARD_FILES_MAX, 'fichier', 'fichiers')}, autant qu’il peut : retirez-en avant d’en ajouter.`,
    'board.columnNotEmpty':
      'Cette colonne contient encore des cartes : déplacez-les ou archivez-les d’abord.',
    'board.limitInvalid': 'Écrivez un nombre entier, à partir de 1, ou laissez vide.',
    'board.dependencySelf': 'Une carte ne peut pas être bloquée par elle-même.',
    'board.dependencyCycle':
      'Ces deux cartes s’attendraient l’une l’autre : la carte choisie est déjà bloquée par celle-ci, directement ou par d’autres.',
    'board.linkInvalid':
      'Cette adresse ne mène à aucun contenu de Cordée : ouvrez-le, puis copiez son adresse, qui commence par https://.',
    'board.colourInvalid': 'Cette couleur n’existe pas.',
    'board.fieldNotFound': 'Ce champ n’est plus sur ce tableau.',
    'board.optionNotFound': 'Ce choix n’existe plus.',
    'board.numberInvalid': 'Écrivez un nombre seul, par exemple 1 200 ou 12,5, sans unité.',
    'board.laneSeveral':
      'Ce couloir rassemble les cartes qui ont plusieurs valeurs : choisissez-les dans la carte elle-même.',
    'board.viewNotFound': 'Cette vue n’existe plus.',
    'board.viewTooLong':
      'Cette vue porte trop de filtres pour tenir dans une adresse : retirez-en quelques-uns.',
    'board.idTaken': 'Cet identifiant est déjà pris : rien n’a été ajouté.',
  } satisfies Record<BoardError, string>,
} as const;
