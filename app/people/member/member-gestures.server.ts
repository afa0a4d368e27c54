import { paths } from '#shared/paths.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

/** The group whose page of members it is. */
export interface MembersPage {
  readonly group: { readonly id: string; readonly name: string };
  readonly youId: string;
}

const ofGroup = gesturesOf(({ group }: MembersPage) => ({ groupId: group.id }));
const after =
  (query: string) =>
  (_made: unknown, { group }: MembersPage) =>
    `${paths.groupMembers({ id: group.id, title: group.name })}?${query}`;
const removed = ({ removalId }: { readonly removalId: string }, page: MembersPage) =>
  after(`retrait=${removalId}`)(null, page);
const invited = (
  outcome: { readonly kind: 'invited' | 'member'; readonly leavesAt: Date | null },
  page: MembersPage,
) =>
  after(`etat=${outcome.kind === 'member' ? 'ajout' : outcome.leavesAt ? 'retenue' : 'invitation'}`)(
    null,
    page,
  );

/** What the buttons of the page of members do. */
export const memberGestures = {
  add: ofGroup('member.add', {
    fields: { userId: text, role: text, until: text },
    done: after('etat=ajout'),
  }),
  change: ofGroup('member.change', {
    fields: { userId: text, role: text, until: text },
    form: ({ userId }) => `person ${userId}`,
    done: after('etat=changement'),
  }),
  remove: ofGroup('member.remove', {
    fields: { userId: text },
    form: ({ userId }) => `person ${userId}`,
    // Somebody who leaves may not see the page any more.
    done: (made, page, { userId }) => (userId === page.youId ? paths.groups() : removed(made, page)),
  }),
  addOrganisation: ofGroup('memberOrganisation.add', {
    fields: { organisationId: text, role: text },
    done: after('etat=ajout'),
  }),
  changeOrganisation: ofGroup('memberOrganisation.change', {
    fields: { organisationId: text, role: text },
    form: ({ organisationId }) => `organisation ${organisationId}`,
    done: after('etat=changement'),
  }),
  removeOrganisation: ofGroup('memberOrganisation.remove', {
    fields: { organisationId: text },
    form: ({ organisationId }) => `organisation ${organisationId}`,
    done: removed,
  }),
  undo: ofGroup('member.restore', {
    fields: { removalId: text },
    form: () => '',
    done: after('etat=annulation'),
  }),
  leave: ofGroup('member.leave', { fields: {}, done: () => `${paths.groups()}?quitte` }),
  invite: ofGroup('invitation.toGroup', {
    fields: { email: text, name: text, organisationId: text, role: text, until: text },
    form: () => 'invite',
    done: invited,
  }),
  resend: ofGroup('invitation.resend', {
    fields: { invitationId: text },
    form: () => '',
    done: ({ leavesAt }, page) => after(leavesAt ? 'etat=retenue' : 'etat=renvoi')(null, page),
  }),
  withdraw: ofGroup('invitation.withdraw', {
    fields: { invitationId: text },
    form: () => '',
    done: after('etat=retrait'),
  }),
  acceptJoin: ofGroup('join.accept', {
    fields: { requestId: text, role: text, until: text },
    form: ({ requestId }, error) => (error === 'join.answered' ? '' : `join ${requestId}`),
    done: after('etat=acceptee'),
  }),
  declineJoin: ofGroup('join.decline', {
    fields: { requestId: text, reason: text },
    form: ({ requestId }, error) => (error === 'join.answered' ? '' : `decline ${requestId}`),
    done: after('etat=refusee'),
  }),
};
