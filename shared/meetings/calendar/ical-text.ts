/** Something that lasts a whole day, in a calendar. */
export interface DayEvent {
  /** The same for the same thing, whenever and by whomever it is read. */
  readonly uid: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  /** Where it is shown in full, an absolute address. */
  readonly url: string;
  readonly categories: readonly string[];
}

/** Something of some hours, to which people are asked. */
export interface SpanEvent {
  readonly uid: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
  /** Goes up with each change, so that an older state never takes the place of a newer one. */
  readonly sequence: number;
  readonly isCancelled: boolean;
  /** In what is sent to one person: who asks, and who is asked. */
  readonly people?: { readonly organizer: Addressee; readonly attendee: Addressee };
}

interface Addressee {
  readonly name: string;
  readonly email: string;
}

interface Calendar {
  /** What a calendar that is subscribed to is called; null for a message. */
  readonly name: string | null;
  /** `REQUEST` asks, `CANCEL` takes back (RFC 5546); what is only shown has none, since `PUBLISH` would have to name an organizer. */
  readonly method?: 'REQUEST' | 'CANCEL';
  readonly events: readonly (DayEvent | SpanEvent)[];
  /** When this answer is made. */
  readonly now: Date;
}

/** RFC 5545, 3.1: octets in one line, its end not counted. */
const LINE_OCTETS = 75;
const END = '\r\n';
const DAY_MS = 86_400_000;

/**
 * [B73] [M9] A calendar as programs of calendars read it: RFC 5545, with the name and the pace of RFC 7986. An event of a
 * whole day leaves its people free, one of some hours does not.
 */
export function icalText({ name, method, events, now }: Calendar): string {
  const stamp = instant(now);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cordée//Échéances//FR',
    'CALSCALE:GREGORIAN',
    ...(method ? [`METHOD:${method}`] : []),
    ...(name === null
      ? []
      : [
          `NAME:${escapeText(name)}`,
          `X-WR-CALNAME:${escapeText(name)}`,
          'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
          'X-PUBLISHED-TTL:PT1H',
        ]),
    ...events.flatMap((event) => ('day' in event ? dayLines(event, stamp) : spanLines(event, stamp))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => foldLine(line) + END).join('');
}

function dayLines({ uid, day, summary, description, url, categories }: DayEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    // The end is exclusive: the day after.
    `DTEND;VALUE=DATE:${compact(new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10))}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${escapeAddress(url)}`,
    ...(categories.length > 0 ? [`CATEGORIES:${categories.map(escapeText).join(',')}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function spanLines(event: SpanEvent, stamp: string): string[] {
  const { people } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${instant(event.startsAt)}`,
    `DTEND:${instant(event.endsAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    ...(event.location === '' ? [] : [`LOCATION:${escapeText(event.location)}`]),
    `URL:${escapeAddress(event.url)}`,
    ...(people
      ? [
          `ORGANIZER;CN=${quoted(people.organizer.name)}:mailto:${escapeAddress(people.organizer.email)}`,
          // The answer is a link of the mail: nobody reads what is sent to the organizer's address.
          `ATTENDEE;CN=${quoted(people.attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${escapeAddress(people.attendee.email)}`,
        ]
      : []),
    'END:VEVENT',
  ];
}

/** An instant in UTC, which every program of calendars turns into its own hour. */
function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** RFC 5545, 3.2: the value of a parameter, which cannot hold quotes or what ends its line. */
function quoted(text: string): string {
  return `"${text.toWellFormed().replace(/["\p{Cc}\u2028\u2029]/gu, ' ')}"`;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** RFC 5545, 3.3.11. What is neither a character nor a line break of the text has no place in it. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** An address is no text: nothing is escaped, and what could end its line is encoded. */
function escapeAddress(url: string): string {
  return encodeURI(url.toWellFormed()).replaceAll('%25', '%');
}

/** Cuts a line into ones of at most 75 octets, each next one after a space, and no character in two. */
function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      folded += `${END} `;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
