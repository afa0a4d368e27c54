import { addDays, type Period } from '../../kernel/day/days.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isWorkingDay } from '../../meetings/calendar/working-days.ts';
import { type ExperimentEvent, stateAt } from './state.ts';

/** How a month went. */
export const MOODS = ['good', 'fair', 'poor'] as const;
export type Mood = (typeof MOODS)[number];

/** What a month of the log says. */
export interface LogEntry {
  readonly mood: Mood;
  readonly done: string;
  readonly difficulties: string;
  readonly help: string;
}

const TEXT_MAX = 20_000;
const MONTH = /^20\d{2}-(?:0[1-9]|1[0-2])$/;

/** [EX11] Reads a month of the log: how it went, and at least one sentence of what was done. */
export function parseLogEntry(
  typed: Readonly<Record<keyof LogEntry, string>>,
): Result<LogEntry, 'experiment.moodMissing' | 'experiment.textTooLong' | 'experiment.logEmpty'> {
  const mood = MOODS.find((known) => known === typed.mood);
  if (!mood) return fail('experiment.moodMissing');
  const text = { done: typed.done.trim(), difficulties: typed.difficulties.trim(), help: typed.help.trim() };
  if (Object.values(text).some(({ length }) => length > TEXT_MAX)) return fail('experiment.textTooLong');
  if (text.done === '') return fail('experiment.logEmpty');
  return ok({ mood, ...text });
}

/** The month of a day: `2023-03`. */
export const monthOf = (day: string) => day.slice(0, 7);

/** A month as addresses and forms have it; null when it is none. */
export const parseMonth = (given: string) => (MONTH.test(given) ? given : null);

/** This many months later. */
export function addMonths(month: string, count: number): string {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}

const lastDay = (month: string) => addDays(`${addMonths(month, 1)}-01`, -1);

/** [EX12] The day by which a month is to be written: its last working day. */
export function dueDay(month: string): string {
  let day = lastDay(month);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

export type MonthRefusal =
  | 'experiment.monthInvalid'
  | 'experiment.monthToCome'
  | 'experiment.monthBefore'
  | 'experiment.monthClosed';

/** [EX11] The team writes a month from its first day to the last of the next one; the coordination after that too. */
export function checkLogMonth(
  month: string,
  given: { readonly today: string; readonly startsOn: string | null; readonly isManager: boolean },
): Result<void, MonthRefusal> {
  const { today, startsOn, isManager } = given;
  if (!parseMonth(month)) return fail('experiment.monthInvalid');
  if (month > monthOf(today)) return fail('experiment.monthToCome');
  if (startsOn && month < monthOf(startsOn)) return fail('experiment.monthBefore');
  if (!isManager && today > lastDay(addMonths(month, 1))) return fail('experiment.monthClosed');
  return ok();
}

/** The months from the first day of an experiment until its last one or today, the latest first. */
export function monthsUntil({ startsOn, endsOn }: Period, today: string): string[] {
  if (!startsOn) return [];
  const last = monthOf(endsOn && endsOn < today ? endsOn : today);
  const months: string[] = [];
  for (let month = monthOf(startsOn); month <= last && months.length < 120; month = addMonths(month, 1))
    months.unshift(month);
  return months;
}

/**
 * [EX12] The months that were due before this day and were not written by it, the oldest first: those on whose due day the
 * experiment was running. The calendar alone says it.
 */
export function lateMonths(
  given: Period & {
    readonly events: readonly ExperimentEvent[];
    /** Months that were written by the end of this day. */
    readonly written: readonly string[];
    readonly day: string;
  },
): string[] {
  const { events, written, day } = given;
  return monthsUntil(given, day)
    .filter((month) => {
      const due = dueDay(month);
      return due < day && stateAt(events, due) === 'running' && !written.includes(month);
    })
    .reverse();
}

/** [EX13] Is a reminder of this month's log due: on its last two working days. */
export function isReminderDay(day: string): boolean {
  const due = dueDay(monthOf(day));
  let before = addDays(due, -1);
  while (!isWorkingDay(before)) before = addDays(before, -1);
  return day === due || day === before;
}
