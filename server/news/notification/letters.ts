import type { Digest } from '#db/news/notification/digests.ts';
import type { Week } from '#db/news/notification/notification-mails.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { news as newsWords } from '#shared/news/news.fr.ts';
import { type Heard, type Line, linesOf } from '#shared/news/notification/lines.ts';
import { CHOSEN_REASONS, type ChosenReason } from '#shared/news/notification/notification.ts';
import { pathOfLine } from '#shared/news/notification/object-path.ts';
import { toDo as toDoWords } from '#shared/news/to-do/to-do.fr.ts';
import { obligationKey } from '#shared/news/to-do/to-do.ts';
import { obligationPath } from '#shared/obligations.ts';
import { paths } from '#shared/paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import type { Letter, LetterSection } from '../../kernel/mail/letter.ts';
import type { UnsubscribeLinks } from './unsubscribe-links.ts';

/** Where the links of a mail start, and what ends such mails. */
export interface LetterLinks {
  readonly origin: string;
  readonly unsubscribe: UnsubscribeLinks;
}

const words = frServer.notificationMail;
/** A mail that told more would not be read. */
const LINES_MAX = 20;

/** What just happened, one line an object. */
export function newsLetter(userId: string, heard: readonly Heard[], links: LetterLinks): Letter {
  const lines = linesOf(heard);
  const [only] = lines;
  const isOne = lines.length === 1 && only !== undefined;
  const reasons = new Set(lines.flatMap(({ reasons: ofLine }) => ofLine));
  const kinds = CHOSEN_REASONS.filter((reason) => reasons.has(reason));
  return {
    subject: words.news.subject(lines),
    paragraphs: [
      words.news.hello,
      ...lines.slice(0, LINES_MAX).map((line) => words.item(words.sentence(line))),
    ],
    action: isOne
      ? { label: words.news.open, href: links.origin + pathOfLine(only) }
      : { label: words.news.openAll, href: links.origin + paths.notifications() },
    notice: words.news.notice,
    tells: { userId, ids: heard.map(({ id }) => id), groupId: null },
    ...waysOut(userId, kinds, links),
  };
}

/** [NO8] The week of a group: what concerns its reader, then what the page of the news tells, in the same words. */
export function digestLetter({ person, group, since, own, news }: Digest, links: LetterLinks): Letter {
  const lines = withoutGroup(linesOf(own));
  const concerns = sectionOf(lines, (line) => pathOfLine({ ...line, group }), links);
  const told = news.kinds.map(
    ({ kind, items, total }): LetterSection => ({
      title: newsWords.kinds[kind],
      items: items.map((item) => ({
        label: item.title,
        href: links.origin + item.href,
        said: newsWords.said(item),
        ...(item.compareHref && {
          further: { label: newsWords.compare, href: links.origin + item.compareHref },
        }),
      })),
      left: leftOf(total - items.length),
    }),
  );
  return {
    subject: words.digest.subject(group.name),
    paragraphs: [words.news.hello, words.digest.lead(group.name, dates.short(since))],
    sections: [...(lines.length > 0 ? [concerns] : []), ...told],
    action: { label: words.digest.open, href: links.origin + paths.news(group) },
    notice: words.digest.notice,
    tells: { userId: person.userId, ids: own.map(({ id }) => id), groupId: group.id },
    ...waysOut(person.userId, ['digest'], links),
  };
}

/** [NO8] [NO12] [AF6] A person's own week: first what waits for them, then what of the programme no group tells. */
export function weekLetter({ person: { userId }, heard, due }: Week, now: Date, links: LetterLinks): Letter {
  const today = parisDay(now);
  const shown = due.slice(0, LINES_MAX);
  const toDo: LetterSection = {
    title: toDoWords.title,
    items: shown.map((owed) => ({
      label: toDoWords.owed[owed.kind].title(owed),
      href: links.origin + obligationPath(owed),
      said: [toDoWords.when(owed, today), toDoWords.why(owed)].filter(Boolean).join(' '),
    })),
    left: leftOf(due.length - shown.length),
  };
  const told = sectionOf(linesOf(heard), pathOfLine, links);
  const { subject, lead } = words.week;
  return {
    subject: due.length > 0 ? subject.toDo(due.length) : subject.programme,
    paragraphs: [words.news.hello, due.length > 0 ? lead.toDo : lead.programme],
    sections: [...(due.length > 0 ? [toDo] : []), ...(heard.length > 0 ? [told] : [])],
    action:
      due.length > 0
        ? { label: words.week.open, href: links.origin + paths.toDo() }
        : { label: words.news.openAll, href: links.origin + paths.notifications() },
    notice: words.week.notice,
    tells: { userId, ids: heard.map(({ id }) => id), groupId: null, due: shown.map(obligationKey) },
    ...waysOut(userId, ['digest'], links),
  };
}

/** What concerns the reader, a line an object. */
function sectionOf(
  lines: readonly Line[],
  pathOf: (line: Line) => string,
  { origin }: LetterLinks,
): LetterSection {
  return {
    title: words.digest.own,
    items: lines
      .slice(0, LINES_MAX)
      .map((line) => ({ label: words.sentence(line), href: origin + pathOf(line) })),
    left: leftOf(lines.length - LINES_MAX),
  };
}

const leftOf = (count: number) => (count > 0 ? newsWords.others(count) : null);

/** All of it is of one group, whose name is in the subject. */
const withoutGroup = (lines: readonly Line[]) => lines.map((line) => ({ ...line, group: null }));

/** The mail program ends the kind that the mail is of, or all when it is of several. */
function waysOut(
  userId: string,
  kinds: readonly (ChosenReason | 'digest')[],
  { origin, unsubscribe }: LetterLinks,
): Pick<Letter, 'links' | 'unsubscribe'> {
  const addressOf = (from: ChosenReason | 'digest' | 'all') =>
    origin + paths.unsubscribe(unsubscribe.sign({ userId, from }));
  const [kind] = kinds;
  return {
    links: [
      ...kinds.map((of) => ({ label: words.links.ofKind(of), href: addressOf(of) })),
      { label: words.links.all, href: addressOf('all') },
      { label: words.links.settings, href: origin + paths.accountNotifications() },
    ],
    unsubscribe: addressOf(kinds.length === 1 && kind ? kind : 'all'),
  };
}
