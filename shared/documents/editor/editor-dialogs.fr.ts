import type { FileError } from '#shared/errors.ts';

/** Words of the dialogs of the editor for links and images: loaded with them. */
export const editorDialogs = {
  linkDialog: {
    title: 'Lien',
    address: 'Adresse',
    addressHint: 'Une adresse complète, par exemple https://www.data.gouv.fr, ou une adresse électronique.',
    invalid: 'Cette adresse n’est pas reconnue. Elle commence par https://, http:// ou mailto:.',
    submit: 'Appliquer',
    remove: 'Retirer le lien',
    follow: 'Ouvrir le lien',
    cancel: 'Annuler',
  },
  errors: {
    'file.missing': 'Choisissez une image.',
    'file.empty': 'Ce fichier est vide : il ne contient aucun octet.',
    'file.tooLarge': 'Ce fichier dépasse la taille permise. Réduisez l’image, puis réessayez.',
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
