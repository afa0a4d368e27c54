import type { DependencyState } from '#shared/boards/card/dependencies.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** Words of what ties a card to others. */
export const cardRelations = {
  dependencies: 'Dépendances',
  blocked: 'Bloquée',
  /** Spoken on the face of a card: the titles of the cards that it waits for. */
  blockedBySpoken: (titles: readonly string[]) =>
    `bloquée par ${new Intl.ListFormat('fr').format(titles.map((title) => `« ${title} »`))}`,
  blockedBy: 'Bloquée par',
  blocks: 'Bloque',
  isBlocked: (count: number) =>
    `Cette carte attend ${plural(count, 'autre carte qui n’est pas terminée', 'autres cartes qui ne sont pas terminées')}.`,
  states: {
    open: (column: string) => column,
    done: (column: string) => `Terminée, ${column}`,
    archived: () => 'Archivée',
    absent: () => 'Absente de ce tableau',
  } satisfies Record<DependencyState, (column: string) => string>,
  absentCard: 'Carte absente',
  addBlocker: 'Ajouter une carte bloquante',
  chooseBlocker: 'Carte à terminer d’abord',
  blockerHint: 'Cherchez une carte de ce tableau par son titre.',
  removeBlocker: (title: string) => `Ne plus attendre la carte « ${title} »`,
  removeBlocked: (title: string) => `Ne plus bloquer la carte « ${title} »`,
  spokenAdded: (title: string) => `bloquée par la carte « ${title} »`,
  spokenRemoved: (title: string) => `la carte « ${title} » n’est plus attendue`,
  links: 'Liens',
  addLink: 'Ajouter un lien',
  chooseLink: 'Page à lier',
  linkHint: 'Cherchez un document, un tableau, une carte, un groupe ou une ville, ou collez son adresse.',
  pasted: 'La page de cette adresse',
  kinds: {
    document: 'Document',
    board: 'Tableau',
    card: 'Carte',
    group: 'Groupe',
    city: 'Ville',
  } as Readonly<Record<string, string>>,
  hidden: 'Contenu non accessible',
  loadingName: 'Chargement…',
  removeLink: (name: string) => `Retirer le lien vers « ${name} »`,
  linkAdded: (name: string) => `lien ajouté vers « ${name} »`,
  linkRemoved: (name: string) => `lien retiré vers « ${name} »`,
  pointing: 'Cartes qui renvoient ici',
  onDocument: 'Cartes liées à ce document',
  untitled: 'Sans titre',
  where: (board: string, column: string) => [board, column].filter(Boolean).join(', '),
  picker: {
    list: 'Propositions',
    none: 'Rien ne correspond.',
    cancel: 'Annuler',
    count: (count: number) => plural(count, 'proposition', 'propositions'),
  },
} as const;
