import type { OrganisationBadge } from '../../people/organisation/organisation.ts';

/** [PI10] What is late. Each says since when, so that the longest can come first. */
export type LateSignal =
  | {
      readonly kind: 'silentCity';
      readonly organisation: OrganisationBadge;
      /** A group of the season that it is in. */
      readonly group: { readonly id: string; readonly name: string };
      /** Null when it never contributed; then it counts from its arrival. */
      readonly last: Date | null;
      readonly since: Date;
    }
  | {
      readonly kind: 'minutesMissing' | 'minutesWaiting';
      readonly meeting: { readonly id: string; readonly title: string };
      readonly group: { readonly id: string; readonly name: string };
      readonly since: Date;
    }
  | {
      readonly kind: 'experimentOver';
      readonly experiment: { readonly id: string; readonly title: string };
      readonly lead: string | null;
      readonly since: Date;
    };

/** Days after which something is late. */
export const LATE_AFTER = { silentCity: 21, minutesMissing: 14, minutesWaiting: 30 } as const;

const DAY = 86_400_000;

/** The instant so many days before another. */
export function daysBefore(end: Date, days: number): Date {
  return new Date(end.getTime() - days * DAY);
}

/** Whole days that something has lasted by then. */
export function daysSince(since: Date, end: Date): number {
  return Math.max(0, Math.floor((end.getTime() - since.getTime()) / DAY));
}

/** The longest first. */
export function inOrder(signals: readonly LateSignal[]): LateSignal[] {
  return signals.toSorted((a, b) => a.since.getTime() - b.since.getTime());
}
