import { fail, ok, type Result } from '../../kernel/result.ts';

/** What is known of somebody and a meeting. */
export const PRESENCES = ['present', 'excused', 'absent'] as const;
export type Presence = (typeof PRESENCES)[number];
export const ATTENDANCE_MODES = ['onSite', 'remote'] as const;
export type AttendanceMode = (typeof ATTENDANCE_MODES)[number];

/** Somebody's line of the attendance. */
export interface Attended {
  readonly presence: Presence;
  readonly mode: AttendanceMode;
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
}

const LINE_MAX = 120;

/** One line of what is said of a guest, as far as it goes. */
export function guestLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, LINE_MAX);
}

/** [MR4] A guest has a name. */
export function parseGuestName(text: string): Result<string, 'meetingHeld.guestNameEmpty'> {
  const name = guestLine(text);
  return name === '' ? fail('meetingHeld.guestNameEmpty') : ok(name);
}

/** [MR4] Are they in the meeting now? */
export function isHere({ presence, leftAt }: Pick<Attended, 'presence' | 'leftAt'>): boolean {
  return presence === 'present' && leftAt === null;
}

/** [MR4] What is said of somebody: who was there was present, even when they left before the end. */
export function attendedAs(
  { presence, mode }: Pick<Attended, 'presence' | 'mode'>,
  before: Attended | null,
  now: Date,
): Attended {
  if (presence !== 'present') return { presence, mode, arrivedAt: null, leftAt: null };
  const arrivedAt = before?.presence === 'present' ? before.arrivedAt : now;
  return { presence, mode, arrivedAt, leftAt: null };
}
