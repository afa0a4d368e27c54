/** Sentences of the terminal: starting, refusing to start, stopping. */
export const server = {
  ready: (url: string) => `Cordée est prête : ${url}`,
  stopping: 'Arrêt demandé : enregistrement de ce qui a été reçu…',
  stopped: 'Cordée est arrêtée.',
  seeding: 'Première ouverture : installation des exemples de démonstration…',
  badEnv: (name: string, expected: string) => `${name} n’a pas une valeur valable : ${expected}.`,
  expected: {
    port: 'attendu, un nombre de 0 à 65535',
    origin: 'attendu, une adresse complète comme https://cordee.exemple.fr, sans chemin',
    databaseUrl: 'attendu, une adresse postgres://utilisateur@hôte:5432/base',
    redisUrl: 'attendu, une adresse redis://hôte:6379',
    smtpUrl: 'attendu, une adresse smtp:// ou smtps://',
    clamdUrl: 'attendu, une adresse tcp://hôte:3310',
    bucket: 'attendu, un nom de compartiment en minuscules, comme cordee-fichiers',
    allOfBucket: 'attendus ensemble, S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY et S3_SECRET_KEY',
    secret: 'attendu, au moins 32 caractères',
    token: 'attendu, au moins 16 caractères',
    passphrase: 'attendu, au moins 12 caractères',
    number: 'attendu, un nombre entier positif',
    text: 'attendu, un texte non vide',
    webUrl: 'attendu, une adresse https://',
    issuer: 'attendue, l’adresse https:// de l’émetteur',
    providers: 'attendus, des noms en minuscules séparés par des virgules, comme proconnect',
    contact: 'attendu, mailto:securite@exemple.fr ou une adresse https://',
    networks: 'attendu, des adresses ou des réseaux séparés par des virgules, comme 10.0.0.5 ou 10.0.0.0/8',
    doors: 'attendu, des couples adresse:port séparés par des virgules, comme 10.0.0.5:8080',
  },
  dataDirUnreadable: (directory: string) =>
    `Le dossier de données ${directory} ne peut pas être lu ou écrit : vérifiez ses droits, puis relancez.`,
  dataDirInUse: (directory: string) =>
    `Le dossier de données ${directory} est déjà utilisé par une autre instance de Cordée : arrêtez-la d’abord, ou choisissez un autre DATA_DIR.`,
  portTaken: (port: number) =>
    `Le port ${port} est déjà pris : libérez-le, ou choisissez-en un autre avec PORT.`,
  addressRefused: (host: string, port: number, reason: string) =>
    `Cordée ne peut pas écouter sur ${host}, port ${port} (${reason}) : vérifiez HOST, et choisissez un PORT au-delà de 1023 si l’utilisateur n’est pas root.`,
  databaseUnreachable: (reason: string) =>
    `La base de données ne répond pas (${reason}) : vérifiez DATABASE_URL et que PostgreSQL est démarré.`,
  /** By what PostgreSQL or the network calls it. */
  databaseRefuses: {
    '3D000': 'La base de données que DATABASE_URL nomme n’existe pas : créez-la, ou corrigez ce nom.',
    '28P01': 'PostgreSQL refuse l’utilisateur ou le mot de passe de DATABASE_URL : corrigez-les.',
    '28000':
      'PostgreSQL refuse l’utilisateur de DATABASE_URL : vérifiez son nom, et que pg_hba.conf l’admet.',
    '42501':
      'L’utilisateur de DATABASE_URL n’a pas le droit de préparer cette base de données : donnez-la-lui par ALTER DATABASE … OWNER TO.',
    '25006':
      'Cette base de données n’accepte pas d’écriture (copie de secours, ou default_transaction_read_only) : donnez dans DATABASE_URL celle qui en accepte.',
    '53300':
      'PostgreSQL n’a plus de connexion libre : augmentez max_connections, ou fermez d’autres programmes.',
    ENOTFOUND: 'Le nom de serveur de DATABASE_URL est inconnu sur ce réseau : vérifiez-le.',
  } as Readonly<Record<string, string>>,
  databaseEncoding: (encoding: string) =>
    `La base de données est en ${encoding}, et Cordée demande UTF8 : créez-en une par « createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 ».`,
  databaseLocale:
    'La base de données ne connaît pas les lettres accentuées (sa locale est sans doute « C ») : créez-en une par « createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 ».',
  bucketRefused:
    'Le stockage S3 refuse ce compartiment ou ces clés : vérifiez S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY et S3_SECRET_KEY, et que le compartiment existe.',
  databaseTooOld: (version: string) =>
    `PostgreSQL ${version} est trop ancien : Cordée demande la version 15 ou une plus récente.`,
  migrationMismatch:
    'La base de données a été préparée par une autre version de Cordée : installez cette version-là, ou restaurez une sauvegarde de celle-ci.',
  databaseNotMade: (directory: string) =>
    `La base intégrée n’a pas pu être créée dans ${directory} : vérifiez les droits du dossier et la place libre, puis relancez. Rien n’a été changé.`,
  diskFull: (directory: string) =>
    `Il n’y a pas assez de place sur le disque de ${directory} pour ouvrir la base intégrée : rien n’a été changé. Faites de la place, puis relancez.`,
  databaseNotMadeByRoot: (directory: string) =>
    `La base intégrée n’a pas pu être créée dans ${directory} : PostgreSQL ne fonctionne pas sous le compte root. Lancez Cordée sous un autre compte, à qui ce dossier appartient, ou donnez DATABASE_URL. Rien n’a été changé.`,
  databaseDamaged: (directory: string, log: string) =>
    `La base intégrée de ${directory} n’a pas pu être ouverte : le dossier est gardé tel quel, et ${log} dit pourquoi. Restaurez une sauvegarde dans un autre DATA_DIR.`,
  databaseCopied: (directory: string, from: string) =>
    `La base intégrée de ${directory} est une copie de ${from}, faite pendant que Cordée fonctionnait : rien ne dit qu’elle est entière. Restaurez plutôt une sauvegarde (npm run restore).`,
  olderDatabase: (directory: string) =>
    `${directory} est la base intégrée d’une version plus ancienne de Cordée, que celle-ci ne lit pas : rien n’y a été touché. Faites une sauvegarde avec cette version-là (npm run backup -- FICHIER), puis restaurez-la ici (npm run restore -- FICHIER --replace).`,
  otherMajor: (directory: string, major: string) =>
    `${directory} est la base intégrée d’une autre version de Cordée, et celle-ci fonctionne avec PostgreSQL ${major} : rien n’y a été touché. Faites une sauvegarde avec cette version-là (npm run backup -- FICHIER), puis restaurez-la ici (npm run restore -- FICHIER --replace).`,
  networkDisk: (directory: string) =>
    `${directory} est sur un disque du réseau, où la base intégrée ne serait pas en sûreté : choisissez un DATA_DIR sur un disque de cette machine, ou donnez DATABASE_URL.`,
  noEmbedded: (system: string) =>
    `Il n’y a pas de base intégrée pour ce système (${system}) : installez PostgreSQL 15 ou plus récent, et donnez son adresse dans DATABASE_URL.`,
  embeddedDoesNotRun: (reason: string) =>
    `La base intégrée ne fonctionne pas sur ce système (${reason}) : installez PostgreSQL 15 ou plus récent, et donnez son adresse dans DATABASE_URL.`,
  embeddedNotLinked: (directory: string) =>
    `Les bibliothèques de la base intégrée ne peuvent pas être complétées dans ${directory} : réinstallez les dépendances avec leurs scripts (npm rebuild), ou donnez DATABASE_URL.`,
  socketFolderTaken: (directory: string) =>
    `Le dossier ${directory}, dont la base intégrée a besoin, n’appartient pas à ce compte ou est ouvert à d’autres : supprimez-le, puis relancez.`,
  buildMissing: 'L’application n’est pas construite : lancez npm start ou npm run demo, qui le font.',
} as const;
