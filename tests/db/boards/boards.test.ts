import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  createBoard,
  findBoardForMember,
  listBoards,
  listTrashedBoards,
  renameBoard,
  trashBoard,
} from '#db/boards/boards.ts';
import { takeFromTrash } from '#db/documents/trash/trash.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { activities } from '#db/people/activity/schema.ts';
import { docUpdates } from '#db/realtime/schema.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { startBoard } from '#shared/boards/board-start.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const thrownAway = <C extends { readonly boardId: string }>({ boardId: id, ...change }: C) => ({
  ...change,
  ...{ kind: 'board' as const, id },
});

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-03-15T09:00:00Z');
const TITLE = 'Arbres et ombrage';
const refused = { ok: false, error: 'access.notFound' };
const words = {
  columns: [{ name: 'À faire' }, { name: 'En cours' }, { name: 'Fait', done: true }],
  cards: [],
  labels: [{ name: 'Terrain', colour: 'moss' as const }],
};

/** A group where Nadia writes and Étienne observes, another that Aurélie facilitates, and nothing else. */
async function fill(db: Db) {
  const site = siteOf(db, now);
  const [nature, heat] = [await aGroup(site, { name: 'Nature en ville' }), await aGroup(site)];
  const nadia = await aPerson(site, { name: 'Nadia Ferrand' });
  const [etienne, aurelie] = [await aPerson(site), await aPerson(site)];
  await aMember(site, { groupId: nature.id, userId: nadia.id, role: 'contributor' });
  await aMember(site, { groupId: nature.id, userId: etienne.id, role: 'observer' });
  await aMember(site, { groupId: heat.id, userId: aurelie.id, role: 'facilitator' });
  const boardId = site.newId();
  return {
    db,
    ids: { board: boardId, nature: nature.id, heat: heat.id },
    people: { nadia: nadia.id, etienne: etienne.id, aurelie: aurelie.id },
    change: (at = now) => ({ boardId, groupId: nature.id, by: nadia.id, now: at, activityId: site.newId() }),
    fromAnotherGroup: () => ({ boardId, groupId: heat.id, by: aurelie.id, now, activityId: site.newId() }),
    start: startBoard(words, site.newId),
    titles: async (groupId = nature.id) =>
      (await listBoards(db, { groupId: asReadable(groupId) })).map(({ title }) => title),
    verbs: async () =>
      (await db.select({ verb: activities.verb }).from(activities)).map(({ verb }) => verb).sort(),
  };
}
type World = Awaited<ReturnType<typeof fill>>;

const withWorld = (run: (world: World) => Promise<void>) => withDb(async (db) => run(await fill(db)));
const create = ({ db, change, start }: World, title = TITLE) =>
  inTransaction(db, (tx) => createBoard(tx, { ...change(), title, start }));
const withBoard = (run: (world: World) => Promise<void>) =>
  withWorld(async (world) => {
    expect(await create(world)).toEqual({ ok: true, value: { id: world.ids.board, title: TITLE } });
    await run(world);
  });

describe('a new board', () => {
  test('[B14] opens with its columns and labels, written in its maker’s name', () =>
    withBoard(async ({ db, ids, people, titles, verbs }) => {
      const updates = await db
        .select()
        .from(docUpdates)
        .where(eq(docUpdates.room, `board:${ids.board}`));
      expect(updates.map(({ userId, seq }) => [userId, seq])).toEqual([[people.nadia, 1]]);
      const doc = new Y.Doc();
      for (const { data } of updates) Y.applyUpdate(doc, new Uint8Array(data));
      const board = readBoard(doc);
      expect(board.columns.map(({ name, done }) => [name, done])).toEqual([
        ['À faire', false],
        ['En cours', false],
        ['Fait', true],
      ]);
      expect(board.labels.map(({ name }) => name)).toEqual(['Terrain']);
      expect(await titles()).toEqual([TITLE]);
      expect(await verbs()).toEqual(['board.created']);
    }));

  test('[D1] is refused without a title, or with too long a one, and nothing is written', () =>
    withWorld(async (world) => {
      expect(await create(world, ' \n ')).toEqual({ ok: false, error: 'title.empty' });
      expect(await create(world, 'a'.repeat(10_000))).toEqual({ ok: false, error: 'title.tooLong' });
      expect(await world.titles()).toEqual([]);
      expect(await world.verbs()).toEqual([]);
    }));
});

