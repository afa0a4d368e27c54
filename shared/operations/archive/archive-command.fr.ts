import { plural } from '../../kernel/plural.fr.ts';

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
  importUsage: 'Usage : npm run import -- FICHIER.zip',
  serverRunning: (path: string) =>
    `Le dossier de données ${path} est tenu par Cordée en marche : arrêtez-la, importez, puis relancez-la.`,
  reading: 'Lecture et contrôle de toute l’archive…',
  importing: 'Import : tout, ou rien…',
  line: (title: string, { made, known, left }: { made: number; known: number; left: number }) =>
    `${title} : ${[
      made > 0 && plural(made, 'ligne entrée', 'lignes entrées'),
      known > 0 && plural(known, 'ligne déjà là', 'lignes déjà là'),
      left > 0 && plural(left, 'ligne restée de côté', 'lignes restées de côté'),
    ]
      .filter(Boolean)
      .join(', ')}.`,
  left: 'Ce qui était déjà là est laissé tel quel. Reste de côté ce qui dépend d’une personne ou d’un objet qui n’est pas ici.',
  readOnly: (title: string, rows: number) =>
    `${title} : ${plural(rows, 'ligne', 'lignes')} à lire dans l’archive ; une preuve ne se rejoue pas ailleurs.`,
  imported:
    'Import fait. Les personnes se font inviter comme d’habitude ; les recherches suivent au prochain démarrage.',
  said: (name: string, body: string) => `${name} : ${body}`,
  somebody: 'Une personne',
  faults: {
    unreadable: 'Ce fichier ne peut pas être lu. Rien n’a été changé.',
    notArchive:
      'Ce fichier n’est pas une archive ZIP entière : il est coupé, chiffré ou d’une autre nature. Rien n’a été changé.',
    foreign: 'Cette archive ZIP n’est pas une archive ouverte de Cordée. Rien n’a été changé.',
    badPath:
      'Cette archive contient des noms de fichiers qui en sortiraient, ou deux fois le même. Rien n’a été changé.',
    tooLarge: 'Cette archive annonce un contenu démesuré pour sa taille. Rien n’a été changé.',
    newer:
      'Cette archive vient d’une version plus récente de Cordée : mettez celle-ci à jour. Rien n’a été changé.',
    damaged:
      'Un fichier de cette archive n’est pas celui qu’elle décrit : elle a été modifiée ou abîmée. Rien n’a été changé.',
    strange: 'Cette archive décrit des objets que Cordée ne sait pas montrer. Rien n’a été changé.',
  },
} as const;
