import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { Database } from '#db/kernel/client.ts';
import { rowsOf, tableShapes } from '#db/operations/backup/table-reading.ts';
import { readArchive, wholeOf } from '#server/operations/backup/archive-reader.ts';
import {
  type ArchivedFile,
  type ArchiveFile,
  writeArchive,
} from '#server/operations/backup/archive-writer.ts';
import { programEnvironment } from '#tests/support/test-environment.ts';
import { createPostgresDatabase } from '../database.ts';

type Cleanups = (() => Promise<unknown>)[];

/** A folder that is removed at the end. */
export async function freshFolder(cleanups: Cleanups): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-backup-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty machine: a data folder, and an empty database of the tests’ PostgreSQL unless `kind` says that it is in the folder, or a copy of a template. */
export async function emptyMachine(
  cleanups: Cleanups,
  kind: 'postgres' | 'embedded' = 'postgres',
  template: string | null = null,
): Promise<Record<string, string>> {
  const DATA_DIR = await freshFolder(cleanups);
  if (kind === 'embedded') return { DATA_DIR, DATABASE_URL: '' };
  const { url, drop } = await createPostgresDatabase(template);
  cleanups.push(drop);
  return { DATA_DIR, DATABASE_URL: url };
}

function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  return { ...programEnvironment(), NODE_ENV: 'production', ...settings };
}

type TerminalCommand = 'back-up' | 'restore' | 'export-archive' | 'import-archive';

/** Runs a command of the terminal as a process of its own, to its end. */
export function runCommand(
  command: TerminalCommand,
  settings: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [`server/${command}.ts`, ...args],
      { env: environment(settings) },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

/** Starts one, to be interrupted. */
export function startCommand(
  command: TerminalCommand,
  settings: Record<string, string>,
  ...args: string[]
): ChildProcess {
  return spawn(process.execPath, [`server/${command}.ts`, ...args], { env: environment(settings) });
}

/** Every file and folder under a folder. */
export async function everythingIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}

/** What a backup must bring back to the byte: a sum of the rows of each table, those apart that a restoration changes. */
export async function sumsOf({ db }: Database): Promise<Record<string, unknown>> {
  // What a restoration ends, writes, or begins anew.
  const changed = new Set([
    'session',
    'access_token',
    'verification',
    'audit_entry',
    'audit_head',
    'change_head',
  ]);
  const sums: Record<string, unknown> = {};
  await db.execute(sql`set timezone = 'UTC'`);
  for (const { name } of await tableShapes(db)) {
    if (changed.has(name)) continue;
    const row = sql.raw(name === 'doc_room' ? `(to_jsonb(t) - 'epoch')::text` : 't::text');
    const [sum] = await rowsOf(
      db,
      sql`select count(*)::int as rows, md5(string_agg(${row}, '|' order by ${row} collate "C")) as sum
        from ${sql.identifier(name)} t`,
    );
    sums[name] = sum;
  }
  return sums;
}

/** Writes a backup that is not sealed again, each of its files as `change` and `rename` want it, its list made true again. */
export async function rewriteBackup(
  from: string,
  to: string,
  change: (path: string, text: Buffer) => Buffer | string,
  rename: (path: string) => string = (path) => path,
): Promise<void> {
  const written: ArchivedFile[] = [];
  async function* files(): AsyncGenerator<ArchiveFile> {
    const gunzip = createReadStream(from).pipe(createGunzip());
    for await (const { path, content } of readArchive(gunzip)) {
      const whole = await wholeOf(content);
      const told = path === 'closing.json' ? { ...JSON.parse(String(whole)), files: [...written] } : null;
      const bytes = Buffer.from(change(path, told ? Buffer.from(JSON.stringify(told)) : whole));
      yield { path: rename(path), bytes: bytes.length, content: [bytes] };
    }
  }
  const archive = writeArchive(files(), (file) => written.push(file));
  await pipeline(archive, createGzip(), createWriteStream(to));
}
