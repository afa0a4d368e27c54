import { fail, ok, type Result } from '../../kernel/result.ts';
import type { CityImportError } from './territory-errors.ts';

/** An import that somebody wants undone. */
export interface CityImportToUndo<Before> {
  readonly before: Before;
  readonly isLast: boolean;
  /** How many rows count on what it made. */
  readonly inUse: number;
}

/** [T13] The last import is undone as a whole, while nothing counts on what it made. */
export function judgeImportToUndo<Before>(
  asked: CityImportToUndo<Before> | null,
): Result<Before, CityImportError> {
  if (!asked?.isLast) return fail('cityImport.notLast');
  return asked.inUse > 0 ? fail('cityImport.inUse') : ok(asked.before);
}
