import { isDay } from '../../kernel/day/days.ts';
import { isRecord } from './answers.ts';
import type { PeriodAnswer } from './form.ts';

/** Both days of a period; null when one is missing or is no day. */
export function periodOf(answer: unknown): PeriodAnswer | null {
  if (!isRecord(answer)) return null;
  const { from, to } = answer;
  return isDay(from) && isDay(to) ? { from, to } : null;
}

/** The same day some months later, or the last of that month. */
function monthsAfter(day: string, months: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(date, last));
}

/** [CA9] Whether a period, both days included, is shorter or longer than so many months; null when it is neither. */
export function periodFault(
  { from, to }: PeriodAnswer,
  { min, max }: { min?: number | undefined; max?: number | undefined },
): 'tooShort' | 'tooLong' | null {
  const end = Date.parse(`${to}T00:00:00Z`) + 86_400_000;
  if (min !== undefined && end < monthsAfter(from, min)) return 'tooShort';
  return max !== undefined && end > monthsAfter(from, max) ? 'tooLong' : null;
}
