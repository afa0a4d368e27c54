import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { countCards, findBoardsToRepeat } from '#db/boards/card/cards.ts';
import { boards, cards } from '#db/boards/schema.ts';
import { aBoard, aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2026-03-03T09:00:00Z');
const today = '2026-03-03';

interface Given {
  readonly due?: string;
  readonly isDone?: boolean;
  readonly isArchived?: boolean;
}

test('[B16] open and late cards and the next due day are counted by board; finished ones and the archive are not', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const own = { groupId: (await aGroup(site)).id, createdBy: (await aPerson(site)).id };
    const put = async (given: readonly Given[]) => {
      const { id: boardId } = await aBoard(site, own);
      const row = { boardId, title: '', description: '', columnId: 'c', columnName: '', order: 'a0' };
      const rest = { isDone: false, isArchived: false, assigneeIds: [], labels: [] };
      for (const [at, one] of given.entries())
        await db.insert(cards).values({ ...row, ...rest, ...one, cardId: `${at}` });
      return boardId;
    };
    const busy = await put([
      { due: '2026-03-02' },
      { due: '2026-03-03' },
      { due: '2026-03-20' },
      {},
      { due: '2026-01-01', isDone: true },
      { due: '2026-01-01', isArchived: true },
    ]);
    const finished = await put([{ due: '2026-03-04', isDone: true }]);
    const empty = await put([]);
    const counts = await countCards(db, {
      boardIds: [asReadable(busy), asReadable(finished), asReadable(empty)],
      today,
    });
    expect(counts).toEqual(
      new Map([
        [busy, { done: 1, open: 4, late: 1, nextDue: '2026-03-03' }],
        [finished, { done: 1, open: 0, late: 0, nextDue: null }],
      ]),
    );
    expect(await countCards(db, { boardIds: [], today })).toEqual(new Map());
  }));

test('[B28] boards with a card that comes back are found on its day and after, those in the trash and the archive are not', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const own = { groupId: (await aGroup(site)).id, createdBy: (await aPerson(site)).id };
    const put = async (repeatOn: string | null, isArchived = false) => {
      const { id: boardId } = await aBoard(site, own);
      const row = {
        boardId,
        cardId: 'k',
        title: '',
        description: '',
        columnId: 'c',
        columnName: '',
        order: 'a0',
      };
      await db
        .insert(cards)
        .values({ ...row, repeatOn, isDone: false, isArchived, assigneeIds: [], labels: [] });
      return boardId;
    };
    const [due, past] = [await put(today), await put('2026-01-01')];
    await put('2026-03-04');
    await put(null);
    await put(today, true);
    const trashed = await put(today);
    await db.update(boards).set({ trashedAt: now }).where(eq(boards.id, trashed));
    expect((await findBoardsToRepeat(db, { today })).sort()).toEqual([due, past].sort());
  }));
