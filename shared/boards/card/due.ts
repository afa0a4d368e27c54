/** How near the due day of a card is. */
export type DueState = 'none' | 'late' | 'soon' | 'later' | 'done';

/** From how many days before it a due day counts as near. */
const SOON_DAYS = 3;
const DAY_MS = 86_400_000;

/**
 * [B16] Where a card stands against its due day; both days are `YYYY-MM-DD` on the calendar of the readers. The due day
 * itself is still in time. A card in a column of finished things is neither late nor soon.
 */
export function dueStateOf(due: string | null, today: string, isDone: boolean): DueState {
  if (due === null) return 'none';
  if (isDone) return 'done';
  const days = daysUntil(due, today);
  if (days < 0) return 'late';
  return days <= SOON_DAYS ? 'soon' : 'later';
}

/** Whole days from `today` to `due`, both `YYYY-MM-DD`; negative when it has passed. */
export function daysUntil(due: string, today: string): number {
  return Math.round((Date.parse(due) - Date.parse(today)) / DAY_MS);
}
