import type { TitleError } from '../../errors.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseTitle } from '../../kernel/title.ts';
import type { MeetingError } from './meeting-errors.ts';

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

/** [M1] A title as any other; a place of one line; a link of the web, or none. */
export function parseMeetingTexts(texts: MeetingTexts): Result<MeetingTexts, TitleError | MeetingError> {
  const title = parseTitle(texts.title);
  if (!title.ok) return title;
  const place = texts.place.replace(/\s+/gu, ' ').trim();
  if (place.length > PLACE_MAX) return fail('meeting.placeTooLong');
  const link = texts.link.trim();
  if (link !== '' && !isWebAddress(link)) return fail('meeting.linkInvalid');
  const description = texts.description.replace(/\r\n?/gu, '\n').trim();
  if (description.length > DESCRIPTION_MAX) return fail('meeting.descriptionTooLong');
  return ok({ title: title.value, place, link, description });
}

function isWebAddress(text: string): boolean {
  const url = text.length <= LINK_MAX ? URL.parse(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && !/\s/u.test(text);
}

/** [M1] A meeting ends after it starts, within a day. */
export function checkSpan({ startsAt, endsAt }: Span): Result<void, MeetingError> {
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
): Result<MeetingStatus, MeetingError> {
  if (isHeld) return endsAt > now ? fail('meeting.notOver') : ok('held');
  return startsAt <= now ? fail('meeting.past') : ok('planned');
}

/** What decides whether a meeting may still change. */
export interface MeetingState extends Span {
  readonly status: MeetingStatus;
  readonly openedAt: Date | null;
}

/** [M6] What was planned is changed or cancelled until it begins: opened by its facilitator, or held. */
export function checkChangeable({ status, openedAt }: MeetingState): Result<void, MeetingError> {
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
