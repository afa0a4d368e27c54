import { describe, expect, test } from 'vitest';
import { trashBoard } from '#db/boards/boards.ts';
import { listCardsOfGroup, listCardsOfPerson } from '#db/boards/card/card-lists.ts';
import { cards } from '#db/boards/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { aBoard, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2026-03-03T09:00:00Z');

interface Given {
  readonly due?: string;
  readonly isDone?: boolean;
  readonly isArchived?: boolean;
  readonly assigneeIds?: string[];
}

/** Two groups, each with a board. Nadia writes in the first, Yann in the second; both are named on cards of both. */
async function fill(db: Db) {
  const site = siteOf(db, now);
  const [nature, heat] = [await aGroup(site, { name: 'Nature' }), await aGroup(site, { name: 'Chaleur' })];
  const [nadia, yann] = [await aPerson(site), await aPerson(site)];
  await aMember(site, { groupId: nature.id, userId: nadia.id, role: 'observer' });
  await aMember(site, { groupId: heat.id, userId: yann.id, role: 'contributor' });
  const trees = await aBoard(site, { groupId: nature.id, createdBy: nadia.id, title: 'Arbres' });
  const shade = await aBoard(site, { groupId: heat.id, createdBy: yann.id, title: 'Ombre' });
  const put = async (boardId: string, given: Readonly<Record<string, Given>>) => {
    const row = { boardId, description: '', columnId: 'c', columnName: 'À faire', order: 'a0', labels: [] };
    for (const [title, one] of Object.entries(given))
      await db
        .insert(cards)
        .values({ isDone: false, isArchived: false, assigneeIds: [], ...row, ...one, cardId: title, title });
  };
  const both = { assigneeIds: [nadia.id, yann.id] };
  await put(trees.id, {
    soon: { ...both, due: '2026-03-04' },
    late: { ...both, due: '2026-03-01' },
    someday: both,
    finished: { ...both, isDone: true },
    archived: { ...both, isArchived: true },
    nobody: {},
  });
  await put(shade.id, { shade: both });
  const change = { groupId: nature.id, by: nadia.id, now, activityId: site.newId() };
  return {
    db,
    site,
    nature,
    heat,
    nadia,
    yann,
    trash: () => inTransaction(db, (tx) => trashBoard(tx, { ...change, boardId: trees.id })),
  };
}
type World = Awaited<ReturnType<typeof fill>>;
const withWorld = (run: (world: World) => Promise<void>) => withDb(async (db) => run(await fill(db)));
const titlesOf = async (db: Db, userId: string, at = now) =>
  (await listCardsOfPerson(db, { userId, now: at })).map(({ title }) => title);

describe('[B66] my cards', () => {
  test('are the open ones that name me, the nearest due day first, with where they stand', () =>
    withWorld(async ({ db, nadia, nature }) => {
      expect(await titlesOf(db, nadia.id)).toEqual(['late', 'soon', 'someday']);
      const [first] = await listCardsOfPerson(db, { userId: nadia.id, now });
      expect(first).toMatchObject({
        columnName: 'À faire',
        due: '2026-03-01',
        board: { title: 'Arbres' },
        group: { id: nature.id, name: 'Nature' },
      });
    }));

  test('[A5] of a group that I am not in, nothing comes, though its writers named me', () =>
    withWorld(async ({ db, yann }) => {
      expect(await titlesOf(db, yann.id)).toEqual(['shade']);
      expect(await titlesOf(db, 'nobody')).toEqual([]);
    }));

  test('[A3] end with the membership, and with the board that went to the trash', () =>
    withWorld(async ({ db, site, nadia, heat, trash }) => {
      const until = new Date('2026-03-10T00:00:00Z');
      await aMember(site, { groupId: heat.id, userId: nadia.id, role: 'observer', until });
      expect(await titlesOf(db, nadia.id)).toContain('shade');
      expect(await titlesOf(db, nadia.id, new Date('2026-03-11T00:00:00Z'))).not.toContain('shade');
      await trash();
      expect(await titlesOf(db, nadia.id)).toEqual(['shade']);
      await db.delete(groupMembers);
      expect(await titlesOf(db, nadia.id)).toEqual([]);
    }));
});

test('[B67] the cards of a group are those of its boards and of no other, those without anybody too', () =>
  withWorld(async ({ db, nature, heat, trash }) => {
    const titles = async (groupId: string) =>
      (await listCardsOfGroup(db, { groupId: asReadable(groupId) })).map(({ title }) => title).sort();
    expect(await titles(nature.id)).toEqual(['late', 'nobody', 'someday', 'soon']);
    expect(await titles(heat.id)).toEqual(['shade']);
    await trash();
    expect(await titles(nature.id)).toEqual([]);
  }));
