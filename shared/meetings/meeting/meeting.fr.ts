import type { AnswerValue } from '#shared/meetings/meeting/answer.ts';
import type { MeetingPhase, MeetingStatus } from '#shared/meetings/meeting/meeting.ts';
import type { MeetingError } from '#shared/meetings/meeting/meeting-errors.ts';
import { type Frequency, weekdayRank } from '#shared/meetings/meeting/series.ts';
import { dates } from '../../kernel/dates.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { TITLE_MAX } from '../../kernel/title.ts';

const weekday = new Intl.DateTimeFormat('fr', { weekday: 'long', timeZone: 'UTC' });
const dayNumber = new Intl.DateTimeFormat('fr', { day: 'numeric', timeZone: 'Europe/Paris' });
const monthShort = new Intl.DateTimeFormat('fr', { month: 'short', timeZone: 'Europe/Paris' });
const RANKS = ['', 'premier', 'deuxième', 'troisième', 'quatrième', 'dernier'];

/** Minutes as one says them: « 45 min », « 1 h », « 1 h 30 ». */
const length = (minutes: number) => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
};

/** « mardi 14 mars 2023, de 14 h à 16 h » */
const span = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  dates.iso(startsAt) === dates.iso(endsAt)
    ? `${dates.day(startsAt)}, de ${dates.clock(startsAt)} à ${dates.clock(endsAt)}`
    : `du ${dates.exact(startsAt)} au ${dates.exact(endsAt)}`;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Words of meetings: planning, agenda, answers. */
