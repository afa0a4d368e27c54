import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type Database, openPostgres } from '#db/kernel/client.ts';
import { createPostgresDatabase, testDatabaseUrl } from '#tests/support/database.ts';

test('[S17] a connection that is cut between two statements of a transaction refuses it, and ends nothing else', async () => {
  const database = openPostgres(testDatabaseUrl(), { poolSize: 2 });
  const { db } = database;
  const faults: unknown[] = [];
  const hear = (fault: unknown) => void faults.push(fault);
  process.on('uncaughtExceptionMonitor', hear);
  try {
    for (let round = 0; round < 5; round++) {
      const cut = db.transaction(async (tx) => {
        const [row] = await tx.select({ pid: sql<number>`pg_backend_pid()` }).from(sql`(select 1) as one`);
        // By the other connection, and heard here before the transaction says its next word.
        await db.execute(sql`select pg_terminate_backend(${row?.pid}::int, 5000)`);
        await new Promise((resolve) => setImmediate(resolve));
        await tx.execute(sql`select 1`);
      });
      await expect(cut).rejects.toThrow();
      await expect(database.ping()).resolves.toBeUndefined();
    }
    expect(faults).toEqual([]);
  } finally {
    process.off('uncaughtExceptionMonitor', hear);
    await database.close();
  }
});

test('[R1] of many connections to a copy that takes no writing, one refusal is enough when it takes some again', async () => {
  const { url, drop } = await createPostgresDatabase();
  const [admin, database] = [openPostgres(testDatabaseUrl()), openPostgres(url, { poolSize: 5 })];
  const copy = `alter database "${new URL(url).pathname.slice(1)}"`;
  const write = () => database.db.transaction((tx) => tx.execute(sql`create table written ()`));
  try {
    await admin.run(`${copy} set default_transaction_read_only = on`, []);
    await Promise.all(Array.from({ length: 5 }, () => database.run('select pg_sleep(0.1)', [])));
    await admin.run(`${copy} reset default_transaction_read_only`, []);
    await expect(write()).rejects.toMatchObject({ cause: { code: '25006' } });
    await write();
    await database.run('insert into written default values', []);
  } finally {
    await Promise.all([admin.close(), database.close()]);
    await drop();
  }
});

describe('[R1] a statement that is refused', () => {
  const pidOf = async ({ run }: Database) => (await run('select pg_backend_pid() as pid', [])).rows[0]?.pid;
  const withOne = async (work: (database: Database) => Promise<void>) => {
    const database = openPostgres(testDatabaseUrl(), { poolSize: 1 });
    try {
      await work(database);
    } finally {
      await database.close();
    }
  };

  test.each([
    ['a table that is not there', 'select from nowhere'],
    ['a fault in its values', 'select 1 / 0'],
    ['a full disk', "do $$ begin raise 'No space left on device' using errcode = '53100'; end $$"],
  ])('costs no connection (%s)', (_what, text) =>
    withOne(async (database) => {
      const pid = await pidOf(database);
      await expect(database.run(text, [])).rejects.toThrow();
      expect(await pidOf(database)).toBe(pid);
      await expect(database.db.execute(sql.raw(text))).rejects.toThrow();
      expect(await pidOf(database)).toBe(pid);
      await expect(database.db.transaction((tx) => tx.execute(sql.raw(text)))).rejects.toThrow();
      expect(await pidOf(database)).toBe(pid);
    }),
  );

  test('costs the one that it ended', () =>
    withOne(async (database) => {
      const pid = await pidOf(database);
      await expect(database.run('select pg_terminate_backend(pg_backend_pid())', [])).rejects.toThrow();
      expect(await pidOf(database)).not.toBe(pid);
    }));

  test('costs the one on which it would be refused for ever, its columns being others now', () =>
    withOne(async (database) => {
      const pid = await pidOf(database);
      await database.run('create temporary table changing (id int)', []);
      const read = () => database.run('select * from changing where id > $1', [0]);
      await read();
      await database.run('alter table changing add column more text', []);
      await expect(read()).rejects.toMatchObject({ code: '0A000' });
      expect(await pidOf(database)).not.toBe(pid);
    }));
});
