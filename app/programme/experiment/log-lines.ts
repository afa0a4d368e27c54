import type { Period } from '#shared/kernel/day/days.ts';
import type { Effort } from '#shared/programme/experiment/effort.ts';
import {
  checkLogMonth,
  dueDay,
  type LogEntry,
  lateMonths,
  monthsUntil,
} from '#shared/programme/experiment/log.ts';
import type { ExperimentEvent } from '#shared/programme/experiment/state.ts';

interface WrittenMonth extends LogEntry {
  readonly month: string;
  readonly version: number;
  readonly writtenAt: Date;
  readonly author: string | null;
}

/** A month of the log as pages show it. */
export interface LogLine {
  readonly month: string;
  readonly entry: WrittenMonth | null;
  readonly days: number;
  readonly due: string;
  readonly isLate: boolean;
  /** The team may still write it. */
  readonly isOpen: boolean;
}

/** [EX11] [EX12] The months of a log from its first to today, the latest first, written or not. */
export function linesOfLog(given: {
  readonly experiment: Period;
  readonly log: readonly WrittenMonth[];
  readonly efforts: readonly Effort[];
  readonly events: readonly ExperimentEvent[];
  readonly today: string;
}): LogLine[] {
  const { experiment, log, efforts, events, today } = given;
  const written = log.map(({ month }) => month);
  const late = lateMonths({ ...experiment, events, written, day: today });
  const months = new Set([...monthsUntil(experiment, today), ...written]);
  return [...months]
    .sort()
    .reverse()
    .map((month) => ({
      month,
      entry: log.find((entry) => entry.month === month) ?? null,
      days: efforts.reduce((sum, effort) => sum + (effort.month === month ? effort.days : 0), 0),
      due: dueDay(month),
      isLate: late.includes(month),
      isOpen: checkLogMonth(month, { today, startsOn: experiment.startsOn, isManager: false }).ok,
    }));
}
