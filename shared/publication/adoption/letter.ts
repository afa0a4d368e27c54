import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { storable } from '#shared/kernel/storable.ts';
import type { AdoptionError } from './adoption-errors.ts';

/** Longest message to those who did what a sheet tells, in characters. */
export const LETTER_MAX = 2_000;

type LetterRefusal = Extract<
  AdoptionError,
  'adoption.sheetGone' | 'adoption.letterNobody' | 'adoption.letterToday'
>;

/** [RP13] Whether a message may leave from a sheet: it is public, somebody would read the message, and it is the first of the day. */
export function checkLetter(place: {
  readonly sheet: { readonly isPublic: boolean };
  readonly team: readonly unknown[];
  readonly hasWrittenToday: boolean;
}): Result<void, LetterRefusal> {
  if (!place.sheet.isPublic) return fail('adoption.sheetGone');
  if (place.team.length === 0) return fail('adoption.letterNobody');
  return place.hasWrittenToday ? fail('adoption.letterToday') : ok();
}

/** [RP13] A message of 1 to 2 000 characters, spaces around it left out. */
export function parseLetter(
  text: string,
): Result<string, Extract<AdoptionError, 'adoption.letterEmpty' | 'adoption.letterTooLong'>> {
  const message = storable(text.replaceAll(/\r\n?/g, '\n')).trim();
  if (message === '') return fail('adoption.letterEmpty');
  return message.length > LETTER_MAX ? fail('adoption.letterTooLong') : ok(message);
}
