import { z } from 'zod';
import type { Services } from '#server/services.ts';
import type { DomainError } from '#shared/errors.ts';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { endOfLastDay } from '#shared/people/member/membership-end.ts';

const text = z.string().max(20_000).catch('');

/** [MB3] What the answer to somebody who asks to join sends. */
export const JoinForm = z.object({
  intent: z.enum(['acceptJoin', 'declineJoin']),
  requestId: text,
  role: text,
  until: text,
  reason: text,
});

/** [MB3] Answers one request: what the page says next, or at which field of the form it was refused. */
export async function answerJoinRequest(
  { joinRequests, now }: Services,
  where: { groupId: string; by: string },
  { intent, requestId, role: asked, until: day, reason }: z.output<typeof JoinForm>,
): Promise<
  { ok: true; query: 'etat=acceptee' | 'etat=refusee' } | { ok: false; field: string; error: DomainError }
> {
  const answer = { ...where, requestId };
  if (intent === 'declineJoin') {
    const declined = await joinRequests.answer({ ...answer, terms: null, reason });
    if (declined.ok) return { ok: true, query: 'etat=refusee' };
    return { ok: false, field: declined.error === 'join.answered' ? '' : 'reason', error: declined.error };
  }
  const role = GROUP_ROLES.find((candidate) => candidate === asked);
  if (!role) return { ok: false, field: 'role', error: 'member.roleInvalid' };
  const until = day ? endOfLastDay(day) : null;
  if (day && (!until || until <= now())) return { ok: false, field: 'until', error: 'member.untilInvalid' };
  const accepted = await joinRequests.answer({ ...answer, terms: { role, until } });
  if (accepted.ok) return { ok: true, query: 'etat=acceptee' };
  return { ok: false, field: accepted.error === 'join.answered' ? '' : 'role', error: accepted.error };
}
