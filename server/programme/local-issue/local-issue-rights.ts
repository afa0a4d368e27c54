import { type ExperimentPerson, findProgrammeReader } from '#db/programme/experiment/experiment-rights.ts';
import { holdIssue, type Issue } from '#db/programme/local-issue/local-issue-changes.ts';
import { holdHeard, holdInterview, type Interview } from '#db/programme/local-issue/local-issue-notes.ts';
import { findAsking } from '#db/programme/mission/mission-access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { mayReadInterviews, mayWriteLocalIssue } from '#shared/programme/local-issue/local-issue-access.ts';
import type { Act, Asker, Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

/** Somebody whom the programme is there for, guests not ([A13]). */
interface ByReader extends ByPerson {
  readonly person: ExperimentPerson;
}
type OfIssue = { readonly issueId: string };
type OnIssue = ByReader & { readonly issue: Issue };

/** [LI1] Whoever challenges are there for; of which city they write is asked of each. */
export const readingIssues: Right<unknown, ByReader> = async ({ tx, now }, { userId }) => {
  const person = userId === null ? null : await findProgrammeReader(tx, { userId, now });
  return userId !== null && person ? ok({ by: userId, person }) : fail('access.notFound');
};

async function findIssue(act: Act, asker: Asker, { issueId }: OfIssue, isInTrash: boolean) {
  const reader = await readingIssues(act, asker, null);
  const issue = reader.ok ? await holdIssue(act.tx, issueId) : null;
  if (!reader.ok || !issue || (issue.trashedAt !== null) !== isInTrash) return null;
  return { ...reader.value, issue };
}

/** [LI1] Whoever reads the challenge of the input, which is not thrown away. */
export const readingIssue: Right<OfIssue, OnIssue> = async (act, asker, input) => {
  const found = await findIssue(act, asker, input, false);
  return found ? ok(found) : fail('access.notFound');
};

function onIssue(isInTrash: boolean): Right<OfIssue, OnIssue> {
  return async (act, asker, input) => {
    const found = await findIssue(act, asker, input, isInTrash);
    if (!found) return fail('access.notFound');
    return mayWriteLocalIssue(found.person, found.issue.organisationId)
      ? ok(found)
      : fail('access.forbidden');
  };
}

/** [LI1] Whoever writes the challenge of the input. */
export const writingIssue = onIssue(false);

/** [LI1] The same of one that is in the trash. */
export const takingIssueBack = onIssue(true);

/** [LI8] Whoever writes for the city that keeps this interview or watch note, which is in the trash or not. */
export function onHeard(
  isInTrash: boolean,
): Right<{ readonly kind: 'interview' | 'note'; readonly id: string }, ByPerson> {
  return async ({ tx }, { userId }, ref) => {
    const held = userId === null ? null : await holdHeard(tx, { ...ref, isInTrash });
    const person = userId === null ? null : await findAsking(tx, userId);
    if (userId === null || !held || !person || !mayReadInterviews(person, held.organisationId))
      return fail('access.notFound');
    return mayWriteLocalIssue(person, held.organisationId) ? ok({ by: userId }) : fail('access.forbidden');
  };
}

/** [LI3] Whoever writes for the city whose interview it is; for those who may not read it, it is absent. */
export const onInterview: Right<
  { readonly interview: string },
  ByPerson & { readonly held: Interview }
> = async ({ tx }, { userId }, { interview }) => {
  const held = userId === null ? null : await holdInterview(tx, interview);
  const person = userId === null ? null : await findAsking(tx, userId);
  if (userId === null || !held || !person || !mayReadInterviews(person, held.organisationId))
    return fail('access.notFound');
  return mayWriteLocalIssue(person, held.organisationId)
    ? ok({ by: userId, held })
    : fail('access.forbidden');
};
