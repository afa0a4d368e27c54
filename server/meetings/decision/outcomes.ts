import type { Logger } from 'pino';
import type { Database, Db } from '#db/kernel/client.ts';
import { effectsOf, inTransaction } from '#db/kernel/transaction.ts';
import {
  type ActionToFollow,
  claimActionBoard,
  findAction,
  findActionBoard,
  findDocumentsToFollow,
  listActionsToFollow,
  mirrorActionCards,
  noteActionCard,
} from '#db/meetings/decision/actions.ts';
import { findDocumentsToNumber, numberDecisions } from '#db/meetings/decision/decisions.ts';
import { findGroupForMember, listGroupPeople } from '#db/people/group/groups.ts';
import { startBoard } from '#shared/boards/board-start.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import type { AccessError, BoardError } from '#shared/errors.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { decision as words } from '#shared/meetings/decision/decision.fr.ts';
import type { DecisionError } from '#shared/meetings/decision/decision-errors.ts';
import { type RoomRef, roomName } from '#shared/realtime/realtime.ts';
import { makeBoard } from '../../boards/make-board.ts';
import type { Rooms } from '../../realtime/rooms.ts';

/** What follows from decisions and actions that are written in texts. */
export interface Outcomes {
  /**
   * [DA8] Ticks an action, or takes the tick away: its card changes column, in this person's name. Refuses 'action.notFound' for
   * whoever may not read its document, 'access.forbidden' for whoever may not write on boards of its group, 'action.noCard',
   * 'action.noColumn' when the board has no column for it, 'board.cardNotFound'.
   */
  tick(
    asked: Asked & { readonly isDone: boolean },
  ): Promise<Result<void, DecisionError | AccessError | BoardError>>;
  /** [DA8] Who may do an action (the people of its group), who does it and until when. Refuses as `tick` does, the column apart. */
  assignment(asked: Asked): Promise<Result<Assignment, DecisionError | AccessError>>;
  /**
   * [DA8] Says who does an action and until when: its card says so, in this person's name. Refuses as `assignment` does, people who are
   * neither of the group nor on the card already ('action.personUnknown'), and a day that is none.
   */
  assign(
    asked: Asked & { readonly assignees: readonly string[]; readonly due: string | null },
  ): Promise<Result<void, DecisionError | AccessError | BoardError>>;
  /** Looks for what a stop left undone; resolves once it is done, or has failed. */
  sweep(): Promise<void>;
  stop(): void;
}

interface Asked {
  readonly actionId: string;
  readonly by: string;
}

interface Assignment {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly assignees: readonly string[];
  /** `YYYY-MM-DD` */
  readonly due: string | null;
}

interface OutcomesOptions {
  readonly database: Database;
  readonly rooms: Pick<Rooms, 'apply' | 'onProjected'>;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}

const boardRoom = (id: string) => roomName({ kind: 'board', id });
const documentRoom = (id: string) => roomName({ kind: 'document', id });
const noteCard = (db: Db, documentId: string, card: Parameters<typeof noteActionCard>[1]) =>
  inTransaction(db, async (tx) => {
    await noteActionCard(tx, card);
    effectsOf(tx).news(documentRoom(documentId), 'objects');
  });

/**
 * [DA2] [DA5] Follows the tables that are made from texts and boards: decisions get their numbers, actions their cards, and open
 * documents hear of both. Whatever is half done is done again: a number is given once, and a card has the id of its action.
 */
