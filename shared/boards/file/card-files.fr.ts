import type { FileError } from '#shared/errors.ts';
import { file } from '../../kernel/file/file.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { board } from '../board.fr.ts';

const offline =
  'Envoyer un fichier demande le réseau. Le reste de la carte est gardé ; réessayez quand la connexion sera revenue.';

/** Words of the files of a card, in its panel. */
export const cardFiles = {
  add: 'Ajouter des fichiers',
  hint: (megabytes: number) =>
    `Ou déposez-les sur la carte. Au plus ${megabytes} Mo chacun ; une image peut servir de couverture.`,
  list: 'Fichiers de la carte',
  /** « PDF, 1,2 Mo, 14 mars 2023 » */
  facts: (format: string, bytes: number, day: string | null) =>
    [format, bytes > 0 && file.size(bytes), day].filter(Boolean).join(', '),
  isCover: 'Couverture',
  actions: (name: string) => `Actions du fichier « ${name} »`,
  useAsCover: 'Utiliser comme couverture',
  removeCover: 'Retirer la couverture',
  remove: 'Retirer le fichier',
  removed: (name: string) => `Fichier « ${name} » retiré de la carte.`,
  spoken: {
    started: (count: number) => `envoi de ${plural(count, 'fichier', 'fichiers')}`,
    added: (name: string) => `fichier « ${name} » ajouté à la carte`,
    cancelled: (name: string) => `envoi de « ${name} » annulé`,
    cover: (name: string) => `« ${name} » est la couverture de la carte`,
    coverRemoved: 'la carte n’a plus de couverture',
  },
  upload: {
    sending: (name: string, percent: number) => `Envoi de « ${name} » : ${percent} %`,
    /** All has left; the server still looks at it. */
    checking: (name: string) => `${name} : vérification…`,
    cancel: 'Annuler',
    cancelOf: (name: string) => `Annuler l’envoi de « ${name} »`,
    retry: 'Réessayer',
    retryOf: (name: string) => `Réessayer l’envoi de « ${name} »`,
    dismiss: 'Retirer',
    dismissOf: (name: string) => `Retirer le message sur « ${name} »`,
    refused: (name: string, why: string) => `${name} n’a pas été ajouté. ${why}`,
    tooLarge: (megabytes: number) => `Ce fichier dépasse ${megabytes} Mo, la taille permise.`,
  },
  errors: {
    ...file.errors,
    'board.filesFull': board.errors['board.filesFull'],
    'board.cardNotFound': board.errors['board.cardNotFound'],
    unreachable: offline,
    forbidden: 'Vous ne pouvez plus ajouter de fichier à ce tableau.',
    cancelled: '',
  } satisfies Record<FileError | 'unreachable' | 'forbidden' | 'cancelled', string> & Record<string, string>,
} as const;
