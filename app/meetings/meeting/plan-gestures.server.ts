import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import { FREQUENCIES } from '#shared/meetings/meeting/series.ts';
import { paths } from '#shared/paths.ts';
import type { Done } from '../../kernel/done.server.ts';
import { choice, gesturesOf, text } from '../../kernel/gesture.server.ts';
import type { MeetingPage } from './meeting-gestures.server.ts';

const { news } = words;

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

/** The boxes of reminders and their words. */
const reminderFields = {
  ...{ remindWeek: text, remindDay: text, remindMorning: text },
  ...{ wordsWeek: text, wordsDay: text, wordsMorning: text },
};

const planFields = {
  ...meetingFields,
  ...reminderFields,
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
        ? { to: paths.groupMeetings({ id, title: name }), said: news.serie, focus: null }
        : { to: paths.meeting(first), said: news.planifiee, focus: null },
  }),
};

const ofMeeting = gesturesOf(({ meeting }: MeetingPage) => ({ meetingId: meeting.id }));
const scope = choice(['', 'one', 'following']);
const after = (meeting: { readonly id: string; readonly title: string }, said: string): Done => ({
  to: paths.meeting(meeting),
  said,
  focus: null,
});

/** What the buttons of the page that changes a meeting do. */
export const changeGestures = {
  change: ofMeeting('meeting.change', {
    fields: { ...meetingFields, ...reminderFields, scope },
    done: (_made, { meeting: { id } }, { title }) => after({ id, title }, news.modifiee),
  }),
  cancel: ofMeeting('meeting.cancel', {
    fields: { reason: text, scope },
    done: (_made, { meeting }) => after(meeting, news.annulee),
  }),
};
