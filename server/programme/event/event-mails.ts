import { event as words } from '#shared/programme/event/event.fr.ts';
import type { EventFields } from '#shared/programme/event/event.ts';
import type { Letter } from '../../kernel/mail/letter.ts';

/** [EV5] [EV6] What somebody who has a place is told: when, where, and where its file for calendars is. */
export function eventLetter(
  kind: 'promoted' | 'reminder',
  event: EventFields,
  { href, calendar }: { readonly href: string; readonly calendar: string },
): Letter {
  const { title, startsAt, place, link } = event;
  const at = words.when(event);
  const { mail } = words;
  const said = mail[kind];
  return {
    subject: kind === 'promoted' ? mail.promoted.subject(title) : mail.reminder.subject(title, startsAt),
    paragraphs: [
      said.text(title, at),
      ...(place ? [mail.place(place)] : []),
      ...(link ? [mail.link(link)] : []),
    ],
    action: { label: mail.action, href },
    notice: said.notice,
    links: [{ label: words.calendar, href: calendar }],
  };
}
