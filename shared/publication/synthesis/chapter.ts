import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseDay } from '../../programme/mission/mission.ts';
import type { ChapterState } from './chapter-state.ts';

/** More would be a library, not a synthesis. */
export const CHAPTERS_MAX = 60;

/** [SY2] A due day as a form sends it, ISO; null when none was given. */
export function parseDue(typed: string): Result<string | null, 'synthesis.dueInvalid'> {
  const day = typed.trim();
  if (day === '') return ok(null);
  const parsed = parseDay(day);
  return parsed ? ok(parsed) : fail('synthesis.dueInvalid');
}

/** [SY1] The same of the whole, which has one. */
export function parseWholeDue(
  typed: string,
): Result<string, 'synthesis.dueInvalid' | 'synthesis.dueMissing'> {
  const due = parseDue(typed);
  if (!due.ok) return due;
  return due.value === null ? fail('synthesis.dueMissing') : ok(due.value);
}

/** [SY4] A chapter is late when its day is over and it is not approved. Days are of Paris. */
export function isChapterLate(
  { dueOn, state }: { readonly dueOn: string | null; readonly state: ChapterState },
  today: string,
): boolean {
  return dueOn !== null && dueOn < today && state !== 'approved';
}

/** [SY2] The same ids with this one a place further up or down; as they are at an end, or when it is not among them. */
export function shifted(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  const other = ids[to];
  if (from < 0 || other === undefined) return ids;
  return ids.map((one, index) => (index === from ? other : index === to ? id : one));
}
