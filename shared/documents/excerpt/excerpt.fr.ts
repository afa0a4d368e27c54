import type { ExcerptError } from '#shared/documents/excerpt/excerpt-errors.ts';
import { MOST_QUOTED } from '#shared/documents/excerpt/excerpt-source.ts';

/** Why a passage cannot be quoted, and what the server says of it. */
export const excerpt = {
  errors: {
    'excerpt.notFound': 'Cet extrait n’est plus dans ce document. Citez de nouveau le passage.',
    'excerpt.sourceMissing':
      'Ce document n’existe plus, ou vous n’y avez pas accès : l’extrait garde le texte qu’il avait.',
    'excerpt.ownDocument': 'Un document ne se cite pas lui-même. Choisissez un autre document.',
    'excerpt.nothingChosen': 'Choisissez au moins un bloc à citer.',
    'excerpt.passageGone':
      'Ce passage vient d’être changé ou retiré de sa source. Choisissez de nouveau ce que vous citez.',
    'excerpt.tooLong': `Un extrait compte au plus ${MOST_QUOTED.blocks} blocs et environ 20 000 signes. Citez le passage en plusieurs fois.`,
    'excerpt.circular':
      'Ce passage cite déjà ce document : le citer ici ferait un cercle. Choisissez les blocs qui ne le citent pas.',
    'excerpt.changedAgain':
      'La source vient de changer encore : voici ce qu’elle dit à présent. Relisez, puis décidez.',
    'excerpt.copied':
      'Cet extrait est une copie, venue d’un autre document : c’est là-bas qu’il suit sa source ou se fige. Pour choisir ici, citez de nouveau le passage.',
    'excerpt.withdrawn': 'Cette fiche a été retirée : l’extrait garde le texte qu’il avait.',
  } satisfies Record<ExcerptError, string>,
} as const;
