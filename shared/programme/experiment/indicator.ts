import { parseDay } from '../../kernel/day/days.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseNumber } from './number.ts';

/** [EX16] Something measured again and again. */
export interface IndicatorFields {
  readonly name: string;
  readonly unit: string;
  readonly target: number | null;
}

export interface Measure {
  readonly id: string;
  readonly on: string;
  readonly value: number;
}

export interface Indicator extends IndicatorFields {
  readonly id: string;
  /** By day. */
  readonly measures: readonly Measure[];
}

export const INDICATORS_MAX = 20;
export const MEASURES_MAX = 200;

/** [EX16] Reads an indicator: a name, perhaps a unit and a target. */
export function parseIndicator(typed: {
  readonly name: string;
  readonly unit: string;
  readonly target: string;
}): Result<
  IndicatorFields,
  'experiment.nameMissing' | 'experiment.textTooLong' | 'experiment.numberInvalid'
> {
  const [name, unit] = [typed.name.replace(/\s+/g, ' ').trim(), typed.unit.replace(/\s+/g, ' ').trim()];
  if (name === '') return fail('experiment.nameMissing');
  if (name.length > 200 || unit.length > 40) return fail('experiment.textTooLong');
  const target = typed.target.trim() === '' ? null : parseNumber(typed.target);
  if (typed.target.trim() !== '' && target === null) return fail('experiment.numberInvalid');
  return ok({ name, unit, target });
}

/** [EX16] Reads a measure: a day that is not to come, and a number. */
export function parseMeasure(
  typed: { readonly on: string; readonly value: string },
  today: string,
): Result<
  { on: string; value: number },
  'experiment.dayInvalid' | 'experiment.dayToCome' | 'experiment.numberInvalid'
> {
  const on = parseDay(typed.on);
  if (!on) return fail('experiment.dayInvalid');
  if (on > today) return fail('experiment.dayToCome');
  const value = parseNumber(typed.value);
  return value === null ? fail('experiment.numberInvalid') : ok({ on, value });
}
