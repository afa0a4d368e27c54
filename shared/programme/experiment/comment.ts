import { fail, ok, type Result } from '../../kernel/result.ts';
import { EVALUATION_PARTS } from './evaluation.ts';
import { parseMonth } from './log.ts';

/** [EX19] What may be commented: a month of the log, `log:2023-03`, or a part of the evaluation, `evaluation:data`. */
export function isSubject(subject: string): boolean {
  const [about, of = ''] = subject.split(':');
  if (about === 'log') return parseMonth(of) !== null;
  return about === 'evaluation' && EVALUATION_PARTS.some((part) => part === of);
}

/** [EX19] Reads a comment. */
export function parseComment(
  typed: string,
): Result<string, 'experiment.commentEmpty' | 'experiment.textTooLong'> {
  const text = typed.trim();
  if (text === '') return fail('experiment.commentEmpty');
  return text.length > 5_000 ? fail('experiment.textTooLong') : ok(text);
}
