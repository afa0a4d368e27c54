import { dates } from '../../kernel/dates.fr.ts';
import { file } from '../../kernel/file/file.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** Sentences of the terminal: backing up and restoring. */
export const backup = {
  usage: 'Usage : npm run backup -- FICHIER [--verify]',
  restoreUsage: 'Usage : npm run restore -- FICHIER [--replace]',
  opening: 'Ouverture de la base de données…',
  readingTable: ({ at, of, name }: { at: number; of: number; name: string }) =>
    `Table ${at} sur ${of} : ${name}`,
  readingFiles: ({ folder, count }: { folder: string; count: number }) =>
    `Dossier ${folder} : ${plural(count, 'fichier', 'fichiers')}`,
  checking: 'Relecture et contrôle de la sauvegarde…',
  rehearsing: 'Restauration d’essai dans une base temporaire…',
  taken: ({
    path,
    rows,
    files,
    bytes,
    isRehearsed,
  }: {
    path: string;
    rows: number;
    files: number;
    bytes: number;
    isRehearsed: boolean;
  }) =>
    `Sauvegarde ${isRehearsed ? 'restaurée pour essai' : 'relue'} : ${path} (${file.size(bytes)}, ${plural(rows, 'ligne', 'lignes')}, ${plural(files, 'fichier', 'fichiers')}).`,
  notSealed:
    'Elle n’est pas chiffrée : qui la lit, lit tout. Elle ne contient pas le secret de l’installation ; donnez BACKUP_PASSPHRASE_FILE pour la chiffrer et l’y mettre.',
  writingTable: (name: string) => `Table ${name}…`,
  checkingLinks: 'Contrôle des liens entre les tables…',
  restored: (takenAt: Date) =>
    `Restauration faite : l’installation est celle du ${dates.exact(takenAt)}. Chacun se connecte de nouveau ; les textes gardés par les navigateurs ne sont pas mêlés à ceux-ci.`,
  kept: (folder: string) => `Ce qui était là est gardé dans ${folder}.`,
  newSecret:
    'Le secret de l’installation n’était pas dans la sauvegarde : les courriels en attente et les liens déjà envoyés (désabonnement, réponses aux séances) ne valent plus.',
  cancelled: 'Interrompu : rien n’a été changé.',

  exists: (path: string) => `${path} existe déjà : une sauvegarde n’en remplace pas une autre.`,
  noRoom: (path: string) =>
    `Il n’y a pas assez de place sur le disque pour la sauvegarde (${path}) : rien n’a été gardé, l’installation est intacte.`,
  notWritable: (path: string) => `${path} ne peut pas être écrit : vérifiez le dossier et ses droits.`,
  serverSilent: (directory: string) =>
    `Le dossier de données ${directory} est tenu par une autre instance de Cordée, dont la base intégrée ne répond pas encore : attendez qu’elle soit prête, ou arrêtez-la.`,

  unreadable: (path: string) => `${path} ne peut pas être lu.`,
  notBackup: (path: string) => `${path} n’est pas une sauvegarde de Cordée.`,
  truncated: (path: string) =>
    `${path} est incomplet : la fin manque. Rien n’a été restauré ; reprenez une autre sauvegarde ou une autre copie.`,
  damaged: (path: string) =>
    `${path} a été coupé ou modifié depuis qu’il a été écrit. Rien n’a été restauré ; reprenez une autre sauvegarde ou une autre copie.`,
  passphraseNeeded:
    'Cette sauvegarde est chiffrée : donnez sa phrase de passe par BACKUP_PASSPHRASE_FILE ou BACKUP_PASSPHRASE.',
  passphraseShort: 'La phrase de passe est trop courte : il faut au moins 12 caractères.',
  wrongPassphrase: 'La phrase de passe n’est pas celle de cette sauvegarde. Rien n’a été restauré.',
  noRoomToRestore:
    'Il n’y a pas assez de place sur le disque pour restaurer : rien n’a été changé. Faites de la place, puis relancez.',
  storeAway:
    'Le stockage S3 ne répond pas ou refuse : rien n’a été changé. Vérifiez-le et les réglages S3_…, puis relancez.',
  bucketHalfway:
    'La base est restaurée, mais le stockage S3 a cessé de répondre avant que les fichiers ne soient tous en place : relancez la même commande, avec --replace.',
  newer:
    'Cette sauvegarde vient d’une version plus récente de Cordée : installez cette version, puis restaurez. Rien n’a été changé.',
  otherVersion:
    'Cette sauvegarde vient d’une autre version de Cordée, que celle-ci ne sait pas lire. Rien n’a été changé.',
  notEmpty:
    'Cette installation contient déjà des données. Rien n’a été changé ; pour la remplacer en gardant de côté ce qui est là, ajoutez --replace.',
  databaseInUse:
    'D’autres programmes sont connectés à cette base de données : arrêtez Cordée et fermez ce qui s’y connecte, puis relancez. Rien n’a été changé.',
  serverRunning: (directory: string) =>
    `Cordée est en marche sur ${directory} : arrêtez-la, puis relancez la restauration. Rien n’a été changé.`,
} as const;
