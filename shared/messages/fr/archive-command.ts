import { plural } from './plural.ts';

/** What `npm run export` and `npm run import` say in the terminal. */
export const archiveCommand = {
  exportUsage: 'Usage : npm run export -- FICHIER.zip',
  exists: (path: string) => `${path} existe déjà : donnez un autre nom, ou déplacez ce fichier.`,
  notWritable: (path: string) =>
    `${path} ne peut pas être écrit : vérifiez le dossier, les droits et la place.`,
  noAdministrator:
    'Aucun compte n’administre cette installation : ouvrez Cordée une première fois, créez ce compte, puis recommencez.',
  opening: 'Ouverture de la base de données…',
  running: (done: number, total: number) => `… ${done} sur ${plural(total, 'étape', 'étapes')}.`,
  exported: (path: string, groups: number) =>
    `Archive ouverte faite : ${plural(groups, 'groupe', 'groupes')}, dans ${path}. Elle contient des données personnelles et des textes réservés : gardez-la comme eux.`,
} as const;
