import { type BoardForMember, findBoardForMember } from '#db/boards/boards.ts';
import type { Db } from '#db/kernel/client.ts';
import { listGroupPeople } from '#db/people/group/groups.ts';
import { textsById } from '#shared/boards/board.ts';
import { CARD_PROPERTIES, eachProperty } from '#shared/boards/card/property/card-properties.ts';
import type { AccessError, BoardError } from '#shared/errors.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../kernel/lane/lane.ts';
import type { Operations } from '../kernel/operations.ts';
import type { Rooms } from '../realtime/rooms.ts';
import type { boardOperations } from './board-operations.ts';

/** A card to move to another board, in somebody's name. */
export interface CardMove {
  readonly boardId: string;
  readonly cardId: string;
  readonly toBoardId: string;
  readonly by: string;
}

/** What goes from one board to another, by their live rooms; `board-operations.ts` has what is done with boards as a whole. */
export interface Boards {
  /**
   * [B26] Moves a card: it is made there, without people and organisation that are not of that group, then archived here with a
   * trace. A stop in between leaves it in both places, never in none. Refuses 'access.notFound' and 'access.forbidden' for
   * either board, 'board.cardNotFound', 'board.columnNotFound' when the other board has no column. Answers the new card.
   */
  moveCard(
    move: CardMove,
  ): Promise<Result<{ board: { id: string; title: string }; cardId: string }, AccessError | BoardError>>;
}

interface BoardsOptions {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'read' | 'apply'>;
  readonly operations: Operations<typeof boardOperations>;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createBoards({ db, rooms, operations, now, newId }: BoardsOptions): Boards {
  async function writable(boardId: string, userId: string): Promise<Result<BoardForMember, AccessError>> {
    const board = await findBoardForMember(db, { boardId, userId, now: now() });
    if (!board) return fail('access.notFound');
    return canInGroup(board.group.role, 'board.write') ? ok(board) : fail('access.forbidden');
  }

  return {
    async moveCard({ boardId, cardId, toBoardId, by }) {
      const [from, to] = [await writable(boardId, by), await writable(toBoardId, by)];
      if (!from.ok) return from;
      if (!to.ok) return to;
      const [here, there] = [boardId, toBoardId].map((id) => roomName({ kind: 'board', id }));
      if (!here || !there || here === there) return fail('board.columnNotFound');
      const { value: board } = await rooms.read(here, 'wholeBoard', inNameOf(by));
      const card = board.columns.flatMap(({ cards }) => cards).find(({ id }) => id === cardId);
      if (!card) return fail('board.cardNotFound');
      const people = await listGroupPeople(db, { groupId: to.value.group.id, now: now() });
      const known = {
        people: new Set(people.map(({ id }) => id)),
        organisations: new Set(people.map(({ organisation }) => organisation?.id)),
      };
      const newCardId = newId();
      // Readable there before the card says so: a stop in between shows nobody a file that they may not have.
      const between = { boardId, toBoardId };
      const fileIds = card.files.map(({ id }) => id);
      const carried = await operations.run('board.carryFiles', { userId: by }, { ...between, fileIds });
      if (!carried.ok) {
        if (carried.error === 'api.invalid') throw new Error('a card has files that have no ids');
        return fail(carried.error);
      }
      const received = await rooms.apply(there, { userId: by }, 'board.receiveCard', {
        cardId: newCardId,
        content: {
          title: card.title,
          description: card.description,
          text: textsById(board).get(cardId),
          ...eachProperty({
            day: (key) => card[key],
            members: (key) => {
              const { of } = CARD_PROPERTIES[key];
              return of === 'labels' ? [] : card[key].filter((id) => known[of].has(id));
            },
          }),
          checklists: card.checklists,
        },
        labels: board.labels
          .filter(({ id }) => card.labels.includes(id))
          .map((label) => ({ ...label, id: newId() })),
        files: card.files.filter(({ id }) => carried.value.has(id)),
        cover: card.cover,
        createdAt: now(),
        createdBy: by,
      });
      if (!received.ok) return received;
      const movedTo = { boardId: toBoardId, cardId: newCardId };
      await rooms.apply(here, { userId: by }, 'board.leaveCard', { cardId, movedTo });
      // Whoever has lost their right in this moment has moved it all the same.
      await operations.run('board.noteMove', { userId: by }, { ...between, cardId, newCardId });
      return ok({ board: { id: to.value.id, title: to.value.title }, cardId: newCardId });
    },
  };
}
