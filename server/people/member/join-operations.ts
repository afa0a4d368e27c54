import { z } from 'zod';
import { acceptJoin, askToJoin, declineJoin, withdrawJoin } from '#db/people/member/join-requests.ts';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { Id, oneOf, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { joinMail } from '#shared/people/member/join-mail.fr.ts';
import { parseJoinMessage, parseReason } from '#shared/people/member/joining.ts';
import { checkEnd, MembershipEnd } from '#shared/people/member/membership-end.ts';
import { operation } from '../../kernel/operation.ts';
import { inGroup, signedIn } from '../rights.ts';

const OfGroup = z.object({ groupId: Id });

/** [MB2] [MB3] Requests to join a group, with the mails that tell of them. */
export const joinOperations = {
  'join.ask': operation({
    input: OfGroup.extend({ message: read(parseJoinMessage) }),
    right: signedIn,
    share: { perDay: 20, refusal: 'join.tooMany' },
    refusals: { 'group.notFound': 'message' },
    async run({ tx, by, now, newId, mail, link }, { groupId, message }) {
      const kept = await askToJoin(tx, { groupId, userId: by, message, requestId: newId(), now });
      if (!kept.ok) return kept;
      const { news } = kept.value;
      if (!news) return ok();
      const { group, facilitators, ...who } = news;
      const words = joinMail.asked({ ...who, group: group.name, message });
      const members = paths.groupMembers({ id: group.id, title: group.name });
      const letter = { ...words, action: { label: words.action, href: link(members) } };
      for (const facilitator of facilitators) await mail(facilitator, letter);
      return ok();
    },
  }),

  /** Their own; there may be none. */
  'join.withdraw': operation({
    input: OfGroup,
    right: signedIn,
    refusals: {},
    async run({ tx, by }, { groupId }) {
      await withdrawJoin(tx, { groupId, userId: by });
      return ok();
    },
  }),

  'join.accept': operation({
    input: OfGroup.extend({
      requestId: Id,
      role: oneOf(GROUP_ROLES, 'member.roleInvalid'),
      until: MembershipEnd,
    }),
    right: inGroup('members.manage'),
    refusals: {
      'join.answered': '',
      'person.notFound': 'role',
      'person.suspended': 'role',
      'member.already': 'role',
      'member.untilInvalid': 'until',
    },
    async run({ tx, by, now, newId, after, mail, link }, { groupId, requestId, role, until }) {
      const end = checkEnd(until, now);
      if (!end.ok) return end;
      const answer = { groupId, by, requestId, terms: { role, until }, activityId: newId(), now };
      const answered = await acceptJoin(tx, answer);
      if (!answered.ok) return answered;
      const { asker, group } = answered.value;
      const words = joinMail.accepted({ group: group.name, role });
      const page = link(paths.group({ id: group.id, title: group.name }));
      await mail(asker, { ...words, action: { label: words.action, href: page } });
      after.recheck({ groupId, userId: asker.id });
      return ok();
    },
  }),

  'join.decline': operation({
    input: OfGroup.extend({ requestId: Id, reason: read(parseReason) }),
    right: inGroup('members.manage'),
    refusals: { 'join.answered': '' },
    async run({ tx, mail, link }, { groupId, requestId, reason }) {
      const answered = await declineJoin(tx, { groupId, requestId });
      if (!answered.ok) return answered;
      const { asker, group, askedAt } = answered.value;
      const words = joinMail.declined({ group: group.name, day: dates.short(askedAt), reason });
      await mail(asker, { ...words, action: { label: words.action, href: link(paths.groups()) } });
      return ok();
    },
  }),
};
