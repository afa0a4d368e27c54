import { and, arrayContains, asc, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { findBoardForMember } from '../../boards/boards.ts';
import { boards, cards } from '../../boards/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { hashOf } from '../../kernel/token-hash.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findGroupForMember, listGroupsForMember } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { listMeetings, type Meeting } from '../meeting/meetings.ts';
import { calendarFeeds } from './schema.ts';

/** [B73] How many addresses one person may have at once: one a device and board, and no more than anybody can keep in mind. */
const FEEDS_MAX = 20;
/** Calendars choke on more, and nobody has as much to do. */
const DUES_MAX = 2_000;

/** An address of one's own, without the secret in it. */
export interface CalendarFeed {
  readonly id: string;
  /** Without a board, and without a group: the cards that one is assigned to. */
  readonly board: { readonly id: string; readonly title: string } | null;
  /** The meetings of a group. */
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** A card that is due, as a calendar shows it. */
export interface DueCard {
  readonly boardId: string;
  readonly boardTitle: string;
  readonly groupName: string;
  readonly cardId: string;
  readonly title: string;
  readonly columnName: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  readonly labels: readonly string[];
}

/**
 * Keeps a new address of this person: of one board, of the meetings of a group, or of the cards that they are assigned to. `token` is 32 random bytes in
 * base64url, shown once and kept nowhere.
 */
export async function createCalendarFeed(
  tx: Tx,
  {
    id,
    userId,
    boardId = null,
    groupId = null,
    token,
    now,
  }: {
    id: string;
    userId: string;
    boardId?: string | null;
    groupId?: string | null;
    token: string;
    now: Date;
  },
): Promise<Result<void, 'calendar.tooMany'>> {
  // Whoever asks twice at once waits here for the first.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
  const [held] = await tx
    .select({ count: count() })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.userId, userId));
  if ((held?.count ?? 0) >= FEEDS_MAX) return fail('calendar.tooMany');
  await tx
    .insert(calendarFeeds)
    .values({ id, userId, boardId, groupId, tokenHash: hashOf(token), createdAt: now });
  return ok();
}

/** The addresses of this person, the newest first. */
export async function listCalendarFeeds(db: Db, { userId }: { userId: string }): Promise<CalendarFeed[]> {
  const rows = await db
    .select({
      id: calendarFeeds.id,
      board: { id: boards.id, title: boards.title },
      group: { id: groups.id, name: groups.name },
      createdAt: calendarFeeds.createdAt,
      readAt: calendarFeeds.readAt,
    })
    .from(calendarFeeds)
    .leftJoin(boards, eq(boards.id, calendarFeeds.boardId))
    .leftJoin(groups, eq(groups.id, calendarFeeds.groupId))
    .where(eq(calendarFeeds.userId, userId))
    .orderBy(desc(calendarFeeds.createdAt), desc(calendarFeeds.id));
  return rows;
}

/** Ends one address of this person; somebody else's is left alone. */
export async function revokeCalendarFeed(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
): Promise<void> {
  await tx.delete(calendarFeeds).where(and(eq(calendarFeeds.id, id), eq(calendarFeeds.userId, userId)));
}

/** What an address shows at this moment: whose calendar, of which board, and what is due. */
export interface ReadCalendar {
  /** Null: the cards that its owner is assigned to. */
  readonly boardTitle: string | null;
  /** Of a group: its meetings, cancelled ones included, so that calendars take them back. */
  readonly meetingsOf: { readonly group: string; readonly meetings: readonly Meeting[] } | null;
  readonly dues: readonly DueCard[];
  /** Of one that shows what is its owner’s: whose it is. */
  readonly ownerId: string | null;
}

/**
 * [B73] [M12] What is under this secret address: open cards with a due day, by day, or the meetings of a group. Null when the
 * address is unknown or revoked, when its owner is suspended, and when they may no longer read its board or group: from outside
 * they look the same.
 */
export async function readCalendarFeed(
  db: Db,
  { token, now }: { token: string; now: Date },
): Promise<ReadCalendar | null> {
  const [feed] = await db
    .select({
      id: calendarFeeds.id,
      userId: calendarFeeds.userId,
      boardId: calendarFeeds.boardId,
      groupId: calendarFeeds.groupId,
    })
    .from(calendarFeeds)
    .innerJoin(users, and(eq(users.id, calendarFeeds.userId), isNull(users.suspendedAt)))
    .where(eq(calendarFeeds.tokenHash, hashOf(token)));
  if (!feed) return null;
  const { userId, boardId, groupId } = feed;
  if (groupId) {
    const group = await findGroupForMember(db, { groupId, userId, now });
    if (!group || !canInGroup(group.role, 'meeting.read')) return null;
    const meetings = await listMeetings(db, { groupIds: [groupId] });
    await db.update(calendarFeeds).set({ readAt: now }).where(eq(calendarFeeds.id, feed.id));
    return { boardTitle: null, meetingsOf: { group: group.name, meetings }, dues: [], ownerId: null };
  }
  const board = boardId ? await findBoardForMember(db, { boardId, userId, now }) : null;
  if (boardId && !(board && canInGroup(board.group.role, 'board.read'))) return null;
  const dues = board
    ? await listDues(db, eq(cards.boardId, board.id))
    : await listDuesOf(db, { userId, now });
  await db.update(calendarFeeds).set({ readAt: now }).where(eq(calendarFeeds.id, feed.id));
  return { boardTitle: board?.title ?? null, meetingsOf: null, dues, ownerId: board ? null : userId };
}

/** In the groups that this person may see at this moment. */
async function listDuesOf(db: Db, { userId, now }: { userId: string; now: Date }): Promise<DueCard[]> {
  const seen = (await listGroupsForMember(db, { userId, now })).filter(({ role }) =>
    canInGroup(role, 'board.read'),
  );
  if (seen.length === 0) return [];
  const inGroups = inArray(
    boards.groupId,
    seen.map(({ id }) => id),
  );
  return listDues(db, and(arrayContains(cards.assigneeIds, [userId]), inGroups));
}

function listDues(db: Db, which: ReturnType<typeof and>): Promise<DueCard[]> {
  const isOpen = and(eq(cards.isDone, false), eq(cards.isArchived, false), isNotNull(cards.due));
  return db
    .select({
      boardId: boards.id,
      boardTitle: boards.title,
      groupName: groups.name,
      cardId: cards.cardId,
      title: cards.title,
      columnName: cards.columnName,
      due: cards.due,
      labels: cards.labels,
    })
    .from(cards)
    .innerJoin(boards, and(eq(boards.id, cards.boardId), isNull(boards.trashedAt)))
    .innerJoin(groups, eq(groups.id, boards.groupId))
    .where(and(which, isOpen))
    .orderBy(asc(cards.due), asc(cards.boardId), asc(cards.cardId))
    .limit(DUES_MAX)
    .then((rows) => rows.flatMap(({ due, ...card }) => (due === null ? [] : [{ ...card, due }])));
}
