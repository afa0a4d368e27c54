/** Sentences of the terminal: starting, refusing to start, stopping. */
export const server = {
  ready: (url: string) => `Cordée est prête : ${url}`,
  stopping: 'Arrêt demandé : enregistrement de ce qui a été reçu…',
  stopped: 'Cordée est arrêtée.',
  seeding: 'Première ouverture : installation des exemples de démonstration…',
  openingEmbedded: (directory: string) => `Ouverture de la base intégrée (${directory})…`,
  badEnv: (name: string, expected: string) => `${name} n’a pas une valeur valable : ${expected}.`,
  expected: {
    port: 'attendu, un nombre de 0 à 65535',
    origin: 'attendu, une adresse complète comme https://cordee.exemple.fr, sans chemin',
    databaseUrl: 'attendu, une adresse postgres://utilisateur@hôte:5432/base',
    redisUrl: 'attendu, une adresse redis://hôte:6379',
    smtpUrl: 'attendu, une adresse smtp:// ou smtps://',
    clamdUrl: 'attendu, une adresse tcp://hôte:3310',
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
  databaseUnreachable: (reason: string) =>
    `La base de données ne répond pas (${reason}) : vérifiez DATABASE_URL et que PostgreSQL est démarré.`,
  databaseTooOld: (version: string) =>
    `PostgreSQL ${version} est trop ancien : Cordée demande la version 15 ou une plus récente.`,
  migrationMismatch:
    'La base de données a été préparée par une autre version de Cordée : installez cette version-là, ou restaurez une sauvegarde de celle-ci.',
  databaseDamaged: (directory: string) =>
    `La base intégrée de ${directory} n’a pas pu être ouverte : le dossier est gardé tel quel. Restaurez une sauvegarde dans un autre DATA_DIR.`,
  buildMissing: 'L’application n’est pas construite : lancez npm start ou npm run demo, qui le font.',
} as const;
