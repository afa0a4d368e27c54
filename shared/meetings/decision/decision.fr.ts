import type { ChangeKind, DecisionState } from '#shared/meetings/decision/decision.ts';
import type { DecisionError } from '#shared/meetings/decision/decision-errors.ts';

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Decisions and actions: the register, the page of one, and the board of the actions. */
export const decision = {
  tab: 'Décisions',
  title: 'Registre des décisions',
  lead: 'Chaque décision écrite dans un document du groupe s’inscrit ici d’elle-même, avec son numéro, sa date et le lien vers son paragraphe.',
  number: (year: number, number: number) => `Décision ${year}-${number}`,
  caption: (count: number) =>
    count === 0 ? 'Aucune décision' : count === 1 ? '1 décision' : `${count} décisions`,
  columns: { number: 'Numéro', text: 'Décision', date: 'Date', document: 'Document', state: 'État' },
  states: { inForce: 'En vigueur', amended: 'Modifiée', repealed: 'Abrogée' } satisfies Record<
    DecisionState,
    string
  >,
  filters: {
    label: 'Filtrer le registre',
    words: 'Mots',
    state: 'État',
    document: 'Document',
    all: 'Tous',
    submit: 'Filtrer',
    clear: 'Tout afficher',
  },
  csv: 'Télécharger le registre (CSV)',
  csvName: (group: string) => `Décisions – ${group}.csv`,
  csvColumns: ['Numéro', 'Date', 'Décision', 'État', 'Document', 'Dans le texte'],
  yes: 'oui',
  no: 'non',
  gone: 'n’est plus dans le texte',
  trashed: 'document à la corbeille',
  emptyTitle: 'Aucune décision pour le moment',
  emptyText:
    'Dans un document du groupe, par exemple un compte rendu, tapez « /décision » puis ce qui est décidé. La ligne apparaît ici en quelques secondes.',
  toDocuments: 'Ouvrir les documents',
  noneFound: 'Aucune décision ne répond à ces filtres.',
  about: {
    decidedOn: 'Date',
    meeting: 'Séance',
    present: 'Présents',
    state: 'État',
    source: 'Document',
    paragraph: 'Voir le paragraphe',
    register: 'Tout le registre',
  },
  changes: {
    does: 'Ce que cette décision change',
    undergoes: 'Ce que d’autres décisions en ont fait',
    none: 'Cette décision n’en change aucune autre.',
    untouched: 'Aucune décision plus récente ne l’a changée.',
    by: {
      confirms: 'Confirme',
      amends: 'Modifie',
      repeals: 'Abroge',
      concerns: 'Concerne',
    } satisfies Record<ChangeKind, string>,
    from: {
      confirms: 'Confirmée par',
      amends: 'Modifiée par',
      repeals: 'Abrogée par',
      concerns: 'Concernée par',
    } satisfies Record<ChangeKind, string>,
    hidden: 'une décision d’un document qui ne vous est pas ouvert',
    hiddenObject: 'Contenu non accessible',
    remove: 'Retirer',
    removed: 'Le lien est retiré.',
    putBack: 'Remettre le lien',
    removeNamed: (what: string) => `Retirer : ${what}`,
  },
  change: {
    title: 'Lier à une décision antérieure',
    kind: 'Cette décision',
    kinds: { confirms: 'confirme', amends: 'modifie', repeals: 'abroge' },
    target: 'Décision visée',
    choose: 'Choisir une décision',
    submit: 'Lier',
    done: {
      confirms: (other: string) => `La décision est liée : elle confirme la ${lowered(other)}.`,
      amends: (other: string) => `La décision est liée : elle modifie la ${lowered(other)}.`,
      repeals: (other: string) => `La décision est liée : elle abroge la ${lowered(other)}.`,
    },
    none: 'Le registre n’a pas de décision antérieure à celle-ci.',
  },
  concern: {
    title: 'Lier à un document, un tableau ou une carte',
    address: 'Adresse de la page',
    hint: 'Collez l’adresse d’une page de Cordée, telle qu’elle est dans la barre du navigateur.',
    submit: 'Lier',
    done: (name: string) => `La décision est liée à « ${name} ».`,
  },
  refused: 'Le lien n’a pas été fait',
  board: {
    title: 'Tableau des actions',
    text: 'Chaque action écrite dans un document du groupe devient une carte de ce tableau, dans sa première colonne.',
    label: 'Tableau',
    submit: 'Enregistrer',
    first: (title: string) => `Sans autre choix, c’est le plus ancien du groupe : « ${title} ».`,
    none: 'Le groupe n’a pas encore de tableau : la première action en fera un, nommé « Actions ».',
    saved: 'Les prochaines actions iront sur ce tableau.',
  },
  actionBoard: {
    title: 'Actions',
    columns: [{ name: 'À faire' }, { name: 'En cours' }, { name: 'Fait', done: true }],
    labels: [],
    cards: [],
  },
  errors: {
    'decision.notFound': 'Cette décision n’existe pas, ou son document ne vous est pas ouvert.',
    'decision.notEarlier': 'Une décision ne peut changer qu’une décision plus ancienne qu’elle.',
    'decision.already': 'Ces deux-là sont déjà liées. Retirez d’abord le lien pour en changer.',
    'decision.targetInvalid':
      'Cette adresse ne mène à aucune page de Cordée qui vous soit ouverte : ouvrez la page, puis copiez son adresse, qui commence par https://.',
    'decision.boardInvalid': 'Choisissez un tableau de ce groupe.',
    'action.notFound': 'Cette action n’existe pas, ou son document ne vous est pas ouvert.',
    'action.noCard': 'Cette action n’a pas encore de carte. Réessayez dans quelques secondes.',
    'action.noColumn':
      'Le tableau n’a pas de colonne pour ranger cette carte : il en faut une pour ce qui est fini et une pour ce qui ne l’est pas.',
    'action.personUnknown': 'Choisissez des personnes de ce groupe.',
  } satisfies Record<DecisionError, string>,
} as const;
