import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { tellAssignments } from '#db/boards/card/card-assignments.ts';
import { cards } from '#db/boards/schema.ts';
import { listEdited } from '#db/documents/document-edits.ts';
import type { Db } from '#db/kernel/client.ts';
import { activities } from '#db/people/activity/schema.ts';
import { docRooms, docUpdates } from '#db/realtime/schema.ts';
import { aBoard, aDocument, aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { tellEdits } from '#server/documents/document-edits.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

async function fill(db: Db) {
  const site = siteOf(db, now);
  const group = await aGroup(site);
  const [nadia, yann] = [(await aPerson(site)).id, (await aPerson(site)).id];
  const document = await aDocument(site, { groupId: group.id, createdBy: nadia, title: 'Ombre' });
  const board = await aBoard(site, { groupId: group.id, createdBy: nadia, title: 'Suivi' });
  let seq = 0;
  const write = async (room: string, userId: string | null, at: Date, writers?: string[]) => {
    seq++;
    await db
      .insert(docRooms)
      .values({ room, seq, createdAt: now })
      .onConflictDoUpdate({ target: docRooms.room, set: { seq } });
    await db.insert(docUpdates).values({ room, seq, userId, data: new Uint8Array(2), at, writers });
  };
  const told = async (verb: string) => {
    const rows = await db.select().from(activities).where(eq(activities.verb, verb)).orderBy(activities.at);
    return rows.map(({ actorId, data }) => ({ by: actorId, ...data }));
  };
  return { db, site, nadia, yann, document, board, write, told };
}

test('[NO10] what somebody writes is one activity once they pause, whoever else wrote; the maker’s first words are none', () =>
  withDb(async (db) => {
    const { site, nadia, yann, document, write, told } = await fill(db);
    const room = `document:${document.id}`;
    const tell = (at: Date) =>
      tellEdits(db, {
        documentId: document.id,
        now: at,
        newId: site.newId,
        newlyNamed: async () => [],
      });
    await write(room, nadia, minutes(0));
    expect(await listEdited(db)).toEqual([document.id]);
    await tell(minutes(11));
    expect(await told('document.edited')).toEqual([]);
    expect(await listEdited(db)).toEqual([]);

    await write(room, yann, minutes(20));
    await write(room, yann, minutes(21));
    await write(room, null, minutes(22));
    await tell(minutes(30));
    expect(await told('document.edited')).toEqual([]);
    await tell(minutes(33));
    await tell(minutes(34));
    expect(await told('document.edited')).toEqual([{ by: yann, title: 'Ombre', from: '1', to: '4' }]);

    // Without a pause, after an hour.
    await write(room, null, minutes(40), [nadia, yann]);
    await write(room, nadia, minutes(99));
    await tell(minutes(101));
    expect(
      (await told('document.edited'))
        .slice(1)
        .map(({ by }) => by)
        .sort(),
    ).toEqual([nadia, yann].sort());
  }));

test('[NO10] a name that comes onto a card is told once, with whose doing it was when one can know', () =>
  withDb(async (db) => {
    const { site, nadia, yann, board, write, told } = await fill(db);
    const tell = (at: Date) => tellAssignments(db, { now: at, newId: site.newId });
    const give = async (cardId: string, assigneeIds: string[]) => {
      const card = { boardId: board.id, cardId, title: 'Plans', description: '', columnId: 'c' };
      const place = { columnName: 'À faire', order: 'a0', isDone: false, isArchived: false, labels: [] };
      await db
        .insert(cards)
        .values({ ...card, ...place, assigneeIds })
        .onConflictDoUpdate({ target: [cards.boardId, cards.cardId], set: { assigneeIds } });
    };
    await give('old', [yann]);
    await tell(minutes(0));
    expect(await told('board.assigned')).toEqual([]);

    await write(`board:${board.id}`, nadia, minutes(1));
    await give('new', [yann, 'nobody']);
    await tell(minutes(2));
    await tell(minutes(2));
    const first = { by: nadia, title: 'Suivi', card: 'new', assignee: yann };
    expect(await told('board.assigned')).toEqual([first]);

    await give('new', []);
    await tell(minutes(3));
    await write(`board:${board.id}`, null, minutes(4));
    await give('new', [yann]);
    await tell(minutes(7));
    expect(await told('board.assigned')).toEqual([first, { ...first, by: null }]);
  }));
