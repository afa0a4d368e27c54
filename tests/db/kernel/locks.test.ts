import { expect, test } from 'vitest';
import { postgresLocks } from '#db/kernel/locks.ts';
import { testDatabaseUrl } from '#tests/support/database.ts';

const NAMES = Array.from({ length: 40 }, (_, rank) => `essai-${rank}`);

test('[N6] many locks are asked for side by side, and each has one holder', async () => {
  const warnings: string[] = [];
  const hear = (warning: Error) => void warnings.push(warning.message);
  process.on('warning', hear);
  const locks = postgresLocks(testDatabaseUrl());
  const taken = await Promise.all(NAMES.map((name) => locks.take(name)));
  expect(taken.filter((release) => release === null)).toEqual([]);
  expect(await Promise.all(NAMES.map((name) => locks.take(name)))).toEqual(NAMES.map(() => null));
  await Promise.all(taken.map((release) => release?.()));
  const again = await Promise.all(NAMES.map((name) => locks.take(name)));
  expect(again.filter((release) => release === null)).toEqual([]);
  await locks.close();
  // Warnings come in a turn of their own.
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', hear);
  expect(warnings).toEqual([]);
});

test('[N6] a lock of another process is not taken until it is given back', async () => {
  const [first, second] = [postgresLocks(testDatabaseUrl()), postgresLocks(testDatabaseUrl())];
  const release = await first.take('essai');
  expect(await second.take('essai')).toBeNull();
  await release?.();
  expect(await second.take('essai')).not.toBeNull();
  await Promise.all([first.close(), second.close()]);
});
