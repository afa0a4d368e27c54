import { z } from 'zod';
import { withdrawInvitation } from '#db/people/invitation/invitations.ts';
import {
  addMemberOrganisation,
  changeMemberOrganisation,
  removeMemberOrganisation,
} from '#db/people/member/member-organisations.ts';
import { findRemoval, undoRemoval } from '#db/people/member/member-removals.ts';
import { addMember, changeMember, removeMember } from '#db/people/member/members.ts';
import type { Services } from '#server/services.ts';
import type { DomainError } from '#shared/errors.ts';
import { GROUP_ROLES, type GroupRole } from '#shared/kernel/access/access.ts';
import type { Result } from '#shared/kernel/result.ts';
import { endOfLastDay } from '#shared/people/member/membership-end.ts';

const text = z.string().catch('');

/** What the forms of a group's members send, invitations of new people apart. */
export const MemberForm = z.object({
  intent: z.enum(['add', 'addOrganisation', 'change', 'remove', 'undo', 'resend', 'withdraw']),
  userId: text,
  organisationId: text,
  invitationId: text,
  removalId: text,
  role: text,
  until: text,
});
type MemberForm = z.output<typeof MemberForm>;

/** [MB4] The way out of a group that somebody takes themselves. */
export function leavingOf(userId: string): MemberForm {
  const nothing = { organisationId: '', invitationId: '', removalId: '', role: '', until: '' };
  return { intent: 'remove', userId, ...nothing };
}

/** What the page says next: a piece of news, or who was removed. Or which form was refused, at which field. */
export type MembersAnswer =
  | { readonly ok: true; readonly query: `etat=${string}` | `retrait=${string}` }
  | { readonly ok: false; readonly form: string; readonly field: string; readonly error: DomainError };

interface Where {
  readonly groupId: string;
  readonly by: string;
}

/** [G4] Does what one form asks, and has open documents and boards decide again. The caller may manage these members. */
export async function changeMembers(
  services: Services,
  where: Where,
  form: MemberForm,
): Promise<MembersAnswer> {
  const { rooms } = services;
  const { intent, userId, organisationId } = form;
  const change = changeOf(services, where);
  const said = (query: `etat=${string}` | `retrait=${string}`, subject?: string): MembersAnswer => {
    rooms.recheck({ groupId: where.groupId, ...(subject && { userId: subject }) });
    return { ok: true, query };
  };
  const refused = (name: string, field: string, error: DomainError): MembersAnswer => ({
    ok: false,
    form: name,
    field,
    error,
  });
  const subject = organisationId ? `organisation ${organisationId}` : `person ${userId}`;

  switch (intent) {
    case 'add':
    case 'addOrganisation':
    case 'change': {
      const name = intent === 'change' ? subject : intent;
      const role = GROUP_ROLES.find((candidate) => candidate === form.role);
      if (!role) return refused(name, 'role', 'member.roleInvalid');
      const until = form.until ? endOfLastDay(form.until) : null;
      if (form.until && (!until || until <= services.now()))
        return refused(name, 'until', 'member.untilInvalid');
      const done = await setTerms(services, change, form, role, until);
      if (done.ok) return said(intent === 'change' ? 'etat=changement' : 'etat=ajout', userId);
      return refused(
        name,
        { add: 'userId', addOrganisation: 'organisation-add', change: 'role' }[intent],
        done.error,
      );
    }
    case 'remove': {
      const removed = organisationId
        ? await removeMemberOrganisation(services.db, { ...change, organisationId })
        : await removeMember(services.db, { ...change, userId });
      return removed.ok
        ? said(`retrait=${change.activityId}`, userId)
        : refused(subject, 'role', removed.error);
    }
    case 'undo': {
      const removal = { groupId: where.groupId, removalId: form.removalId };
      const found = await findRemoval(services.db, removal);
      const undone = await undoRemoval(services.db, { ...change, ...removal });
      return undone.ok ? said('etat=annulation', found?.userId ?? undefined) : refused('', '', undone.error);
    }
    case 'resend': {
      const key = { id: form.invitationId, groupId: where.groupId };
      const sent = await services.invitations.resend(key, { id: where.by });
      if (!sent.ok) return refused('', '', sent.error);
      return { ok: true, query: sent.value.leavesAt ? 'etat=retenue' : 'etat=renvoi' };
    }
    case 'withdraw': {
      const withdrawn = await withdrawInvitation(services.db, {
        id: form.invitationId,
        groupId: where.groupId,
      });
      return withdrawn.ok ? { ok: true, query: 'etat=retrait' } : refused('', '', withdrawn.error);
    }
  }
}

function changeOf({ now, newId }: Services, { groupId, by }: Where) {
  return { groupId, by, activityId: newId(), now: now() };
}

function setTerms(
  { db }: Services,
  change: ReturnType<typeof changeOf>,
  { intent, userId, organisationId }: MemberForm,
  role: GroupRole,
  until: Date | null,
): Promise<Result<void, DomainError>> {
  if (intent === 'addOrganisation') return addMemberOrganisation(db, { ...change, organisationId, role });
  if (intent === 'add') return addMember(db, { ...change, userId, role, until });
  if (organisationId) return changeMemberOrganisation(db, { ...change, organisationId, role });
  return changeMember(db, { ...change, userId, role, until });
}
