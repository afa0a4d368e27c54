import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boards } from '#db/boards/schema.ts';
import { comments, commentThreads } from '#db/documents/comment/schema.ts';
import { documents } from '#db/documents/schema.ts';
import type { Database, Db } from '#db/kernel/client.ts';
import { groups, themes } from '#db/people/group/schema.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { saveBoardProjection } from '#db/realtime/projections.ts';
import { aBoard, aDocument, aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { appended } from '#tests/support/realtime/appended.ts';
import { differences, now, write } from '#tests/support/search/search.ts';

const count = (db: Db) =>
  db
    .execute(sql`select kind, title, body from search_entry order by kind, title`)
    .then((answer) => (answer as unknown as { rows: unknown[] }).rows.length);

test('[SE8] whatever changes, the entries say what their objects say', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [city, group, other] = [await anOrganisation(site), await aGroup(site), await aGroup(site)];
    const person = await aPerson(site, { organisationId: city.id });
    const own = { groupId: group.id, createdBy: person.id };
    const [document, board] = [await aDocument(site, own), await aBoard(site, own)];
    const threadId = site.newId();
    const none = new Uint8Array();
    await db.insert(commentThreads).values({
      id: threadId,
      documentId: document.id,
      startAt: none,
      endAt: none,
      quote: '',
      before: '',
      after: '',
      seq: 0,
      createdAt: now,
    });
    await db
      .insert(comments)
      .values({ id: 'c', threadId, authorId: person.id, body: 'Un avis', createdAt: now });
    const steps: (() => Promise<unknown>)[] = [
      () => write(db, document.id, 'Des arbres'),
      () => write(db, document.id, 'Des haies'),
      () =>
        db
          .update(documents)
          .set({ title: 'Autre titre', visibility: 'restricted' })
          .where(eq(documents.id, document.id)),
      () => db.update(documents).set({ groupId: other.id }).where(eq(documents.id, document.id)),
      () => db.update(comments).set({ body: 'Un autre avis' }).where(eq(comments.id, 'c')),
      () => db.update(comments).set({ deletedAt: now }).where(eq(comments.id, 'c')),
      () => db.update(comments).set({ deletedAt: null }).where(eq(comments.id, 'c')),
      () => db.update(documents).set({ trashedAt: now }).where(eq(documents.id, document.id)),
      () => db.update(documents).set({ trashedAt: null }).where(eq(documents.id, document.id)),
      () => db.update(boards).set({ title: 'Autre tableau' }).where(eq(boards.id, board.id)),
      () =>
        db.update(groups).set({ name: 'Autre groupe', purpose: 'Autre but' }).where(eq(groups.id, group.id)),
      () => db.update(themes).set({ name: 'Autre thème' }),
      () => db.update(organisations).set({ name: 'Autre ville' }).where(eq(organisations.id, city.id)),
      () => db.update(users).set({ name: 'Autre nom', organisationId: null }).where(eq(users.id, person.id)),
      () => db.update(users).set({ suspendedAt: now }).where(eq(users.id, person.id)),
      () => db.delete(documents).where(eq(documents.id, document.id)),
    ];
    expect(await count(db)).toBe(7);
    for (const [at, step] of steps.entries()) {
      await step();
      expect(await differences(db), `step ${at}`).toEqual([]);
    }
    expect(await count(db)).toBe(4);
  }));

let database: Database;
beforeAll(async () => {
  database = await openFreshDatabase();
});
afterAll(() => database.close());

test('[SE8] cards follow the projection of their board, archive and trash included', async () => {
  const { db, run } = database;
  const site = siteOf(db, now);
  const [group, person] = [await aGroup(site), await aPerson(site)];
  const { id } = await aBoard(site, { groupId: group.id, createdBy: person.id });
  const card = {
    description: 'Des haies',
    columnId: 'c',
    columnName: 'À faire',
    order: 'a0',
    isDone: false,
    start: null,
    due: null,
    organisationIds: [],
    repeatOn: null,
    assigneeIds: [],
    labels: ['eau'],
    steps: '',
    links: [],
  };
  const save = async (titles: readonly string[], isArchived = false) => {
    const room = `board:${id}`;
    const seq = await appended(run, room, now);
    await saveBoardProjection(
      run,
      { room, id, seq },
      titles.map((title) => ({ ...card, cardId: title, title, isArchived })),
      now,
    );
    const { rows } = await run('select title from search_entry where kind = $1 order by title', ['card']);
    return rows.map(({ title }) => title);
  };
  expect(await save(['Planter', 'Compter'])).toEqual(['Compter', 'Planter']);
  expect(await save(['Planter', 'Arroser'])).toEqual(['Arroser', 'Planter']);
  expect(await save(['Planter', 'Arroser'], true)).toEqual([]);
  expect(await save(['Planter'])).toEqual(['Planter']);
  await db.update(boards).set({ trashedAt: now }).where(eq(boards.id, id));
  expect(await differences(db)).toEqual([]);
  expect((await run('select 1 from search_entry where kind in ($1, $2)', ['card', 'board'])).rows).toEqual(
    [],
  );
});
