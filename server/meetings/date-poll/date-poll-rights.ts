import { type DatePollForMember, findDatePollForMember } from '#db/meetings/date-poll/date-polls.ts';
import { isInvited } from '#db/meetings/meeting/meeting-people.ts';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

/** Who acts, in which poll. */
export interface InDatePoll extends ByPerson {
  readonly poll: DatePollForMember;
}
type OfDatePoll = { readonly pollId: string };

/** [DP5] Whoever's role in the group of a poll allows this: for outsiders it is absent, for a role that is too weak forbidden. */
export function inDatePoll(action: GroupAction): Right<OfDatePoll, InDatePoll> {
  return async ({ tx, now }, { userId }, { pollId }) => {
    const poll = userId === null ? null : await findDatePollForMember(tx, { pollId, userId, now });
    if (userId === null || !poll) return fail('access.notFound');
    return canInGroup(poll.group.role, action) ? ok({ by: userId, poll }) : fail('access.forbidden');
  };
}

/** [DP3] Whoever a poll asks: the people of its group, not those who only see it. */
export const askedByDatePoll: Right<OfDatePoll, InDatePoll> = async (act, asker, input) => {
  const found = await inDatePoll('meeting.read')(act, asker, input);
  if (!found.ok) return found;
  const { by, poll } = found.value;
  const person = { groupId: poll.groupId, userId: by, now: act.now };
  return (await isInvited(act.tx, person)) ? found : fail('access.forbidden');
};
