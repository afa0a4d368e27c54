import type { AgendaItem } from '#db/meetings/meeting/agenda-lists.ts';
import type { Meeting } from '#db/meetings/meeting/meetings.ts';
import { icalText } from '#shared/meetings/calendar/ical-text.ts';
import { ANSWERS } from '#shared/meetings/meeting/answer.ts';
import { meetingEvent } from '#shared/meetings/meeting/meeting-event.ts';
import { paths } from '#shared/paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import type { Letter, LetterCalendar } from '../../kernel/mail/letter.ts';
import type { Recipient } from '../../kernel/mail/mailer.ts';

const words = frServer.meetingMail;

/** Why somebody gets a mail about meetings. */
export type LetterKind = 'invitation' | 'change' | 'cancellation' | 'restoration' | 'reminder';

interface LetterFacts {
  readonly kind: LetterKind;
  /** One, or those of a series, the earliest first. */
  readonly meetings: readonly Meeting[];
  readonly group: { readonly id: string; readonly name: string };
  /** Who did it; null when the account is gone. */
  readonly by: string | null;
  /** Of a single meeting. */
  readonly agenda: readonly AgendaItem[];
  readonly to: Recipient;
  /** The signed link of this person, of a single meeting that takes place. */
  readonly answerToken: string | null;
  /** A page of ours, as mails name it. */
  readonly link: (path: string) => string;
  /** The address that mails come from, which stands for the group in calendars. */
  readonly sender: string;
  readonly now: Date;
}

/** [M9] The mail about one meeting or a series, with what calendars need of it. */
export function meetingLetter(facts: LetterFacts): Letter {
  const { kind, meetings, group, by, agenda, answerToken, link } = facts;
  const [first] = meetings;
  if (!first) throw new Error('a letter about no meeting');
  const isOne = meetings.length === 1;
  const address = isOne ? paths.meeting(first) : paths.groupMeetings({ id: group.id, title: group.name });
  const reason = kind === 'cancellation' ? first.cancelReason : '';
  const paragraphs = [
    words.hello,
    words.opening[kind]({ by, title: first.title, group: group.name, count: meetings.length }),
    ...(reason ? [words.reason(reason)] : []),
    ...meetings.map((meeting) => words.when(meeting)),
    ...(kind === 'cancellation' ? [] : whereLines(first)),
    ...(kind === 'cancellation' ? [] : agendaLines(agenda)),
  ];
  return {
    subject: isOne ? words.subject[kind](first) : words.seriesSubject[kind](first.title, meetings.length),
    paragraphs,
    ...choicesOf(first, answerToken, link),
    action: { label: isOne ? words.action : words.seriesAction, href: link(address) },
    notice: words.notice(group.name),
    calendars: meetings.map((meeting) => calendarOf(meeting, facts)),
  };
}

/** [RM3] The mail that reminds somebody of a meeting: its own words first, then what it is, when and where, and what they have not answered. */
export function reminderLetter({
  meeting,
  words: own,
  group,
  origin,
  agenda,
  answerToken,
}: Pick<LetterFacts, 'group' | 'agenda' | 'answerToken'> & {
  readonly meeting: Meeting;
  /** Empty when there are none. */
  readonly words: string;
  readonly origin: string;
}): Letter {
  const link = (path: string) => origin + path;
  const { title } = meeting;
  return {
    subject: words.coming.subject(meeting),
    paragraphs: [
      words.hello,
      ...own.split('\n').filter(Boolean),
      words.coming.opening({ title, group: group.name }),
      words.when(meeting),
      ...whereLines(meeting),
      ...agendaLines(agenda),
      ...(answerToken ? [words.coming.ask] : []),
    ],
    ...choicesOf(meeting, answerToken, link),
    action: { label: words.action, href: link(paths.meeting(meeting)) },
    notice: words.notice(group.name),
  };
}

/** The signed links with which somebody answers; none without a token. */
function choicesOf(
  meeting: Meeting,
  token: string | null,
  link: LetterFacts['link'],
): Pick<Letter, 'choices'> {
  if (!token) return {};
  const choices = ANSWERS.map((answer) => ({
    label: words.answers[answer],
    href: link(paths.meetingAnswer(meeting, token, answer)),
  }));
  return { choices };
}

function whereLines({ place, link, description }: Meeting): string[] {
  return [
    ...(place ? [words.place(place)] : []),
    ...(link ? [words.link(link)] : []),
    ...description.split('\n').filter(Boolean),
  ];
}

function agendaLines(agenda: readonly AgendaItem[]): string[] {
  const accepted = agenda.filter(({ status }) => status === 'accepted');
  if (accepted.length === 0) return [];
  return [
    words.agenda,
    ...accepted.map((item, index) => words.item(index + 1, { ...item, owner: item.owner?.name ?? null })),
  ];
}

function calendarOf(meeting: Meeting, { kind, group, to, link, sender, now }: LetterFacts): LetterCalendar {
  const event = meetingEvent(meeting, {
    url: link(paths.meeting(meeting)),
    groupName: group.name,
    about: words.answerOnPage,
  });
  const people = { organizer: { name: words.organizer(group.name), email: sender }, attendee: to };
  const method = kind === 'cancellation' ? 'CANCEL' : 'REQUEST';
  return {
    name: words.fileName(meeting.startsAt),
    method,
    text: icalText({ name: null, method, events: [{ ...event, people }], now }),
  };
}
