import { data, type RouterContextProvider } from 'react-router';
import { z } from 'zod';
import { findProgrammeReader } from '#db/programme/experiment/experiment-rights.ts';
import { findIssue } from '#db/programme/local-issue/local-issues.ts';
import type { DomainError } from '#shared/errors.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import type { IssueForMember } from '#shared/programme/local-issue/local-issue.ts';
import { fr } from '#shared/words.fr.ts';
import { type Member, servicesContext } from '../../context.ts';
import { forbidden, notFound, requireMember } from '../../kernel/access.server.ts';

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

const text = z.string().max(20_000).catch('');

/** What the form of a challenge sends; `look` asks for those that are near. */
export const IssueFields = z.object({
  title: text,
  context: text,
  theme: text,
  city: text,
  look: z.string().optional().catch(undefined),
});

/** A sentence a field, and what was typed. */
export function refuseWith<Typed>(
  typed: Typed,
  faults: Readonly<Partial<Record<string, DomainError>>>,
  intent = '',
) {
  const errors: Partial<Record<string, string>> = {};
  for (const [field, code] of Object.entries(faults)) if (code) errors[field] = fr.errors[code];
  return data({ intent, errors, typed, similar: null }, { status: 422 });
}

/** Throws what a page answers to those who may not; hands any other refusal back. */
export function unlessRefused<E extends DomainError>(
  error: E,
): Exclude<E, 'access.notFound' | 'access.forbidden'> {
  if (error === 'access.notFound') throw notFound();
  if (error === 'access.forbidden') throw forbidden();
  return error as Exclude<E, 'access.notFound' | 'access.forbidden'>;
}
