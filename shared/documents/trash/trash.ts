/** [TR1] Days that something stays in the trash before it is deleted for good. */
export const TRASH_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** What was thrown away before this moment has had its time. */
export function trashLimit(now: Date): Date {
  return new Date(now.getTime() - TRASH_DAYS * DAY_MS);
}

/** Whole days that are left, at least 0: on the last one it goes with the night. */
export function trashDaysLeft(trashedAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((trashedAt.getTime() - trashLimit(now).getTime()) / DAY_MS));
}
