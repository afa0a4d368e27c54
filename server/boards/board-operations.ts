import { z } from 'zod';
import { createBoard, renameBoard, trashBoard } from '#db/boards/boards.ts';
import { carryBoardFiles } from '#db/documents/file/file-links.ts';
import { moveActionCard } from '#db/meetings/decision/actions.ts';
import type { BoardContent } from '#shared/boards/fill-board.ts';
import { Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { type Act, operation } from '../kernel/operation.ts';
import { inGroup } from '../people/rights.ts';
import { betweenBoards, type OnBoard, onBoard } from './board-rights.ts';

const Typed = z.string().max(20_000);
const OfBoard = z.object({ boardId: Id });
const CardId = z.string().max(200);
const Between = OfBoard.extend({ toBoardId: Id });
/** What it opens with, as a template, a file or another board gives it. */
const Start = z.custom<BoardContent>((start) => typeof start === 'object');
const UNTITLED = { 'title.empty': 'title', 'title.tooLong': 'title' } as const;

const changeOf = ({ by, board, now, newId }: Act & OnBoard) => ({
  boardId: board.id,
  groupId: board.group.id,
  by,
  now,
  activityId: newId(),
});

/** [B14] [B15] [B26] Boards as a whole. What is on them is written in their live rooms. */
export const boardOperations = {
  /** Its cards are found at once, in lists as by a search. */
  'board.create': operation({
    input: z.object({ groupId: Id, title: Typed, start: Start }),
    right: inGroup('board.create'),
    refusals: UNTITLED,
    run({ tx, by, now, newId, after }, { groupId, title, start }) {
      const boardId = newId();
      after.made(roomName({ kind: 'board', id: boardId }));
      return createBoard(tx, { boardId, groupId, title, start, by, now, activityId: newId() });
    },
  }),

  'board.rename': operation({
    input: OfBoard.extend({ title: Typed }),
    right: onBoard('board.write'),
    refusals: UNTITLED,
    run: (act, { title }) => renameBoard(act.tx, { ...changeOf(act), title }),
  }),

  /** Closes the pages that show it. */
  'board.trash': operation({
    input: OfBoard,
    right: onBoard('board.trash'),
    refusals: {},
    run(act) {
      act.after.recheck({ room: roomName({ kind: 'board', id: act.board.id }) });
      return trashBoard(act.tx, changeOf(act));
    },
  }),

  /** Before a card takes files to another board; gives those that its readers may read there. */
  'board.carryFiles': operation({
    input: Between.extend({ fileIds: z.array(z.string().max(64)) }),
    right: betweenBoards,
    refusals: {},
    run: async ({ tx }, { boardId: fromBoardId, toBoardId, fileIds }) =>
      ok(await carryBoardFiles(tx, { fromBoardId, toBoardId, fileIds })),
  }),

  /** After a card has gone to another board, where it is `newCardId`: its action follows it. */
  'board.noteMove': operation({
    input: Between.extend({ cardId: CardId, newCardId: CardId }),
    right: betweenBoards,
    refusals: {},
    run: async ({ tx }, { boardId, cardId, toBoardId, newCardId }) =>
      ok(await moveActionCard(tx, { boardId, cardId }, { boardId: toBoardId, cardId: newCardId })),
  }),
};
