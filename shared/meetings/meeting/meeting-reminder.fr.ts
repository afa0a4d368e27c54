import type { ReminderKind } from '#shared/meetings/meeting/reminder.ts';
import { dates } from '../../kernel/dates.fr.ts';

interface Leaving {
  readonly kind: ReminderKind;
  readonly leavesAt: Date;
}

const before = {
  week: 'une semaine avant',
  day: 'la veille',
  morning: 'le matin même',
} satisfies Record<ReminderKind, string>;

const one = ({ kind, leavesAt }: Leaving) => `${before[kind]}, le ${dates.exact(leavesAt)}`;

/** Words of what reminds people of a meeting. */
export const meetingReminder = {
  title: 'Rappels par courriel',
  lead: 'Ils partent à 8 h aux personnes invitées, sauf celles qui ont dit non. Vos mots, par exemple « Pensez à relire la fiche », ouvrent le message ; la date, le lieu et l’ordre du jour suivent. Un rappel dont l’heure est passée ne part pas.',
  kinds: {
    week: 'Une semaine avant',
    day: 'La veille',
    morning: 'Le matin même',
  } satisfies Record<ReminderKind, string>,
  morningHint: 'Deux heures avant une séance qui commence avant 9 h.',
  words: {
    week: 'Vos mots, une semaine avant',
    day: 'Vos mots, la veille',
    morning: 'Vos mots, le matin même',
  } satisfies Record<ReminderKind, string>,
  wordsHint: 'Facultatif, 500 caractères au plus.',
  /** « Rappel la veille, le lundi 3 avril 2023 à 8 h » */
  line: (leaving: readonly Leaving[]) =>
    leaving.length === 1
      ? `Rappel ${leaving.map(one).join('')}`
      : `Rappels : ${leaving.map(one).join(' ; ')}`,
  preview: 'Voir le message',
  previewOf: {
    week: ' d’une semaine avant',
    day: ' de la veille',
    morning: ' du matin même',
  } satisfies Record<ReminderKind, string>,
  previewLead:
    'Il part tel quel, avec les adresses de réponse de chaque personne. Qui a déjà répondu n’y trouve pas la demande de réponse.',
  /** Stands in an address for what is each person’s own. */
  ownToken: 'propre-a-chaque-personne',
  subject: (subject: string) => `Objet : ${subject}`,
} as const;
