import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Database, Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { type FillTable, fillDatabase, OtherTables } from '#db/operations/backup/table-filling.ts';
import { backup as words } from '#shared/operations/backup/backup.fr.ts';
import { asStream } from '../../kernel/file/byte-stream.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { StartRefusal } from '../../kernel/start-refusal.ts';
import { DamagedArchive, type FileRead, wholeOf } from './archive-reader.ts';
import { FILES, FOLDERS, type Opening, readBackup, SECRET } from './backup-file.ts';

interface Filling {
  readonly path: string;
  readonly passphrase: string | null;
  readonly signal: AbortSignal;
  /** The folder that files go to; null leaves them. */
  readonly filesTo: string | null;
  /** Where those of people go, when not there. */
  readonly bucket: FileStore | null;
  readonly now: Date;
  readonly say: (sentence: string) => void;
  /** The last of the transaction. */
  readonly end?: (tx: Db, opening: Opening) => Promise<void>;
}

const PART = /^tables\/([a-z_0-9]+)\/\d{6}\.ndjson$/;

/**
 * Fills this database, and a folder with the files, from a backup: the database wholly or not at all.
 * @throws {StartRefusal} as `readBackup`.
 */
export async function fillFrom(database: Database, filling: Filling): Promise<Opening> {
  const { path, passphrase, signal } = filling;
  return inTransaction(database.db, async (tx) => {
    const counts = new Map<string, number>();
    // The tables are made once the opening was read, and woken once the last row is there: reading runs inside of filling.
    const whole = Promise.withResolvers<Awaited<ReturnType<typeof readBackup>>>();
    const ready = Promise.withResolvers<FillTable>();
    const begun = Promise.withResolvers<Opening>();
    const reading = readBackup(path, { passphrase, signal }, async (opening) => {
      begun.resolve(opening);
      const fill = await ready.promise;
      return (file) => take(file, { opening, fill, counts, ...filling });
    });
    reading.then(whole.resolve, (error: unknown) => {
      begun.reject(error);
      whole.reject(error);
    });
    whole.promise.catch(() => undefined);
    const opening = await begun.promise;
    try {
      const from = { ...opening, migrations: opening.migrations.length };
      await fillDatabase(tx, from, filling.now, async (fill) => {
        ready.resolve(fill);
        const { rows } = await whole.promise;
        if (opening.tables.some(({ name }) => (counts.get(name) ?? 0) !== rows[name]))
          throw new StartRefusal(words.damaged(path));
        filling.say(words.checkingLinks);
      });
      await filling.end?.(tx, opening);
    } catch (error) {
      ready.promise.catch(() => undefined);
      ready.reject(error);
      await reading.catch(() => undefined);
      throw explained(error, path);
    }
    return opening;
  });
}

/** What the database refuses of a file that says to be whole was changed by somebody. */
function explained(error: unknown, path: string): unknown {
  if (error instanceof OtherTables) return new StartRefusal(words.damaged(path));
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOSPC' || code === '53100') return new StartRefusal(words.noRoomToRestore);
  return /^2[23]/.test(code) ? new StartRefusal(words.damaged(path)) : error;
}

async function take(
  file: FileRead,
  { opening, fill, counts, filesTo, bucket, say }: Filling & FilledSoFar,
): Promise<void> {
  const name = PART.exec(file.path)?.[1];
  if (name !== undefined) {
    const table = opening.tables.find((one) => one.name === name);
    if (!table) throw new DamagedArchive(file.path);
    if (!counts.has(name)) say(words.writingTable(name));
    const lines = (await wholeOf(file.content)).toString('utf8').split('\n').slice(0, -1);
    if (lines.length > 0) await fill(table, lines);
    counts.set(name, (counts.get(name) ?? 0) + lines.length);
    return;
  }
  if (file.path !== SECRET && !FOLDERS.some((folder) => file.path.startsWith(`${folder}/`)))
    throw new DamagedArchive(file.path);
  if (filesTo === null) return;
  if (bucket && file.path.startsWith(`${FILES}/`))
    return bucket.putStream(file.path.slice(FILES.length + 1), asStream(file.content));
  const to = join(filesTo, file.path);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await pipeline(file.content, createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }));
}

interface FilledSoFar {
  readonly opening: Opening;
  readonly fill: FillTable;
  readonly counts: Map<string, number>;
}
