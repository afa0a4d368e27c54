import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openPostgres } from '#db/kernel/client.ts';
import { isAway } from '#server/kernel/away.ts';
import { StoreAway } from '#server/kernel/file/store-away.ts';
import { testDatabaseUrl } from '#tests/support/database.ts';
import { freePort } from '#tests/support/private-services.ts';

/** What a pool at this address fails with. */
async function faultOf(url: string, statement = 'select 1'): Promise<unknown> {
  const database = openPostgres(url, { poolSize: 1 });
  try {
    return await database.db.execute(sql.raw(statement)).then(
      () => null,
      (error: unknown) => error,
    );
  } finally {
    await database.close();
  }
}

test('[S19] a database that refuses, ends or lacks a session is away; a statement that it refuses is a fault of ours', async () => {
  const url = testDatabaseUrl();
  const other = (change: (url: URL) => void) => {
    const changed = new URL(url);
    change(changed);
    return changed.href;
  };
  const port = String(await freePort());
  expect(isAway(await faultOf(other((to) => Object.assign(to, { port }))))).toBe(true);
  expect(isAway(await faultOf(other((to) => Object.assign(to, { pathname: '/nulle_part' }))))).toBe(true);
  expect(isAway(await faultOf(url, 'select pg_terminate_backend(pg_backend_pid())'))).toBe(true);
  expect(isAway(new Error('outside', { cause: new StoreAway(new Error('timeout')) }))).toBe(true);
  for (const statement of ['select from nowhere', 'select 1 / 0']) {
    const fault = await faultOf(url, statement);
    expect(fault).toBeInstanceOf(Error);
    expect(isAway(fault)).toBe(false);
  }
});
