import { canOnPlatform, type PlatformRole } from '../../kernel/access/access.ts';

/** How somebody who may sign in stands towards the assessment of an application. */
export interface AssessmentStanding {
  readonly platformRole: PlatformRole;
  /** Its call takes nothing any more. */
  readonly isClosed: boolean;
  /** Of the candidate or of a partner of it, or too near by their own word. */
  readonly isRecused: boolean;
  readonly isAssessor: boolean;
  readonly isExpert: boolean;
  readonly hasGiven: boolean;
  /** All of its assessors, two at least, have given their marks. */
  readonly haveAllGiven: boolean;
}

/** What somebody may do in the assessment of an application. */
export interface AssessmentAccess {
  readonly mayManage: boolean;
  readonly mayMark: boolean;
  readonly maySeeMarks: boolean;
  readonly mayDiscuss: boolean;
  /** To answer what they were asked as an expert. */
  readonly mayAdvise: boolean;
}

/**
 * [AS1] [AS3] [AS5] What somebody may do in the assessment of an application; null when it must look absent. Whoever assesses sees
 * the marks of others once their own are given.
 */
export function assessmentAccessOf(standing: AssessmentStanding): AssessmentAccess | null {
  const { platformRole, isClosed, isRecused, isAssessor, isExpert, hasGiven, haveAllGiven } = standing;
  if (!isClosed || isRecused) return null;
  const mayManage = canOnPlatform(platformRole, 'assessment.manage');
  const mayMark = isAssessor && canOnPlatform(platformRole, 'application.assess');
  if (!mayManage && !mayMark && !isExpert) return null;
  const maySeeMarks = mayMark ? hasGiven : mayManage;
  return { mayManage, mayMark, maySeeMarks, mayDiscuss: maySeeMarks && haveAllGiven, mayAdvise: isExpert };
}
