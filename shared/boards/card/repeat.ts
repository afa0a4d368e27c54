/** How often a card comes back. */
export const REPEATS = ['week', 'month'] as const;
export type RepeatEvery = (typeof REPEATS)[number];

/** A card that comes back: on the day `next`, another one is made in its place and goes on with the series. */
export interface CardRepeat {
  readonly every: RepeatEvery;
  /** `YYYY-MM-DD`. */
  readonly next: string;
  /** The day of the month that is meant, which short months do not have. */
  readonly day: number;
  /** Where the next one is put, if that column is still there. */
  readonly columnId: string;
  /** The same for all cards of the series; ids of its next cards are made of it. */
  readonly series: string;
}

const DAY_MS = 86_400_000;

/** [B28] The day so many periods later. A month without the day `day` has it on its last day; the next month has it again. */
export function daysLater(from: string, every: RepeatEvery, count: number, day = dayOf(from)): string {
  if (every === 'week') return addDays(from, 7 * count);
  const [year = 0, month = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1 + count, Math.min(day, last)));
}

/** The day so many days later. */
export function addDays(from: string, count: number): string {
  return iso(Date.parse(from) + count * DAY_MS);
}

/** The day of the month of `YYYY-MM-DD`. */
export function dayOf(day: string): number {
  return Number(day.slice(8));
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** How many cards of a series would have come up to today, both days included; at most some centuries of them. */
export function periodsDue({ every, next, day }: CardRepeat, today: string): number {
  let count = 0;
  while (count < 10_000 && daysLater(next, every, count, day) <= today) count += 1;
  return count;
}
