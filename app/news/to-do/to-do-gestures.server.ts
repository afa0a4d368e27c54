import type { RouterContextProvider } from 'react-router';
import { findCardColumn } from '#db/boards/card/card-lists.ts';
import type { Rooms } from '#server/realtime/rooms.ts';
import { ANSWERS } from '#shared/meetings/meeting/answer.ts';
import { toDo as words } from '#shared/news/to-do/to-do.fr.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { requireBoard } from '../../boards/board.server.ts';
import { servicesContext } from '../../context.ts';
import type { Done } from '../../kernel/done.server.ts';
import { choice, type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { notOurs, refuseBy } from '../../kernel/refusal.server.ts';
import { orUnavailable } from '../../kernel/room-content.server.ts';

/** The page where the button was pressed: the home page, or that of everything. */
export interface ToDoPage {
  readonly from: 'home' | 'all';
}

const PLACES = { home: paths.home(), all: paths.toDo() };
const gesture = gesturesOf((_page: ToDoPage) => ({}));

/** [AF4] Back where it was done, with what undoes it. */
const after = ({ from }: ToDoPage, said: string, undo: Readonly<Record<string, string>> | null): Done => ({
  to: PLACES[from],
  said,
  focus: 'to-do',
  ...(undo && { undo: { label: words.undo, action: paths.toDo(), fields: { from, ...undo } } }),
});

const answering = { meetingId: text, answer: choice(ANSWERS), note: text };
const ofItem = { meetingId: text, item: text };
const milestone = { experimentId: text, milestoneId: text };

/** [AF4] What the buttons of the lines of À faire do, and what undoes each. */
export const toDoGestures: Readonly<Record<string, Gesture<ToDoPage>>> = {
  answer: gesture('meeting.answer', {
    fields: answering,
    done: (_, page, { meetingId, answer }) =>
      after(page, answer === 'no' ? words.answered.no : words.answered.yes, {
        intent: 'takeAnswerBack',
        meetingId,
      }),
  }),
  takeAnswerBack: gesture('meeting.takeAnswerBack', {
    fields: { meetingId: text },
    done: (_, page) => after(page, words.answerBack, null),
  }),
  acceptItem: gesture('agendaItem.accept', {
    fields: ofItem,
    done: (_, page, { meetingId, item }) =>
      after(page, words.itemAccepted, { intent: 'acceptItemNot', meetingId, item }),
  }),
  acceptItemNot: gesture('agendaItem.takeAcceptanceBack', {
    fields: ofItem,
    done: (_, page) => after(page, words.itemWaits, null),
  }),
  refuseItem: gesture('agendaItem.remove', {
    fields: ofItem,
    done: (_, page, { meetingId, item }) =>
      after(page, words.itemRefused, { intent: 'refuseItemNot', meetingId, item }),
  }),
  refuseItemNot: gesture('agendaItem.restore', {
    fields: ofItem,
    done: (_, page) => after(page, words.itemWaits, null),
  }),
  reach: gesture('milestone.reach', {
    fields: milestone,
    done: ({ startedOn }, page, typed) =>
      after(page, words.reached, {
        ...{ intent: 'reachNot', experimentId: typed.experimentId, milestoneId: typed.milestoneId },
        ...{ startedOn: startedOn ?? '', doneOn: '' },
      }),
  }),
  reachNot: gesture('milestone.setActual', {
    fields: { ...milestone, startedOn: text, doneOn: text },
    done: (_, page) => after(page, words.reachedNot, null),
  }),
  offer: gesture('support.offer', {
    fields: { cityId: text },
    done: ({ id }, page) => after(page, words.offered, { intent: 'offerBack', supportId: id }),
  }),
  offerBack: gesture('support.withdraw', {
    fields: { supportId: text },
    done: (_, page) => after(page, words.offerBack, null),
  }),
  finishCard: {
    async perform(context, page, form) {
      const { boardId, cardId } = cardOf(form);
      const { board, member } = await requireBoard(context, boardId, 'board.write');
      const { db } = context.get(servicesContext);
      const columnId = (await findCardColumn(db, { boardId: board.id, cardId })) ?? '';
      const done = await onBoard(context, board.id, (rooms, room) =>
        rooms.apply(room, { userId: member.id }, 'board.finishCard', { cardId, isDone: true }),
      );
      if (!done.ok) return refuseBy({ error: done.error, fields: { '': done.error } }, { form: 'card' });
      return after(page, words.cardDone, { intent: 'putCardBack', boardId: board.id, cardId, columnId });
    },
  },
  putCardBack: {
    async perform(context, page, form) {
      const { boardId, cardId } = cardOf(form);
      const columnId = text(form.getAll('columnId')) ?? '';
      const { board, member } = await requireBoard(context, boardId, 'board.write');
      const back = await onBoard(context, board.id, (rooms, room) =>
        rooms.apply(room, { userId: member.id }, 'board.editCard', { cardId, columnId }),
      );
      if (!back.ok) return refuseBy({ error: back.error, fields: { '': back.error } }, { form: 'card' });
      return after(page, words.cardBack, null);
    },
  },
};

/** Works on the live board. */
function onBoard<T>(
  context: Readonly<RouterContextProvider>,
  boardId: string,
  work: (rooms: Pick<Rooms, 'apply'>, room: string) => Promise<T>,
): Promise<T> {
  const room = roomName({ kind: 'board', id: boardId });
  return orUnavailable(context, room, () => work(context.get(servicesContext).rooms, room));
}

function cardOf(form: FormData): { boardId: string; cardId: string } {
  const [boardId, cardId] = [text(form.getAll('boardId')), text(form.getAll('cardId'))];
  if (!boardId || !cardId) throw notOurs();
  return { boardId, cardId };
}
