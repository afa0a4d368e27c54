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

interface Calendar {
  readonly name: string;
  readonly events: readonly DayEvent[];
  /** When this answer is made. */
  readonly now: Date;
}

/** RFC 5545, 3.1: octets in one line, its end not counted. */
const LINE_OCTETS = 75;
const END = '\r\n';
const DAY_MS = 86_400_000;

/**
 * [B73] A calendar as programs of calendars read it: RFC 5545, with the name and the pace of RFC 7986. Every event lasts one
 * whole day and leaves its people free.
 */
export function icalText({ name, events, now }: Calendar): string {
  const stamp = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cordée//Échéances//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => foldLine(line) + END).join('');
}

function eventLines({ uid, day, summary, description, url, categories }: DayEvent, stamp: string): string[] {
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
