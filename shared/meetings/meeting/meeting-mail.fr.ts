import { dates } from '../../kernel/dates.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { meeting } from './meeting.fr.ts';

interface Opening {
  readonly by: string | null;
  readonly title: string;
  readonly group: string;
  readonly count: number;
}
interface When {
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const what = ({ title, group, count }: Opening) =>
  count === 1
    ? `la séance « ${title} » du groupe « ${group} »`
    : `${plural(count, 'séance', 'séances')} « ${title} » du groupe « ${group} »`;
const who = (by: string | null) => by ?? 'L’animation du groupe';
const at = ({ startsAt }: When) => dates.exact(startsAt);
const many = (count: number) => plural(count, 'séance', 'séances');

/** Words of the mails about meetings. Names in them come from people: they are text, never markup. */
export const meetingMail = {
  hello: 'Bonjour,',
  subject: {
    invitation: (one: When) => `« ${one.title} », ${at(one)}`,
    change: (one: When) => `Changement : « ${one.title} », ${at(one)}`,
    cancellation: (one: When) => `Annulée : « ${one.title} », ${at(one)}`,
    restoration: (one: When) => `A de nouveau lieu : « ${one.title} », ${at(one)}`,
    reminder: (one: When) => `Venez-vous ? « ${one.title} », ${at(one)}`,
  },
  seriesSubject: {
    invitation: (title: string, count: number) => `« ${title} » : ${many(count)}`,
    change: (title: string, count: number) => `Changement : « ${title} », ${many(count)}`,
    cancellation: (title: string, count: number) => `Annulées : « ${title} », ${many(count)}`,
    restoration: (title: string, count: number) => `Ont de nouveau lieu : « ${title} », ${many(count)}`,
    reminder: (title: string, count: number) => `Venez-vous ? « ${title} », ${many(count)}`,
  },
  opening: {
    invitation: (told: Opening) => `${who(told.by)} vous invite à ${what(told)}.`,
    change: (told: Opening) => `${who(told.by)} a modifié ${what(told)}. Voici ce qui est prévu maintenant.`,
    cancellation: (told: Opening) => `${who(told.by)} a annulé ${what(told)}.`,
    restoration: (told: Opening) => `${who(told.by)} a rétabli ${what(told)}.`,
    reminder: (told: Opening) => `${who(told.by)} aimerait savoir si vous venez à ${what(told)}.`,
  },
  /** [RM3] Of a mail that reminds of what comes; `reminder` above asks for an answer. */
  coming: {
    subject: (one: When) => `Rappel : « ${one.title} », ${at(one)}`,
    opening: ({ title, group }: { title: string; group: string }) =>
      `La séance « ${title} » du groupe « ${group} » approche.`,
    ask: 'Vous n’avez pas encore répondu : dites si vous venez.',
  },
  when: (one: When) => `${meeting.spanSentence(one)} (heure de Paris).`,
  place: (place: string) => `Lieu : ${place}`,
  link: (link: string) => `Visioconférence : ${link}`,
  reason: (reason: string) => `Raison : ${reason}`,
  agenda: 'Ordre du jour :',
  item: (rank: number, { title, minutes, owner }: { title: string; minutes: number; owner: string | null }) =>
    `${rank}. ${title} (${[meeting.length(minutes), owner].filter(Boolean).join(', ')})`,
  answers: meeting.answers,
  action: 'Voir la séance',
  seriesAction: 'Voir les séances et répondre',
  notice: (group: string) =>
    `Vous recevez ce courriel parce que vous êtes membre du groupe « ${group} » sur Cordée.`,
  answerOnPage: 'Pour répondre, servez-vous du courriel d’invitation ou de la page de la séance.',
  organizer: (group: string) => `${group} (Cordée)`,
  fileName: (startsAt: Date) => `seance-${dates.iso(startsAt)}.ics`,
} as const;
