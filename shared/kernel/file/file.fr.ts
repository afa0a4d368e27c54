import type { FileKind } from '#shared/documents/attribute/document-attributes.ts';
import type { FileError } from '#shared/errors.ts';

const number = new Intl.NumberFormat('fr', { maximumFractionDigits: 1 });

/** Words of files, wherever they hang. */
export const file = {
  kinds: {
    pdf: 'PDF',
    text: 'Texte',
    sheet: 'Tableur',
    slides: 'Présentation',
    data: 'Données',
    archive: 'Archive',
    image: 'Image',
    other: 'Fichier',
  } satisfies Record<FileKind, string>,
  /** « 1,2 Mo »: sizes as operating systems say them, in thousands. */
  size: (bytes: number) => {
    if (bytes < 1_000) return `${number.format(bytes)} octets`;
    if (bytes < 1_000_000) return `${number.format(Math.round(bytes / 1_000))} Ko`;
    return `${number.format(bytes / 1_000_000)} Mo`;
  },
  errors: {
    'file.missing': 'Choisissez un fichier.',
    'file.empty': 'Ce fichier est vide : il ne contient aucun octet.',
    'file.tooLarge': 'Ce fichier dépasse la taille permise.',
    'file.notImage': 'Ce fichier n’est pas une image PNG, JPEG, WebP ou GIF, quel que soit son nom.',
    'file.unreadable':
      'Cette image est abîmée ou trop grande pour être lue. Ouvrez-la et enregistrez-la de nouveau, puis réessayez.',
    'file.lost': 'L’envoi a été interrompu. Réessayez.',
    'file.infected': 'L’antivirus a refusé ce fichier : il n’est pas gardé.',
    'file.scannerAway': 'L’antivirus ne répond pas : réessayez dans quelques minutes.',
    'file.unavailable':
      'Les fichiers ne peuvent pas être enregistrés pour l’instant. Rien n’a été gardé de celui-ci : réessayez dans un moment.',
  } satisfies Record<FileError, string>,
} as const;
