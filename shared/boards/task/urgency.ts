import { periodOf } from '../view/calendar.ts';

/** How soon a card wants somebody, the most urgent first. */
export const URGENCIES = ['late', 'week', 'later', 'none'] as const;
export type Urgency = (typeof URGENCIES)[number];

/**
 * [B61] Late from the day after its due day; this week until Sunday; both days `YYYY-MM-DD`. What is finished waits for
 * nobody and is not asked about.
 */
export function urgencyOf(due: string | null, today: string): Urgency {
  if (due === null) return 'none';
  if (due < today) return 'late';
  return due <= periodOf(today, 'week').last ? 'week' : 'later';
}

/** The due day first, those without one last, then as they stood. */
export function byDue(a: { readonly due: string | null }, b: { readonly due: string | null }): number {
  if (a.due === b.due) return 0;
  if (a.due === null) return 1;
  if (b.due === null) return -1;
  return a.due < b.due ? -1 : 1;
}
