import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { hasContent } from '#db/kernel/database-is-empty.ts';
import {
  joinEmbedded,
  openEmbedded,
  removeWithEmbedded,
} from '#server/kernel/embedded-postgres/embedded-postgres.ts';
import { isNetworkType } from '#server/kernel/embedded-postgres/network-disk.ts';
import { readEnv } from '#server/kernel/env.ts';
import { restoreBackup } from '#server/operations/backup/restore-backup.ts';

const OLDER_BACKUP = fileURLToPath(new URL('./older-release.cordee', import.meta.url));
const CLUSTER = 'postgresql-18';

let folder: string;
const opened: Database[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-embedded-'));
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  await removeWithEmbedded(folder);
});

async function open(dataDir = folder): Promise<Database> {
  const database = await openEmbedded(dataDir);
  opened.push(database);
  return database;
}

async function close(): Promise<void> {
  for (const database of opened.splice(0)) await database.close();
}

const pidOf = async () =>
  Number((await readFile(join(folder, CLUSTER, 'data/postmaster.pid'), 'utf8')).split('\n')[0]);

async function one(database: Database, statement: string): Promise<unknown> {
  const { rows } = await database.run(statement, []);
  return Object.values(rows[0] ?? {})[0];
}

/** Resolves when `statement` is answered: a PostgreSQL that restarts refuses meanwhile. */
async function answered(database: Database, statement: string): Promise<unknown> {
  for (const started = Date.now(); ; )
    try {
      return await one(database, statement);
    } catch (error) {
      if (Date.now() - started > 60_000) throw error;
      await new Promise((later) => setTimeout(later, 20));
    }
}

