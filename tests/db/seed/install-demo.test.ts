import { eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { listPlaces } from '#db/documents/document-places.ts';
import { listFolders } from '#db/documents/folders.ts';
import type { Database } from '#db/kernel/client.ts';
import { findDocumentsToFollow } from '#db/meetings/decision/actions.ts';
import { findDocumentsToNumber } from '#db/meetings/decision/decisions.ts';
import { actions, decisions } from '#db/meetings/decision/schema.ts';
import { listFavourites } from '#db/news/favourite/favourites.ts';
import { changesSince } from '#db/news/news.ts';
import { listPeopleToMail } from '#db/news/notification/notification-mails.ts';
import { notifications } from '#db/news/notification/schema.ts';
import { activities } from '#db/people/activity/schema.ts';
import { listGroupPeople, listGroupsForMember } from '#db/people/group/groups.ts';
import { seasons, themes } from '#db/people/group/schema.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { findPersonByEmail } from '#db/people/person/people.ts';
import { users } from '#db/people/person/schema.ts';
import { experiments } from '#db/programme/experiment/schema.ts';
import { countInterests } from '#db/publication/adoption/adoption-interests.ts';
import { findPublicDossier, listPublicDossiers } from '#db/publication/dossier/public-dossiers.ts';
import { listPublicInterviews } from '#db/publication/interview/published-interviews.ts';
import { findPublished, listPublishedAmong } from '#db/publication/public-document/publications.ts';
import { listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { findOwnSpace, listSpaceDocuments } from '#db/publication/space/own-space.ts';
import { loadStoredRoom } from '#db/realtime/doc-updates.ts';
import { listWriters } from '#db/realtime/writers.ts';
import { listRecentBoards, listRecentDocuments } from '#db/search/recent.ts';
import { demoAccounts } from '#db/seed/demo/people.ts';
import { installDemo } from '#db/seed/install-demo.ts';
import { findToDo } from '#db/to-do.ts';
import { readRegister } from '#server/programme/territory/register.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { latestOf } from '#shared/news/news.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import { EXPERIMENT_STATES } from '#shared/programme/experiment/experiment.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { openFreshDatabase } from '#tests/support/database.ts';

const DAY_MS = 86_400_000;
const now = new Date('2026-11-25T10:07:00Z');
let database: Database;

beforeAll(async () => {
  database = await openFreshDatabase();
  let next = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++next).padStart(12, '0')}`;
  await installDemo(database, { now, newId, passwordHash: 'x', register: await readRegister() });
});
afterAll(() => database.close());

async function idOf(email: string) {
  return (await findPersonByEmail(database.db, email))?.id ?? '';
}

async function groupsOf(email: string) {
  return workingGroups(await listGroupsForMember(database.db, { userId: await idOf(email), now }));
}

async function stateOf(room: string): Promise<Y.Doc> {
  const { updates } = await loadStoredRoom(database.run, room);
  const doc = new Y.Doc();
  for (const { data } of updates) Y.applyUpdate(doc, data);
  return doc;
}

describe('[DE5] the demonstration tells one story', () => {
  test.each(demoAccounts.map(({ email }) => email))('%s has at least three things to do', async (email) => {
    const owed = await findToDo(database.db, { userId: await idOf(email), now });
    expect(owed.length).toBeGreaterThanOrEqual(3);
  });

  test('[AP15] of two cities that were selected, one completes what it submitted and the other has handed that in', async () => {
    const waits = async (email: string) =>
      (await findToDo(database.db, { userId: await idOf(email), now })).filter(
        ({ kind }) => kind === 'complement',
      );
    const asked = { title: 'Arroser au bon endroit', count: 50 };
    expect(await waits('metier.a@demo.example')).toMatchObject([asked]);
    expect(await waits('metier.b@demo.example')).toEqual([]);
  });

  test('twelve experiments, four a theme, each within its season and at every stage', async () => {
    const rows = await database.db
      .select({
        key: themes.key,
        state: experiments.state,
        isWithin: sql<boolean>`${experiments.startsOn} >= ${seasons.startsOn} and ${experiments.startsOn} <= ${seasons.endsOn}`,
      })
      .from(experiments)
      .innerJoin(themes, eq(themes.id, experiments.themeId))
      .innerJoin(seasons, eq(seasons.id, themes.seasonId));
    expect(rows.map(({ key }) => key).sort()).toEqual(
      ['biodiversite', 'risques', 'transition'].flatMap((key) => [key, key, key, key]),
    );
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(EXPERIMENT_STATES));
    expect(rows.filter(({ isWithin }) => !isWithin)).toEqual([]);
  });

  test('eight published sheets, each of an experiment that has begun, and each with figures', async () => {
    const { sheets } = await listPublicSheets(database.db);
    expect(sheets).toHaveLength(8);
    expect(new Set(sheets.map(({ title }) => title)).size).toBe(8);
  });

  test('the communes of the programme are there as the public list has them, and nobody of them', async () => {
    const real = await database.db
      .select({
        people: sql<number>`(select count(*)::int from "user" u where u.organisation_id = ${organisations.id})`,
      })
      .from(organisations)
      .where(isNotNull(organisations.municipalityCode));
    expect(real).toHaveLength(235);
    expect(real.filter(({ people }) => people > 0)).toEqual([]);
    const names = await database.db.select({ name: organisations.name }).from(organisations);
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
  });

  test.each(demoAccounts.map(({ email }) => email))(
    '%s has a document and a board in the space of their organisation, favourites, and was told of something',
    async (email) => {
      const userId = await idOf(email);
      const own = await findOwnSpace(database.db, { userId, now });
      if (!own) throw new Error(`${email} is of no organisation`);
      const { documents } = await listSpaceDocuments(database.db, { own, limit: 50, userId, now });
      const boards = await listRecentBoards(database.db, { groupIds: [own.space.id], limit: 1 });
      const kept = await listFavourites(database.db, { userId, now });
      const told = await database.db.$count(notifications, eq(notifications.userId, userId));
      expect({
        isWriting: documents.some(({ isInSpace }) => isInSpace),
        hasBoard: boards.length > 0,
        hasFavourites: kept.length > 1,
        wasTold: told > 0,
      }).toEqual({ isWriting: true, hasBoard: true, hasFavourites: true, wasTold: true });
    },
  );

  test('nothing of its texts is left for the server to note as new: decisions have numbers, actions cards', async () => {
    expect(await findDocumentsToNumber(database.db)).toEqual([]);
    expect(await findDocumentsToFollow(database.db)).toEqual([]);
    const dated = await database.db
      .select({ at: decisions.seenAt, number: decisions.number })
      .from(decisions);
    expect(dated.length).toBeGreaterThan(2);
    expect(
      dated.filter(({ at, number }) => number === null || at.getTime() > now.getTime() - DAY_MS),
    ).toEqual([]);
    const cards = await database.db
      .select({ cardId: actions.cardId, boardId: actions.boardId })
      .from(actions);
    expect(cards.filter(({ cardId, boardId }) => cardId === null || boardId === null)).toEqual([]);
    expect(cards.length).toBeGreaterThan(1);
  });

  test('everybody was told of it, and it writes no mail', async () => {
    const untold = await database.db.$count(activities, isNull(activities.toldAt));
    const told = await database.db.$count(notifications);
    const due = await database.db.$count(notifications, isNotNull(notifications.mailDueAt));
    const ofWeek = await database.db.$count(notifications, ne(notifications.delivery, 'app'));
    const counted = { untold, due, ofWeek, isTold: told > 100 };
    expect(counted).toEqual({ untold: 0, due: 0, ofWeek: 0, isTold: true });
    expect(await listPeopleToMail(database.db, { now, apartMs: 0 })).toEqual([]);
  });

  test('nothing is told of the minute of its installation', async () => {
    const [{ count } = { count: -1 }] = await database.db
      .select({ count: sql<number>`count(*)::int` })
      .from(activities)
      .where(sql`${activities.at} > ${new Date(now.getTime() - 60_000).toISOString()}::timestamptz`);
    expect(count).toBe(0);
  });
});

describe('the demonstration once installed', () => {
  test.each([
    ['animation@demo.example', 'facilitator'],
    ['metier.a@demo.example', 'contributor'],
    ['donnees.a@demo.example', 'contributor'],
    ['metier.b@demo.example', 'contributor'],
    ['donnees.b@demo.example', 'contributor'],
    ['relecture@demo.example', 'reviewer'],
    ['atd@demo.example', 'observer'],
  ])('[DE1] %s is %s in the first group', async (email, role) => {
    expect((await groupsOf(email))[0]).toMatchObject({ name: 'Îlots de chaleur et confort d’été', role });
  });

  test('[DE1] the consultant’s membership has not ended, whenever the demonstration is installed', async () => {
    expect(await groupsOf('conseil@demo.example')).toMatchObject([{ role: 'consultant' }]);
  });

  test('a city without experiment is in no working group', async () => {
    expect(await groupsOf('ville@demo.example')).toEqual([]);
  });

  test('[HV5] its cards are news of the day that the story moved them on, and not of its installation', async () => {
    const userId = await idOf('metier.b@demo.example');
    const since = new Date(now.getTime() - 30 * 86_400_000);
    const groups = (await groupsOf('metier.b@demo.example')).map(({ id }) => ({ groupId: id, since }));
    const news = await changesSince(database.db, { userId, groups, now, limit: 100 });
    const cards = latestOf(news, 1_000).filter(({ kind }) => kind === 'card');
    expect(cards.length).toBeGreaterThan(10);
    expect(cards.filter(({ at }) => at >= now)).toEqual([]);
  });

  test('every document opens with its text, and its writers are known by city', async () => {
    const groups = await groupsOf('admin@demo.example');
    const documents = await listRecentDocuments(database.db, {
      groupIds: groups.map(({ id }) => id),
      limit: 100,
      userId: await idOf('admin@demo.example'),
      now,
    });
    expect(documents.length).toBeGreaterThanOrEqual(12);
    const rooms = documents.map(({ id }) => roomName({ kind: 'document', id }));
    const writers = await listWriters(database.db, rooms);
    for (const room of rooms) {
      expect((await stateOf(room)).getXmlFragment(DOCUMENT_FRAGMENT).length).toBeGreaterThan(3);
      expect(writers.get(room)?.length).toBeGreaterThan(0);
    }
  });

  test('[DE4] its first group has a folder with documents in it, and one document that the public reads', async () => {
    const groupId = (await groupsOf('metier.a@demo.example'))[0]?.id ?? asReadable<'group'>('');
    const folders = await listFolders(database.db, { groupId });
    const places = await listPlaces(database.db, { groupId });
    expect(folders.map(({ name }) => name)).toEqual(['Réunions et entretiens']);
    const inside = [...places.values()].filter(({ folderId }) => folderId === folders[0]?.id);
    expect(inside.length).toBeGreaterThan(1);
    expect(inside.length).toBeLessThan(places.size);
    const published = [...(await listPublishedAmong(database.db, [...places.keys()])).values()];
    const read = published.find(({ title }) => title === 'La carte des îlots de fraîcheur, pas à pas');
    const shown = await findPublished(database.db, read?.address ?? '');
    expect(shown).toMatchObject({ isIndexed: true, writers: expect.arrayContaining(['Valmont-sur-Loire']) });
    expect(typeof shown === 'object' && shown?.blocks.length).toBeGreaterThan(5);
    expect(typeof shown === 'object' && shown?.excerpt).not.toBe('');
  });

  test('both boards open with all their cards, due around now', async () => {
    const groups = await groupsOf('admin@demo.example');
    const boards = await listRecentBoards(database.db, { groupIds: groups.map(({ id }) => id), limit: 100 });
    const begun = 'Mémoire des crues';
    expect(boards.map(({ title }) => title).sort()).toEqual(['Arbres et ombrage', begun, 'Suivi du groupe']);
    for (const { id, title } of boards) {
      if (title === begun) continue;
      const board = readBoard(await stateOf(roomName({ kind: 'board', id })));
      const cards = board.columns.flatMap((column) => column.cards);
      expect(cards.length).toBeGreaterThanOrEqual(14);
      expect(board.skipped).toBe(0);
      expect(cards.some(({ due }) => due !== null && due >= '2026-11-20' && due <= '2026-12-31')).toBe(true);
    }
  });

  test('the people of a group are those of the group, and suspended ones have gone', async () => {
    const [group] = await groupsOf('metier.a@demo.example');
    const people = () => listGroupPeople(database.db, { groupId: group?.id ?? asReadable(''), now });
    expect((await people()).map(({ name }) => name)).toContain('Nadia Ferrand');
    await database.db.update(users).set({ suspendedAt: now }).where(eq(users.email, 'metier.a@demo.example'));
    expect((await people()).map(({ name }) => name)).not.toContain('Nadia Ferrand');
  });

  test('[DE4] [PS2] the public finds an interview, a dossier that has it, and a city that prepares to repeat the sheet', async () => {
    const [interview, ...others] = await listPublicInterviews(database.db);
    expect(interview).toMatchObject({ title: 'Les cahiers d’arrosage de Rachid Amrani' });
    expect(others).toEqual([]);
    const found = async (words: string) => [
      ...(await listPublicInterviews(database.db, 10, words)),
      ...(await listPublicDossiers(database.db, 10, words)),
    ];
    expect(await found('jardiniers capteur')).toMatchObject([{ title: interview?.title }]);
    expect(await found('"données publiques" chaud')).toMatchObject([
      { title: 'L’arbre en ville, données à l’appui' },
    ]);
    expect(await found('piscine')).toEqual([]);
    const [dossier] = await listPublicDossiers(database.db);
    const shown = await findPublicDossier(database.db, dossier?.address ?? '');
    expect(shown).toMatchObject({
      items: [{ kind: 'sheet' }, { kind: 'interview', title: interview?.title }],
    });
    const { sheets } = await listPublicSheets(database.db);
    expect(await countInterests(database.db, sheets[0]?.address ?? '')).toEqual({ wanting: 1, done: 0 });
  });
});
