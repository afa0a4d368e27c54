import type { SpanEvent } from '../calendar/ical-text.ts';
import type { MeetingStatus, MeetingTexts, Span } from './meeting.ts';

interface ShownMeeting extends MeetingTexts, Span {
  readonly id: string;
  readonly status: MeetingStatus;
  readonly sequence: number;
}

/**
 * [M9] A meeting as calendars have it. The same meeting has the same name everywhere, so that the invitation in a mail and the
 * feed of the group are one entry; `about` is said below its own description.
 */
export function meetingEvent(
  { id, title, startsAt, endsAt, place, link, description, status, sequence }: ShownMeeting,
  { url, groupName, about }: { readonly url: string; readonly groupName: string; readonly about: string },
): SpanEvent {
  return {
    uid: `${id}@cordee`,
    startsAt,
    endsAt,
    sequence,
    summary: `${title} (${groupName})`,
    description: [description, link, about].filter(Boolean).join('\n\n'),
    location: [place, link].filter(Boolean)[0] ?? '',
    url,
    isCancelled: status === 'cancelled',
  };
}
