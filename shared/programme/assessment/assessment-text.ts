import { fail, ok, type Result } from '../../kernel/result.ts';

const MESSAGE_MAX = 5_000;
const OPINION_MAX = 10_000;
const REASON_MAX = 1_000;

function parse<E extends string>(
  typed: string,
  max: number,
  missing: E,
): Result<string, E | 'assessment.textTooLong'> {
  const said = typed.trim();
  if (said === '') return fail(missing);
  return said.length > max ? fail('assessment.textTooLong') : ok(said);
}

/** [AS7] What assessors say to one another. */
export const parseMessage = (typed: string) => parse(typed, MESSAGE_MAX, 'assessment.textMissing');
/** [AS13] What an expert is asked, and answers. */
export const parseOpinion = (typed: string) => parse(typed, OPINION_MAX, 'assessment.textMissing');
/** [AS3] Why somebody is too near to an application. */
export const parseRecusal = (typed: string) => parse(typed, REASON_MAX, 'assessment.reasonMissing');
