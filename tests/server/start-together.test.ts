import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { keptSecret, openDataDir } from '#server/kernel/data-dir.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { startJobs } from '#server/kernel/job/jobs.ts';
import { createPostgresDatabase } from '#tests/support/database.ts';

test('[N7] [S3] instances that start together on nothing prepare it once', async () => {
  const { url, drop } = await createPostgresDatabase();
  onTestFinished(drop);
  const folder = await mkdtemp(join(tmpdir(), 'cordee-together-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env = { DATABASE_URL: url, DATA_DIR: folder };
  const log = pino({ level: 'silent' });
  const start = async () => {
    const { path } = await openDataDir(env);
    const database = await openDatabase(env, path);
    const jobs = await startJobs({
      database,
      log,
      queues: [{ name: 'retention', run: async () => undefined }],
    });
    const secret = await keptSecret(path);
    await jobs.stop();
    await database.close();
    return secret;
  };
  const secrets = await Promise.all([start(), start(), start(), start()]);
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]?.length).toBeGreaterThan(31);
});
