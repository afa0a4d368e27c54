import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openPostgres } from '#db/kernel/client.ts';
import { demoPeople } from '#db/seed/demo/people.ts';
import { ensureFirstData } from '#server/first-data.ts';
import { createPostgresDatabase, TEMPLATE } from '#tests/support/database.ts';
import { programEnvironment } from '#tests/support/test-environment.ts';

test('[N7] of two that start together on nothing one installs the demonstration, whole', async () => {
  const { url, drop } = await createPostgresDatabase(TEMPLATE);
  const database = openPostgres(url);
  const given = {
    isDemo: true,
    settings: { ...programEnvironment(), DATABASE_URL: url },
    now: () => new Date(),
    newId: randomUUID,
  };
  await Promise.all([ensureFirstData(database, given), ensureFirstData(database, given)]);
  const { rows } = await database.run('select count(*)::int as people from "user"', []);
  // And the newcomer who waits for a tie ([DE5]).
  expect(rows).toEqual([{ people: demoPeople.length + 1 }]);
  await database.close();
  await drop();
});
