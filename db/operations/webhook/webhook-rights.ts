import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { webhookAccessOf } from '#shared/operations/webhook/webhook-access.ts';
import type { Db } from '../../kernel/client.ts';
import { findGroupForMember } from '../../people/group/groups.ts';
import { findPerson } from '../../people/person/people.ts';

/** [WH1] May this person manage the webhooks of this group, or of the whole space (null), at this moment? */
export async function mayManageWebhooks(
  db: Db,
  { groupId, userId, now }: { groupId: string | null; userId: string; now: Date },
): Promise<Result<void, 'access.notFound' | 'access.forbidden'>> {
  const person = await findPerson(db, userId);
  if (!person || person.suspendedAt) return fail('access.notFound');
  const group = groupId === null ? null : await findGroupForMember(db, { groupId, userId, now });
  const access = webhookAccessOf({
    isOfGroup: groupId !== null,
    platformRole: person.platformRole,
    role: group?.role ?? null,
  });
  if (access === 'manage') return ok();
  return fail(access === 'absent' ? 'access.notFound' : 'access.forbidden');
}
