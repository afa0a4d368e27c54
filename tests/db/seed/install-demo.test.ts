import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { listPlaces } from '#db/documents/document-places.ts';
import { listFolders } from '#db/documents/folders.ts';
import type { Database } from '#db/kernel/client.ts';
import { changesSince } from '#db/news/news.ts';
import { listGroupPeople, listGroupsForMember } from '#db/people/group/groups.ts';
import { findPersonByEmail } from '#db/people/person/people.ts';
import { users } from '#db/people/person/schema.ts';
import { countInterests } from '#db/publication/adoption/adoption-interests.ts';
import { findPublicDossier, listPublicDossiers } from '#db/publication/dossier/public-dossiers.ts';
import { listPublicInterviews } from '#db/publication/interview/published-interviews.ts';
import { findPublished, listPublishedAmong } from '#db/publication/public-document/publications.ts';
import { listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { loadStoredRoom } from '#db/realtime/doc-updates.ts';
import { listWriters } from '#db/realtime/writers.ts';
import { listRecentObjects } from '#db/search/recent.ts';
import { installDemo } from '#db/seed/install-demo.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { latestOf } from '#shared/news/news.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { openFreshDatabase } from '#tests/support/database.ts';

const now = new Date('2026-11-25T10:00:00Z');
let database: Database;

beforeAll(async () => {
  database = await openFreshDatabase();
  let next = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++next).padStart(12, '0')}`;
  await installDemo(database, { now, newId, passwordHash: 'x' });
});
afterAll(() => database.close());

async function idOf(email: string) {
  return (await findPersonByEmail(database.db, email))?.id ?? '';
}

async function groupsOf(email: string) {
  return listGroupsForMember(database.db, { userId: await idOf(email), now });
}

async function stateOf(room: string): Promise<Y.Doc> {
  const { updates } = await loadStoredRoom(database.run, room);
  const doc = new Y.Doc();
  for (const { data } of updates) Y.applyUpdate(doc, data);
  return doc;
}

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

  test('a city without experiment is in no group', async () => {
    expect(await groupsOf('ville@demo.example')).toEqual([]);
  });

  test('[HV5] its cards are news of the day that the story moved them on, and not of its installation', async () => {
    const userId = await idOf('metier.b@demo.example');
    const groupIds = (await groupsOf('metier.b@demo.example')).map(({ id }) => id);
    const since = new Date(now.getTime() - 30 * 86_400_000);
    const news = await changesSince(database.db, { userId, groupIds, since, now, limit: 100 });
    const cards = latestOf(news, 1_000).filter(({ kind }) => kind === 'card');
    expect(cards.length).toBeGreaterThan(10);
    expect(cards.filter(({ at }) => at >= now)).toEqual([]);
  });

  test('every document opens with its text, and its writers are known by city', async () => {
    const groups = await groupsOf('admin@demo.example');
    const documents = await listRecentObjects(database.db, {
      groupIds: groups.map(({ id }) => id),
      limit: 100,
      userId: await idOf('admin@demo.example'),
      now,
      kinds: ['document'],
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
    const groupId = (await groupsOf('metier.a@demo.example'))[0]?.id ?? '';
    const folders = await listFolders(database.db, { groupId });
    const places = await listPlaces(database.db, { groupId });
    expect(folders.map(({ name }) => name)).toEqual(['Réunions et entretiens']);
    const inside = [...places.values()].filter(({ folderId }) => folderId === folders[0]?.id);
    expect(inside.length).toBeGreaterThan(1);
    expect(inside.length).toBeLessThan(places.size);
    const published = [...(await listPublishedAmong(database.db, [...places.keys()])).values()];
    expect(published.map(({ title }) => title)).toEqual(['La carte des îlots de fraîcheur, pas à pas']);
    const shown = await findPublished(database.db, published[0]?.address ?? '');
    expect(shown).toMatchObject({ isIndexed: false, writers: expect.arrayContaining(['Valmont-sur-Loire']) });
    expect(typeof shown === 'object' && shown?.blocks.length).toBeGreaterThan(5);
    expect(typeof shown === 'object' && shown?.excerpt).not.toBe('');
  });

  test('both boards open with all their cards, due around now', async () => {
    const groups = await groupsOf('admin@demo.example');
    const boards = await listRecentObjects(database.db, {
      groupIds: groups.map(({ id }) => id),
      limit: 100,
      userId: await idOf('admin@demo.example'),
      now,
      kinds: ['board'],
    });
    expect(boards.map(({ title }) => title).sort()).toEqual(['Arbres et ombrage', 'Suivi du groupe']);
    for (const { id } of boards) {
      const board = readBoard(await stateOf(roomName({ kind: 'board', id })));
      const cards = board.columns.flatMap((column) => column.cards);
      expect(cards.length).toBeGreaterThanOrEqual(14);
      expect(board.skipped).toBe(0);
      expect(cards.some(({ due }) => due !== null && due >= '2026-11-20' && due <= '2026-12-31')).toBe(true);
    }
  });

  test('the people of a group are those of the group, and suspended ones have gone', async () => {
    const [group] = await groupsOf('metier.a@demo.example');
    const people = () => listGroupPeople(database.db, { groupId: group?.id ?? '', now });
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
