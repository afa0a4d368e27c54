import { expect, test } from 'vitest';
import { trashBoard } from '#db/boards.ts';
import { listLinkingCards } from '#db/linking-cards.ts';
import { cards } from '#db/schema/board.ts';
import { aBoard, aDocument, aGroup, aMember, aPerson } from '#db/seed/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

test('[B31] a document names the cards that point to it, of the boards that this person may read and no others', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [reader, stranger, both] = [await aPerson(site), await aPerson(site), await aPerson(site)];
    const [group, other] = [await aGroup(site), await aGroup(site)];
    await aMember(site, { groupId: group.id, role: 'observer', userId: reader.id });
    await aMember(site, { groupId: other.id, role: 'contributor', userId: stranger.id });
    for (const { id } of [group, other])
      await aMember(site, { groupId: id, role: 'reviewer', userId: both.id });
    const document = await aDocument(site, { groupId: group.id, createdBy: both.id });
    const ours = await aBoard(site, { groupId: group.id, createdBy: both.id });
    const theirs = await aBoard(site, { groupId: other.id, createdBy: both.id });
    const card = (boardId: string, cardId: string, links: string[], isArchived = false) => ({
      boardId,
      cardId,
      links,
      isArchived,
      title: cardId,
      description: '',
      columnId: 'todo',
      columnName: 'À faire',
      order: 'a0',
      isDone: false,
      assigneeIds: [],
      labels: [],
    });
    const to = { kind: 'document', id: document.id };
    const key = `document:${document.id}`;
    await db
      .insert(cards)
      .values([
        card(ours.id, 'points', ['city:37261', key]),
        card(ours.id, 'elsewhere', ['document:another']),
        card(ours.id, 'archived', [key], true),
        card(theirs.id, 'foreign', [key]),
      ]);
    const told = async (userId: string) =>
      (await listLinkingCards(db, { to, userId, now })).map(({ cardId }) => cardId);
    expect(await told(reader.id)).toEqual(['points']);
    expect(await told(stranger.id)).toEqual(['foreign']);
    expect((await told(both.id)).sort()).toEqual(['foreign', 'points']);
    expect(await told((await aPerson(site)).id)).toEqual([]);
    await trashBoard(db, { boardId: ours.id, groupId: group.id, by: both.id, now, activityId: site.newId() });
    expect(await told(reader.id)).toEqual([]);
  }));
