import type { ExcerptMode } from '#shared/documents/excerpt/excerpt.ts';

/** Words of what quotes a passage and follows it; loaded with the dialogs. */
export const documentExcerpts = {
  copied: 'Passage retenu. Dans un autre document : menu /, puis « Extrait cité ».',
  notCopied: 'Ce passage n’a pas pu être retenu. Réessayez dans un instant.',
  title: 'Citer un extrait',
  unreachable: 'Le serveur ne répond pas : rien n’a changé. Réessayez quand la connexion sera revenue.',
  search: 'Document à citer',
  searchHint: 'Quelques mots de son titre. Seuls les documents que vous pouvez lire apparaissent.',
  found: 'Documents trouvés',
  nothingFound: 'Aucun document de ce nom parmi ceux que vous pouvez lire.',
  searching: 'Recherche…',
  fromCopied: 'Prendre le passage retenu par « Citer ailleurs »',
  loading: 'Chargement du document…',
  passages: (title: string) => `Passages de « ${title} »`,
  passagesHint: 'Cochez les blocs à citer ; ceux qui se suivent forment un passage.',
  empty: 'Ce document n’a encore rien à citer.',
  heading: (text: string) => `Titre : ${text}`,
  untitledBlock: (type: string) => OTHER_BLOCKS[type] ?? 'Bloc sans texte',
  mode: 'Quand la source change',
  modes: {
    live: 'Suivre la source : l’extrait se met à jour ici, pour tous ceux qui lisent ce document',
    frozen: 'Figer : l’extrait garde ce texte, et signale que la source a changé',
  } satisfies Record<ExcerptMode, string>,
  cancel: 'Annuler',
  back: 'Choisir un autre document',
  submit: 'Citer',
  inserted: 'Extrait cité inséré.',
  compare: 'Comparer',
  freeze: 'Figer',
  follow: 'Suivre la source',
  frozen: 'Extrait figé.',
  following: 'L’extrait suit sa source.',
  update: {
    title: 'Mise à jour de l’extrait',
    changes: (count: number) =>
      count === 0
        ? 'La source dit la même chose que l’extrait.'
        : count === 1
          ? 'Une modification dans la source depuis ce texte.'
          : `${count} modifications dans la source depuis ce texte.`,
    text: 'L’extrait, et ce que la source en a fait',
    later: 'Plus tard',
    keep: 'Garder ce texte',
    accept: 'Accepter la mise à jour',
    accepted: 'Mise à jour acceptée.',
    kept: 'Texte gardé.',
  },
} as const;

const OTHER_BLOCKS: Readonly<Record<string, string>> = {
  image: 'Image',
  table: 'Tableau',
  embed: 'Vidéo',
  horizontalRule: 'Séparation',
  attachment: 'Fichier joint',
};
