import { createWriteStream } from 'node:fs';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database, Db } from '#db/kernel/client.ts';
import { appliedMigrations } from '#db/kernel/migrate.ts';
import { atOneMoment } from '#db/kernel/transaction.ts';
import {
  asPlainText,
  sequenceStates,
  type TableShape,
  tableRows,
  tableShapes,
} from '#db/operations/backup/table-reading.ts';
import { backup as words } from '#shared/operations/backup/backup.fr.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { createFolderStore } from '../../kernel/file/folder-store.ts';
import { StoreAway } from '../../kernel/file/store-away.ts';
import { StartRefusal } from '../../kernel/start-refusal.ts';
import { type ArchivedFile, type ArchiveFile, writeArchive } from './archive-writer.ts';
import {
  CLOSING,
  type Closing,
  FILES,
  FOLDERS,
  FORMAT,
  OPENING,
  type Opening,
  readBackup,
  SECRET,
} from './backup-file.ts';
import { sealing, unchanged } from './cipher.ts';

/** Rows of a table are kept in files of about so many bytes. */
const PART_BYTES = 4_000_000;

interface BackupOptions {
  readonly database: Database;
  /** What is kept beside the database; null for nothing. */
  readonly beside: { readonly dataDir: string; readonly files: FileStore } | null;
  readonly to: string;
  /** Null: the file is readable by whoever has it. */
  readonly passphrase: string | null;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly say: (sentence: string) => void;
}

/** What a backup holds, once it was written and read again. */
export interface BackupTaken {
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * [OP1] Writes the database, as it is at one moment, and the files into one file, which has its name only once it is whole, on the
 * disk, and was read again. Others go on writing meanwhile.
 * @throws {StartRefusal} with a French sentence when there is no room, or no right to write there; nothing is left behind.
 */
export async function takeBackup(options: BackupOptions): Promise<BackupTaken> {
  const { to, passphrase, signal, say } = options;
  if (await stat(to).catch(() => null)) throw new StartRefusal(words.exists(to));
  const part = `${to}.part`;
  try {
    await rm(part, { force: true });
    await writePart(options, part);
    say(words.checking);
    const { rows, files } = await readBackup(part, { passphrase, signal }, async () => async () => undefined);
    await rename(part, to);
    const { size } = await stat(to);
    return { rows: Object.values(rows).reduce((sum, count) => sum + count, 0), files, bytes: size };
  } catch (error) {
    await rm(part, { force: true });
    throw explained(error, to);
  }
}

async function writePart(options: BackupOptions, part: string): Promise<void> {
  const { database, passphrase, signal } = options;
  const migrations = await appliedMigrations(database.run);
  await atOneMoment(database.db, async (tx) => {
    await asPlainText(tx);
    const written: ArchivedFile[] = [];
    const archive = writeArchive(contentOf(tx, migrations, options, written), (file) => written.push(file));
    const closed = passphrase === null ? unchanged : sealing(passphrase);
    // `flush`: on the disk, not in the memory of the system, before it is said to be there.
    const end = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(archive, createGzip({ level: 6 }), closed, end, { signal });
  });
}

async function* contentOf(
  tx: Db,
  migrations: string[],
  { beside, passphrase, now, say }: BackupOptions,
  written: readonly ArchivedFile[],
): AsyncGenerator<ArchiveFile> {
  const tables = await tableShapes(tx);
  const opening: Opening = {
    format: FORMAT,
    takenAt: now,
    database: 'postgres',
    migrations,
    tables,
    sequences: await sequenceStates(tx),
  };
  yield asFile(OPENING, JSON.stringify(opening));

  const rows: Record<string, number> = {};
  for (const [at, table] of tables.entries()) {
    say(words.readingTable({ at: at + 1, of: tables.length, name: table.name }));
    rows[table.name] = yield* partsOf(tx, table);
  }
  if (beside !== null) {
    const { dataDir, files } = beside;
    for (const folder of FOLDERS) {
      const store = folder === FILES ? files : createFolderStore(join(dataDir, folder));
      const keys: string[] = [];
      for await (const { key } of store.list()) keys.push(key);
      say(words.readingFiles({ folder, count: keys.length }));
      for (const key of keys.sort()) yield* fileOf(store, key, `${folder}/${key}`);
    }
    // What opens waiting mails and second factors is not for whoever finds the file.
    const secret = passphrase === null ? null : await secretOf(dataDir);
    if (secret !== null) yield asFile(SECRET, secret);
  }
  const closing: Closing = { files: [...written], rows };
  yield asFile(CLOSING, JSON.stringify(closing));
}

function asFile(path: string, text: string): ArchiveFile {
  const bytes = Buffer.from(text);
  return { path, bytes: bytes.length, content: [bytes] };
}

/** The rows of a table, in files of some megabytes; returns how many there were. */
async function* partsOf(tx: Db, table: TableShape): AsyncGenerator<ArchiveFile, number> {
  let count = 0;
  let number = 0;
  let length = 0;
  let kept: string[] = [];
  const part = () => {
    number++;
    const file = asFile(`tables/${table.name}/${String(number).padStart(6, '0')}.ndjson`, kept.join(''));
    kept = [];
    length = 0;
    return file;
  };
  for await (const lines of tableRows(tx, table)) {
    count += lines.length;
    for (const line of lines) {
      kept.push(`${line}\n`);
      length += line.length;
    }
    if (length >= PART_BYTES) yield part();
  }
  if (kept.length > 0) yield part();
  return count;
}

/** A file as long as it is now; nothing when it is gone: it was deleted for good since. */
async function* fileOf(store: FileStore, key: string, path: string): AsyncGenerator<ArchiveFile> {
  const bytes = await store.sizeOf(key);
  const stored = await store.read(key);
  if (stored) yield { path, bytes, content: firstOf(stored, bytes) };
}

/** More may come of a file that is on its way. */
async function* firstOf(stored: ReadableStream<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of stored) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

function secretOf(dataDir: string): Promise<string | null> {
  return readFile(join(dataDir, SECRET), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

function explained(error: unknown, to: string): unknown {
  if (error instanceof StoreAway) return new StartRefusal(words.storeAway);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StartRefusal(words.noRoom(to));
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return new StartRefusal(words.notWritable(to));
  return error;
}
