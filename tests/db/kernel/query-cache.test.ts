import { eq, sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, type Db, openPostgres } from '#db/kernel/client.ts';
import { traces } from '#db/kernel/traced.ts';
import { createPostgresDatabase } from '#tests/support/database.ts';

const note = pgTable('note', {
  id: integer().primaryKey(),
  title: text().notNull(),
  facts: jsonb().$type<{ tags: string[] }>().notNull(),
});

let database: Database;
let page: ReturnType<Database['forPage']>;
let drop: () => Promise<void>;
let asked = 0;
const count = () => {
  asked++;
};

beforeEach(async () => {
  const made = await createPostgresDatabase();
  drop = made.drop;
  database = openPostgres(made.url);
  await database.run(
    `create table note (id int primary key, title text not null, facts jsonb not null);
     insert into note select id, 'Note ' || id, '{"tags": ["eau"]}' from generate_series(1, 3) as id`,
    [],
  );
  page = database.forPage();
  asked = 0;
  traces.start.subscribe(count);
});
afterEach(async () => {
  traces.start.unsubscribe(count);
  await database.close();
  await drop();
});

const readNote = (db: Db, id: number) => db.select().from(note).where(eq(note.id, id));
const FIRST = { id: 1, title: 'Note 1', facts: { tags: ['eau'] } };

describe('[PG3] what a page asks twice', () => {
  test('is asked once, one after the other or at the same time, and answers all', async () => {
    const both = await Promise.all([readNote(page.db, 1), readNote(page.db, 1)]);
    expect([...both, await readNote(page.db, 1)]).toEqual([[FIRST], [FIRST], [FIRST]]);
    expect(asked).toBe(1);
  });

  test('is asked again with other values, or in another page', async () => {
    expect(await readNote(page.db, 1)).not.toEqual(await readNote(page.db, 2));
    await readNote(database.forPage().db, 1);
    await readNote(database.db, 1);
    expect(asked).toBe(4);
  });

  test.each([
    ['no number and nothing', Number.NaN, null],
    ['the largest numbers', 2n ** 62n, 2n ** 62n + 1n],
  ])('is not the same for %s', async (_what, one, other) => {
    const echo = (value: unknown) => page.db.select({ value: sql`${value}::numeric` }).from(note);
    expect(await echo(one)).not.toEqual(await echo(other));
    expect(asked).toBe(2);
  });

  test('is its own for each who asks: what one changes in it, the other does not read', async () => {
    const [first] = await readNote(page.db, 1);
    first?.facts.tags.push('arbres');
    expect(await readNote(page.db, 1)).toEqual([FIRST]);
  });

  test('is asked again where it was refused', async () => {
    const refused = () => page.db.execute(sql`select * from later`);
    await expect(refused()).rejects.toThrow();
    await database.run('create table later ()', []);
    await expect(refused()).resolves.toMatchObject({ rows: [] });
  });

  test.each<[string, (db: Db) => Promise<unknown>]>([
    ['a change', (db) => db.update(note).set({ title: 'Autre' }).where(eq(note.id, 1))],
    [
      'a change inside a reading',
      (db) =>
        db.execute(
          sql`with changed as (update note set title = 'Autre' where id = 1 returning id) select * from changed`,
        ),
    ],
    [
      'a transaction',
      (db) => db.transaction((tx) => tx.update(note).set({ title: 'Autre' }).where(eq(note.id, 1))),
    ],
    [
      'its end',
      async () => {
        page.end();
        await database.db.update(note).set({ title: 'Autre' }).where(eq(note.id, 1));
      },
    ],
  ])('is asked again after %s, as often as it is asked', async (_what, change) => {
    await readNote(page.db, 1);
    await change(page.db);
    asked = 0;
    for (let time = 0; time < 2; time++)
      expect(await readNote(page.db, 1)).toEqual([{ ...FIRST, title: 'Autre' }]);
    expect(asked).toBe(2);
  });

  test.each([
    ['locks', sql`select id from note where id = 1 for update`],
    ['shares a lock', sql`select id from note where id = 1 for share`],
    ['counts on', sql`select nextval('numbers')`],
    ['draws lots', sql`select random()`],
    ['signals', sql`select pg_notify('somebody', '')`],
  ])('is asked each time where it %s', async (_what, statement) => {
    await database.run('create sequence numbers', []);
    asked = 0;
    for (let time = 0; time < 2; time++) await page.db.execute(statement);
    expect(asked).toBe(2);
  });

  test('is kept for two hundred statements, and for no more', async () => {
    for (let id = 0; id < 201; id++) await readNote(page.db, id);
    asked = 0;
    await readNote(page.db, 199);
    expect(asked).toBe(0);
    await readNote(page.db, 200);
    expect(asked).toBe(1);
  });
});
