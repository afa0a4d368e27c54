import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPersonByEmail } from '#db/people/person/people.ts';
import { twoFactors, users } from '#db/people/person/schema.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { holdDataDir } from '#server/kernel/data-dir.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { programEnvironment } from '#tests/support/test-environment.ts';

const EMAIL = 'camille@valmont.example';
let folder: string;

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...programEnvironment(), DATA_DIR: folder };
  return new Promise((done) => {
    execFile(process.execPath, ['server/reset-second-factor.ts', ...args], { env }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-second-factor-'));
  const { db, close } = await openDatabase({ DATABASE_URL: undefined }, folder);
  const { id } = await aPerson({ db, now: () => new Date(), newId: () => randomUUID() }, { email: EMAIL });
  await db.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, id));
  await db.insert(twoFactors).values({ id, userId: id, secret: 'sealed', backupCodes: 'sealed' });
  await close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('[ID4] the command takes a lost second factor away, once, and never beside a running server', async () => {
  const held = await holdDataDir(folder);
  expect(await run(EMAIL)).toMatchObject({ code: 1, err: expect.stringContaining('arrêtez-le') });
  await held.release();
  expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('npm run second-factor:reset') });
  expect(await run('personne@valmont.example')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Aucun compte'),
  });
  expect(await run(EMAIL.toUpperCase())).toMatchObject({
    code: 0,
    out: expect.stringContaining('est retirée'),
  });
  expect(await run(EMAIL)).toMatchObject({ code: 1, err: expect.stringContaining('n’a pas de double') });
  const database = await openDatabase({ DATABASE_URL: undefined }, folder);
  expect(await findPersonByEmail(database.db, EMAIL)).toMatchObject({ hasSecondFactor: false });
  await database.close();
});
