import type { OutsideError } from '#shared/kernel/outside/outside-errors.ts';
import type { ChangeType } from '#shared/operations/change/change.ts';
import type { DeliveryState, PauseReason, TYPE_NOUNS } from '#shared/operations/webhook/webhook.ts';
import { OLDER_SECRET_HOURS, TEST_TYPE, WEBHOOKS_MAX } from '#shared/operations/webhook/webhook.ts';
import type { WebhookError } from '#shared/operations/webhook/webhook-errors.ts';
import type { ProgrammeVerb } from '#shared/people/activity/programme-events.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { KINDS } from '../../kinds.ts';
import { programmeEvent } from '../../news/notification/programme-event.fr.ts';
import { PROGRAMME_VERBS } from '../../people/activity/programme-events.ts';

const types = {
  'group.created': 'Un groupe est créé',
  'document.created': 'Un document est créé',
  'document.renamed': 'Un document est renommé',
  'document.trashed': 'Un document est mis à la corbeille',
  'document.restored': 'Un document est repris de la corbeille',
  'document.accessChanged': 'Les accès d’un document changent',
  'document.edited': 'Un document est modifié',
  'document.commented': 'Un document est commenté',
  'document.replied': 'Un commentaire d’un document reçoit une réponse',
  'document.suggested': 'Une modification d’un document est proposée',
  'document.suggestionAccepted': 'Une suggestion est acceptée',
  'document.suggestionRefused': 'Une suggestion est refusée',
  'document.published': 'Un document est publié',
  'document.withdrawn': 'La publication d’un document est retirée',
  'document.movedAway': 'Un document part vers un autre groupe',
  'document.movedIn': 'Un document vient d’un autre groupe',
  'document.versionNamed': 'Une version d’un document est nommée',
  'document.stateRestored': 'Une version d’un document est rétablie',
  'document.decided': 'Une décision est inscrite',
  'document.decisionChanged': 'Une décision en change une autre',
  'document.reviewOpened': 'Une relecture est ouverte',
  'document.reviewAnswered': 'Une relecture reçoit une réponse',
  'document.reviewClosed': 'Une relecture est close',
  'board.created': 'Un tableau est créé',
  'board.renamed': 'Un tableau est renommé',
  'board.trashed': 'Un tableau est mis à la corbeille',
  'board.restored': 'Un tableau est repris de la corbeille',
  'board.commented': 'Une carte est commentée',
  'board.replied': 'Un commentaire d’une carte reçoit une réponse',
  'board.assigned': 'Une carte est confiée à quelqu’un',
  'meeting.planned': 'Une séance est planifiée',
  'topic.opened': 'Une discussion est ouverte',
  'topic.replied': 'Un message est écrit dans une discussion',
  'meeting.changed': 'Une séance est modifiée',
  'meeting.cancelled': 'Une séance est annulée',
  'meeting.restored': 'Une séance annulée est rétablie',
  'meeting.itemProposed': 'Un point est proposé à l’ordre du jour',
  'meeting.itemAccepted': 'Un point est accepté à l’ordre du jour',
  'meeting.opened': 'Une séance est ouverte',
  'meeting.closed': 'Une séance est close',
  'meeting.reopened': 'Une séance est rouverte',
  'meeting.voteClosed': 'Un vote est clos',
  'minutes.submitted': 'Un compte rendu est soumis',
  'minutes.approved': 'Un compte rendu est approuvé',
  'minutes.approvalTakenBack': 'L’approbation d’un compte rendu est reprise',
  'resource.shared': 'Une ressource est partagée',
  'resource.edited': 'La fiche d’une ressource est modifiée',
  'resource.versionAdded': 'Une ressource reçoit une nouvelle version',
  'resource.versionRestored': 'Une version d’une ressource est rétablie',
  'resource.sharedWithAll': 'Une ressource est partagée avec tous les groupes',
  'resource.keptToGroup': 'Une ressource est rendue à son groupe seul',
  'resource.trashed': 'Une ressource est mise à la corbeille',
  'resource.restored': 'Une ressource est reprise de la corbeille',
  'dataset.created': 'Un jeu de données est décrit',
  'dataset.changed': 'La description d’un jeu de données change',
  'dataset.trashed': 'Un jeu de données est mis à la corbeille',
  'dataset.restored': 'Un jeu de données est repris de la corbeille',
  'check.done': 'Un fichier de données est contrôlé',
  'member.added': 'Une personne ou un organisme est ajouté au groupe',
  'member.roleChanged': 'Un rôle change',
  'member.removed': 'Une personne ou un organisme est retiré du groupe',
  'member.joined': 'Une personne rejoint le groupe',
  'member.left': 'Une personne quitte le groupe',
} satisfies Record<Exclude<ChangeType, ProgrammeVerb>, string>;