describe('[A5] who finds a board', () => {
  test('members of its group, with their role there', () =>
    withBoard(async ({ db, ids, people }) => {
      const seen = (userId: string) => findBoardForMember(db, { boardId: ids.board, userId, now });
      expect(await seen(people.nadia)).toMatchObject({
        title: TITLE,
        group: { id: ids.nature, role: 'contributor' },
      });
      expect(await seen(people.etienne)).toMatchObject({ group: { role: 'observer' } });
    }));

  test('nobody else: a member of another group, somebody unknown, an unknown board', () =>
    withBoard(async ({ db, ids, people }) => {
      expect(await findBoardForMember(db, { boardId: ids.board, userId: people.aurelie, now })).toBeNull();
      expect(await findBoardForMember(db, { boardId: ids.board, userId: 'nobody', now })).toBeNull();
      expect(await findBoardForMember(db, { boardId: 'none', userId: people.nadia, now })).toBeNull();
    }));

  test('lists hold the boards of the one group that is asked for', () =>
    withBoard(async ({ db, ids, change, titles }) => {
      expect(await titles(ids.heat)).toEqual([]);
      await inTransaction(db, (tx) => trashBoard(tx, change()));
      expect(await listTrashedBoards(db, { groupId: asReadable(ids.heat), userId: '', now })).toEqual([]);
    }));
});

describe('renaming', () => {
  test('[D1] changes the title and says so to the group', () =>
    withBoard(async ({ db, ids, change, verbs }) => {
      const renamed = await inTransaction(db, (tx) =>
        renameBoard(tx, { ...change(later), title: ' Ombre  des rues ' }),
      );
      expect(renamed).toEqual({ ok: true, value: { title: 'Ombre des rues' } });
      expect(await listBoards(db, { groupId: asReadable(ids.nature) })).toEqual([
        { id: ids.board, title: 'Ombre des rues', modifiedAt: later },
      ]);
      expect(await verbs()).toEqual(['board.created', 'board.renamed']);
    }));

  test('[D1] [A5] is refused with an empty title, and from another group', () =>
    withBoard(async ({ db, change, fromAnotherGroup, titles, verbs }) => {
      expect(await inTransaction(db, (tx) => renameBoard(tx, { ...change(), title: '' }))).toEqual({
        ok: false,
        error: 'title.empty',
      });
      expect(
        await inTransaction(db, (tx) => renameBoard(tx, { ...fromAnotherGroup(), title: 'À nous' })),
      ).toEqual(refused);
      expect(await titles()).toEqual([TITLE]);
      expect(await verbs()).toEqual(['board.created']);
    }));
});

describe('[B15] the trash', () => {
  test('hides a board, remembers who and when, and gives it back as it was', () =>
    withBoard(async ({ db, ids, people, change, titles, verbs }) => {
      expect(await inTransaction(db, (tx) => trashBoard(tx, change(later)))).toMatchObject({ ok: true });
      expect(await titles()).toEqual([]);
      expect(await findBoardForMember(db, { boardId: ids.board, userId: people.nadia, now })).toBeNull();
      expect(await listTrashedBoards(db, { groupId: asReadable(ids.nature), userId: '', now })).toEqual([
        { id: ids.board, title: TITLE, trashedAt: later, trashedBy: 'Nadia Ferrand' },
      ]);
      expect(await inTransaction(db, (tx) => takeFromTrash(tx, thrownAway(change())))).toMatchObject({
        ok: true,
      });
      expect(await titles()).toEqual([TITLE]);
      expect(await listTrashedBoards(db, { groupId: asReadable(ids.nature), userId: '', now })).toEqual([]);
      expect(await verbs()).toEqual(['board.created', 'board.restored', 'board.trashed']);
    }));

  test('is closed to another group, to what is already there, and to what is not', () =>
    withBoard(async ({ db, ids, change, fromAnotherGroup }) => {
      expect(await inTransaction(db, (tx) => trashBoard(tx, fromAnotherGroup()))).toEqual(refused);
      expect(await inTransaction(db, (tx) => takeFromTrash(tx, thrownAway(change())))).toEqual(refused);
      await inTransaction(db, (tx) => trashBoard(tx, change()));
      expect(await inTransaction(db, (tx) => trashBoard(tx, change()))).toEqual(refused);
      expect(await inTransaction(db, (tx) => renameBoard(tx, { ...change(), title: 'Encore' }))).toEqual(
        refused,
      );
      expect(await inTransaction(db, (tx) => takeFromTrash(tx, thrownAway(fromAnotherGroup())))).toEqual(
        refused,
      );
      expect(await listTrashedBoards(db, { groupId: asReadable(ids.nature), userId: '', now })).toHaveLength(
        1,
      );
    }));
});
