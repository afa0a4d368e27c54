import { fail, ok, type Result } from '#shared/kernel/result.ts';

/** Longest title of a card, name of a column or step of a checklist, in UTF-16 units. */
export const LINE_MAX = 500;
/** Longest description of a card, in UTF-16 units. */
export const DESCRIPTION_MAX = 20_000;

declare const brand: unique symbol;
/** [B10] What a board holds of one line, 500 characters at most: made by `parseLine` and by `fitLine`, and nowhere else. */
export type Line = string & { readonly [brand]: 'line' };

/** Line breaks and tabs become spaces, while the no-break spaces of French typography stay. Half a surrogate pair becomes U+FFFD here, because encoding would do it for the other replicas only. */
function asLine(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ')
    .trim()
    .toWellFormed();
}

function isShort(line: string): line is Line {
  return line.length <= LINE_MAX;
}

/** [B10] What somebody typed as one line of 1 to 500 characters. */
export function parseLine(text: string): Result<Line, 'board.titleEmpty' | 'board.titleTooLong'> {
  const line = asLine(text);
  if (line === '') return fail('board.titleEmpty');
  return isShort(line) ? ok(line) : fail('board.titleTooLong');
}

/** [B10] What nobody typed here – a copy, an import, a name of the programme –, as one line: cut at 500 characters, never refused; what is empty stays so. */
export function fitLine(text: string): Line {
  const line = asLine(text);
  if (isShort(line)) return line;
  const kept = line.slice(0, LINE_MAX - 1).replace(/[\ud800-\udbff]$/, '');
  return fitLine(`${kept.trimEnd()}…`);
}

/** [B10] Several lines without space at the end, as every replica will have them. */
export function tidyDescription(text: string): string {
  return text.trimEnd().toWellFormed();
}

/** [B10] Several lines, at most 20,000 characters, empty allowed; space at the end goes. */
export function parseDescription(text: string): Result<string, 'board.descriptionTooLong'> {
  const description = tidyDescription(text);
  return description.length > DESCRIPTION_MAX ? fail('board.descriptionTooLong') : ok(description);
}
