import { periodOf } from '../../boards/view/calendar.ts';
import type { ObligationKind, OwedPlace } from '../../obligations.ts';

/** [AF1] One thing that waits for somebody. */
export interface Obligation extends OwedPlace {
  readonly kind: ObligationKind;
  /** Where: a group, an experiment, a call; empty where the title says it. */
  readonly place: string;
  /** How many wait there; of a review, how many have answered. */
  readonly count: number;
  /** Of how many; 0 where there is no whole. */
  readonly total: number;
  /** Who asks, by name; null for the programme. */
  readonly by: string | null;
  /** Where a button does it: they may press it. */
  readonly may: boolean;
  /** Until when: a day, `2023-03-14`, on the clock of Paris; null where nobody said one. */
  readonly day: string | null;
  /** The instant itself, where it is one. */
  readonly at: Date | null;
}

/** [AF2] When it is to be done, the most urgent first. */
export const BUCKETS = ['late', 'today', 'week', 'later'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** [AF2] Late from the day after, or the moment after; this week until Sunday. What has no day waits for a person: this week. */
export function bucketOf(
  { day, at }: Pick<Obligation, 'day' | 'at'>,
  { now, today }: { readonly now: Date; readonly today: string },
): Bucket {
  if (day === null) return 'week';
  if (day < today || (at !== null && at < now)) return 'late';
  if (day === today) return 'today';
  return day <= periodOf(today, 'week').last ? 'week' : 'later';
}

/** [AF2] By day, those without one last; in one bucket the order of the register, then as they were found. */
export function byUrgency(a: Obligation, b: Obligation): number {
  const [one, other] = [a.at?.toISOString() ?? a.day ?? '9999', b.at?.toISOString() ?? b.day ?? '9999'];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** What tells one obligation from every other. */
export const obligationKey = ({ kind, id, parentId }: Pick<Obligation, 'kind' | 'id' | 'parentId'>): string =>
  `${kind} ${parentId ?? ''} ${id}`;
