import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openPostgres } from '#db/kernel/client.ts';
import { testDatabaseUrl } from '#tests/support/database.ts';

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
