import type { Line } from '#shared/news/notification/lines.ts';
import type { ChosenReason } from '#shared/news/notification/notification.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { notification } from './notification.fr.ts';

/** One line of the centre as a sentence of a mail: « Claire a commenté… (Nature en ville) ». */
function sentenceOf(line: Line): string {
  const { actor, sentence, by } = notification.line(line);
  const said = [actor, sentence, by].filter(Boolean).join(' ');
  return line.group ? `${said} (${line.group.name})` : said;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Words of the mails that notifications send. Names in them come from people: they are text, never markup. */
export const notificationMail = {
  sentence: (line: Line) => capital(sentenceOf(line)),
  item: (sentence: string) => `• ${sentence}`,
  news: {
    subject: (lines: readonly Line[]) => {
      const [first] = lines;
      return lines.length === 1 && first
        ? capital(sentenceOf(first))
        : plural(lines.length, 'sujet vous concerne', 'sujets vous concernent');
    },
    hello: 'Bonjour,',
    open: 'Ouvrir dans Cordée',
    openAll: 'Voir mes notifications',
    notice: 'Vous recevez ce courriel parce que ce qui s’est passé vous concerne, ou que vous le suivez.',
  },
  digest: {
    subject: (group: string) => `La semaine de « ${group} »`,
    lead: (group: string, since: string) => `Voici ce qui s’est passé dans « ${group} » depuis le ${since}.`,
    own: 'Ce qui vous concerne',
    open: 'Voir tout dans Cordée',
    notice: 'Vous recevez ce courriel chaque lundi parce que vous êtes membre de ce groupe.',
  },
  week: {
    subject: {
      toDo: (count: number) => `Votre semaine : ${plural(count, 'chose à faire', 'choses à faire')}`,
      programme: 'La semaine du programme',
    },
    lead: {
      toDo: 'Voici ce qui vous attend d’ici dimanche, le plus pressé d’abord.',
      programme: 'Voici ce qui s’est passé dans le programme et que vous n’avez pas encore lu.',
    },
    open: 'Voir tout ce qui est à faire',
    notice:
      'Vous recevez ce courriel, au plus une fois par semaine, parce que quelque chose vous attend ou vous concerne.',
  },
  links: {
    ofKind: (kind: ChosenReason | 'digest') =>
      `Ne plus recevoir les courriels ${notification.unsubscribe.of[kind]}`,
    all: 'Ne plus recevoir aucun courriel de notification',
    settings: 'Régler mes courriels',
  },
} as const;
