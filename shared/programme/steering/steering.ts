import { instantOfParis } from '../../kernel/day/paris-time.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { SteeringError } from './steering-errors.ts';

/** The season that is looked at. Its days are ISO, both included. */
export interface SteeredSeason {
  readonly number: number;
  readonly startsOn: string;
}

/** The season that is on, or was last, of seasons with the latest first: the one that has begun; before any, the first to come. */
export function currentSeason<Season extends SteeredSeason>(
  seasons: readonly Season[],
  today: string,
): Season | undefined {
  return seasons.find(({ startsOn }) => startsOn <= today) ?? seasons.at(-1);
}

/** [PI3] Which part of the programme is looked at: empty for all of it. It is in the address. */
export interface SteeringFilter {
  /** Key of a theme of the season. */
  readonly theme: string;
  /** Code of a region. */
  readonly region: string;
  /** Code of a department. */
  readonly department: string;
}

const DAY = 86_400_000;

/** The instant at which this day of Paris is over: what happened before it is counted. */
export function endOfDay(day: string): Date {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  const end = instantOfParis(`${next}T00:00`);
  if (!end) throw new RangeError(`${day} is not a day`);
  return end;
}

/** [PI2] The day to show: the one that is asked, today without; refused when there is no such day, none yet, or no season yet. */
export function parseSteeredDay(
  asked: string,
  { today, season }: { readonly today: string; readonly season: SteeredSeason },
): Result<string, SteeringError> {
  const day = asked.trim();
  if (day === '') return ok(today);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || instantOfParis(`${day}T00:00`) === null)
    return fail('steering.dayInvalid');
  if (day > today) return fail('steering.dayFuture');
  return day < season.startsOn ? fail('steering.dayBeforeSeason') : ok(day);
}

/** How dark a cell or a department is: the figure itself up to three, 4 beyond. */
export type Heat = 0 | 1 | 2 | 3 | 4;
const HEATS: readonly Heat[] = [0, 1, 2, 3, 4];

/** [PI4] Of a count of communes. */
export function heatOfCount(count: number): Heat {
  return HEATS[Math.min(4, Math.max(0, Math.trunc(count)))] ?? 4;
}

/** [PI5] Of one cell of a table whose greatest has `most`: 0 for none, 4 from three quarters on. */
export function heatOfCell(count: number, most: number): Heat {
  if (count <= 0 || most <= 0) return 0;
  return HEATS[Math.min(4, Math.floor((count / most) * 4) + 1)] ?? 4;
}

/** A part of a whole in whole percents, rounded down so that nothing is « 100 % » before it is; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.floor((part / whole) * 100) : null;
}
