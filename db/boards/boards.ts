import { and, eq, isNull } from 'drizzle-orm';
import { type BoardContent, fillBoard } from '#shared/boards/fill-board.ts';
import type { TitleError } from '#shared/errors.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseTitle } from '#shared/kernel/title.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import type { Reader } from '../documents/listed-documents.ts';
import { listTrash, putIntoTrash, type Trashed } from '../documents/trash/trash.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { recordActivity } from '../people/activity/activities.ts';
import { findGroupForMember, type GroupForMember } from '../people/group/groups.ts';
import { createRoom } from '../realtime/new-room.ts';
import { listRecentBoards } from '../search/recent.ts';
import { boards } from './schema.ts';

/** A board in its group's list. */
export interface BoardSummary {
  readonly id: Readable<'board'>;
  readonly title: string;
  /** Last change of the title or of a card, whichever is later. */
  readonly modifiedAt: Date;
}

/** A board as somebody who may see it sees it, with its group and their role there. */
export interface BoardForMember {
  readonly id: Readable<'board'>;
  readonly title: string;
  readonly group: GroupForMember;
}

/** What each change of a board says: which one, of which group, by whom, when; `activityId` is new. */
interface BoardChange {
  readonly boardId: string;
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
  readonly activityId: string;
}

/** The boards of a group, trash excepted, the last modified first. */
export async function listBoards(
  db: Db,
  { groupId }: { groupId: Readable<'group'> },
): Promise<BoardSummary[]> {
  const found = await listRecentBoards(db, { groupIds: [groupId], limit: LIST_MAX });
  return found.map(({ id, title, modifiedAt }) => ({ id, title, modifiedAt }));
}

/** A page that listed more would help nobody; a group has a handful. */
const LIST_MAX = 1_000;

/** The boards in a group's trash, the last thrown away first. */
export function listTrashedBoards(
  db: Db,
  query: Reader & { groupId: Readable<'group'> },
): Promise<Trashed[]> {
  return listTrash(db, { ...query, kind: 'board' });
}

/** [A5] The board, if this person may see it; null when trashed, of a group that is not theirs, or absent: all look the same. */
export async function findBoardForMember(
  db: Db,
  { boardId, userId, now }: { boardId: string; userId: string; now: Date },
): Promise<BoardForMember | null> {
  const [board] = await db
    .select({ id: boards.id, title: boards.title, groupId: boards.groupId })
    .from(boards)
    .where(and(eq(boards.id, boardId), isNull(boards.trashedAt)));
  if (!board) return null;
  const group = await findGroupForMember(db, { groupId: board.groupId, userId, now });
  return group && { id: asReadable(board.id), title: board.title, group };
}

/**
 * [B14] Makes a board with its first columns, labels and cards, in one transaction with the first update of its room. `boardId`
 * and the ids inside `start` are new. Refused: 'title.empty', 'title.tooLong'.
 */
export async function createBoard(
  tx: Tx,
  { title, start, ...change }: BoardChange & { title: string; start: BoardContent },
): Promise<Result<{ id: string; title: string }, TitleError>> {
  const parsed = parseTitle(title);
  if (!parsed.ok) return parsed;
  const { boardId: id, groupId, by, now } = change;
  const draft = new RoomDraft();
  draft.write(by, FIRST_CLIENT, (doc) => fillBoard(doc, start, { createdAt: now, createdBy: by }));
  await tx
    .insert(boards)
    .values({ id, groupId, title: parsed.value, createdBy: by, createdAt: now, updatedAt: now });
  await createRoom(tx, { room: roomName({ kind: 'board', id }), updates: draft.updates, now });
  await record(tx, change, 'board.created', parsed.value);
  return ok({ id, title: parsed.value });
}

/** Nobody has written in a new room, so any clientID is free. */
const FIRST_CLIENT = 1;

/** Gives a board another title. Refused: 'title.empty', 'title.tooLong', 'access.notFound' (trashed, or of another group). */
export async function renameBoard(
  tx: Tx,
  { title, ...change }: BoardChange & { title: string },
): Promise<Result<{ title: string }, TitleError | 'access.notFound'>> {
  const parsed = parseTitle(title);
  if (!parsed.ok) return parsed;
  const renamed = await tx
    .update(boards)
    .set({ title: parsed.value, updatedAt: change.now })
    .where(and(eq(boards.id, change.boardId), eq(boards.groupId, change.groupId), isNull(boards.trashedAt)))
    .returning({ id: boards.id });
  if (renamed.length === 0) return fail('access.notFound');
  await record(tx, change, 'board.renamed', parsed.value);
  return ok({ title: parsed.value });
}

/** [B15] Puts a board into its group's trash. Refused: 'access.notFound'. */
export function trashBoard(
  tx: Tx,
  { boardId: id, ...change }: BoardChange,
): Promise<Result<void, 'access.notFound'>> {
  return putIntoTrash(tx, { ...change, kind: 'board', id });
}

function record(tx: Tx, change: BoardChange, verb: ActivityVerb, title: string): Promise<void> {
  const { activityId: id, groupId, by: actorId, boardId: objectId, now } = change;
  return recordActivity(tx, { id, groupId, actorId, verb, objectId, title, now });
}
