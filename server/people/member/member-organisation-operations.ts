import { z } from 'zod';
import {
  addMemberOrganisation,
  changeMemberOrganisation,
  removeMemberOrganisation,
} from '#db/people/member/member-organisations.ts';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { chosen, Id, oneOf, PersonId } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { operation } from '../../kernel/operation.ts';
import { inGroup } from '../rights.ts';
import { removalOf } from './member-operations.ts';

const OfGroup = z.object({ groupId: Id });
const Role = oneOf(GROUP_ROLES, 'member.roleInvalid');

/** [G1] [G2] [G3] Organisations of a group, all of whose people have a role there. `member.restore` takes a removal back. */
export const memberOrganisationOperations = {
  'memberOrganisation.add': operation({
    input: OfGroup.extend({ organisationId: chosen('member.organisationNotFound'), role: Role }),
    right: inGroup('members.manage'),
    refusals: { 'member.organisationNotFound': 'organisationId', 'member.already': 'organisationId' },
    async run({ tx, by, now, newId, after }, { groupId, organisationId, role }) {
      after.recheck({ groupId });
      return addMemberOrganisation(tx, { groupId, organisationId, role, by, activityId: newId(), now });
    },
  }),

  'memberOrganisation.change': operation({
    input: OfGroup.extend({ organisationId: PersonId, role: Role }),
    right: inGroup('members.manage'),
    refusals: { 'member.notFound': 'role', 'member.lastFacilitator': 'role' },
    async run({ tx, by, now, newId, after }, { groupId, organisationId, role }) {
      after.recheck({ groupId });
      return changeMemberOrganisation(tx, { groupId, organisationId, role, by, activityId: newId(), now });
    },
  }),

  'memberOrganisation.remove': operation({
    input: OfGroup.extend({ organisationId: PersonId }),
    right: inGroup('members.manage'),
    refusals: { 'member.notFound': 'role', 'member.lastFacilitator': 'role' },
    async run({ tx, by, now, newId, after }, { groupId, organisationId }) {
      const removalId = newId();
      const change = { groupId, organisationId, by, activityId: removalId, now };
      const removed = await removeMemberOrganisation(tx, change);
      if (!removed.ok) return removed;
      after.recheck({ groupId });
      return ok(await removalOf(tx, { groupId, removalId }));
    },
  }),
};
