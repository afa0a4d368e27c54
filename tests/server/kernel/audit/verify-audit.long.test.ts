import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAudit } from '#db/kernel/audit/audit.ts';
import { auditHead } from '#db/kernel/audit/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { holdDataDir } from '#server/kernel/data-dir.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { aReviewedDocument } from '#tests/support/reviews/reviews.ts';
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
  await open((db) => db.$count(auditHead));
  const empty = await run();
  expect(empty).toMatchObject({ code: 1, err: expect.stringContaining('Aucun journal ici') });
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
    const { claire, odf, open: openRound, answer } = await aReviewedDocument(db);
    const { id } = await openRound({ organisationIds: [odf.id], quorum: 1 });
    expect(await answer(id, claire, 'approve')).toMatchObject({ ok: true });
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('[AU5] [AU10] the command says that the trail holds and what was signed with it, refuses beside a running server, and names what was changed', async () => {
  const whole = await run();
  expect(whole).toMatchObject({ code: 0, err: '' });
  expect(whole.out).toContain('La chaîne est intacte');
  expect(whole.out).toContain('4 faits signés ou décidés sont les mêmes');
  const hash = /[0-9a-f]{64}/.exec(whole.out)?.[0];
  expect((await run(`6:${hash}`)).code).toBe(0);
  expect(await run(`3:${'0'.repeat(64)}`)).toMatchObject({
    code: 1,
    err: expect.stringContaining('La ligne 3'),
  });
  expect(await run('n’importe quoi')).toMatchObject({ code: 1, err: expect.stringContaining('Usage') });

  const held = await holdDataDir(folder);
  expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('Journal d’audit') });
  await held.release();

  await open(async (db) => {
    await db.execute('alter table review_answer disable trigger user');
    await db.execute("update review_answer set answer = 'refuse'");
  });
  const rewritten = await run();
  expect(rewritten).toMatchObject({ code: 1, out: expect.stringContaining('La chaîne est intacte') });
  expect(rewritten.err).toMatch(/^Réponse à une relecture n°\u00a01, .*Diffère\u00a0: la réponse\.$/m);

  await open(async (db) => {
    await db.execute('alter table audit_entry disable trigger user');
    await db.execute("update audit_entry set subject_name = 'autre' where sequence = 2");
  });
  expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('La ligne 2 a été modifiée.') });
});