/** Of an event of a group, or of the programme; of one that an older version knew, its name. */
const typeOf = (type: string): string => {
  const ofProgramme = PROGRAMME_VERBS.find((verb) => verb === type);
  if (ofProgramme) return programmeEvent.type(ofProgramme);
  return Object.entries(types).find(([known]) => known === type)?.[1] ?? type;
};

/** Why nothing answered, as the log says it. */
const reasons = {
  'outside.off': 'Cette installation n’appelle aucune adresse extérieure',
  'outside.address': 'Adresse illisible',
  'outside.port': 'Port non autorisé',
  'outside.private': 'L’adresse mène à un réseau privé',
  'outside.unknownHost': 'Site introuvable',
  'outside.unreachable': 'Connexion impossible',
  'outside.tooSlow': 'Pas de réponse à temps',
  'outside.tooLarge': 'Réponse trop longue',
  'outside.redirects': 'Trop de redirections',
  'outside.gone': 'Rien à cette adresse',
  'outside.status': 'Réponse refusée',
  'outside.encoded': 'Réponse illisible',
  'outside.plain': 'L’adresse n’est pas en https',
} satisfies Record<OutsideError, string>;

/** Words of the pages of webhooks. */
export const webhook = {
  title: 'Liaisons',
  fullTitle: 'Liaisons avec d’autres outils (webhooks)',
  lead: {
    group:
      'À chaque événement choisi de ce groupe, Cordée envoie un message signé à un autre outil : messagerie d’équipe, tableau de bord, automatisation. Le message dit ce qui s’est passé, à quel objet et par qui, avec son titre et son adresse ; jamais son texte, et rien d’un document à accès restreint.',
    space:
      'À chaque événement choisi, dans n’importe quel groupe ou dans le programme, Cordée envoie un message signé à un autre outil. Le message dit ce qui s’est passé, à quel objet et par qui, avec son titre et son adresse ; jamais son texte, et rien d’un document à accès restreint, d’une candidature ou d’une mission.',
  },
  place: 'Prévenir d’autres outils de ce qui se passe dans tous les groupes',
  fromSettings:
    'Prévenir d’autres outils (messagerie d’équipe, automatisation) de ce qui se passe dans le groupe.',
  manage: 'Gérer les liaisons',
  off: 'Cette installation n’appelle aucune adresse extérieure : rien ne partira avant que la personne qui administre la machine ne l’autorise (réglage OUTSIDE).',
  listTitle: 'Liaisons existantes',
  none: 'Aucune liaison pour l’instant. Il en faut une par outil à prévenir : son adresse, et les événements qui l’intéressent.',
  columns: { name: 'Nom', address: 'Adresse', state: 'État', last: 'Dernier message' },
  never: 'Aucun',
  active: 'Active',
  paused: 'En pause',
  pauseReasons: {
    byHand: 'Mise en pause à la main.',
    failed: 'Mise en pause après huit tentatives sans succès en deux jours.',
    gone: 'Mise en pause : l’autre outil a répondu que l’adresse n’existe plus (410).',
    owner: 'Mise en pause : la personne qui en répondait n’a plus le droit de la gérer.',
  } satisfies Record<PauseReason, string>,
  newTitle: 'Nouvelle liaison',
  name: 'Nom',
  nameHint: 'Celui de l’outil à prévenir, par exemple « Salon de l’équipe ».',
  address: 'Adresse qui reçoit les messages',
  addressHint: 'Donnée par l’autre outil. Elle commence par https://.',
  which: 'Quels événements envoyer ?',
  all: 'Tous, même ceux qui viendront',
  some: 'Seulement ceux que je coche',
  choose: 'Choisir les événements',
  chosen: (count: number) => plural(count, 'événement choisi', 'événements choisis'),
  allChosen: 'Tous les événements',
  nouns: {
    document: 'Documents',
    board: 'Tableaux',
    meeting: 'Séances',
    minutes: 'Comptes rendus',
    resource: 'Ressources',
    dataset: 'Jeux de données',
    check: 'Contrôles de fichiers',
    topic: 'Discussions',
    member: 'Membres',
    group: 'Groupes',
    call: KINDS.call.many,
    experiment: KINDS.experiment.many,
    'data-need': KINDS['data-need'].many,
    issue: KINDS.issue.many,
    track: KINDS.track.many,
    facilitator: KINDS.facilitator.many,
    bulletin: KINDS.bulletin.many,
    event: KINDS.event.many,
    newsletter: KINDS.newsletter.many,
  } satisfies Record<(typeof TYPE_NOUNS)[number], string>,
  typeOf: (type: string): string => (type === TEST_TYPE ? 'Essai' : typeOf(type)),
  create: 'Créer la liaison',
  save: 'Enregistrer',
  saved: 'La liaison est enregistrée.',
  faults: 'La liaison n’a pas été enregistrée',
  created: 'La liaison est créée. Copiez son secret maintenant : il ne sera plus montré.',
  rotated: `Le nouveau secret est prêt. Copiez-le maintenant : il ne sera plus montré. L’ancien signe encore pendant ${OLDER_SECRET_HOURS} heures.`,
  secret: {
    label: 'Secret de signature',
    hint: 'À donner à l’autre outil, pour qu’il vérifie que les messages viennent bien d’ici.',
    copy: 'Copier le secret',
    copied: 'Secret copié.',
  },
  open: 'Ouvrir la liaison',
  owner: (name: string | null) =>
    name ? `${name} répond de cette liaison.` : 'Personne ne répond de cette liaison.',
  olderUntil: (when: string) => `L’ancien secret signe encore jusqu’au ${when}.`,
  settings: 'Réglages de la liaison',
  rotate: 'Changer de secret',
  rotateHint: `Un nouveau secret est fait ; l’ancien reste valable ${OLDER_SECRET_HOURS} heures, le temps de le remplacer dans l’autre outil.`,
  pause: 'Mettre en pause',
  resume: 'Remettre en marche',
  resumeHint: 'Ce qui se passe pendant une pause n’est pas envoyé ensuite.',
  isPaused: 'La liaison est en pause.',
  isResumed: 'La liaison est en marche. Vous en répondez.',
  remove: 'Supprimer la liaison',
  removeHint: 'Son journal est supprimé avec elle.',
  removed: 'La liaison est supprimée.',
  test: 'Envoyer un essai',
  testQueued: 'L’essai part dans quelques secondes : actualisez la page pour lire ce qui a été répondu.',
  again: 'Renvoyer',
  againOf: (what: string) => `Renvoyer : ${what}`,
  againQueued: 'Le message repart dans quelques secondes, sous le même numéro.',
  refresh: 'Actualiser',
  logTitle: 'Journal des messages',
  logNone: 'Aucun message pour l’instant. « Envoyer un essai » montre si l’autre outil répond.',
  logColumns: { what: 'Événement', state: 'État', when: 'Quand', tries: 'Tentatives' },
  noTitle: 'Objet qui ne peut plus être nommé',
  states: {
    waiting: 'En attente',
    delivered: 'Reçu',
    failed: 'Non reçu',
    skipped: 'Pas envoyé (en pause)',
    withdrawn: 'Pas envoyé (plus visible du groupe)',
  } satisfies Record<DeliveryState, string>,
  noTry: 'Aucune',
  tries: (count: number) => plural(count, 'tentative', 'tentatives'),
  tryNumber: (number: number) => `Tentative ${number}`,
  status: (status: number) => `réponse ${status}`,
  took: (milliseconds: number) =>
    milliseconds < 1_000
      ? `${milliseconds} ms`
      : `${(milliseconds / 1_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} s`,
  reason: (error: string): string =>
    error === 'secret'
      ? 'secret illisible : changez de secret'
      : (Object.entries(reasons).find(([known]) => known === error)?.[1] ?? error),
  pages: {
    label: 'Pages du journal',
    previous: 'Plus récents',
    next: 'Plus anciens',
    page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  },
  errors: {
    'webhook.nameInvalid': 'Donnez un nom à la liaison, de 80 caractères au plus.',
    'webhook.addressInvalid':
      'Écrivez une adresse entière qui commence par https://, sans identifiant ni mot de passe.',
    'webhook.typesInvalid': 'Cochez au moins un événement, ou choisissez de les envoyer tous.',
    'webhook.tooMany': `Il y a déjà ${WEBHOOKS_MAX} liaisons ici. Supprimez d’abord celles qui ne servent plus.`,
    'webhook.busy': 'Un message attend déjà de partir : regardez son résultat avant d’en envoyer un autre.',
  } satisfies Record<WebhookError, string>,
} as const;
