import { z } from 'zod';
import type { Tx } from '#db/kernel/transaction.ts';
import { findRemoval, undoRemoval } from '#db/people/member/member-removals.ts';
import { addMember, changeMember, removeMember } from '#db/people/member/members.ts';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { chosen, Id, oneOf, PersonId } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { checkEnd, MembershipEnd } from '#shared/people/member/membership-end.ts';
import { operation } from '../../kernel/operation.ts';
import { inGroup } from '../rights.ts';

const OfGroup = z.object({ groupId: Id });
const Role = oneOf(GROUP_ROLES, 'member.roleInvalid');

/** [G1] [G2] [G3] [MB4] People of a group in their own name. */
export const memberOperations = {
  'member.add': operation({
    input: OfGroup.extend({ userId: chosen('person.notFound'), role: Role, until: MembershipEnd }),
    right: inGroup('members.manage'),
    refusals: {
      'person.notFound': 'userId',
      'person.suspended': 'userId',
      'member.already': 'userId',
      'member.untilInvalid': 'until',
    },
    async run({ tx, by, now, newId, after }, { groupId, userId, role, until }) {
      const end = checkEnd(until, now);
      if (!end.ok) return end;
      const added = await addMember(tx, { groupId, userId, role, until, by, activityId: newId(), now });
      after.recheck({ groupId, userId });
      return added;
    },
  }),

  'member.change': operation({
    input: OfGroup.extend({ userId: PersonId, role: Role, until: MembershipEnd }),
    right: inGroup('members.manage'),
    refusals: { 'member.notFound': 'role', 'member.lastFacilitator': 'role', 'member.untilInvalid': 'until' },
    async run({ tx, by, now, newId, after }, { groupId, userId, role, until }) {
      const end = checkEnd(until, now);
      if (!end.ok) return end;
      const change = { groupId, userId, role, until, by, activityId: newId(), now };
      const changed = await changeMember(tx, change);
      after.recheck({ groupId, userId });
      return changed;
    },
  }),

  /** Gives the removal by which `member.restore` takes it back. */
  'member.remove': operation({
    input: OfGroup.extend({ userId: PersonId }),
    right: inGroup('members.manage'),
    refusals: { 'member.notFound': 'role', 'member.lastFacilitator': 'role' },
    async run({ tx, by, now, newId, after }, { groupId, userId }) {
      const removalId = newId();
      const removed = await removeMember(tx, { groupId, userId, by, activityId: removalId, now });
      if (!removed.ok) return removed;
      after.recheck({ groupId, userId });
      return ok(await removalOf(tx, { groupId, removalId }));
    },
  }),

  'member.leave': operation({
    input: OfGroup,
    right: inGroup('members.read'),
    refusals: { 'member.notFound': '', 'member.lastFacilitator': '' },
    async run({ tx, by, now, newId, after }, { groupId }) {
      const left = await removeMember(tx, { groupId, userId: by, by, activityId: newId(), now });
      after.recheck({ groupId, userId: by });
      return left;
    },
  }),

  /** [G3] Of a person or of an organisation. */
  'member.restore': operation({
    input: OfGroup.extend({ removalId: Id }),
    right: inGroup('members.manage'),
    refusals: {
      'member.notFound': '',
      'member.already': '',
      'member.organisationNotFound': '',
      'person.notFound': '',
      'person.suspended': '',
    },
    async run({ tx, by, now, newId, after }, { groupId, removalId }) {
      const found = await findRemoval(tx, { groupId, removalId });
      if (!found) return fail('member.notFound');
      after.recheck({ groupId, ...(found.userId !== null && { userId: found.userId }) });
      return undoRemoval(tx, { groupId, removalId, by, activityId: newId(), now });
    },
  }),
};

/** A removal that was just done, by its id, and who it was. */
export async function removalOf(tx: Tx, key: { readonly groupId: string; readonly removalId: string }) {
  const { name = '' } = (await findRemoval(tx, key)) ?? {};
  return { removalId: key.removalId, name };
}
