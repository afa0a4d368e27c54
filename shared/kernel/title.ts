import type { DomainError, NameError, TitleError } from '../errors.ts';
import { fail, ok, type Result } from './result.ts';

/** Longest title of a group, a document or a board, in characters. */
export const TITLE_MAX = 200;

/** [D1] A title is one line of 1 to 200 characters; inner line breaks and runs of spaces become one space. */
export const parseTitle = (text: string): Result<string, TitleError> =>
  parseLine(text, { empty: 'title.empty', tooLong: 'title.tooLong' });

/** The same of what has a name. */
export const parseName = (text: string): Result<string, NameError> =>
  parseLine(text, { empty: 'name.empty', tooLong: 'name.tooLong' });

/** The same of what its field calls otherwise: it is refused by the word of the field. */
export function parseLine<Refusal extends DomainError>(
  text: string,
  refusals: { readonly empty: Refusal; readonly tooLong: Refusal },
): Result<string, Refusal> {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '') return fail(refusals.empty);
  if (line.length > TITLE_MAX) return fail(refusals.tooLong);
  return ok(line);
}
