import { plural } from '../../kernel/plural.fr.ts';

/** Words of the menus that insert: they come with the first one that is opened. */
export const documentInsertions = {
  /** In the menus that insert: names, and other words under which people look for them. */
  insertions: {
    excerpt: 'Extrait cité',
    mention: 'Mention',
    reference: 'Lien vers une page de Cordée',
    date: 'Date',
    status: 'Statut',
    footnote: 'Note de bas de page',
    inlineMath: 'Formule dans le texte',
    blockMath: 'Formule sur sa ligne',
    images: 'Images',
    attachment: 'Fichier joint',
    video: 'Vidéo',
  },
  keywords: {
    excerpt: 'citer extrait passage document source reprendre fiche ville',
    mention: 'personne nom organisation arobase citer',
    reference: 'document tableau carte groupe ville lier page',
    date: 'jour calendrier échéance',
    status: 'état avancement à faire en cours terminé',
    footnote: 'note renvoi source référence',
    inlineMath: 'équation mathématiques latex tex',
    blockMath: 'équation mathématiques latex tex',
    images: 'photo illustration figure dessin',
    attachment: 'pièce jointe document pdf tableur télécharger',
    video: 'youtube vimeo peertube film intégrer',
  },
  list: {
    mentions: 'Personnes et organisations',
    references: 'Pages de Cordée',
    searching: 'Recherche…',
    none: 'Rien de ce nom parmi ce que vous pouvez voir.',
    failed: 'La recherche ne répond pas. Continuez à écrire, ou réessayez dans un instant.',
    count: (count: number) => plural(count, 'proposition', 'propositions'),
    at: (name: string, detail: string, rank: number, count: number) =>
      `${[name, detail].filter(Boolean).join(', ')}, ${rank} sur ${count}`,
  },
} as const;
