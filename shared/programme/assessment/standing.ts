import type { PlatformRole } from '../../kernel/access/access.ts';
import { type AssessmentAccess, assessmentAccessOf } from './assessment-access.ts';
import { ASSESSORS_MIN } from './balance.ts';
import { type Candidates, isOfCandidate } from './recusal.ts';

/** Somebody who asks about applications. */
export interface AssessmentPerson {
  readonly userId: string;
  readonly platformRole: PlatformRole;
  readonly organisation: { readonly id: string; readonly name: string; readonly shortName: string } | null;
}

interface Standing extends Pick<Candidates, 'coLeadIds' | 'partnerNames'> {
  readonly organisation: { readonly id: string };
  readonly call: { readonly isClosed: boolean };
  readonly assessors: readonly {
    readonly userId: string;
    readonly removedAt: Date | null;
    readonly given: unknown;
  }[];
  readonly recusals: readonly { readonly userId: string }[];
  readonly expertIds: readonly string[];
}

/** [AS3] Why somebody must not assess this; null when they may. */
export function recusalOf(
  person: Omit<AssessmentPerson, 'platformRole'>,
  standing: Standing,
): 'candidate' | 'declared' | null {
  const candidates = { ...standing, organisationId: standing.organisation.id };
  if (isOfCandidate(person.organisation, candidates)) return 'candidate';
  return standing.recusals.some(({ userId }) => userId === person.userId) ? 'declared' : null;
}

/** Assessors who are neither taken off nor recused by their word. */
export function activeAssessors<T extends Standing['assessors'][number]>(standing: {
  readonly assessors: readonly T[];
  readonly recusals: Standing['recusals'];
}): readonly T[] {
  return standing.assessors.filter(
    ({ userId, removedAt }) =>
      removedAt === null && !standing.recusals.some((recusal) => recusal.userId === userId),
  );
}

/** [AS4] Those whose marks count: whoever was taken off still does, whoever is recused does not. */
export function countingAssessors<T extends Standing['assessors'][number]>(standing: {
  readonly assessors: readonly T[];
  readonly recusals: Standing['recusals'];
}): readonly T[] {
  return standing.assessors.filter(
    ({ userId, given }) => given !== null && !standing.recusals.some((recusal) => recusal.userId === userId),
  );
}

/** [AS1] [AS5] What this person may do with the assessment of this application; null when it must look absent. */
export function accessTo(person: AssessmentPerson, standing: Standing): AssessmentAccess | null {
  const active = activeAssessors(standing);
  const own = active.find(({ userId }) => userId === person.userId);
  return assessmentAccessOf({
    platformRole: person.platformRole,
    isClosed: standing.call.isClosed,
    isRecused: recusalOf(person, standing) !== null,
    isAssessor: own !== undefined,
    isExpert: standing.expertIds.includes(person.userId),
    hasGiven: own !== undefined && own.given !== null,
    haveAllGiven: active.length >= ASSESSORS_MIN && active.every(({ given }) => given !== null),
  });
}
