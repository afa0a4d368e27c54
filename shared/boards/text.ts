import { fail, ok, type Result } from '#shared/kernel/result.ts';

/** Longest title of a card, name of a column or step of a checklist, in UTF-16 units. */
export const LINE_MAX = 500;
/** Longest description of a card, in UTF-16 units. */
export const DESCRIPTION_MAX = 20_000;

/**
 * [B10] One line of 1 to 500 characters. Line breaks and tabs become spaces, while the no-break spaces of French
 * typography stay. Half a surrogate pair becomes U+FFFD here, because encoding would do it for the other replicas only.
 */
export function parseLine(text: string): Result<string, 'board.titleEmpty' | 'board.titleTooLong'> {
  const title = text
    .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ')
    .trim()
    .toWellFormed();
  if (title === '') return fail('board.titleEmpty');
  if (title.length > LINE_MAX) return fail('board.titleTooLong');
  return ok(title);
}

/** [B10] Several lines, at most 20,000 characters, empty allowed; space at the end goes. */
export function parseDescription(text: string): Result<string, 'board.descriptionTooLong'> {
  const description = text.trimEnd().toWellFormed();
  return description.length > DESCRIPTION_MAX ? fail('board.descriptionTooLong') : ok(description);
}