export const meeting = {
  listTitle: 'Séances',
  length,
  span,
  spanSentence: (of: { startsAt: Date; endsAt: Date }) => capitalised(span(of)),
  plan: 'Planifier une séance',
  newTitle: 'Nouvelle séance',
  listLead: 'Les séances du groupe, leur ordre du jour et qui vient.',
  none: 'Aucune séance n’est prévue.',
  noneHint:
    'Une séance a une date, un lieu ou une adresse de visioconférence, et un ordre du jour que chacun peut compléter.',
  noneFacilitator: 'Les animateurs du groupe la planifient.',
  next: 'À venir',
  past: 'Passées',
  cancelled: 'Annulées',
  noPast: 'Aucune séance passée.',
  pastTable: 'Séances passées',
  meeting: 'Séance',
  date: 'Date',
  points: (count: number) => plural(count, 'point à l’ordre du jour', 'points à l’ordre du jour'),
  coming: (count: number) => plural(count, 'personne vient', 'personnes viennent'),
  pointsShort: (count: number) => plural(count, 'point', 'points'),
  dayNumber: (date: Date) => dayNumber.format(date),
  monthShort: (date: Date) => monthShort.format(date),
  remote: 'À distance',
  answerLink: 'Répondre',
  answerTo: (title: string) => `Répondre pour la séance « ${title} »`,
  subscribe: 'Dans votre agenda',
  subscribeLead:
    'Votre agenda habituel (Thunderbird, Outlook, Google Agenda, téléphone) peut relire de lui-même les séances de ce groupe.',
  subscribeLink: 'Créer une adresse de calendrier',
  statuses: {
    planned: 'Prévue',
    held: 'Tenue',
    cancelled: 'Annulée',
  } satisfies Record<MeetingStatus, string>,
  phases: {
    next: 'À venir',
    running: 'En cours',
    past: 'Passée',
    cancelled: 'Annulée',
  } satisfies Record<MeetingPhase, string>,

  form: {
    faults: 'La séance n’est pas enregistrée',
    title: 'Titre',
    titleHint: 'Par exemple : Séance 7, relevés du printemps',
    day: 'Date',
    start: 'Début',
    end: 'Fin',
    when: 'Quand',
    zone: 'Heures de Paris.',
    where: 'Où',
    place: 'Lieu',
    placeHint: 'Adresse, salle. Facultatif.',
    link: 'Adresse de visioconférence',
    linkHint: 'Commence par https://. Facultatif.',
    description: 'Présentation',
    descriptionHint: 'Ce qu’il faut savoir avant de venir. Facultatif.',
    repeat: 'Répétition',
    once: 'Une seule séance',
    frequencies: {
      week: 'Chaque semaine',
      fortnight: 'Toutes les deux semaines',
      month: 'Chaque mois, le même jour de la semaine',
    } satisfies Record<Frequency, string>,
    endsBy: 'La série s’arrête',
    afterTimes: 'Après un nombre de séances',
    atDay: 'À une date',
    times: 'Nombre de séances',
    until: 'Dernier jour possible',
    isHeld: 'La séance a déjà été tenue',
    isHeldHint: 'Pour garder la trace d’une séance passée. Personne n’est invité.',
    invite: 'Inviter les membres par courriel',
    inviteHint: (count: number) =>
      count === 0
        ? 'Ce groupe n’a pas encore de membre : personne ne recevra de courriel.'
        : `${plural(count, 'personne recevra', 'personnes recevront')} la date, le fichier pour leur agenda et de quoi répondre.`,
    preview: 'Voir les dates',
    submit: 'Planifier',
    save: 'Enregistrer',
    cancel: 'Revenir à la séance',
    backToList: 'Revenir aux séances',
    editTitle: 'Modifier la séance',
    editLead:
      'Les personnes déjà invitées reçoivent la nouvelle date par courriel et leur agenda est mis à jour.',
    scope: 'Cette séance fait partie d’une série',
    scopeOne: 'Cette séance seulement',
    scopeFollowing: 'Cette séance et les suivantes',
    scopeHint: 'Les suivantes sont décalées du même nombre de jours et prennent les mêmes heures.',
  },
  preview: {
    title: 'Dates prévues',
    rule: (frequency: Frequency, day: string) => {
      const name = weekday.format(new Date(`${day}T00:00:00Z`));
      if (frequency === 'week') return `Chaque ${name}`;
      if (frequency === 'fortnight') return `Un ${name} sur deux`;
      return `Chaque ${RANKS[weekdayRank(day)]} ${name} du mois`;
    },
    count: (count: number) => plural(count, 'séance', 'séances'),
    notYet: 'Rien n’est encore enregistré.',
  },
  overlaps: {
    title: 'En même temps',
    same: (title: string, when: string) => `« ${title} », ${when}, dans ce groupe`,
    other: (title: string, group: string, when: string, people: string) =>
      `« ${title} » du groupe « ${group} », ${when} : ${people}`,
    hidden: (when: string, people: string) => `Une séance d’un autre groupe, ${when} : ${people}`,
    warning: 'Vous pouvez planifier quand même.',
  },
  twice: {
    first:
      'Cette nuit-là, les horloges reculent : l’heure de début existe deux fois. La séance commence à la première, heure d’été.',
    second:
      'Cette nuit-là, les horloges reculent : l’heure de début existe deux fois. La séance commence à la seconde, heure d’hiver.',
  },

  edit: 'Modifier la séance',
  addToCalendar: 'Ajouter à mon agenda',
  join: 'Rejoindre la visioconférence',
  place: 'Lieu',
  noPlace: 'Le lieu n’est pas encore dit.',
  partOfSeries: (rank: number, count: number) => `Séance ${rank} sur ${count} de sa série`,
  cancelledWhy: (reason: string) => `Cette séance est annulée : ${reason}`,
  cancelledPlain: 'Cette séance est annulée.',
  cancelTitle: 'Annuler la séance',
  cancelReason: 'Raison',
  cancelReasonHint: 'Elle est dite aux personnes invitées. Facultatif.',
  cancelIt: 'Annuler la séance',
  cancelLead:
    'Les personnes invitées sont prévenues, et la séance disparaît de leur agenda. Vous pourrez la rétablir.',
  restore: 'Rétablir la séance',
  restoreFollowing: 'Rétablir aussi les suivantes',
  refused: 'Ce n’est pas enregistré',
  news: {
    planifiee: 'La séance est planifiée.',
    serie: 'Les séances de la série sont planifiées.',
    modifiee: 'La séance est modifiée.',
    annulee: 'La séance est annulée.',
    retablie: 'La séance a de nouveau lieu.',
    reponse: 'Votre réponse est enregistrée.',
    point: 'Le point est à l’ordre du jour.',
    propose: 'Votre proposition est enregistrée. Un animateur du groupe l’acceptera ou la retirera.',
    change: 'Le point est modifié.',
    accepte: 'Le point est accepté.',
    deplace: 'Le point est déplacé.',
    remis: 'Le point est remis à l’ordre du jour.',
  },
  itemRemoved: 'Le point est retiré de l’ordre du jour.',
  putBack: 'Le remettre',
  acceptNot: 'Annuler',
  itemWaits: 'Le point attend de nouveau une réponse.',
  invited: (count: number) =>
    count === 0
      ? 'Personne n’était à inviter.'
      : `${plural(count, 'invitation part', 'invitations partent')} par courriel.`,
  reminded: (count: number) =>
    count === 0
      ? 'Personne n’était à relancer : chacun a répondu ou a été relancé depuis peu.'
      : `${plural(count, 'relance part', 'relances partent')} par courriel.`,

  agenda: {
    title: 'Ordre du jour',
    empty: 'L’ordre du jour est vide.',
    emptyHint: 'Chaque membre du groupe peut proposer un point.',
    balance: (total: string, whole: string) => `${total} prévues sur ${whole}`,
    over: (minutes: string) => `Il manque ${minutes} : l’ordre du jour dépasse la durée de la séance.`,
    by: (name: string) => `Porté par ${name}`,
    proposed: 'Proposé',
    proposedBy: (name: string) => `Proposé par ${name}`,
    documents: 'Documents du point',
    add: 'Ajouter un point',
    propose: 'Proposer un point',
    proposeLead: 'Un animateur du groupe l’accepte, puis il compte dans la durée.',
    itemTitle: 'Point',
    minutes: 'Durée en minutes',
    owner: 'Qui le porte',
    nobody: 'Personne pour l’instant',
    attach: 'Documents à lire avant',
    attachOf: (title: string) => ` : ${title}`,
    attachCount: (count: number) => plural(count, 'document choisi', 'documents choisis'),
    submit: 'Ajouter',
    submitProposal: 'Proposer',
    change: 'Enregistrer',
    accept: 'Accepter',
    acceptOf: (title: string) => `Accepter le point « ${title} »`,
    edit: 'Modifier',
    editOf: (title: string) => `Modifier le point « ${title} »`,
    remove: 'Retirer',
    removeOf: (title: string) => `Retirer le point « ${title} »`,
    up: (title: string) => `Monter le point « ${title} »`,
    down: (title: string) => `Descendre le point « ${title} »`,
    moveTo: 'Déplacer vers…',
    moveToOf: (title: string) => `Déplacer le point « ${title} » vers…`,
    rank: 'Place',
    rankOf: (rank: number, title: string) => `${rank}. ${title}`,
    move: 'Déplacer',
    faults: 'Le point n’est pas enregistré',
  },

  answers: {
    yes: 'Je viens',
    maybe: 'Peut-être',
    no: 'Je ne viens pas',
  } satisfies Record<AnswerValue, string>,
  said: { yes: 'Vient', maybe: 'Peut-être', no: 'Ne vient pas' } satisfies Record<AnswerValue, string>,
  answer: {
    title: 'Venez-vous ?',
    note: 'Précision',
    noteHint: 'Par exemple : à distance, en retard. Facultatif, vue par le groupe.',
    submit: 'Enregistrer ma réponse',
    faults: 'Votre réponse n’est pas enregistrée',
    choice: 'Votre réponse',
  },
  who: {
    title: 'Qui vient',
    counts: ({ yes, maybe, no }: { yes: number; maybe: number; no: number }) =>
      `${yes} oui, ${maybe} peut-être, ${no} non`,
    waiting: (count: number) => plural(count, 'personne n’a pas répondu', 'personnes n’ont pas répondu'),
    all: 'Chacun a répondu.',
    noAnswer: 'Sans réponse',
    nobody: 'Ce groupe n’a pas encore de membre.',
    withoutOrganisation: 'Sans organisation',
    remind: 'Relancer par courriel',
    remindHint: 'Une même personne n’est pas relancée deux fois le même jour.',
    invite: (count: number) => `Envoyer ${plural(count, 'invitation', 'invitations')}`,
    notInvited: (count: number) =>
      plural(count, 'personne n’a pas reçu d’invitation', 'personnes n’ont pas reçu d’invitation'),
  },
  mailPage: {
    title: 'Répondre à l’invitation',
    lead: (name: string) => `Vous répondez au nom de ${name}.`,
    saved: 'Votre réponse est enregistrée.',
    change: 'Vous pouvez la changer jusqu’à la fin de la séance.',
    gone: 'Ce lien ne sert plus',
    goneText:
      'La séance est passée ou annulée, ou vous n’êtes plus membre du groupe. Connectez-vous pour voir les séances de vos groupes.',
    confirm: 'Confirmer',
    open: 'Voir la séance',
  },

  errors: {
    'meeting.answerMissing': 'Dites si vous venez.',
    'meeting.itemEmpty': 'Donnez un intitulé au point.',
    'meeting.itemTooLong': `Cet intitulé est trop long : ${TITLE_MAX} caractères au plus.`,
    'meeting.dayInvalid': 'Donnez une date du calendrier.',
    'meeting.timeInvalid': 'Donnez une heure, par exemple 14:00.',
    'meeting.hourSkipped':
      'Cette heure n’existe pas ce jour-là : les horloges avancent d’une heure dans la nuit. Choisissez une autre heure.',
    'meeting.endBeforeStart': 'La fin doit venir après le début.',
    'meeting.tooLong': 'Une séance dure au plus 24 heures.',
    'meeting.past':
      'Cette date est passée. Si la séance a déjà eu lieu, cochez « La séance a déjà été tenue ».',
    'meeting.notOver': 'Une séance déjà tenue ne peut pas finir dans l’avenir.',
    'meeting.placeTooLong': 'Le lieu tient en 200 caractères.',
    'meeting.linkInvalid': 'Donnez une adresse complète, qui commence par https://.',
    'meeting.descriptionTooLong': 'La présentation tient en 5 000 caractères.',
    'meeting.reminderTooLong': 'Le message d’un rappel tient en 500 caractères.',
    'meeting.seriesEndInvalid': 'Donnez la date à laquelle la série s’arrête.',
    'meeting.seriesTooShort': 'Une série compte au moins deux séances.',
    'meeting.seriesTooLong': 'Une série compte au plus soixante séances.',
    'meeting.begun': 'Cette séance a commencé ou a été tenue : elle ne se modifie plus.',
    'meeting.isCancelled': 'Cette séance est annulée. Rétablissez-la d’abord.',
    'meeting.notCancelled': 'Cette séance n’est pas annulée.',
    'meeting.isOver': 'Cette séance est passée.',
    'meeting.noteTooLong': 'La précision tient en 500 caractères.',
    'meeting.minutesInvalid': 'Donnez une durée entre 1 et 480 minutes.',
    'meeting.itemNotFound': 'Ce point n’est plus à l’ordre du jour.',
    'meeting.agendaFull': 'L’ordre du jour compte déjà soixante points.',
  } satisfies Record<MeetingError, string>,
} as const;
