import type { GroupError, NameError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseName } from '#shared/kernel/title.ts';

/** Longest purpose of a group, in characters: one or two sentences. */
export const PURPOSE_MAX = 400;

/** What a group says of itself. */
export interface GroupTexts {
  readonly name: string;
  readonly purpose: string;
}

/** [G6] A group has a name (a title) and says in one to 400 characters what it is for. */
export function parseGroupTexts(input: GroupTexts): Result<GroupTexts, NameError | GroupError> {
  const name = parseName(input.name);
  if (!name.ok) return name;
  const purpose = input.purpose.replace(/\s+/gu, ' ').trim();
  if (purpose === '') return fail('group.purposeEmpty');
  if (purpose.length > PURPOSE_MAX) return fail('group.purposeTooLong');
  return ok({ name: name.value, purpose });
}
