import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseLine } from '../text.ts';
import type { Field, FieldValue } from './field.ts';
import { readDay } from './stored-value.ts';

/** Spaces that people and spreadsheets put between the thousands. */
const SPACES = /[\s\u00a0\u202f]/g;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

type NumberRefusal = 'board.numberInvalid';
export type ValueRefusal = NumberRefusal | 'board.titleTooLong' | 'board.dueInvalid' | 'board.optionNotFound';

/**
 * [B42] A number as one writes it in French: « 1 200 », « 12,5 », « -3 ». The sign of a currency or of a percentage is
 * refused rather than dropped: it would be read as another unit by the next person.
 */
function parseNumber(text: string): Result<number, NumberRefusal> {
  const digits = text.replace(SPACES, '').replace('\u2212', '-');
  const value = NUMBER.test(digits) ? Number(digits.replace(',', '.')) : Number.NaN;
  return Number.isFinite(value) ? ok(value) : fail('board.numberInvalid');
}

/**
 * [B42] What somebody wrote for a field, as it is stored; empty is null, no value. People and organisations are ids;
 * whether they belong to the group is for the caller. Refused: not a number, not a day, not an option, too long.
 */
export function parseFieldValue(
  { kind, options }: Field,
  text: string,
): Result<FieldValue | null, ValueRefusal> {
  if (text.trim() === '') return ok(null);
  if (kind === 'number') return parseNumber(text);
  if (kind === 'date') return readDay(text) === null ? fail('board.dueInvalid') : ok(text);
  if (kind === 'choice')
    return options.some(({ id }) => id === text) ? ok(text) : fail('board.optionNotFound');
  const line = parseLine(text);
  if (line.ok) return line;
  return line.error === 'board.titleEmpty' ? ok(null) : fail(line.error);
}
