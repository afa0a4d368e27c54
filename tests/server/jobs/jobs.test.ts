import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database, Db } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { type Jobs, startJobs } from '#server/jobs/jobs.ts';
import { openFreshDatabase } from '#tests/support/database.ts';

const log = pino({ level: 'silent' });
let database: Database;
let jobs: Jobs;
const done: unknown[] = [];
const queues = [{ name: 'note', run: async (data: unknown) => void done.push(data) }];

beforeAll(async () => {
  database = await openFreshDatabase();
  jobs = await startJobs({ database, log, queues, pollSeconds: 0.5 });
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
});

const send = (text: string, { fails = false } = {}) =>
  database.db.transaction(async (tx) => {
    await jobs.send(tx as Db, 'note', { text });
    if (fails) throw new Error('rolled back');
  });

describe('a job', () => {
  test('is done once its transaction is committed, and goes with one that is rolled back', async () => {
    await expect(send('lost', { fails: true })).rejects.toThrow('rolled back');
    await send('kept');
    await vi.waitUntil(() => done.length > 0, { timeout: 20_000 });
    expect(done).toEqual([{ text: 'kept' }]);
  });

  test('sent while nothing runs is done after the next start', async () => {
    done.length = 0;
    await jobs.stop();
    jobs = await startJobs({ database, log, queues: [], pollSeconds: 0.5 });
    await send('waited');
    await jobs.stop();
    jobs = await startJobs({ database, log, queues, pollSeconds: 0.5 });
    await vi.waitUntil(() => done.length > 0, { timeout: 20_000 });
    expect(done).toEqual([{ text: 'waited' }]);
  });

  test('[S5] leaves the check of migrations alone: its schema is its own', async () => {
    await expect(migrate(database)).resolves.toBeUndefined();
  });
});
