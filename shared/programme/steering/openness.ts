import { isDay } from '../../kernel/day/days.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { percentOf } from './steering.ts';

/** [PI7] What is measured of openness, each a part of a whole. */
export const INDICATORS = ['needsOpen', 'datasetsValid', 'schemaConformity'] as const;
export type Indicator = (typeof INDICATORS)[number];

/** What is wanted of an indicator, and by when. */
export interface OpennessTarget {
  readonly indicator: Indicator;
  readonly percent: number;
  /** ISO day. */
  readonly dueOn: string;
}

/** Where an indicator stands beside its target. Ahead of the day, what is below is only on its way. */
export type Standing = 'unknown' | 'noTarget' | 'reached' | 'underWay' | 'missed';

export function standingOf(
  measured: { readonly part: number; readonly whole: number },
  target: Pick<OpennessTarget, 'percent' | 'dueOn'> | null,
  day: string,
): Standing {
  const percent = percentOf(measured.part, measured.whole);
  if (percent === null) return 'unknown';
  if (!target) return 'noTarget';
  if (percent >= target.percent) return 'reached';
  return day <= target.dueOn ? 'underWay' : 'missed';
}

/** [PI8] Reads a target as a form sends it: whole percents from 1 to 100, and a day of the calendar. */
export function parseTarget(typed: {
  readonly percent: string;
  readonly dueOn: string;
}): Result<Pick<OpennessTarget, 'percent' | 'dueOn'>, 'steering.valueInvalid' | 'steering.dueInvalid'> {
  const percent = /^\d{1,3}$/.test(typed.percent.trim()) ? Number(typed.percent) : 0;
  if (percent < 1 || percent > 100) return fail('steering.valueInvalid');
  const dueOn = typed.dueOn.trim();
  return isDay(dueOn) ? ok({ percent, dueOn }) : fail('steering.dueInvalid');
}
