import { expect, test } from 'vitest';
import { trashBoard } from '#db/boards/boards.ts';
import { countOpenCards, listLinkingCards } from '#db/boards/card/linking-cards.ts';
import { cards } from '#db/boards/schema.ts';
import { aBoard, aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

const card = (
  boardId: string,
  cardId: string,
  links: string[],
  more: Partial<typeof cards.$inferInsert> = {},
) => ({
  boardId,
  cardId,
  links,
  title: cardId,
  description: '',
  columnId: 'todo',
  columnName: 'À faire',
  order: 'a0',
  isDone: false,
  isArchived: false,
  assigneeIds: [],
  labels: [],
  ...more,
});

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
    const to = { kind: 'document', id: document.id };
    const key = `document:${document.id}`;
    await db
      .insert(cards)
      .values([
        card(ours.id, 'points', ['city:37261', key]),
        card(ours.id, 'elsewhere', ['document:another']),
        card(ours.id, 'archived', [key], { isArchived: true }),
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

test('[DN12] a need counts its unfinished cards, on the boards that this person may read and no others', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [reader, both] = [await aPerson(site), await aPerson(site)];
    const [group, other] = [await aGroup(site), await aGroup(site)];
    await aMember(site, { groupId: group.id, role: 'observer', userId: reader.id });
    for (const { id } of [group, other])
      await aMember(site, { groupId: id, role: 'contributor', userId: both.id });
    const ours = await aBoard(site, { groupId: group.id, createdBy: both.id });
    const theirs = await aBoard(site, { groupId: other.id, createdBy: both.id });
    const [asked, quiet] = ['data-need:arbres', 'data-need:capteurs'];
    await db
      .insert(cards)
      .values([
        card(ours.id, 'asked', [asked, 'city:37261']),
        card(ours.id, 'answered', [asked], { isDone: true }),
        card(ours.id, 'archived', [asked], { isArchived: true }),
        card(theirs.id, 'foreign', [asked]),
      ]);
    const counted = async (userId: string) =>
      Object.fromEntries(await countOpenCards(db, { keys: [asked, quiet], userId, now }));
    expect(await counted(reader.id)).toEqual({ [asked]: 1, 'city:37261': 1 });
    expect(await counted(both.id)).toMatchObject({ [asked]: 2 });
    expect(await counted((await aPerson(site)).id)).toEqual({});
  }));
