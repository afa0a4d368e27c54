import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Span } from './meeting.ts';

export type ItemStatus = 'proposed' | 'accepted';

/** More points than anybody could speak of. */
export const AGENDA_MAX = 60;
const MINUTES_MAX = 480;

/** [M8] How long a point takes: whole minutes, from one to eight hours. */
export function parseMinutes(text: string): Result<number, 'meeting.minutesInvalid'> {
  const minutes = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : Number.NaN;
  return minutes >= 1 && minutes <= MINUTES_MAX ? ok(minutes) : fail('meeting.minutesInvalid');
}

/** [M8] What the accepted points take together, and what of the meeting is left: below zero, they do not fit. */
export function agendaBalance(
  items: readonly { readonly status: ItemStatus; readonly minutes: number }[],
  { startsAt, endsAt }: Span,
): { total: number; length: number; left: number } {
  const length = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  const total = items.reduce((sum, { status, minutes }) => (status === 'accepted' ? sum + minutes : sum), 0);
  return { total, length, left: length - total };
}

/** [M8] The ids with one of them at another rank, counted from 0 and kept within the list. */
export function moveTo(ids: readonly string[], id: string, rank: number): string[] {
  const others = ids.filter((candidate) => candidate !== id);
  const at = Math.max(0, Math.min(rank, others.length));
  return [...others.slice(0, at), id, ...others.slice(at)];
}

/** The order key of a rank: ranks of one agenda are written together, so that keys compare as they count. */
export function rankKey(rank: number): string {
  return String(rank).padStart(4, '0');
}
