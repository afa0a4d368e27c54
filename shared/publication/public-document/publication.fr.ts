import type { PublicationError } from './publication-errors.ts';

/** Words of the published state of a document: its page for visitors, and the page that publishes it. */
export const publication = {
  title: 'Publication',
  pageTitle: (title: string) => `Publier « ${title} »`,
  lead: 'Publier fige l’état d’aujourd’hui à une adresse ouverte à tous. Ce que vous écrivez ensuite reste entre vous, jusqu’à la prochaine mise à jour.',
  back: 'Retour au document',
  never: 'Ce document n’est pas publié.',
  whatIsSeen:
    'Les visiteurs verront le titre, le texte, les images, les fichiers joints et le nom des organisations qui ont écrit. Ils ne verront ni les commentaires, ni les suggestions, ni l’historique, ni qui est présent. Les noms écrits dans le texte y restent : relisez-le.',
  publish: 'Publier l’état d’aujourd’hui',
  update: 'Mettre à jour la publication',
  publishedOn: (when: string, who: string) => `Publié ${when} par ${who}.`,
  withdrawnOn: (when: string) => `Retiré ${when}. L’adresse répond que la publication n’est plus là.`,
  addressLabel: 'Adresse publique',
  changed: 'Le document a changé depuis : les visiteurs voient encore l’ancien état.',
  unchanged: 'Les visiteurs voient l’état d’aujourd’hui.',
  withdraw: 'Retirer la publication',
  restore: 'Annuler le retrait',
  indexed: 'La liste des guides du site et les moteurs de recherche peuvent la proposer',
  indexedHelp: 'Sans cela, seuls ceux qui ont l’adresse la trouvent.',
  saveIndexed: 'Enregistrer',
  formerMember: 'un ancien membre',
  news: {
    publie: 'L’état d’aujourd’hui est publié.',
    retire: 'La publication est retirée : son adresse et ses images ne répondent plus.',
    retabli: 'La publication est de retour, telle qu’elle était.',
    reglage: 'Le réglage est enregistré.',
  },
  restrictedNote:
    'L’accès à ce document est restreint. Le publier montre son état d’aujourd’hui à tout le monde.',
  by: (writers: string) => `Écrit par ${writers}`,
  firstPublished: (day: string) => `Publié le ${day}`,
  updated: (day: string) => `mis à jour le ${day}`,
  outline: 'Sommaire',
  goneTitle: 'Cette publication a été retirée',
  gone: 'Ses auteurs l’ont retirée. S’ils la publient de nouveau, elle reviendra à cette adresse.',
  and: ' et ',
  refused: 'Rien n’a été publié',
  foot: 'Publié avec Cordée, l’espace de travail des groupes du programme Action Cœur de Ville Data.',
  errors: {
    'publication.empty': 'Ce document ne dit encore rien : écrivez-y, puis publiez-le.',
  } satisfies Record<PublicationError, string>,
} as const;
