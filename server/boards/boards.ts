import { type BoardForMember, findBoardForMember, listBoards } from '#db/boards/boards.ts';
import { carryBoardFiles } from '#db/documents/file/file-links.ts';
import type { Db } from '#db/kernel/client.ts';
import { moveActionCard } from '#db/meetings/decision/actions.ts';
import { listGroupPeople, listGroupsForMember } from '#db/people/group/groups.ts';
import type { AccessError, BoardError, TitleError } from '#shared/errors.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../kernel/lane/lane.ts';
import type { Rooms } from '../realtime/rooms.ts';
import { makeBoard, type NewBoard } from './make-board.ts';

/** A card to move to another board, in somebody's name. */
export interface CardMove {
  readonly boardId: string;
  readonly cardId: string;
  readonly toBoardId: string;
  readonly by: string;
}

/** A group with boards that somebody may write on, and who would see a card there. */
export interface Destination {
  readonly group: { readonly id: string; readonly name: string };
  readonly boards: readonly { readonly id: string; readonly title: string }[];
  readonly peopleIds: readonly string[];
  readonly organisationIds: readonly string[];
}

/** Boards as a whole: made, and what goes from one to another. */
export interface Boards {
  /** [B14] See `makeBoard`. */
  create(board: NewBoard): Promise<Result<{ id: string; title: string }, TitleError>>;
  /** [B26] Where this person may move a card of this board: boards of all the groups in which they write, this one excepted. */
  listDestinations(by: string, boardId: string): Promise<Destination[]>;
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
  readonly rooms: Pick<Rooms, 'read' | 'apply' | 'tellMade'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createBoards({ db, rooms, now, newId }: BoardsOptions): Boards {
  async function writable(boardId: string, userId: string): Promise<Result<BoardForMember, AccessError>> {
    const board = await findBoardForMember(db, { boardId, userId, now: now() });
    if (!board) return fail('access.notFound');
    return canInGroup(board.group.role, 'board.write') ? ok(board) : fail('access.forbidden');
  }

  return {
    create: (board) => makeBoard({ db, rooms, now, newId }, board),

    async listDestinations(by, boardId) {
      const groups = (await listGroupsForMember(db, { userId: by, now: now() })).filter(({ role }) =>
        canInGroup(role, 'board.write'),
      );
      const all = await Promise.all(
        groups.map(async ({ id, name }) => {
          const boards = (await listBoards(db, { groupId: id })).filter((board) => board.id !== boardId);
          const people = boards.length > 0 ? await listGroupPeople(db, { groupId: id, now: now() }) : [];
          return {
            group: { id, name },
            boards: boards.map((board) => ({ id: board.id, title: board.title })),
            peopleIds: people.map((person) => person.id),
            organisationIds: [...new Set(people.flatMap(({ organisation }) => organisation?.id ?? []))],
          };
        }),
      );
      return all.filter(({ boards }) => boards.length > 0);
    },

    async moveCard({ boardId, cardId, toBoardId, by }) {
      const [from, to] = [await writable(boardId, by), await writable(toBoardId, by)];
      if (!from.ok) return from;
      if (!to.ok) return to;
      const [here, there] = [boardId, toBoardId].map((id) => roomName({ kind: 'board', id }));
      if (!here || !there || here === there) return fail('board.columnNotFound');
      const { value: board } = await rooms.read(here, 'board', inNameOf(by));
      const card = board.columns.flatMap(({ cards }) => cards).find(({ id }) => id === cardId);
      if (!card) return fail('board.cardNotFound');
      const people = await listGroupPeople(db, { groupId: to.value.group.id, now: now() });
      const isThere = (id: string) => people.some(({ organisation }) => organisation?.id === id);
      const newCardId = newId();
      // Readable there before the card says so: a stop in between shows nobody a file that they may not have.
      const carried = await carryBoardFiles(db, {
        fromBoardId: boardId,
        toBoardId,
        fileIds: card.files.map(({ id }) => id),
      });
      const received = await rooms.apply(there, { userId: by }, 'board.receiveCard', {
        cardId: newCardId,
        content: {
          title: card.title,
          description: card.description,
          start: card.start,
          due: card.due,
          organisations: card.organisations.filter(isThere),
          assignees: card.assignees.filter((id) => people.some((person) => person.id === id)),
          checklists: card.checklists,
        },
        labels: board.labels
          .filter(({ id }) => card.labels.includes(id))
          .map((label) => ({ ...label, id: newId() })),
        files: card.files.filter(({ id }) => carried.has(id)),
        cover: card.cover,
        createdAt: now(),
        createdBy: by,
      });
      if (!received.ok) return received;
      const movedTo = { boardId: toBoardId, cardId: newCardId };
      await rooms.apply(here, { userId: by }, 'board.leaveCard', { cardId, movedTo });
      await moveActionCard(db, { boardId, cardId }, movedTo);
      return ok({ board: { id: to.value.id, title: to.value.title }, cardId: newCardId });
    },
  };
}
