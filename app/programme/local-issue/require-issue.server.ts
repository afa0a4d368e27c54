import type { RouterContextProvider } from 'react-router';
import { findProgrammeReader } from '#db/programme/experiment/experiment-rights.ts';
import { findIssue } from '#db/programme/local-issue/local-issues.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import type { IssueForMember } from '#shared/programme/local-issue/local-issue.ts';
import { type Member, servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';

type Context = Readonly<RouterContextProvider>;

/** [LI1] The person, if challenges exist for them. */
export async function requireIssueReader(context: Context): Promise<Member> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  if (!(await findProgrammeReader(db, { userId: member.id, now: now() }))) throw notFound();
  return member;
}

/** The person and the challenge of an address segment, if they may read it. */
export async function requireIssue(
  context: Context,
  segment: string | undefined,
): Promise<{ member: Member; issue: IssueForMember }> {
  const member = await requireIssueReader(context);
  const { db, now } = context.get(servicesContext);
  const issueId = idOfSegment(segment);
  const issue = issueId ? await findIssue(db, { issueId, userId: member.id, now: now() }) : null;
  if (!issue) throw notFound();
  return { member, issue };
}
