import { fail, ok, type Result } from '../../kernel/result.ts';

/** Planned until it was held or cancelled; while people sit in it, it is planned and has an opening. */
export type MeetingStatus = 'planned' | 'cancelled' | 'held';

/** When a meeting is. */
export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What a meeting says of itself. */
export interface MeetingTexts {
  readonly title: string;
  readonly place: string;
  /** Where to join from afar; empty when there is nothing. */
  readonly link: string;
  readonly description: string;
}

const LENGTH_MAX_MS = 24 * 3_600_000;
const PLACE_MAX = 200;
const LINK_MAX = 2_000;
const DESCRIPTION_MAX = 5_000;

/** [M1] A place of one line, or none. */
export function parsePlace(text: string): Result<string, 'meeting.placeTooLong'> {
  const place = text.replace(/\s+/gu, ' ').trim();
  return place.length > PLACE_MAX ? fail('meeting.placeTooLong') : ok(place);
}

/** [M1] A link of the web, or none. */
export function parseMeetingLink(text: string): Result<string, 'meeting.linkInvalid'> {
  const link = text.trim();
  return link === '' || isWebAddress(link) ? ok(link) : fail('meeting.linkInvalid');
}

/** [M1] What to know before, or nothing. */
export function parseMeetingDescription(text: string): Result<string, 'meeting.descriptionTooLong'> {
  const description = text.replace(/\r\n?/gu, '\n').trim();
  return description.length > DESCRIPTION_MAX ? fail('meeting.descriptionTooLong') : ok(description);
}

function isWebAddress(text: string): boolean {
  const url = text.length <= LINK_MAX ? URL.parse(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && !/\s/u.test(text);
}

/** [M1] A meeting ends after it starts, within a day. */
export function checkSpan({
  startsAt,
  endsAt,
}: Span): Result<void, 'meeting.endBeforeStart' | 'meeting.tooLong'> {
  const length = endsAt.getTime() - startsAt.getTime();
  if (!(length > 0)) return fail('meeting.endBeforeStart');
  return length > LENGTH_MAX_MS ? fail('meeting.tooLong') : ok();
}

/**
 * [M3] What a meeting is when it is planned at `now`: one that began is refused, unless it is said to be held already.
 */
export function statusAtPlanning(
  { startsAt, endsAt }: Span,
  { isHeld, now }: { readonly isHeld: boolean; readonly now: Date },
): Result<MeetingStatus, 'meeting.notOver' | 'meeting.past'> {
  if (isHeld) return endsAt > now ? fail('meeting.notOver') : ok('held');
  return startsAt <= now ? fail('meeting.past') : ok('planned');
}

/** What decides whether a meeting may still change. */
export interface MeetingState extends Span {
  readonly status: MeetingStatus;
  readonly openedAt: Date | null;
}

/** [M6] What was planned is changed or cancelled until it begins: opened by its facilitator, or held. */
export function checkChangeable({
  status,
  openedAt,
}: MeetingState): Result<void, 'meeting.isCancelled' | 'meeting.begun'> {
  if (status === 'cancelled') return fail('meeting.isCancelled');
  return status === 'held' || openedAt ? fail('meeting.begun') : ok();
}

/** Where a meeting stands for whoever looks at a list of them. */
export type MeetingPhase = 'next' | 'running' | 'past' | 'cancelled';

export function phaseOf({ status, openedAt, endsAt }: MeetingState, now: Date): MeetingPhase {
  if (status === 'cancelled') return 'cancelled';
  if (status === 'held') return 'past';
  if (openedAt) return 'running';
  return endsAt <= now ? 'past' : 'next';
}

/** [M7] Two meetings overlap when one begins before the other ends; one after the other do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
