import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAudit } from '#db/kernel/audit/audit.ts';
import type { Db } from '#db/kernel/client.ts';
import { holdDataDir } from '#server/kernel/data-dir.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { programEnvironment } from '#tests/support/test-environment.ts';

let folder: string;

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...programEnvironment(), DATA_DIR: folder };
  return new Promise((done) => {
    execFile(process.execPath, ['server/verify-audit.ts', ...args], { env }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

async function open(work: (db: Db) => Promise<unknown>): Promise<void> {
  const database = await openDatabase({ DATABASE_URL: undefined }, folder);
  try {
    await work(database.db);
  } finally {
    await database.close();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-audit-'));
  await open(async (db) => {
    for (const id of ['un', 'deux', 'trois'])
      await db.transaction((tx) =>
        recordAudit(tx, {
          actorId: null,
          action: 'application.submitted',
          subject: { kind: 'application', id, name: id },
          now: new Date('2023-03-14T09:00:00Z'),
        }),
      );
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('[AU5] the command says that the trail holds, refuses beside a running server, and names what was changed', async () => {
  const whole = await run();
  expect(whole).toMatchObject({ code: 0, err: '' });
  expect(whole.out).toContain('La chaîne est intacte');
  const hash = /[0-9a-f]{64}/.exec(whole.out)?.[0];
  expect((await run(`3:${hash}`)).code).toBe(0);
  expect(await run(`3:${'0'.repeat(64)}`)).toMatchObject({
    code: 1,
    err: expect.stringContaining('La ligne 3'),
  });
  expect(await run('n’importe quoi')).toMatchObject({ code: 2, err: expect.stringContaining('Usage') });

  const held = await holdDataDir(folder);
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('Journal d’audit') });
  await held.release();

  await open(async (db) => {
    await db.execute('alter table audit_entry disable trigger user');
    await db.execute("update audit_entry set subject_name = 'autre' where sequence = 2");
  });
  expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('La ligne 2 a été modifiée.') });
});
