import { paths } from '#shared/paths.ts';
import { letterWords } from '#shared/people/letter/letter.fr.ts';
import { join } from '#shared/people/member/join.fr.ts';
import { member as words } from '#shared/people/member/member.fr.ts';
import { afterOn, type Done } from '../../kernel/done.server.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

/** The group whose page of members it is. */
export interface MembersPage {
  readonly group: { readonly id: string; readonly name: string };
  readonly youId: string;
}

const ofGroup = gesturesOf(({ group }: MembersPage) => ({ groupId: group.id }));
const here = ({ group }: MembersPage) => paths.groupMembers({ id: group.id, title: group.name });
/** The list of members, and that of invitations. */
const [LIST, PENDING, JOINING] = ['members', 'pending', 'join-requests'];
const after = afterOn(here);
const listed = (said: string) => after(said, LIST);
const removed = (
  { removalId, name }: { readonly removalId: string; readonly name: string },
  page: MembersPage,
) => ({
  ...listed(words.removed(name))(null, page),
  undo: { label: words.undo, fields: { intent: 'undo', removalId } },
});
const sent = (said: string) => (made: { readonly leavesAt: Date | null }, page: MembersPage) =>
  after(made.leavesAt ? letterWords.invitationHeld : said, PENDING)(null, page);
const left = (): Done => ({ to: paths.groups(), said: join.leave.leftSome, focus: null });

/** What the buttons of the page of members do. */
export const memberGestures = {
  add: ofGroup('member.add', {
    fields: { userId: text, role: text, until: text },
    done: listed(words.news.ajout),
  }),
  change: ofGroup('member.change', {
    fields: { userId: text, role: text, until: text },
    form: ({ userId }) => `person ${userId}`,
    done: listed(words.news.changement),
  }),
  remove: ofGroup('member.remove', {
    fields: { userId: text },
    form: ({ userId }) => `person ${userId}`,
    // Somebody who leaves may not see the page any more.
    done: (made, page, { userId }) => (userId === page.youId ? left() : removed(made, page)),
  }),
  addOrganisation: ofGroup('memberOrganisation.add', {
    fields: { organisationId: text, role: text },
    done: listed(words.news.ajout),
  }),
  changeOrganisation: ofGroup('memberOrganisation.change', {
    fields: { organisationId: text, role: text },
    form: ({ organisationId }) => `organisation ${organisationId}`,
    done: listed(words.news.changement),
  }),
  removeOrganisation: ofGroup('memberOrganisation.remove', {
    fields: { organisationId: text },
    form: ({ organisationId }) => `organisation ${organisationId}`,
    done: removed,
  }),
  undo: ofGroup('member.restore', {
    fields: { removalId: text },
    form: () => '',
    done: listed(words.news.annulation),
  }),
  leave: ofGroup('member.leave', { fields: {}, done: left }),
  invite: ofGroup('invitation.toGroup', {
    fields: { email: text, name: text, organisationId: text, role: text, until: text },
    form: () => 'invite',
    done: (made, page) =>
      made.kind === 'member' ? listed(words.news.ajout)(null, page) : sent(words.news.invitation)(made, page),
  }),
  resend: ofGroup('invitation.resend', {
    fields: { invitationId: text },
    form: () => '',
    done: sent(words.news.renvoi),
  }),
  withdraw: ofGroup('invitation.withdraw', {
    fields: { invitationId: text },
    form: () => '',
    done: after(words.news.retrait, PENDING),
  }),
  acceptJoin: ofGroup('join.accept', {
    fields: { requestId: text, role: text, until: text },
    form: ({ requestId }, error) => (error === 'join.answered' ? '' : `join ${requestId}`),
    done: after(join.news.acceptee, JOINING),
  }),
  declineJoin: ofGroup('join.decline', {
    fields: { requestId: text, reason: text },
    form: ({ requestId }, error) => (error === 'join.answered' ? '' : `decline ${requestId}`),
    done: after(join.news.refusee, JOINING),
  }),
};
