import { dueDay } from '#shared/programme/experiment/log.ts';
import { dates } from '../../kernel/dates.fr.ts';
import { months } from '../../kernel/day/months.fr.ts';

const { of } = months;

/** Words of the reminder of a log. */
export const experimentMail = {
  subject: (title: string, month: string) => `Journal ${of(month)} à écrire : ${title}`,
  paragraphs: (title: string, month: string) => [
    `Le journal ${of(month)} de l’expérimentation « ${title} » n’est pas encore écrit.`,
    `Cinq minutes suffisent : comment le mois s’est passé, ce qui a été fait, ce qui coince, l’aide attendue et les jours passés. Il est attendu pour le ${dates.day(new Date(`${dueDay(month)}T12:00:00Z`))}.`,
  ],
  action: 'Écrire le journal',
  notice:
    'Vous recevez ce rappel parce que vous êtes dans l’équipe de cette expérimentation. Il ne part plus dès que quelqu’un a écrit le mois.',
} as const;
