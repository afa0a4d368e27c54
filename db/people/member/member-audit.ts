import { eq } from 'drizzle-orm';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { groups } from '../group/schema.ts';

interface MembershipLine {
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
  readonly action: 'group.memberAdded' | 'group.memberRemoved' | 'group.memberChanged';
  /** By id: the trail holds nobody's name. */
  readonly of: { readonly person: string } | { readonly organisation: string };
  readonly role: GroupRole;
  /** The role before, of a change. */
  readonly before?: GroupRole;
  readonly until?: Date | null;
}

/** [AU7] Says in the audit trail who is, is no more, or is something else in a group. As `recordAudit`: call it last. */
export async function recordMembership(
  tx: Db,
  { groupId, by, now, action, of, role, before, until }: MembershipLine,
): Promise<void> {
  const [group] = await tx.select({ name: groups.name }).from(groups).where(eq(groups.id, groupId));
  await recordAudit(tx, {
    actorId: by,
    action,
    subject: { kind: 'group', id: groupId, name: group?.name ?? '' },
    payload: { ...of, role, before, until: until?.toISOString() },
    now,
  });
}
