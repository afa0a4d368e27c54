import { isInvited } from '#db/meetings/meeting/meeting-people.ts';
import { findMeetingForMember, type MeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';
import { readAnswerLink } from './answer-links.ts';

/** Who acts, in which meeting. */
export interface InMeeting extends ByPerson {
  readonly meeting: MeetingForMember;
}
type OfMeeting = { readonly meetingId: string };

/** [M5] [A5] Whoever's role in the group of a meeting allows this: for outsiders it is absent, for a role that is too weak forbidden. */
export function inMeeting(action: GroupAction): Right<OfMeeting, InMeeting> {
  return async ({ tx, now }, { userId }, { meetingId }) => {
    const meeting = userId === null ? null : await findMeetingForMember(tx, { meetingId, userId, now });
    if (userId === null || !meeting) return fail('access.notFound');
    return canInGroup(meeting.group.role, action) ? ok({ by: userId, meeting }) : fail('access.forbidden');
  };
}

/** [M10] Whoever is asked to a meeting: the people of its group, not those who only see it. */
export const askedToMeeting: Right<OfMeeting, InMeeting> = async (act, asker, input) => {
  const found = await inMeeting('meeting.propose')(act, asker, input);
  if (!found.ok) return found;
  const { by, meeting } = found.value;
  const person = { groupId: meeting.groupId, userId: by, now: act.now };
  return (await isInvited(act.tx, person)) ? found : fail('access.forbidden');
};

/** [M10] The same of whoever holds the link of a mail, in the name of whom it was sent to. */
export const askedByLink: Right<OfMeeting & { readonly link: string }, InMeeting> = async (act, _, input) => {
  const link = readAnswerLink(act.signature, input.link);
  if (!link || link.meetingId !== input.meetingId) return fail('access.notFound');
  return askedToMeeting(act, { userId: link.userId }, input);
};
