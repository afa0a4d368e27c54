import type { TitleError } from '../errors.ts';
import { fail, ok, type Result } from './result.ts';

/** Longest title of a group, a document or a board, in characters. */
export const TITLE_MAX = 200;

/** [D1] A title is one line of 1 to 200 characters; inner line breaks and runs of spaces become one space. */
export function parseTitle(text: string): Result<string, TitleError> {
  const title = text.replace(/\s+/gu, ' ').trim();
  if (title === '') return fail('title.empty');
  if (title.length > TITLE_MAX) return fail('title.tooLong');
  return ok(title);
}
