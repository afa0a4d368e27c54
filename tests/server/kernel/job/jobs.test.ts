import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { migrate } from '#db/kernel/migrate.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/patience.ts';

const log = pino({ level: 'silent' });
let database: Database;
let jobs: Jobs;
const done: unknown[] = [];
const queues = [{ name: 'webhooks' as const, run: async (data: unknown) => void done.push(data) }];

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
    await jobs.send(tx, 'webhooks', { text });
    if (fails) throw new Error('rolled back');
  });

describe('a job', () => {
  test('is done once its transaction is committed, and goes with one that is rolled back', async () => {
    await expect(send('lost', { fails: true })).rejects.toThrow('rolled back');
    await send('kept');
    await until('it is done', () => done.length > 0);
    expect(done).toEqual([{ text: 'kept' }]);
  });

  test('sent while nothing runs is done after the next start', async () => {
    done.length = 0;
    await jobs.stop();
    jobs = await startJobs({ database, log, queues: [], pollSeconds: 0.5 });
    await send('waited');
    await jobs.stop();
    jobs = await startJobs({ database, log, queues, pollSeconds: 0.5 });
    await until('it is done', () => done.length > 0);
    expect(done).toEqual([{ text: 'waited' }]);
  });

  test('[EP7] is followed by the next one at once: only an empty queue is left until the next look', async () => {
    done.length = 0;
    await jobs.stop();
    const seldom = 300;
    jobs = await startJobs({ database, log, queues: [], pollSeconds: seldom });
    for (const text of ['one', 'two', 'three']) await send(text);
    await jobs.stop();
    jobs = await startJobs({ database, log, queues, pollSeconds: seldom });
    await until('it is done', () => done.length === 3);
    await jobs.stop();
    jobs = await startJobs({ database, log, queues, pollSeconds: 0.5 });
  });

  test('that comes round waits once, however many processes start', async () => {
    const round = { minutesAfterStart: 0, cron: '20 3 * * *' };
    let running = 0;
    let count = 0;
    const rounds = [
      {
        name: 'trash' as const,
        round,
        run: async () => {
          running++;
          await until('it is seen', () => hasSeen);
          count = Math.max(count, running);
          running--;
        },
      },
    ];
    let hasSeen = false;
    const both = await Promise.all(
      [1, 2].map(() => startJobs({ database, log, queues: rounds, pollSeconds: 0.5 })),
    );
    await until('it runs', () => running > 0);
    const states = await database.run("select state from pgboss.job where name = 'trash' order by state", []);
    // Another may wait behind the one that runs; two never run.
    expect(states.rows.filter(({ state }) => state === 'active')).toHaveLength(1);
    hasSeen = true;
    await until('it has ended', () => running === 0);
    expect(count).toBe(1);
    const { rows } = await database.run(
      "select cron, timezone from pgboss.schedule where name = 'trash'",
      [],
    );
    expect(rows).toEqual([{ cron: round.cron, timezone: 'Europe/Paris' }]);
    await Promise.all(both.map((one) => one.stop()));
  });

  test('[S5] leaves the check of migrations alone: its schema is its own', async () => {
    await expect(migrate(database)).resolves.toBeUndefined();
  });
});
