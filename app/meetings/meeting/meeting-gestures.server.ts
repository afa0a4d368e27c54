import { ANSWERS } from '#shared/meetings/meeting/answer.ts';
import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { choice, gesturesOf, text, texts } from '../../kernel/gesture.server.ts';

/** The meeting whose page it is. */
export interface MeetingPage {
  readonly meeting: { readonly id: string; readonly title: string };
}

const ofMeeting = gesturesOf(({ meeting }: MeetingPage) => ({ meetingId: meeting.id }));
const { news } = words;
const after = afterOn(({ meeting }: MeetingPage) => paths.meeting(meeting));
const AGENDA = 'agenda';
const whole = () => '';

const draft = { title: text, minutes: text, owner: text, documents: texts };
export const answerFields = { answer: choice(['', ...ANSWERS]), note: text };

/** What the buttons of the page of a meeting do. */
export const meetingGestures = {
  answer: ofMeeting('meeting.answer', {
    fields: answerFields,
    form: () => 'answer',
    at: { 'meeting.answerMissing': 'choice' },
    done: after(news.reponse, 'answer'),
  }),
  invite: ofMeeting('meeting.invite', {
    fields: {},
    form: whole,
    done: ({ count }, page) => after(words.invited(count), 'who')(null, page),
  }),
  remind: ofMeeting('meeting.remind', {
    fields: {},
    form: whole,
    done: ({ count }, page) => after(words.reminded(count), 'who')(null, page),
  }),
  restore: ofMeeting('meeting.restore', {
    fields: { scope: choice(['one', 'following']) },
    form: whole,
    done: after(news.retablie, null),
  }),
  addItem: ofMeeting('agendaItem.add', {
    fields: draft,
    form: () => 'new',
    done: ({ isAccepted }, page) => after(isAccepted ? news.point : news.propose, AGENDA)(null, page),
  }),
  changeItem: ofMeeting('agendaItem.change', {
    fields: { item: text, ...draft },
    form: ({ item }) => item,
    done: after(news.change, AGENDA),
  }),
  acceptItem: ofMeeting('agendaItem.accept', {
    fields: { item: text },
    form: whole,
    done: (_, page, { item }) => ({
      ...after(news.accepte, AGENDA)(null, page),
      undo: { label: words.acceptNot, fields: { intent: 'takeAcceptanceBack', item } },
    }),
  }),
  takeAcceptanceBack: ofMeeting('agendaItem.takeAcceptanceBack', {
    fields: { item: text },
    form: whole,
    done: after(words.itemWaits, AGENDA),
  }),
  moveItem: ofMeeting('agendaItem.move', {
    fields: { item: text, rank: text },
    form: whole,
    done: after(news.deplace, AGENDA),
  }),
  removeItem: ofMeeting('agendaItem.remove', {
    fields: { item: text },
    form: whole,
    done: ({ itemId }, page) => ({
      ...after(words.itemRemoved, AGENDA)(null, page),
      undo: { label: words.putBack, fields: { intent: 'putBackItem', item: itemId } },
    }),
  }),
  putBackItem: ofMeeting('agendaItem.restore', {
    fields: { item: text },
    form: whole,
    done: after(news.remis, AGENDA),
  }),
};
