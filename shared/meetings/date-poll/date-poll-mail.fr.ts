import { dates } from '../../kernel/dates.fr.ts';
import { meeting } from '../meeting/meeting.fr.ts';
import { datePoll } from './date-poll.fr.ts';

interface Opening {
  readonly by: string | null;
  readonly title: string;
  readonly group: string;
}

const what = ({ title, group }: Opening) => `« ${title} », du groupe « ${group} »`;
const who = (by: string | null) => by ?? 'L’animation du groupe';

/** Words of the mails about date polls. Names in them come from people: they are text, never markup. */
export const datePollMail = {
  hello: 'Bonjour,',
  subject: {
    opening: (title: string) => `Quand pouvez-vous ? « ${title} »`,
    reminder: (title: string) => `Rappel : quand pouvez-vous ? « ${title} »`,
  },
  opening: {
    opening: (told: Opening) => `${who(told.by)} cherche une date pour la séance ${what(told)}.`,
    reminder: (told: Opening) =>
      `${who(told.by)} attend votre réponse pour choisir la date de la séance ${what(told)}.`,
  },
  until: (day: string) => `Répondez pour chaque créneau avant la fin du ${dates.day(datePoll.noon(day))}.`,
  slots: 'Les créneaux proposés (heures de Paris) :',
  slot: (slot: { startsAt: Date; endsAt: Date }) => `– ${meeting.spanSentence(slot)}`,
  action: 'Répondre au sondage',
  notice: (group: string) =>
    `Vous recevez ce courriel parce que vous êtes membre du groupe « ${group} » sur Cordée.`,
} as const;
