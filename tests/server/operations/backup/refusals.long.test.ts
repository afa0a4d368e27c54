import { once } from 'node:events';
import { copyFile, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '#db/kernel/client.ts';
import { applyMigrations, shippedMigrations } from '#db/kernel/migrate.ts';
import { holdDataDir } from '#server/kernel/data-dir.ts';
import { readEnv } from '#server/kernel/env.ts';
import { StartRefusal } from '#server/kernel/start-refusal.ts';
import { readBackup } from '#server/operations/backup/backup-file.ts';
import { fillFrom } from '#server/operations/backup/fill.ts';
import { restoreBackup } from '#server/operations/backup/restore-backup.ts';
import { takeBackup } from '#server/operations/backup/take-backup.ts';
import { createPostgresDatabase, openFreshDatabase } from '#tests/support/database.ts';
import { canMount, mountSmallDisk } from '#tests/support/kernel/small-disk.ts';
import {
  emptyMachine,
  everythingIn,
  freshFolder,
  rewriteBackup,
  runCommand,
  startCommand,
} from '#tests/support/operations/backups.ts';

const PASSPHRASE = 'une phrase assez longue';
const cleanups: (() => Promise<unknown>)[] = [];
const never = new AbortController().signal;
let folder: string;
let plain: string;
let sealed: string;
const inside = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await freshFolder(cleanups);
  [plain, sealed] = [inside('lisible.cordee'), inside('chiffree.cordee')];
  const database = await openFreshDatabase();
  await database.run(
    `insert into doc_update (room, seq, data, at)
      select 'document:a', n, (select string_agg(decode(md5(n || 'x' || k), 'hex'), '') from generate_series(1, 60) k), now()
        from generate_series(1, 300) n`,
    [],
  );
  const given = { database, beside: null, now: new Date(), signal: never, say: () => undefined };
  await takeBackup({ ...given, to: plain, passphrase: null });
  await takeBackup({ ...given, to: sealed, passphrase: PASSPHRASE });
  await database.close();
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** Why a file is refused; null when it is not. */
function refusalOf(path: string, passphrase: string | null = null): Promise<string | null> {
  return readBackup(path, { passphrase, signal: never }, async () => async () => undefined).then(
    () => null,
    (error: unknown) =>
      error instanceof Error && error.name === 'StartRefusal' ? error.message : String(error),
  );
}

/** The sentences with which a restoration on this machine is refused; null when it is not. */
function refusalToRestore(machine: Record<string, string>, path: string): Promise<string | null> {
  const given = { passphrase: null, mayReplace: false, now: new Date(), signal: never, say: () => undefined };
  return restoreBackup({ ...given, env: readEnv(machine), path }).then(
    () => null,
    (error: unknown) => (error instanceof StartRefusal ? error.message : String(error)),
  );
}

describe('[OP3] a file that is not whole is refused with one sentence', () => {
  test('as they were written, both are read', async () => {
    expect([await refusalOf(plain), await refusalOf(sealed, PASSPHRASE)]).toEqual([null, null]);
  });

  test('cut anywhere, at the border of a sealed chunk too', async () => {
    for (const [from, passphrase] of [
      [plain, null],
      [sealed, PASSPHRASE],
    ] as const) {
      const { size } = await stat(from);
      for (const length of [0, 1, 20, 55, 55 + 65_552, Math.floor(size / 2), size - 1]) {
        await copyFile(from, inside('coupe'));
        await truncate(inside('coupe'), length);
        expect(await refusalOf(inside('coupe'), passphrase), `${length} of ${size}`).toMatch(
          /est incomplet|a été coupé ou modifié|n’est pas une sauvegarde/,
        );
      }
    }
  });

  test('one bit of a sealed file, anywhere; one byte of a row in a file that is not', async () => {
    const bytes = await readFile(sealed);
    for (const at of [17, 35, 50, 60, 55 + 65_552 + 3, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      await writeFile(inside('change'), changed);
      expect(await refusalOf(inside('change'), PASSPHRASE), String(at)).toMatch(
        /a été coupé ou modifié|phrase de passe n’est pas/,
      );
    }
    const swapped = Buffer.concat([
      bytes.subarray(0, 55),
      bytes.subarray(55 + 65_552, 55 + 2 * 65_552),
      bytes.subarray(55, 55 + 65_552),
      bytes.subarray(55 + 2 * 65_552),
    ]);
    await writeFile(inside('change'), swapped);
    expect(await refusalOf(inside('change'), PASSPHRASE)).toMatch(/a été coupé ou modifié/);
    await rewriteBackup(plain, inside('change'), (path, text) =>
      path === 'closing.json' ? String(text).replace(/"sha256":"./, '"sha256":"-') : text,
    );
    expect(await refusalOf(inside('change'))).toMatch(/a été coupé ou modifié/);
  });

  test('another passphrase, none, a file of something else, a file that leads out of the folder', async () => {
    expect(await refusalOf(sealed, 'une autre phrase')).toMatch(/phrase de passe n’est pas celle/);
    expect(await refusalOf(sealed)).toMatch(/est chiffrée/);
    await writeFile(inside('autre'), 'Ceci est une lettre.');
    expect(await refusalOf(inside('autre'))).toMatch(/n’est pas une sauvegarde/);
    expect(await refusalOf(inside('absent'))).toMatch(/ne peut pas être lu/);
    await rewriteBackup(
      plain,
      inside('dehors'),
      (_path, text) => text,
      (path) => (path.startsWith('tables/') ? '../dehors' : path),
    );
    expect(await refusalOf(inside('dehors'))).toMatch(/a été coupé ou modifié/);
  });

  test('a newer form of file', async () => {
    await rewriteBackup(plain, inside('futur'), (path, text) =>
      path === 'opening.json' ? String(text).replace('"format":1', '"format":2') : text,
    );
    expect(await refusalOf(inside('futur'))).toMatch(/version plus récente/);
  });
});

test('[OP4] a newer version, another one and rows that fit nowhere are refused on an empty machine, which stays empty', async () => {
  const machine = await emptyMachine(cleanups, 'embedded');
  const opening = (change: (opening: { migrations: string[] }) => void) => (path: string, text: Buffer) => {
    if (path !== 'opening.json') return text;
    const told = JSON.parse(String(text));
    change(told);
    return JSON.stringify(told);
  };
  const cases = [
    [opening(({ migrations }) => migrations.push('future')), /version plus récente/],
    [opening(({ migrations }) => migrations.splice(3, 1, 'autre')), /autre version de Cordée/],
    [
      (path: string, text: Buffer) =>
        path.startsWith('tables/doc_update/') ? String(text).replace('"1"', '"un"') : text,
      /a été coupé ou modifié/,
    ],
  ] as const;
  for (const [change, sentence] of cases) {
    await rewriteBackup(plain, inside('autre-version'), change);
    expect(await refusalToRestore(machine, inside('autre-version'))).toMatch(sentence);
    expect(await everythingIn(machine.DATA_DIR ?? '')).toEqual([]);
  }
  const held = await holdDataDir(machine.DATA_DIR ?? '');
  const beside = await runCommand('restore', machine, plain);
  await held.release();
  // What the command makes of a refusal: one sentence, code 1.
  expect([beside.code, beside.err]).toEqual([
    1,
    expect.stringMatching(/^[^\n]*Cordée est en marche[^\n]*\n$/),
  ]);
});

test('[OP4] a backup of an older version is brought to this one on the way', async () => {
  const shipped = shippedMigrations();
  const { url, drop } = await createPostgresDatabase();
  const old = openPostgres(url);
  await old.db.transaction((tx) => applyMigrations(tx, 0, shipped.length - 3));
  await old.run(`insert into doc_update (room, seq, data, at) values ('document:a', 1, '\\x01', now())`, []);
  const to = inside('ancienne.cordee');
  const given = { beside: null, passphrase: null, now: new Date(), signal: never, say: () => undefined };
  await takeBackup({ ...given, database: old, to });
  await old.close();
  await drop();
  const fresh = await openFreshDatabase();
  await fillFrom(fresh, { ...given, path: to, filesTo: null, bucket: null });
  const { rows } = await fresh.run(
    `select (select count(*)::int from doc_update) as updates,
      (select count(*)::int from drizzle.__drizzle_migrations) as migrations`,
    [],
  );
  expect(rows).toEqual([{ updates: 1, migrations: shipped.length }]);
  await fresh.close();
});

test('[OP1] interrupted, or before a file that is there, a backup leaves nothing and harms nothing', async () => {
  const machine = await emptyMachine(cleanups, 'embedded');
  expect((await runCommand('restore', machine, plain)).code).toBe(0);
  const before = await everythingIn(folder);
  const child = startCommand('back-up', machine, inside('interrompue.cordee'));
  let said = '';
  child.stdout?.on('data', (text: Buffer) => {
    said += text.toString();
    if (said.includes('Table 1 ')) child.kill('SIGINT');
  });
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([130, expect.stringContaining('Interrompu')]);
  expect(await everythingIn(folder)).toEqual(before);
  const size = (await stat(plain)).size;
  expect(await runCommand('back-up', machine, plain)).toMatchObject({
    code: 1,
    err: expect.stringContaining('existe déjà'),
  });
  expect((await stat(plain)).size).toBe(size);
});

test.skipIf(!canMount)('[OP1] a full disk: one sentence, no half file', async () => {
  const disk = mountSmallDisk(1);
  cleanups.push(async () => disk.remove());
  disk.fill();
  const database = await openFreshDatabase();
  const given = { database, beside: null, passphrase: null, now: new Date(), signal: never };
  const taken = takeBackup({ ...given, to: join(disk.path, 'b.cordee'), say: () => undefined });
  await expect(taken).rejects.toThrow(/pas assez de place/);
  expect(await everythingIn(disk.path)).toEqual(['ballast']);
  await database.close();
});
