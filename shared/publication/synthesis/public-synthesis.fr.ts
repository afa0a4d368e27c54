import { plural } from '../../kernel/plural.fr.ts';

/** Words of the published synthesis: where it is published, and where it is read. */
export const publicSynthesis = {
  title: 'Synthèse publique',
  plateLead:
    'Tout le monde peut lire l’ensemble, une fois signé : le texte exact que la dernière relecture a approuvé, et rien de ce qui s’écrit ensuite.',
  isPublic: (day: string) => `Publiée le ${day}.`,
  isWithdrawn: (day: string) => `Retirée du site public le ${day}.`,
  read: 'Lire la synthèse publique',
  publish: 'Publier la synthèse',
  publishAgain: 'Publier de nouveau',
  update: 'Publier le texte signé d’aujourd’hui',
  withdraw: 'Retirer du site public',
  over: 'Synthèse',
  lead: (season: string) =>
    `Ce que la ${season.toLocaleLowerCase('fr')} du programme laisse à toutes les villes.`,
  published: (day: string) => `Publiée le ${day}`,
  updated: (day: string) => `mise à jour le ${day}`,
  emptyTitle: 'Synthèse du programme',
  empty:
    'Aucune synthèse n’est encore publiée. Elle paraîtra ici, à cette adresse, quand les villes et les partenaires du programme l’auront signée.',
  approvals: 'Approbations',
  approvalsLead: (given: number, asked: number) =>
    `${plural(given, 'organisme a répondu', 'organismes ont répondu')} sur ${asked}, à propos de ce texte exact.`,
  caption: 'Réponse de chaque organisme',
  columns: { organisation: 'Organisme', answer: 'Réponse', at: 'Date' },
  fingerprint: 'Empreinte du texte approuvé :',
  verify: 'Vérifier cette empreinte',
  credits: 'Villes, organismes et licence',
  creditsBy: (names: string) => `Synthèse écrite par ${names}, publiée sous `,
  creditsAlone: 'Synthèse publiée sous ',
  permanent: 'Adresse permanente :',
  otherSeasons: 'Autres saisons',
  goneTitle: 'Cette synthèse a été retirée',
  gone: 'L’animation du programme l’a retirée. Si elle est publiée de nouveau, elle reviendra à cette adresse.',
} as const;
