import { FREQUENCIES } from '#shared/meetings/meeting/series.ts';
import { paths } from '#shared/paths.ts';
import { choice, gesturesOf, text } from '../../kernel/gesture.server.ts';
import type { MeetingPage } from './meeting-gestures.server.ts';

/** The group in which a meeting is planned. */
export interface PlanPage {
  readonly group: { readonly id: string; readonly name: string };
}

/** What every form about a meeting says. */
const meetingFields = {
  title: text,
  day: text,
  start: text,
  end: text,
  place: text,
  link: text,
  description: text,
};

const planFields = {
  ...meetingFields,
  repeat: choice(['', ...FREQUENCIES]),
  endsBy: choice(['times', 'until']),
  times: text,
  until: text,
  isHeld: text,
  invite: text,
};

/** What the button of the page that plans a meeting does; the other one only shows what would be. */
export const planGestures = {
  plan: gesturesOf(({ group }: PlanPage) => ({ groupId: group.id }))('meeting.plan', {
    fields: planFields,
    done: ({ isSeries, ...first }, { group: { id, name } }) =>
      isSeries
        ? `${paths.groupMeetings({ id, title: name })}?etat=serie`
        : `${paths.meeting(first)}?etat=planifiee`,
  }),
};

const ofMeeting = gesturesOf(({ meeting }: MeetingPage) => ({ meetingId: meeting.id }));
const scope = choice(['', 'one', 'following']);

/** What the buttons of the page that changes a meeting do. */
export const changeGestures = {
  change: ofMeeting('meeting.change', {
    fields: { ...meetingFields, scope },
    done: (_made, { meeting: { id } }, { title }) => `${paths.meeting({ id, title })}?etat=modifiee`,
  }),
  cancel: ofMeeting('meeting.cancel', {
    fields: { reason: text, scope },
    done: (_made, { meeting }) => `${paths.meeting(meeting)}?etat=annulee`,
  }),
};
