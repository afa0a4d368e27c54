import type { RouterContextProvider } from 'react-router';
import { findMeetingForMember, type MeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { type Member, servicesContext } from '../../context.ts';
import { forbidden, notFound, requireMember } from '../../kernel/access.server.ts';

/** The person and the meeting of an address segment, if their role in its group allows this. */
export async function requireMeeting(
  context: Readonly<RouterContextProvider>,
  segment: string | undefined,
  action: GroupAction,
): Promise<{ member: Member; meeting: MeetingForMember }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const meetingId = idOfSegment(segment);
  const meeting = meetingId
    ? await findMeetingForMember(db, { meetingId, userId: member.id, now: now() })
    : null;
  if (!meeting) throw notFound();
  if (!canInGroup(meeting.group.role, action)) throw forbidden();
  return { member, meeting };
}