describe('[S11] the embedded database is a PostgreSQL that waits for the disk', () => {
  test('fsync is on, French letters are known, nobody reaches it over the network, its user is no superuser', async () => {
    const database = await open();
    const settings = await database.run(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('full_page_writes') as pages, current_setting('listen_addresses') as addresses,
        lower('ÉŒÇ') as letters, (select rolsuper from pg_roles where rolname = current_user) as super`,
      [],
    );
    expect(settings.rows).toEqual([
      { fsync: 'on', commit: 'on', pages: 'on', addresses: '', letters: 'éœç', super: false },
    ]);
    expect((await stat(join(folder, CLUSTER))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, CLUSTER, 'passwords.json'))).mode & 0o777).toBe(0o600);
  });

  test('its log tells of its life, and nothing of statements or rows', async () => {
    const database = await open();
    await database.run('create table t (mail text primary key)', []);
    await database.run('insert into t values ($1)', ['camille@ville.fr']);
    await expect(database.run('insert into t values ($1)', ['camille@ville.fr'])).rejects.toThrow();
    await close();
    const log = await readFile(join(folder, CLUSTER, 'postgresql.log'), 'utf8');
    expect(log).toContain('database system is ready');
    expect(log).not.toMatch(/camille|insert/i);
  });

  test('an administrator’s own settings are read last', async () => {
    await writeFile(join(folder, 'postgresql.conf'), 'work_mem = 7MB\n');
    expect(await one(await open(), 'show work_mem')).toBe('7MB');
  });

  test('beside the process that runs it another one reads it, and leaves it running', async () => {
    const database = await open();
    const beside = await joinEmbedded(folder);
    expect(beside && (await one(beside, 'select 1'))).toBe(1);
    await beside?.close();
    expect(await one(database, 'select 2')).toBe(2);
    await close();
    expect(await joinEmbedded(folder)).toBeNull();
  });

  test('a folder whose name has a space, a comma and a quote', async () => {
    const odd = join(folder, 'à "moi", ici');
    await mkdir(odd);
    try {
      expect(await one(await open(odd), 'select 1')).toBe(1);
    } finally {
      await close();
    }
  });

  test('a folder whose path is longer than a socket may have', async () => {
    const deep = join(folder, 'a'.repeat(100), 'é'.repeat(60));
    await mkdir(deep, { recursive: true });
    try {
      expect(await one(await open(deep), 'select 1')).toBe(1);
    } finally {
      await close();
    }
  });
});

describe('[S4] [S12] what a killed process or a dead PostgreSQL leaves', () => {
  test('a first making that was interrupted is made again, and its rest removed', async () => {
    const making = join(folder, `${CLUSTER}.making-0a1b2c3d`);
    await mkdir(join(making, 'data/base'), { recursive: true });
    await writeFile(join(making, 'data/PG_VERSION'), '18');
    expect(await one(await open(), 'select 1')).toBe(1);
    expect(await readdir(folder)).toEqual([CLUSTER]);
  });

  test('one that dies is started again by itself, with everything committed', async () => {
    const database = await open();
    await database.run('create table t (n int)', []);
    for (let n = 1; n <= 3; n++) {
      await database.run(`insert into t values (${n})`, []);
      const killed = await pidOf();
      process.kill(killed, 'SIGKILL');
      // The connections of the dead one may answer a moment longer.
      while ((await pidOf().catch(() => killed)) === killed)
        await new Promise((later) => setTimeout(later, 20));
      expect(await answered(database, 'select max(n) from t')).toBe(n);
    }
  });

  test('the file of a PostgreSQL that is gone, whose number another program has by now, hinders nobody', async () => {
    await open();
    await close();
    const left = `${process.pid}\n${join(folder, CLUSTER, 'data')}\n1700000000\n5432\n${join(folder, CLUSTER)}\n\n  0\nready   \n`;
    await writeFile(join(folder, CLUSTER, 'data/postmaster.pid'), left, { mode: 0o600 });
    expect(await one(await open(), 'select 1')).toBe(1);
  });

  test('a folder that was copied while Cordée ran on it is refused, and left as it is', async () => {
    await open();
    const copy = join(folder, 'copie');
    await cp(join(folder, CLUSTER), join(copy, CLUSTER), {
      recursive: true,
      filter: (path) => !path.includes('.s.PGSQL'),
    });
    await expect(openEmbedded(copy)).rejects.toThrow(/copie de .* faite pendant que Cordée fonctionnait/);
    await close();
    await rm(join(folder, CLUSTER), { recursive: true });
    // Where the first is gone, it was moved, not copied: a PostgreSQL after a crash.
    opened.push(await openEmbedded(copy));
  });
});

describe('[S13] a database of another release is recognised, and nothing in it is touched', () => {
  test.each([
    ['the one before PostgreSQL', 'database', 'une version plus ancienne'],
    ['another major version', 'postgresql-17', 'une autre version'],
  ])('%s', async (_what, name, sentence) => {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'PG_VERSION'), '17');
    await expect(openEmbedded(folder)).rejects.toThrow(new RegExp(`${sentence}[^]*npm run restore`));
    expect(await readdir(folder, { recursive: true })).toEqual([name, join(name, 'PG_VERSION')]);
  });

  test('a backup made by that release is restored beside it, which is kept aside', async () => {
    await mkdir(join(folder, 'database'));
    await writeFile(join(folder, 'database', 'PG_VERSION'), '18');
    const given = {
      env: readEnv({ DATA_DIR: folder }),
      path: OLDER_BACKUP,
      passphrase: null,
      now: new Date(),
      signal: new AbortController().signal,
      say: () => undefined,
    };
    await expect(restoreBackup({ ...given, mayReplace: false })).rejects.toThrow(/--replace/);
    const { keptIn } = await restoreBackup({ ...given, mayReplace: true });
    expect(await readdir(keptIn ?? '')).toContain('database');
    const database = await open();
    expect(await hasContent(database)).toBe(true);
    expect(
      await one(database, `select count(*)::int from document where title = 'Charte de l’arbre urbain'`),
    ).toBe(1);
  });
});

describe('[S14] where it cannot run', () => {
  test('disks over the network are known by their number', () => {
    expect([0x6969, 0xfe534d42, 0xfe534d42 | 0, 0xef53, 0x58465342].map(isNetworkType)).toEqual([
      ...[true, true, true],
      ...[false, false],
    ]);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'as root on a machine without `unshare`, in a folder that only root may enter',
    async () => {
      const path = process.env.PATH;
      const only = join(folder, 'bin');
      await mkdir(only);
      execFileSync('ln', [
        '-s',
        execFileSync('which', ['id'], { encoding: 'utf8' }).trim(),
        join(only, 'id'),
      ]);
      process.env.PATH = only;
      try {
        const closed = join(folder, 'fermé');
        await mkdir(closed, { mode: 0o700 });
        await expect(openEmbedded(closed)).rejects.toThrow(/ne fonctionne pas sous le compte root/);
        expect(await readdir(closed)).toEqual([]);
      } finally {
        process.env.PATH = path;
      }
    },
  );

  test.skipIf(process.getuid?.() !== 0)(
    'as root on a folder of somebody else, it is theirs that it stays',
    async () => {
      const theirs = await mkdtemp(join(tmpdir(), 'cordee-theirs-'));
      const id = (flag: string) => execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim();
      execFileSync('chown', [`${id('-u')}:${id('-g')}`, theirs]);
      try {
        expect(await one(await open(theirs), 'select 1')).toBe(1);
        await close();
        expect((await stat(join(theirs, CLUSTER, 'data/PG_VERSION'))).uid).toBe(Number(id('-u')));
      } finally {
        await removeWithEmbedded(theirs);
      }
    },
  );
});