export function createOutcomes({ database, rooms, log, now, newId }: OutcomesOptions): Outcomes {
  const { db } = database;
  const waiting = new Set<string>();
  let last = Promise.resolve();
  let isStopped = false;

  /** One after the other; what waits already is followed once. */
  function follow(ref: RoomRef): void {
    const name = roomName(ref);
    if (waiting.has(name)) return;
    waiting.add(name);
    last = last.then(() => followRoom(name, ref));
  }

  async function followRoom(name: string, ref: RoomRef): Promise<void> {
    waiting.delete(name);
    if (isStopped) return;
    try {
      if (ref.kind === 'board') await followBoard(ref.id);
      else if (ref.kind === 'document') await followDocument(ref.id);
    } catch (error) {
      // The next sweep finds what is left.
      if (!isStopped) log.warn({ err: error, room: name }, 'decisions and actions could not be followed');
    }
  }

  async function followBoard(boardId: string): Promise<void> {
    await inTransaction(db, async (tx) => {
      for (const id of await mirrorActionCards(tx, boardId)) effectsOf(tx).news(documentRoom(id), 'objects');
    });
  }

  async function followDocument(documentId: string): Promise<void> {
    await inTransaction(db, async (tx) => {
      const numbered = await numberDecisions(tx, { documentId, now: now(), newId });
      if (numbered > 0) effectsOf(tx).news(documentRoom(documentId), 'objects');
    });
    for (const action of await listActionsToFollow(db, documentId)) await keepCard(documentId, action);
  }

  async function keepCard(documentId: string, action: ActionToFollow): Promise<void> {
    const { id: actionId, text, createdBy } = action;
    const isNew = action.cardId === null;
    const boardId = isNew ? await boardFor(action) : action.boardId;
    if (boardId === null) return;
    const kept = await rooms.apply(boardRoom(boardId), { userId: createdBy }, 'board.keepActionCard', {
      cardId: action.cardId ?? actionId,
      title: text,
      link: objectKey({ kind: 'document', id: action.documentId }),
      isNew,
      createdAt: now(),
      createdBy,
    });
    if (kept.ok || kept.error === 'board.cardNotFound') await noteCard(db, documentId, { actionId, text });
    else log.warn({ action: actionId, error: kept.error }, 'an action has no card');
  }

  /** [DA7] */
  async function boardFor({ id: actionId, groupId, createdBy }: ActionToFollow): Promise<string | null> {
    const board = await database.locks.holding(`actions ${groupId}`, async () => {
      const found = await findActionBoard(db, groupId);
      if (found) return found;
      const start = startBoard(words.actionBoard, newId);
      const made = await makeBoard(
        { db, now, newId },
        { groupId, by: createdBy, title: words.actionBoard.title, start },
      );
      return made.ok ? made.value : null;
    });
    return board && inTransaction(db, (tx) => claimActionBoard(tx, { actionId, boardId: board.id }));
  }

  async function sweep(): Promise<void> {
    const ids = [...(await findDocumentsToNumber(db)), ...(await findDocumentsToFollow(db))];
    for (const id of ids) follow({ kind: 'document', id });
    await last;
  }

  rooms.onProjected(follow);

  /** An action that has a card, for somebody who may change it. */
  async function changeable({ actionId, by }: Asked) {
    const action = await findAction(db, { actionId, userId: by, now: now() });
    if (!action) return fail('action.notFound');
    const { boardId, cardId, groupId } = action;
    if (boardId === null || cardId === null) return fail('action.noCard');
    const group = await findGroupForMember(db, { groupId, userId: by, now: now() });
    if (!group || !canInGroup(group.role, 'board.write')) return fail('access.forbidden');
    return ok({ ...action, groupId: group.id, boardId, cardId });
  }

  async function assignment(asked: Asked): Promise<Result<Assignment, DecisionError | AccessError>> {
    const action = await changeable(asked);
    if (!action.ok) return action;
    const { groupId, assigneeIds: assignees, due } = action.value;
    const people = await listGroupPeople(db, { groupId, now: now() });
    return ok({ people: people.map(({ id, name }) => ({ id, name })), assignees, due });
  }

  return {
    async tick({ actionId, by, isDone }) {
      const action = await changeable({ actionId, by });
      if (!action.ok) return action;
      const [room, input] = [boardRoom(action.value.boardId), { cardId: action.value.cardId, isDone }];
      const done = await rooms.apply(room, { userId: by }, 'board.finishCard', input);
      return !done.ok && done.error === 'board.columnNotFound' ? fail('action.noColumn') : done;
    },
    assignment,
    async assign({ actionId, by, assignees, due }) {
      const action = await changeable({ actionId, by });
      if (!action.ok) return action;
      const { groupId, boardId, cardId, assigneeIds } = action.value;
      const people = await listGroupPeople(db, { groupId, now: now() });
      const known = new Set([...assigneeIds, ...people.map(({ id }) => id)]);
      if (assignees.some((id) => !known.has(id))) return fail('action.personUnknown');
      return rooms.apply(boardRoom(boardId), { userId: by }, 'board.editCard', { cardId, assignees, due });
    },
    sweep,
    stop() {
      isStopped = true;
    },
  };
}
