import type { GroupError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';

/** Longest purpose of a group, in characters: one or two sentences. */
export const PURPOSE_MAX = 400;

/** What a group says of itself; its name is a title (`parseName`). */
export interface GroupTexts {
  readonly name: string;
  readonly purpose: string;
}

/** [MV1] Of groups, those that work on a theme: the space of an organisation has none. */
export function workingGroups<Group extends { readonly theme: object | null }>(
  groups: readonly Group[],
): (Group & { readonly theme: NonNullable<Group['theme']> })[] {
  return groups.filter(
    (group): group is Group & { theme: NonNullable<Group['theme']> } => group.theme !== null,
  );
}

/** [G6] What a group is for, in one to 400 characters; on one line. */
export function parsePurpose(text: string): Result<string, GroupError> {
  const purpose = text.replace(/\s+/gu, ' ').trim();
  if (purpose === '') return fail('group.purposeEmpty');
  return purpose.length > PURPOSE_MAX ? fail('group.purposeTooLong') : ok(purpose);
}
