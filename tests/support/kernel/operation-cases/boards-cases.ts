import { startBoard } from '#shared/boards/board-start.ts';
import { boardTemplates } from '#shared/boards/board-templates.fr.ts';
import { type Cases, FACILITATORS, type TriedWorld } from './operation-case.ts';

/** Whoever writes in the group. */
const WRITERS = ['contributor', ...FACILITATORS] as const;
const ofBoard = ({ boards: [boardId] }: TriedWorld) => ({ boardId });
const between = ({ boards: [boardId, toBoardId] }: TriedWorld) => ({ boardId, toBoardId });

/** Operations of boards. */
export const boardsCases: Cases<`board.${'create' | 'rename' | 'trash' | 'carryFiles' | 'noteMove'}`> = {
  'board.create': {
    input: ({ groupId }) => ({
      groupId,
      title: 'Arbres',
      start: startBoard(boardTemplates[0], () => crypto.randomUUID()),
    }),
    allowed: WRITERS,
  },
  'board.rename': { input: (world) => ({ ...ofBoard(world), title: 'Haies' }), allowed: WRITERS },
  'board.trash': { input: ofBoard, allowed: WRITERS },
  'board.carryFiles': { input: (world) => ({ ...between(world), fileIds: [] }), allowed: WRITERS },
  'board.noteMove': {
    input: (world) => ({ ...between(world), cardId: 'a', newCardId: 'b' }),
    allowed: WRITERS,
  },
};
