import { ANSWERS } from '#shared/meetings/meeting/answer.ts';
import { paths } from '#shared/paths.ts';
import { choice, gesturesOf, text, texts } from '../../kernel/gesture.server.ts';

/** The meeting whose page it is. */
export interface MeetingPage {
  readonly meeting: { readonly id: string; readonly title: string };
}

const ofMeeting = gesturesOf(({ meeting }: MeetingPage) => ({ meetingId: meeting.id }));
const after =
  (query: string) =>
  (_made: unknown, { meeting }: MeetingPage) =>
    `${paths.meeting(meeting)}?${query}`;
const whole = () => '';

const draft = { title: text, minutes: text, owner: text, documents: texts };
export const answerFields = { answer: choice(['', ...ANSWERS]), note: text };

/** What the buttons of the page of a meeting do. */
export const meetingGestures = {
  answer: ofMeeting('meeting.answer', {
    fields: answerFields,
    form: () => 'answer',
    at: { 'meeting.answerMissing': 'choice' },
    done: after('etat=reponse'),
  }),
  invite: ofMeeting('meeting.invite', {
    fields: {},
    form: whole,
    done: ({ count }, page) => after(`invitations=${count}`)(null, page),
  }),
  remind: ofMeeting('meeting.remind', {
    fields: {},
    form: whole,
    done: ({ count }, page) => after(`relances=${count}`)(null, page),
  }),
  restore: ofMeeting('meeting.restore', {
    fields: { scope: choice(['one', 'following']) },
    form: whole,
    done: after('etat=retablie'),
  }),
  addItem: ofMeeting('agendaItem.add', {
    fields: draft,
    form: () => 'new',
    done: ({ isAccepted }, page) => after(isAccepted ? 'etat=point' : 'etat=propose')(null, page),
  }),
  changeItem: ofMeeting('agendaItem.change', {
    fields: { item: text, ...draft },
    form: ({ item }) => item,
    done: after('etat=change'),
  }),
  acceptItem: ofMeeting('agendaItem.accept', {
    fields: { item: text },
    form: whole,
    done: after('etat=accepte'),
  }),
  moveItem: ofMeeting('agendaItem.move', {
    fields: { item: text, rank: text },
    form: whole,
    done: after('etat=deplace'),
  }),
  removeItem: ofMeeting('agendaItem.remove', {
    fields: { item: text },
    form: whole,
    done: ({ itemId }, page) => after(`retire=${itemId}`)(null, page),
  }),
  putBackItem: ofMeeting('agendaItem.restore', {
    fields: { item: text },
    form: whole,
    done: after('etat=remis'),
  }),
};
