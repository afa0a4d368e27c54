import { Buffer } from 'node:buffer';

/** A property as a strict reader has it: its parameters by name, its value as it stands. */
interface Property {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}
interface StrictEvent {
  readonly uid: string;
  readonly start: string;
  readonly sequence: number;
  readonly summary: string;
  readonly status: string | null;
  readonly organizer: string | null;
  readonly attendees: readonly string[];
}

const NAME = '[A-Z][A-Z0-9-]*';
const PARAMETER_VALUE = '(?:"[^"\\p{Cc}]*"|[^";:,\\p{Cc}]*)';
const LINE = new RegExp(
  `^(${NAME})((?:;${NAME}=${PARAMETER_VALUE}(?:,${PARAMETER_VALUE})*)*):([^\\p{Cc}]*)$`,
  'u',
);
const PARAMETER = new RegExp(`;(${NAME})=(${PARAMETER_VALUE})`, 'gu');
const ONCE = [
  'DTEND',
  'SEQUENCE',
  'STATUS',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'URL',
  'ORGANIZER',
  'TRANSP',
];
const TEXTS = ['UID', 'SUMMARY', 'DESCRIPTION', 'LOCATION'];
const MAIL = /^mailto:[^\s@]+@[^\s@]+$/;

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`a strict reader refuses this calendar: ${what}`);
}

/**
 * Reads a calendar as RFC 5545 and RFC 5546 say, and throws on whatever they do not allow: ends of lines, folding, nesting, what
 * must stand how often, instants without zone, and who must be named in what is asked or taken back.
 */
export function readStrictly(text: string): { method: string | null; events: StrictEvent[] } {
  const properties = linesOf(text).map(propertyOf);
  const [first, ...rest] = properties;
  must(first?.name === 'BEGIN' && first.value === 'VCALENDAR', 'its beginning');
  must(rest.at(-1)?.name === 'END' && rest.at(-1)?.value === 'VCALENDAR', 'its end');
  const inside: Property[] = [];
  const events: Property[][] = [];
  let event: Property[] | null = null;
  for (const property of rest.slice(0, -1)) {
    if (property.name === 'BEGIN') {
      must(event === null && property.value === 'VEVENT', `${property.value} in another`);
      event = [];
    } else if (property.name === 'END') {
      must(event !== null && property.value === 'VEVENT', `${property.value} that was not begun`);
      events.push(event);
      event = null;
    } else (event ?? inside).push(property);
  }
  must(event === null, 'an event without end');
  must(one(inside, 'VERSION').value === '2.0', 'its version');
  one(inside, 'PRODID');
  const method = atMostOne(inside, 'METHOD')?.value ?? null;
  return { method, events: events.map((found) => eventOf(found, method)) };
}

function linesOf(text: string): string[] {
  must(text.endsWith('\r\n'), 'no end of the last line');
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    must(!/[\r\n]/.test(line), 'an end of line that is not CRLF');
    must(line !== '' && Buffer.byteLength(line) <= 75, `a line of ${Buffer.byteLength(line)} octets`);
  }
  must(text.isWellFormed() && !text.includes('\ufffd'), 'half a character');
  return text
    .slice(0, -2)
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');
}

function propertyOf(line: string): Property {
  const [, name = '', parameters = '', value = ''] = LINE.exec(line) ?? [];
  must(name !== '', `the line « ${line} »`);
  return {
    name,
    value,
    parameters: new Map([...parameters.matchAll(PARAMETER)].map(([, key = '', given = '']) => [key, given])),
  };
}

function eventOf(event: readonly Property[], method: string | null): StrictEvent {
  const [uid, start] = [one(event, 'UID'), one(event, 'DTSTART')];
  must(one(event, 'DTSTAMP').value.endsWith('Z'), 'a stamp that is not in UTC');
  for (const name of ONCE) atMostOne(event, name);
  for (const { name, value } of event)
    if (TEXTS.includes(name)) must(/^(?:\\[\\;,nN]|[^\\;,])*$/u.test(value), `${name} is not escaped`);
  const end = atMostOne(event, 'DTEND');
  if (end) must(instantOf(end) > instantOf(start), 'it ends before it starts');
  const url = atMostOne(event, 'URL');
  if (url) must(URL.canParse(url.value), 'its address');
  const status = atMostOne(event, 'STATUS')?.value ?? null;
  must(status === null || ['TENTATIVE', 'CONFIRMED', 'CANCELLED'].includes(status), `the status ${status}`);
  const organizer = atMostOne(event, 'ORGANIZER')?.value ?? null;
  const attendees = event.filter(({ name }) => name === 'ATTENDEE').map(({ value }) => value);
  for (const address of [organizer ?? 'mailto:a@b', ...attendees]) must(MAIL.test(address), `« ${address} »`);
  const sequence = atMostOne(event, 'SEQUENCE')?.value;
  must(sequence === undefined || /^\d+$/.test(sequence), 'its sequence');
  if (method !== null) must(organizer !== null, `${method} without organizer`);
  if (method === 'PUBLISH') must(attendees.length === 0, 'people asked in what is only shown');
  if (method === 'REQUEST')
    must(attendees.length > 0 && one(event, 'SUMMARY').value !== '', 'nobody is asked');
  if (method === 'CANCEL') must(sequence !== undefined && status === 'CANCELLED', 'a CANCEL that is none');
  return {
    uid: uid.value,
    start: start.value,
    sequence: Number(sequence ?? 0),
    summary: atMostOne(event, 'SUMMARY')?.value ?? '',
    ...{ status, organizer, attendees },
  };
}

/** No zone is described in our calendars: an hour that is not in UTC would be anybody's. */
function instantOf({ name, value, parameters }: Property): number {
  const isDay = parameters.get('VALUE') === 'DATE';
  must((isDay ? /^\d{8}$/ : /^\d{8}T\d{6}Z$/).test(value), `${name} is « ${value} »`);
  const [, day = '', time = 'T000000Z'] = /^(\d{8})(T\d{6}Z)?$/.exec(value) ?? [];
  const iso = `${day.replace(/(....)(..)(..)/, '$1-$2-$3')}${time.replace(/T(..)(..)(..)Z/, 'T$1:$2:$3Z')}`;
  const at = Date.parse(iso);
  must(!Number.isNaN(at), `${name} is no day`);
  return at;
}

function atMostOne(properties: readonly Property[], wanted: string): Property | undefined {
  const found = properties.filter(({ name }) => name === wanted);
  must(found.length <= 1, `${wanted} ${found.length} times`);
  return found[0];
}

function one(properties: readonly Property[], wanted: string): Property {
  const found = atMostOne(properties, wanted);
  must(found !== undefined, `no ${wanted}`);
  return found;
}
