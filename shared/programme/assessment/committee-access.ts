import { canOnPlatform } from '../../kernel/access/access.ts';
import { type AssessmentPerson, accessTo, activeAssessors, recusalOf } from './standing.ts';

/** What a member of the committee may do with one application on its sheet. */
export interface CommitteeAccess {
  /** [AS16] To read its marks and what is meant to be decided, and to say what should be. */
  readonly mayDecide: boolean;
  /** Its assessment has something for them: they assess it, are asked about it, or coordinate. */
  readonly mayOpen: boolean;
}

/**
 * [AS16] What somebody who sits on the committee may do with an application: coordinators and reviewers of the programme, once
 * their own marks are given when they assess it [AS5]. Null when it must look absent: recused [AS3], or no member.
 */
export function committeeAccessOf(
  person: AssessmentPerson,
  standing: Parameters<typeof accessTo>[1],
): CommitteeAccess | null {
  if (!canOnPlatform(person.platformRole, 'committee.sit')) return null;
  if (!standing.call.isClosed || recusalOf(person, standing) !== null) return null;
  const own = activeAssessors(standing).find(({ userId }) => userId === person.userId);
  return { mayDecide: !own || own.given !== null, mayOpen: accessTo(person, standing) !== null };
}
