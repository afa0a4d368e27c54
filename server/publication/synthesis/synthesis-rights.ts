import { findSynthesisRole, type HeldSynthesis, holdSynthesis } from '#db/publication/synthesis/syntheses.ts';
import { type HeldChapter, lockChapter } from '#db/publication/synthesis/synthesis-chapters.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { canInSynthesis } from '#shared/publication/synthesis/synthesis-access.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

export type OnSynthesis = ByPerson & { readonly synthesis: HeldSynthesis };
export type OnChapter = ByPerson & { readonly chapter: HeldChapter };

/** [SY1] Whoever manages syntheses: for the rest of the programme it is forbidden, for all others absent. */
export const managingSyntheses: Right<unknown, ByPerson> = async ({ tx, now }, { userId }) => {
  const role = userId === null ? null : await findSynthesisRole(tx, { userId, now });
  if (userId === null || !role) return fail('access.notFound');
  return canInSynthesis(role, 'synthesis.manage') ? ok({ by: userId }) : fail('access.forbidden');
};

/** [SY1] The same, on the synthesis of the input, which is held. */
export const managingSynthesis: Right<{ readonly synthesisId: string }, OnSynthesis> = async (
  { tx, now },
  { userId },
  { synthesisId },
) => {
  const synthesis = userId === null ? null : await holdSynthesis(tx, { synthesisId, userId, now });
  if (userId === null || !synthesis) return fail('access.notFound');
  return canInSynthesis(synthesis.role, 'synthesis.manage')
    ? ok({ by: userId, synthesis })
    : fail('access.forbidden');
};

/** [SY1] Whoever may do this with the chapter of the input, which is held. */
export function onChapter(
  action: Parameters<typeof canInSynthesis>[1],
): Right<{ readonly chapterId: string }, OnChapter> {
  return async ({ tx, now }, { userId }, { chapterId }) => {
    const chapter = userId === null ? null : await lockChapter(tx, { chapterId, userId, now });
    if (userId === null || !chapter) return fail('access.notFound');
    return canInSynthesis(chapter.role, action) ? ok({ by: userId, chapter }) : fail('access.forbidden');
  };
}
