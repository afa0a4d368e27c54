import { dates } from '../../kernel/dates.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { meeting } from '../meeting/meeting.fr.ts';
import { type DatePollPhase, SLOTS_MAX, SLOTS_MIN, type SlotAnswer } from './date-poll.ts';
import type { DatePollError } from './date-poll-errors.ts';

/** An instant of a day, far from both its ends. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const day = (closesOn: string) => dates.day(noon(closesOn));

/** Words of date polls. */
export const datePoll = {
  noon,
  look: 'Chercher une date',
  newTitle: 'Sondage de dates',
  newLead:
    'Proposez plusieurs créneaux : chaque personne du groupe dit lesquels lui conviennent, puis vous en choisissez un. Un courriel part à toutes quand vous ouvrez le sondage.',
  listTitle: 'Sondages de dates',
  faults: 'Le sondage n’est pas ouvert',
  slots: 'Créneaux proposés',
  slotsHint: `De ${SLOTS_MIN} à ${SLOTS_MAX} créneaux, aux heures de Paris. Une ligne vide ne compte pas.`,
  slotNumber: (rank: number) => `Créneau ${rank}`,
  more: 'Ajouter des lignes',
  closing: 'Dernier jour pour répondre',
  closingHint: 'Au plus tard le jour du dernier créneau.',
  open: 'Ouvrir le sondage',
  opened: (count: number) =>
    count === 0
      ? 'Le sondage est ouvert.'
      : `Le sondage est ouvert : ${plural(count, 'courriel part', 'courriels partent')}.`,
  phases: {
    open: 'Ouvert',
    closed: 'Réponses closes',
    chosen: 'Date choisie',
    withdrawn: 'Abandonné',
  } satisfies Record<DatePollPhase, string>,
  until: (closesOn: string) => `Réponses jusqu’au ${day(closesOn)} inclus`,
  closedSince: (closesOn: string) => `Les réponses étaient attendues jusqu’au ${day(closesOn)}.`,
  toChoose: 'Les réponses sont closes. La facilitation du groupe peut encore choisir un créneau à venir.',
  became: 'Le créneau est choisi : la séance est planifiée.',
  seeMeeting: 'Voir la séance',
  withdrawnText: 'Ce sondage est abandonné : personne n’y répond plus.',

  answers: { yes: 'Oui', ifNeeded: 'Si besoin', no: 'Non' } satisfies Record<SlotAnswer, string>,
  answerTitle: 'Votre réponse',
  answerLead: 'Répondez pour chaque créneau. Vous pourrez changer d’avis tant que le sondage est ouvert.',
  answerFaults: 'Votre réponse n’est pas enregistrée',
  submit: 'Enregistrer mes réponses',
  answered: 'Vos réponses sont enregistrées.',
  slot: (slot: { startsAt: Date; endsAt: Date }) => meeting.spanSentence(slot),
  slotShort: ({ startsAt }: { startsAt: Date }) => dates.day(startsAt),
  slotHours: ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
    `${dates.clock(startsAt)} – ${dates.clock(endsAt)}`,
  isPast: 'Ce créneau est passé.',
  pastShort: 'Passé',
  best: 'Convient le mieux',

  resultTitle: 'Ce que chacun a répondu',
  resultOf: (title: string) => `Réponses au sondage « ${title} », par personne et par créneau`,
  person: 'Personne',
  city: 'Ville ou organisation',
  noOrganisation: 'Sans organisation',
  noAnswer: 'Sans réponse',
  totals: 'En tout',
  counts: ({ yes, ifNeeded, no }: Readonly<Record<SlotAnswer, number>>) =>
    `${yes} oui, ${ifNeeded} si besoin, ${no} non`,
  waiting: (count: number) =>
    count === 0
      ? 'Chacun a répondu.'
      : plural(count, 'personne n’a pas encore répondu.', 'personnes n’ont pas encore répondu.'),
  nobody: 'Ce groupe n’a pas encore de membre.',
  changes: 'Réponses changées',
  changed: ({ name, said, at }: { name: string; said: string; at: string }, slot: string) =>
    `${name} avait dit « ${said} » pour ${slot}, réponse remplacée ${at}.`,

  manage: 'Choisir la date',
  chooseLead:
    'La séance est planifiée à ce créneau, tout le groupe est invité, et les personnes qui ont dit oui y sont notées « Vient ».',
  chosenSlot: 'Créneau à retenir',
  choosePlaceholder: 'Choisir un créneau',
  slotOption: (slot: { startsAt: Date; endsAt: Date }, counts: Readonly<Record<SlotAnswer, number>>) =>
    `${meeting.spanSentence(slot)} (${counts.yes} oui, ${counts.ifNeeded} si besoin)`,
  choose: 'Retenir ce créneau',
  chosen: 'La séance est planifiée et les invitations partent.',
  nonePossible: 'Tous les créneaux sont passés : abandonnez ce sondage et ouvrez-en un autre.',
  remind: 'Relancer par courriel',
  remindHint: 'Une même personne n’est pas relancée deux fois le même jour.',
  reminded: (count: number) =>
    count === 0
      ? 'Personne n’était à relancer : chacun a répondu ou a été relancé depuis peu.'
      : `${plural(count, 'relance part', 'relances partent')} par courriel.`,
  withdraw: 'Abandonner le sondage',
  withdrawn: 'Le sondage est abandonné.',
  restore: 'Reprendre le sondage',
  restored: 'Le sondage est repris.',
  refused: 'Ce n’est pas enregistré',

  errors: {
    'datePoll.tooFewSlots': `Proposez au moins ${SLOTS_MIN} créneaux.`,
    'datePoll.tooManySlots': `Proposez au plus ${SLOTS_MAX} créneaux.`,
    'datePoll.slotTwice': 'Ce créneau est proposé deux fois.',
    'datePoll.slotPast': 'Un des créneaux est déjà passé. Choisissez-en un à venir.',
    'datePoll.closingInvalid': 'Donnez le dernier jour pour répondre.',
    'datePoll.closingPast': 'Ce jour est passé.',
    'datePoll.closingTooLate': 'Les réponses se closent au plus tard le jour du dernier créneau.',
    'datePoll.answerMissing': 'Répondez pour chaque créneau : oui, si besoin ou non.',
    'datePoll.isClosed': 'Les réponses à ce sondage sont closes.',
    'datePoll.isChosen': 'Un créneau est déjà choisi : la séance est planifiée.',
    'datePoll.isWithdrawn': 'Ce sondage est abandonné.',
    'datePoll.notWithdrawn': 'Ce sondage n’est pas abandonné.',
    'datePoll.slotNotFound': 'Choisissez un créneau de ce sondage.',
  } satisfies Record<DatePollError, string>,
} as const;
