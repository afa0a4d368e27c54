import type { FieldKind } from '#shared/boards/field/field.ts';

const number = new Intl.NumberFormat('fr', { maximumFractionDigits: 20 });

/** Words of the fields that a group adds to its cards. */
export const boardFields = {
  manage: 'Champs des cartes',
  intro:
    'Un champ ajoute à chaque carte une information que votre groupe choisit : un budget, un quartier, une priorité.',
  none: 'Ce tableau n’a pas encore de champ.',
  name: 'Nom du champ',
  nameHint: 'Par exemple « Quartier » ou « Budget ».',
  kind: 'Ce que l’on y écrit',
  kinds: {
    text: 'Texte',
    number: 'Nombre',
    date: 'Date',
    choice: 'Choix dans une liste',
    person: 'Personne du groupe',
    city: 'Ville du groupe',
  } satisfies Record<FieldKind, string>,
  add: 'Ajouter le champ',
  actions: (name: string) => `Actions du champ « ${name} »`,
  edit: 'Modifier…',
  editTitle: (name: string) => `Champ « ${name} »`,
  all: 'Tous les champs',
  onFace: 'Montrer sur les cartes',
  shownOnFace: 'montré sur les cartes',
  moveUp: 'Monter',
  moveDown: 'Descendre',
  remove: 'Retirer',
  removed: 'Champs retirés',
  removedHint: 'Les cartes gardent ce qu’elles y avaient : remis, un champ revient avec ses valeurs.',
  restore: 'Remettre',
  restoreNamed: (name: string) => `Remettre « ${name} »`,
  options: 'Choix possibles',
  option: 'Nouveau choix',
  optionName: (name: string) => `Nom du choix « ${name} »`,
  optionActions: (name: string) => `Actions du choix « ${name} »`,
  addOption: 'Ajouter le choix',
  removedOptions: 'Choix retirés',
  unnamed: 'Sans nom',
  noValue: 'Aucun',
  formerCity: 'Ancienne ville',
  number: (value: number) => number.format(value),
  /** On the face of a card and in its spoken name. */
  held: (name: string, value: string) => `${name} : ${value}`,
  spoken: {
    removed: (name: string) => `champ « ${name} » retiré, les cartes gardent leurs valeurs`,
    restored: (name: string) => `champ « ${name} » remis`,
    moved: (name: string, index: number, count: number) =>
      `champ « ${name} », position ${index + 1} sur ${count}`,
    optionAdded: (name: string) => `choix « ${name} » ajouté`,
    optionRemoved: (name: string) => `choix « ${name} » retiré, les cartes le gardent`,
    optionRestored: (name: string) => `choix « ${name} » remis`,
    optionMoved: (name: string, index: number, count: number) =>
      `choix « ${name} », position ${index + 1} sur ${count}`,
  },
} as const;
