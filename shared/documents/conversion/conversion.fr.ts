import type { ConversionError } from '#shared/errors.ts';
import { plural } from '../../kernel/plural.fr.ts';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

/** Words of what leaves as a file and of what comes in as one. */
export const conversion = {
  done: 'Fait :',
  todo: 'À faire :',
  writtenBy: (organisations: readonly string[]) => `Écrit par ${list.format(organisations)}`,
  groupNamed: (group: string) => `Groupe de travail ${group}`,
  page: 'page',
  of: 'sur',
  comments: 'Commentaires',
  quoteGone: 'Le passage commenté a été supprimé.',
  quoted: (quote: string) => `« ${quote} »`,
  resolved: 'Résolu',
  suggestion: (original: string, proposed: string) =>
    original === ''
      ? `Propose d’ajouter : « ${proposed} »`
      : proposed === ''
        ? `Propose de supprimer : « ${original} »`
        : `Propose « ${proposed} » au lieu de « ${original} »`,
  commentBy: (author: string, organisation: string | null) =>
    organisation === null ? author : `${author} (${organisation})`,
  imageKey: (index: number) => `image-${index}`,
  filesFolder: 'Fichiers joints',
  lostName: 'À lire - documents manquants',
  lostNote: (titles: readonly string[]) =>
    `Ces documents n’ont pas pu être exportés :\n${titles.map((title) => `- ${title}`).join('\n')}\n`,
  count: (count: number) => plural(count, 'document', 'documents'),
  errors: {
    'conversion.failed': 'La conversion a échoué. Le document est intact ; la faute a été notée.',
    'conversion.tooLong':
      'La conversion a pris plus d’une minute et a été arrêtée. Découpez le document, ou choisissez un autre format.',
    'conversion.tooHeavy':
      'Ce document demande trop de mémoire à la conversion. Découpez-le, ou réduisez ses images.',
    'conversion.interrupted': 'La conversion a été interrompue. Réessayez dans un instant.',
    'conversion.busy':
      'Plusieurs de vos conversions attendent déjà leur tour. Réessayez dans quelques minutes.',
    'conversion.cancelled': 'La conversion a été annulée.',
  } satisfies Record<ConversionError, string>,
} as const;
