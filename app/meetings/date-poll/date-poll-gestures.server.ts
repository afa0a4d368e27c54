import { datePoll as words } from '#shared/meetings/date-poll/date-poll.fr.ts';
import { datePollPaths } from '#shared/meetings/date-poll/date-poll-paths.ts';
import { paths } from '#shared/paths.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { gesturesOf, text, texts } from '../../kernel/gesture.server.ts';

/** The group in which a date is looked for. */
export interface NewPollPage {
  readonly group: { readonly id: string };
}

/** What the button of the page that opens a poll does; the other one only shows more lines. */
export const openGestures = {
  open: gesturesOf(({ group }: NewPollPage) => ({ groupId: group.id }))('datePoll.open', {
    fields: {
      ...{ title: text, place: text, link: text, description: text, closesOn: text },
      ...{ slotDay: texts, slotStart: texts, slotEnd: texts },
    },
    done: ({ count, ...poll }) => ({
      to: datePollPaths.poll(poll),
      said: words.opened(count),
      focus: null,
    }),
  }),
};

/** The poll whose page it is. */
export interface DatePollPage {
  readonly poll: { readonly id: string; readonly title: string };
}
const ofPoll = gesturesOf(({ poll }: DatePollPage) => ({ pollId: poll.id }));
const after = afterOn(({ poll }: DatePollPage) => datePollPaths.poll(poll));
const whole = () => '';

/** What the buttons of the page of a poll do. */
export const datePollGestures = {
  answer: ofPoll('datePoll.answer', {
    fields: { answers: texts },
    form: () => 'answer',
    done: after(words.answered, 'answer'),
  }),
  choose: ofPoll('datePoll.choose', {
    fields: { slotId: text },
    form: whole,
    done: (meeting) => ({ to: paths.meeting(meeting), said: words.chosen, focus: null }),
  }),
  remind: ofPoll('datePoll.remind', {
    fields: {},
    form: whole,
    done: ({ count }, page) => after(words.reminded(count), 'answers')(null, page),
  }),
  withdraw: ofPoll('datePoll.withdraw', {
    fields: {},
    form: whole,
    done: (made, page) => ({
      ...after(words.withdrawn, null)(made, page),
      undo: { label: words.restore, fields: { intent: 'restore' } },
    }),
  }),
  restore: ofPoll('datePoll.restore', { fields: {}, form: whole, done: after(words.restored, null) }),
};

/** A group of buttons for each slot: what each sends becomes one list, as the operation reads it. */
export function gatherAnswers(form: FormData): FormData {
  for (const [name, value] of [...form])
    if (name.startsWith('answer-')) form.append('answers', `${name.slice('answer-'.length)}:${value}`);
  return form;
}
