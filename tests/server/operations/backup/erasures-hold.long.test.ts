import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { findDueErasures } from '#db/operations/personal-data/erasures.ts';
import { findPerson } from '#db/people/person/people.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { erasedAccounts } from '#server/operations/personal-data/erased-accounts.ts';
import { TEMPLATE } from '#tests/support/database.ts';
import { emptyMachine, freshFolder, runCommand } from '#tests/support/operations/backups.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

async function on<T>(machine: Record<string, string>, work: (database: Database) => Promise<T>): Promise<T> {
  const url = machine.DATABASE_URL;
  const database = await openDatabase(url ? { DATABASE_URL: url } : {}, machine.DATA_DIR ?? '');
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

test('[PD11] an account that was erased since a backup is closed as it comes back, and erased the night after', async () => {
  const machine = await emptyMachine(cleanups, 'postgres', TEMPLATE);
  const file = join(await freshFolder(cleanups), 'avant.cordee');
  const [kept, erased, administrator] = await on(machine, async ({ db }) => {
    const site = { db, now: () => new Date(), newId: randomUUID };
    await aPerson(site, { platformRole: 'admin' });
    return [
      await aPerson(site),
      await aPerson(site),
      await aPerson(site, { platformRole: 'admin' }),
    ] as const;
  });
  expect((await runCommand('back-up', machine, file)).code).toBe(0);
  const list = erasedAccounts(machine.DATA_DIR ?? '');
  for (const id of [erased.id, administrator.id, 'not in this backup']) await list.add(id);
  expect(await runCommand('restore', machine, file, '--replace')).toMatchObject({ code: 0, err: '' });
  await on(machine, async ({ db }) => {
    const states = await Promise.all(
      [kept, erased, administrator].map(async ({ id }) => (await findPerson(db, id))?.suspendedAt !== null),
    );
    // An administrator may be the only one who can still sign in: their account waits for the night.
    expect(states).toEqual([false, true, false]);
    const due = await findDueErasures(db, { now: new Date() });
    expect(due.map(({ userId }) => userId).sort()).toEqual([erased.id, administrator.id].sort());
  });
  // The list outlives the restoration, for the next one.
  expect(await list.read()).toHaveLength(3);
});
