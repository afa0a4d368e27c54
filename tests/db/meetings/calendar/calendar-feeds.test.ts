import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { boards, cards } from '#db/boards/schema.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import {
  createCalendarFeed,
  listCalendarFeeds,
  readCalendarFeed,
  revokeCalendarFeed,
} from '#db/meetings/calendar/calendar-feeds.ts';
import { calendarFeeds } from '#db/meetings/calendar/schema.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { aBoard, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-03-15T09:00:00Z');
const TOKEN = 'a'.repeat(43);

/** Nadia writes in one group, Étienne is of none; a board of hers and one of a group that is not hers, each with cards. */
async function fill(db: Tx) {
  const site = siteOf(db, now);
  const [own, foreign] = [await aGroup(site, { name: 'Nature' }), await aGroup(site, { name: 'Chaleur' })];
  const [nadia, etienne] = [await aPerson(site), await aPerson(site)];
  await aMember(site, { groupId: own.id, userId: nadia.id, role: 'observer' });
  const board = await aBoard(site, { groupId: own.id, createdBy: nadia.id, title: 'Arbres' });
  const other = await aBoard(site, { groupId: foreign.id, createdBy: etienne.id, title: 'Ailleurs' });
  const card = async (cardId: string, given: Partial<typeof cards.$inferInsert> = {}) =>
    db.insert(cards).values({
      boardId: board.id,
      cardId,
      title: cardId,
      description: '',
      columnId: 'c',
      columnName: 'En cours',
      order: 'a0',
      isDone: false,
      isArchived: false,
      due: '2023-03-20',
      assigneeIds: [],
      labels: ['Terrain'],
      ...given,
    });
  const mine = { assigneeIds: [etienne.id, nadia.id] };
  await card('mine', mine);
  await card('earlier', { ...mine, due: '2023-03-01' });
  await card('theirs', { assigneeIds: [etienne.id] });
  await card('finished', { ...mine, isDone: true });
  await card('archived', { ...mine, isArchived: true });
  await card('without-day', { ...mine, due: null });
  await card('elsewhere', { ...mine, boardId: other.id });
  const feed = (boardId: string | null, userId = nadia.id, token = TOKEN) =>
    createCalendarFeed(db, { id: site.newId(), userId, boardId, token, now });
  const read = async (token = TOKEN) => {
    const found = await readCalendarFeed(db, { token, now: later });
    return found?.dues.map(({ cardId }) => cardId) ?? null;
  };
  return { db, nadia: nadia.id, etienne: etienne.id, board: board.id, other: other.id, feed, read };
}
type World = Awaited<ReturnType<typeof fill>>;
const withWorld = (run: (world: World) => Promise<void>) => withDb(async (db) => run(await fill(db)));

test('[B73] one’s own address shows the open cards that one is assigned to, where one may read, by day', () =>
  withWorld(async ({ db, board, feed, read }) => {
    expect(await feed(null)).toEqual({ ok: true, value: undefined });
    expect(await read()).toEqual(['earlier', 'mine']);
    expect(await readCalendarFeed(db, { token: TOKEN, now })).toMatchObject({
      boardTitle: null,
      dues: [
        {},
        {
          boardId: board,
          boardTitle: 'Arbres',
          groupName: 'Nature',
          columnName: 'En cours',
          due: '2023-03-20',
          labels: ['Terrain'],
        },
      ],
    });
  }));

test('[B73] the address of a board shows all that is due there', () =>
  withWorld(async ({ db, board, feed, read }) => {
    expect((await feed(board)).ok).toBe(true);
    expect(await read()).toEqual(['earlier', 'mine', 'theirs']);
    expect(await readCalendarFeed(db, { token: TOKEN, now })).toMatchObject({ boardTitle: 'Arbres' });
  }));

test('[B73] the secret is not in the database', () =>
  withWorld(async ({ db, feed }) => {
    await feed(null);
    const [row] = await db.select().from(calendarFeeds);
    expect(JSON.stringify(row)).not.toContain(TOKEN);
    expect(row?.tokenHash).toBeTruthy();
  }));

test('[B73] its owner sees each address and when it was last read, and ends it; nobody else does', () =>
  withWorld(async ({ db, nadia, etienne, board, feed, read }) => {
    await feed(board);
    const [listed] = await listCalendarFeeds(db, { userId: nadia });
    expect(listed).toMatchObject({ board: { id: board, title: 'Arbres' }, createdAt: now, readAt: null });
    expect(await listCalendarFeeds(db, { userId: etienne })).toEqual([]);
    await read();
    expect(await listCalendarFeeds(db, { userId: nadia })).toMatchObject([{ readAt: later }]);

    const id = listed?.id ?? '';
    await revokeCalendarFeed(db, { id, userId: etienne });
    expect(await read()).not.toBeNull();
    await revokeCalendarFeed(db, { id, userId: nadia });
    expect(await read()).toBeNull();
  }));

test('[B73] without the right to read, an address is dead: of the board at once, of one’s own cards for those boards', () =>
  withWorld(async ({ db, nadia, board, feed, read }) => {
    const own = 'b'.repeat(43);
    await feed(board);
    await feed(null, nadia, own);
    await db.delete(groupMembers).where(eq(groupMembers.userId, nadia));
    expect(await read()).toBeNull();
    expect(await read(own)).toEqual([]);
  }));

test('[B73] a suspended account has no calendar, and a trashed board shows in none', () =>
  withWorld(async ({ db, nadia, board, feed, read }) => {
    const own = 'b'.repeat(43);
    await feed(board);
    await feed(null, nadia, own);
    await db.update(boards).set({ trashedAt: now }).where(eq(boards.id, board));
    expect(await read()).toBeNull();
    expect(await read(own)).toEqual([]);
    await db.update(boards).set({ trashedAt: null }).where(eq(boards.id, board));
    await db.update(users).set({ suspendedAt: now }).where(eq(users.id, nadia));
    expect(await read()).toBeNull();
    expect(await read(own)).toBeNull();
  }));

test('[B73] twenty addresses are enough', () =>
  withWorld(async ({ nadia, feed }) => {
    for (let at = 0; at < 20; at += 1) {
      expect((await feed(null, nadia, String(at).padEnd(43, 'x'))).ok).toBe(true);
    }
    expect(await feed(null)).toEqual({ ok: false, error: 'calendar.tooMany' });
  }));
