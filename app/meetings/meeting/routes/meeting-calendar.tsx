import { icalText } from '#shared/meetings/calendar/ical-text.ts';
import { meetingEvent } from '#shared/meetings/meeting/meeting-event.ts';
import { meetingMail } from '#shared/meetings/meeting/meeting-mail.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireMeeting } from '../require-meeting.server.ts';
import type { Route } from './+types/meeting-calendar';

/** [M9] One meeting as a file for calendars. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { meeting } = await requireMeeting(context, params.seance, 'meeting.read');
  const { origin, now } = context.get(servicesContext);
  const event = meetingEvent(meeting, {
    url: origin + paths.meeting(meeting),
    groupName: meeting.group.name,
    about: meetingMail.answerOnPage,
  });
  return new Response(icalText({ name: null, events: [event], now: now() }), {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${meetingMail.fileName(meeting.startsAt)}"`,
    },
  });
}
