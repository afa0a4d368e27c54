import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { holdDataDir, openDataDir } from '#server/kernel/data-dir.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { openEmbedded } from '#server/kernel/embedded-postgres/embedded-postgres.ts';
import { readEnv } from '#server/kernel/env.ts';
import { StartRefusal } from '#server/kernel/start-refusal.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { canMount, mountSmallDisk } from '#tests/support/kernel/small-disk.ts';
import { programEnvironment } from '#tests/support/test-environment.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-start-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts the process as `npm start` does, waits for its end and tells its exit code and what it said. */
async function start(
  variables: Record<string, string>,
): Promise<{ code: number | null; sentences: string[] }> {
  const child = spawn(process.execPath, ['server/index.ts'], {
    env: {
      ...programEnvironment(),
      NODE_ENV: 'production',
      PORT: '0',
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
      ...variables,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const [code] = await once(child, 'exit');
  return { code, sentences: said.trim().split('\n') };
}

/**
 * The sentences with which the folder and the database of these settings refuse a start, asked for as `begin.ts` does: of what the
 * whole process makes of such a refusal, one case of each kind is enough.
 */
async function refusalOf(variables: Record<string, string>): Promise<readonly string[]> {
  const env = readEnv({ DATA_DIR: folder, ...variables });
  const held = await openDataDir(env);
  try {
    await (await openDatabase(env, held.path)).close();
    return [];
  } catch (error) {
    if (error instanceof StartRefusal) return error.sentences;
    throw error;
  } finally {
    await held.release();
  }
}

async function contentOf(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sums = files.map(
    async (file) =>
      `${file} ${createHash('sha256')
        .update(await readFile(file))
        .digest('hex')}`,
  );
  return (await Promise.all(sums)).sort();
}

describe('a start that cannot succeed says why, in French, and damages nothing', () => {
  test('[S1] each wrong value gives its sentence, and exit code 1', async () => {
    const { code, sentences } = await start({ PORT: 'abc', DATABASE_URL: 'mysql://x' });
    expect(code).toBe(1);
    expect(sentences).toEqual([expect.stringMatching(/^PORT /), expect.stringMatching(/^DATABASE_URL /)]);
  });

  test('[S1] a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const { code, sentences } = await start({ PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(sentences).toEqual([expect.stringContaining(`Le port ${port} est déjà pris`)]);
  });

  test('[S1] a database that does not answer', async () => {
    const { code, sentences } = await start({ DATABASE_URL: 'postgres://personne@127.0.0.1:1/rien' });
    expect(code).toBe(1);
    expect(sentences).toEqual([expect.stringContaining('La base de données ne répond pas')]);
  });

  test('[S1] an address that is not of this machine', async () => {
    const { code, sentences } = await start({ HOST: '192.0.2.1', PORT: '8000' });
    expect(code).toBe(1);
    expect(sentences).toEqual([
      expect.stringContaining('ne peut pas écouter sur 192.0.2.1, port 8000 (EADDRNOTAVAIL)'),
    ]);
  });

  test('[S2] a folder that another process holds', async () => {
    const held = await holdDataDir(folder);
    const { code, sentences } = await start({});
    await held.release();
    expect(code).toBe(1);
    expect(sentences).toEqual([expect.stringContaining('déjà utilisé par une autre instance')]);
  });

  test('[S2] a folder that cannot be read', async () => {
    const file = join(folder, 'fichier');
    await writeFile(file, 'mes notes');
    const { code, sentences } = await start({ DATA_DIR: file });
    expect(code).toBe(1);
    expect(sentences).toEqual([expect.stringContaining('ne peut pas être lu ou écrit')]);
    expect(await readFile(file, 'utf8')).toBe('mes notes');
  });

  test.skipIf(!canMount)('[S2] a disk that takes no writing (root)', async () => {
    const disk = mountSmallDisk(1);
    try {
      execFileSync('mount', ['-o', 'remount,ro', disk.path]);
      const { code, sentences } = await start({ DATA_DIR: disk.path });
      expect(code).toBe(1);
      expect(sentences).toEqual([expect.stringContaining('ne peut pas être lu ou écrit')]);
    } finally {
      disk.remove();
    }
  });

  test.skipIf(!canMount)('[S4] a full disk (root)', async () => {
    const disk = mountSmallDisk(1);
    try {
      disk.fill();
      expect(await refusalOf({ DATA_DIR: disk.path })).toEqual([
        expect.stringContaining('pas assez de place sur le disque'),
      ]);
      disk.free();
    } finally {
      disk.remove();
    }
  });

  test('[S2] a damaged database is left as it is', async () => {
    const database = await openEmbedded(folder);
    await database.close();
    await writeFile(join(folder, 'postgresql-18', 'data', 'PG_VERSION'), 'rien de valable');
    const before = await contentOf(join(folder, 'postgresql-18', 'data'));
    const { code, sentences } = await start({});
    expect(code).toBe(1);
    expect(sentences).toEqual([expect.stringContaining('n’a pas pu être ouverte')]);
    expect(await contentOf(join(folder, 'postgresql-18', 'data'))).toEqual(before);
  });
});

describe('a PostgreSQL that is not the right one', () => {
  const beside = process.env.TEST_DATABASE_URL ?? 'postgres://nowhere';
  const name = `cordee_start_${randomUUID().replaceAll('-', '')}`;
  const role = `${name}_role`;
  const own = (user: string | null = null) => {
    const url = new URL(beside);
    url.pathname = `/${name}`;
    if (user) [url.username, url.password] = [user, 'un mot de passe'];
    return url.href;
  };
  async function admin(...statements: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: beside });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }
  beforeEach(() => admin(`create role ${role} login password 'un mot de passe'`));
  afterEach(() => admin(`drop database if exists ${name} with (force)`, `drop role ${role}`));

  test.each([
    ['absent', '', null, 'n’existe pas'],
    ['of other letters', "encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'", null, 'est en SQL_ASCII'],
    ['without accents', "encoding 'UTF8' lc_collate 'C' lc_ctype 'C'", null, 'lettres accentuées'],
    ['of somebody else', "encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'", role, 'pas le droit'],
  ])('[S1] %s', async (_, made, user, sentence) => {
    if (made) await admin(`create database ${name} template template0 ${made}`);
    expect(await refusalOf({ DATABASE_URL: own(user) })).toEqual([expect.stringContaining(sentence)]);
  });

  test('[S1] one that takes no writing', async () => {
    await admin(
      `create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
      `alter database ${name} set default_transaction_read_only = on`,
    );
    expect(await refusalOf({ DATABASE_URL: own() })).toEqual([
      expect.stringContaining('n’accepte pas d’écriture'),
    ]);
  });

  test('[S5] a database that saw other migrations is refused', async () => {
    const database = await openFreshDatabase();
    const { rows } = await database.run('select current_database() as name', []);
    await database.run('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
      'autre',
      Date.now(),
    ]);
    const url = new URL(beside);
    url.pathname = `/${rows[0]?.name}`;
    expect(await refusalOf({ DATABASE_URL: url.href })).toEqual([
      expect.stringContaining('autre version de Cordée'),
    ]);
    await database.close();
  });
});
