import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseTitle } from '../../kernel/title.ts';
import { instantOfLocal } from '../../meetings/meeting/local-time.ts';
import { TOLD_TO, type ToldTo } from '../told-to.ts';
import type { EventError } from './event-errors.ts';

const TEXT_MAX = 5_000;
const PLACE_MAX = 200;
const ADDRESS_MAX = 2_000;
const CAPACITY_MAX = 10_000;
const LENGTH_MAX_MS = 14 * 86_400_000;

/** [EV2] What a form sends of an event; times are on the clock of Paris. */
export interface TypedEvent {
  readonly title: string;
  readonly description: string;
  readonly day: string;
  readonly start: string;
  /** Empty for one that ends on the day on which it starts. */
  readonly endDay: string;
  readonly end: string;
  readonly place: string;
  readonly link: string;
  /** Empty for as many as come. */
  readonly capacity: string;
  readonly toldTo: string;
}
export interface EventFields {
  readonly title: string;
  readonly description: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly link: string;
  readonly capacity: number | null;
  readonly toldTo: ToldTo;
}
type Faults = Partial<Record<keyof TypedEvent, EventError>>;

/** [EV2] An address of the web that a browser opens over a closed line; null for any other. */
export function parseSecureAddress(typed: string): string | null {
  const url = typed.length <= ADDRESS_MAX ? URL.parse(typed.trim()) : null;
  return url?.protocol === 'https:' && !url.username && !url.password ? url.href : null;
}

const TIMES = {
  'meeting.dayInvalid': 'event.dayInvalid',
  'meeting.timeInvalid': 'event.timeInvalid',
  'meeting.hourSkipped': 'event.hourSkipped',
} as const;

function instantOf(day: string, time: string): Result<Date, EventError> {
  const at = instantOfLocal(day.trim(), time.trim());
  return at.ok ? at : fail(TIMES[at.error]);
}

/** [EV2] Reads when it is; a fault of a day stands at the day. */
function parseWhen({ day, start, endDay, end }: TypedEvent, faults: Faults) {
  const [from, to] = [instantOf(day, start), instantOf(endDay.trim() || day, end)];
  if (!from.ok) faults[from.error === 'event.dayInvalid' ? 'day' : 'start'] = from.error;
  if (!to.ok && to.error !== 'event.dayInvalid') faults.end = to.error;
  if (!to.ok && to.error === 'event.dayInvalid' && endDay.trim()) faults.endDay = to.error;
  if (!from.ok || !to.ok) return null;
  const length = to.value.getTime() - from.value.getTime();
  if (length <= 0) faults.end = 'event.endBeforeStart';
  if (length > LENGTH_MAX_MS) faults.end = 'event.tooLong';
  return { startsAt: from.value, endsAt: to.value };
}

function parseCapacity(typed: string): Result<number | null, 'event.capacityInvalid'> {
  const text = typed.replace(/\s/gu, '');
  if (text === '') return ok(null);
  const places = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return places >= 1 && places <= CAPACITY_MAX ? ok(places) : fail('event.capacityInvalid');
}

/** [EV2] Reads what a form says of an event. */
export function parseEvent(
  typed: TypedEvent,
): { readonly fields: EventFields } | { readonly faults: Faults } {
  const faults: Faults = {};
  const title = parseTitle(typed.title);
  const [description, place] = [typed.description.trim(), typed.place.replace(/\s+/gu, ' ').trim()];
  const link = typed.link.trim() === '' ? '' : parseSecureAddress(typed.link);
  const capacity = parseCapacity(typed.capacity);
  const toldTo = TOLD_TO.find((known) => known === typed.toldTo);
  if (!title.ok) faults.title = 'event.titleInvalid';
  if (description.length > TEXT_MAX) faults.description = 'event.textTooLong';
  const when = parseWhen(typed, faults);
  if (place.length > PLACE_MAX) faults.place = 'event.placeTooLong';
  if (place === '' && link === '') faults.place = 'event.whereMissing';
  if (link === null) faults.link = 'event.linkInvalid';
  if (!capacity.ok) faults.capacity = capacity.error;
  if (!toldTo) faults.toldTo = 'event.toldToMissing';
  if (!title.ok || !when || link === null || !capacity.ok || !toldTo || Object.keys(faults).length > 0)
    return { faults };
  return {
    fields: { title: title.value, description, ...when, place, link, capacity: capacity.value, toldTo },
  };
}

/** What is there to read afterwards. */
export interface TypedDocument {
  readonly documentTitle: string;
  readonly address: string;
}

/** [EV9] Reads what a form says of it. */
export function parseDocument(
  typed: TypedDocument,
):
  | { readonly fields: { readonly title: string; readonly url: string } }
  | { readonly faults: Partial<Record<keyof TypedDocument, EventError>> } {
  const title = parseTitle(typed.documentTitle);
  const url = parseSecureAddress(typed.address);
  if (title.ok && url) return { fields: { title: title.value, url } };
  return {
    faults: {
      ...(!title.ok && { documentTitle: 'event.titleInvalid' as const }),
      ...(!url && { address: 'event.linkInvalid' as const }),
    },
  };
}

export type EventState = 'draft' | 'coming' | 'running' | 'past' | 'cancelled';

/** [EV3] Where it stands at a moment. */
export function eventStateAt(
  event: {
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly publishedAt: Date | null;
    readonly cancelledAt: Date | null;
  },
  now: Date,
): EventState {
  if (event.cancelledAt) return 'cancelled';
  if (!event.publishedAt) return 'draft';
  if (event.endsAt <= now) return 'past';
  return event.startsAt <= now ? 'running' : 'coming';
}

/** [EV5] Of somebody: they have a place, or wait for one. */
export const REGISTRATION_STATES = ['registered', 'waiting'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** [EV4] Is the video address told? Of what is for everybody and counts nobody, to everybody; else to whoever has a place, or manages events. */
export function isLinkShown({
  toldTo,
  capacity,
  own,
  mayManage,
}: {
  readonly toldTo: ToldTo;
  readonly capacity: number | null;
  readonly own: RegistrationState | null;
  readonly mayManage: boolean;
}): boolean {
  return mayManage || own === 'registered' || (toldTo === 'public' && capacity === null);
}

/** An event as lists show it. */
export interface ListedEvent extends EventFields {
  readonly id: string;
  readonly publishedAt: Date | null;
  readonly cancelledAt: Date | null;
  /** Where it is seen again; empty while there is nothing. */
  readonly replay: string;
  readonly sequence: number;
  /** How many have a place, and how many wait for one. */
  readonly registered: number;
  readonly waiting: number;
  /** Of whoever reads. */
  readonly own: RegistrationState | null;
}
