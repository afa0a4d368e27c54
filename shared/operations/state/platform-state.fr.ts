import type { JobFault, Level, WhyNot } from '#shared/operations/state/platform-state.ts';
import { BACKUP_LATE_DAYS, FREE_SHARE } from '#shared/operations/state/platform-state.ts';
import { plural } from '../../kernel/plural.fr.ts';
import type { QueueName } from '../../kernel/queue.ts';

const number = new Intl.NumberFormat('fr', { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('fr', { maximumFractionDigits: 0 });

/** What each queue does, for people. */
const QUEUES: Readonly<Record<QueueName, string>> = {
  mail: 'Envoi des courriels',
  digest: 'Courriels de la semaine',
  'access-request': 'Demandes d’accès aux documents',
  'call-closing': 'Rappels avant la clôture d’un appel',
  'call-moments': 'Ouvertures et clôtures des appels',
  'card-repeats': 'Cartes qui reviennent',
  'committee-announcements': 'Annonce des décisions du comité',
  erasures: 'Effacement de comptes',
  'event-reminders': 'Rappels avant un événement',
  'log-reminders': 'Rappels du journal d’expérimentation',
  'meeting-reminders': 'Rappels avant une séance',
  newsletter: 'Lettre d’information',
  'open-archives': 'Archives ouvertes',
  'open-archives-clearing': 'Retrait des archives ouvertes',
  'own-data': 'Archives de données personnelles',
  'own-data-clearing': 'Retrait des archives de données personnelles',
  'pack-logs': 'Rangement de l’historique des textes',
  'resource-clearing': 'Retrait des envois abandonnés',
  'resource-files': 'Lecture des fichiers des ressources',
  'resource-links': 'Vérification des liens des ressources',
  retention: 'Durées de conservation',
  'review-rounds': 'Échéances des relectures',
  'search-words': 'Mots de la recherche',
  trash: 'Corbeille',
  webhooks: 'Messages des liaisons (webhooks)',
};

/** Words of the page of state, for whoever manages the site. */
export const platformState = {
  title: 'État de la plateforme',
  place: 'Base, travaux, courriels, stockage, sessions et dernière sauvegarde, tels qu’ils sont maintenant.',
  lead: 'Ce que le serveur sait de lui-même au moment où vous ouvrez cette page.',
  measuredAt: (exact: string) => `Relevé du ${exact}. Rechargez la page pour un nouveau relevé.`,
  columns: { what: 'Mesure', value: 'Valeur', level: 'État' },
  levels: {
    fine: 'En ordre',
    watch: 'À surveiller',
    unknown: 'Non mesuré',
  } satisfies Record<Level, string>,
  whyNot: {
    slow: 'Cette mesure n’est pas arrivée à temps. Rechargez la page ; si elle manque encore, regardez le journal du serveur.',
    failed: 'Cette mesure a échoué : le journal du serveur dit pourquoi.',
  } satisfies Record<WhyNot, string>,
  summary: {
    fine: 'Tout ce qui est mesuré ici est en ordre.',
    watch: (count: number) => `${plural(count, 'point', 'points')} à surveiller :`,
    item: (theme: string, what: string) => `${theme} : ${what}`,
  },
  size: (bytes: number) => {
    if (bytes < 1e6) return `${whole.format(Math.ceil(bytes / 1e3))} Ko`;
    if (bytes < 1e9) return `${whole.format(bytes / 1e6)} Mo`;
    return `${number.format(bytes / 1e9)} Go`;
  },
  duration: (seconds: number) => {
    const days = Math.floor(seconds / 86_400);
    const hours = Math.floor((seconds % 86_400) / 3_600);
    if (days > 0) return `${plural(days, 'jour', 'jours')} et ${plural(hours, 'heure', 'heures')}`;
    const minutes = Math.floor((seconds % 3_600) / 60);
    return hours > 0
      ? `${plural(hours, 'heure', 'heures')} et ${plural(minutes, 'minute', 'minutes')}`
      : plural(minutes, 'minute', 'minutes');
  },
  health: {
    title: 'Santé',
    database: 'Base de données',
    databaseIs: (isEmbedded: boolean, version: string) =>
      isEmbedded ? `Base intégrée, PostgreSQL ${version}` : `PostgreSQL ${version}`,
    migrations: 'Migrations',
    migrationsAre: (applied: number, shipped: number) =>
      `${plural(applied, 'appliquée', 'appliquées')} sur ${plural(shipped, 'livrée', 'livrées')}`,
    migrationsDiffer:
      'La base n’est pas celle de cette version : une mise à jour est en cours sur une autre instance, ou une instance n’a pas redémarré.',
    fileStore: 'Fichiers',
    fileStoreIs: (isBucket: boolean) =>
      isBucket ? 'Dans un stockage S3, qui répond' : 'Dans le dossier de données',
    fileStoreAway: (isBucket: boolean) =>
      isBucket
        ? 'Le stockage S3 ne répond pas : les fichiers ne se lisent ni ne s’envoient ; les textes et les tableaux, si'
        : 'Le dossier de données ne peut pas être lu ou écrit : vérifiez ses droits',
    redis: 'Redis',
    redisReady: 'Relié : les instances se parlent',
    redisAway: 'Absent : les instances lisent dans la base ce qu’elles auraient entendu',
    redisNone: 'Aucun : une seule instance suffit',
    redisMissing: 'Aucun, alors que plusieurs instances travaillent : réglez REDIS_URL',
    proxy: 'Adresses des visiteurs',
    proxyNamed: 'Chacun a la sienne',
    proxyUnnamed: (address: string) => `Tous passent pour ${address}`,
    proxyHint:
      'Un serveur mandataire (proxy) transmet les demandes sans être nommé dans TRUSTED_PROXIES : les mots de passe faux de l’un bloquent alors les autres.',
    instances: 'Instances',
    instancesSeen: (live: number) => `${plural(live, 'instance', 'instances')} en marche`,
    instancesLost: (count: number) =>
      `${plural(count, 'arrêt', 'arrêts')} sans prévenir dans les sept derniers jours`,
    loop: 'Délai de la boucle d’événements',
    loopIs: (median: number, p99: number, most: number) =>
      `${number.format(median)} ms en général, ${number.format(p99)} ms au 99e centile, ${number.format(most)} ms au plus`,
    loopHint: 'Pendant la dernière minute entière, sur l’instance qui répond.',
    memory: 'Mémoire du programme',
    uptime: 'En marche depuis',
  },
  jobs: {
    title: 'Travaux',
    lead: 'Ce que le serveur fait sans attendre personne. Un travail qui échoue est repris plus tard, de lui-même.',
    table: 'Travaux par file',
    queue: 'File',
    waiting: 'En attente',
    running: 'En cours',
    failed: 'Abandonnés',
    retrying: (count: number) => `dont ${whole.format(count)} à reprendre`,
    /** An older version may have left a queue that has no words any more. */
    queueName: (name: string) => new Map<string, string>(Object.entries(QUEUES)).get(name) ?? name,
    failures: 'Derniers échecs',
    noFailure: 'Aucun travail n’a échoué ces dernières vingt-quatre heures.',
    job: 'Travail',
    failedAt: 'Échec',
    fault: 'Raison',
    next: 'Suite',
    tries: (count: number) => plural(count, 'essai', 'essais'),
    abandoned: 'Abandonné',
    willRetry: 'Sera repris',
    faults: {
      unreachable: 'Le service attendu (serveur de courriel, site ou base) n’a pas pu être joint.',
      refusedSignIn: 'Le serveur de courriel a refusé l’identifiant ou le mot de passe.',
      refusedRecipient: 'Le serveur de courriel a refusé le message ou son destinataire.',
      askedLater: 'Le serveur de courriel demande de réessayer plus tard.',
      noAnswer:
        'Le serveur de courriel a eu le message et n’a pas dit s’il le prenait : il a pu partir, et n’est pas envoyé une seconde fois.',
      certificate:
        'Le certificat du serveur n’est pas valable : il est périmé, d’une autre adresse ou d’une autorité inconnue.',
      tooLong: 'Le travail a duré trop longtemps.',
      diskFull: 'Le disque est plein.',
      noRight: 'Le programme n’a pas le droit de lire ou d’écrire un fichier.',
      missing: 'Un fichier attendu n’est pas là.',
      stopped: 'Le serveur s’est arrêté pendant le travail.',
      other: 'Une erreur imprévue : le journal du serveur la donne, avec le numéro de ce travail.',
    } satisfies Record<JobFault, string>,
    number: (id: string) => `n° ${id}`,
    again: 'Relancer',
    againOf: (queue: string, failedAt: string) => `Relancer : ${queue}, échec ${failedAt}`,
  },
  mails: {
    title: 'Courriels',
    server: 'Serveur d’envoi',
    serverSet: 'Réglé (SMTP_URL)',
    serverNone: 'Aucun : les courriels restent dans le dossier de données',
    readThem: 'Lire ces courriels',
    waiting: 'En attente d’envoi',
    held: 'Retenus jusqu’à un autre jour',
    heldHint: 'Parmi ceux qui attendent : ce que des personnes ont envoyé au-delà de leur nombre du jour.',
    left: 'Partis en vingt-quatre heures',
    failed: 'Refusés ou abandonnés',
    lastSuccess: 'Dernier envoi réussi',
    noSuccess: 'Aucun dans les dernières vingt-quatre heures',
    count: (count: number) => plural(count, 'courriel', 'courriels'),
    trial: 'Envoyer un courriel d’essai',
    trialHint: (email: string) => `À votre adresse, ${email}, et à personne d’autre.`,
  },
  storage: {
    title: 'Stockage',
    database: 'Base de données',
    files: 'Fichiers',
    filesAre: (files: number, size: string) => `${size} en ${plural(files, 'fichier', 'fichiers')}`,
    filesAtLeast: (files: number, size: string) =>
      `Au moins ${size} en ${plural(files, 'fichier', 'fichiers')} : il y en a trop pour tout compter ici`,
    space: 'Place libre',
    spaceIs: (free: string, total: string) => `${free} sur ${total}`,
    spaceHint:
      'Sur le disque du dossier de données. Celui d’un PostgreSQL installé ailleurs se surveille là-bas.',
    spaceShort: `Moins de ${whole.format(FREE_SHARE * 100)} % du disque est libre : faites de la place avant qu’il ne soit plein.`,
  },
  sessions: {
    title: 'Sessions',
    open: 'Sessions ouvertes',
    openAre: (sessions: number, people: number) =>
      `${plural(sessions, 'session', 'sessions')}, de ${plural(people, 'personne', 'personnes')}`,
    present: 'Personnes présentes',
    presentHint: 'Avec un document ou un tableau ouvert, sur l’instance qui répond.',
    people: (count: number) => plural(count, 'personne', 'personnes'),
    rooms: 'Documents et tableaux vivants',
    roomsAre: (count: number) => plural(count, 'en mémoire', 'en mémoire'),
    sockets: 'Liaisons en direct',
    socketsAre: (count: number, http: number) =>
      http > 0
        ? `${plural(count, 'liaison', 'liaisons')}, dont ${whole.format(http)} par simples requêtes`
        : plural(count, 'liaison', 'liaisons'),
  },
  backup: {
    title: 'Dernière sauvegarde',
    when: 'Date',
    never: 'Jamais, d’après ce dossier de données',
    late: `La dernière sauvegarde a plus de ${plural(BACKUP_LATE_DAYS, 'jour', 'jours')}.`,
    none: 'Aucune sauvegarde n’est connue. Lancez « npm run backup » sur le serveur, ou son minuteur.',
    content: 'Contenu',
    contentIs: (rows: number, files: number, size: string) =>
      `${plural(rows, 'ligne', 'lignes')} et ${plural(files, 'fichier', 'fichiers')}, ${size}`,
    protection: 'Protection',
    sealed: 'Chiffrée par une phrase',
    open: 'Non chiffrée : qui lit le fichier lit tout',
    rehearsal: 'Essai de restauration',
    rehearsed: 'Fait, et réussi',
    notRehearsed: 'Non fait : ajoutez « --verify »',
  },
  versions: { title: 'Versions', cordee: 'Cordée', node: 'Node.js' },
  done: {
    again: 'Ce travail est relancé : il part dans quelques secondes.',
    gone: 'Ce travail n’est plus là : il a réussi, ou son délai est passé.',
    waits: 'Un travail de cette file attend déjà : il fera ce que celui-ci devait faire.',
    trial: 'Le courriel d’essai est parti : le serveur d’envoi l’a pris. Regardez s’il arrive.',
    trialKept: 'Le courriel d’essai est dans le dossier des courriels : aucun serveur d’envoi n’est réglé.',
    trialFailed: (why: string) => `Le courriel d’essai n’est pas parti. ${why}`,
  },
} as const;
