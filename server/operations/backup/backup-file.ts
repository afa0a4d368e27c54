import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { shippedMigrations } from '#db/kernel/migrate.ts';
import { backup as words } from '#shared/operations/backup/backup.fr.ts';
import { StartRefusal } from '../../kernel/start-refusal.ts';
import { DamagedArchive, type FileRead, readArchive, TruncatedArchive, wholeOf } from './archive-reader.ts';
import { isSealed, unchanged, unsealing, WrongPassphrase } from './cipher.ts';

/** What this version writes, and the newest that it reads. */
export const FORMAT = 1;
export const OPENING = 'opening.json';
export const CLOSING = 'closing.json';
/** The files that people gave: a folder of the data folder, or a bucket. */
export const FILES = 'files';
/** What a backup holds beside the database. */
export const FOLDERS = [FILES, 'mails'] as const;
export const SECRET = 'session-secret';

const Count = z.number().int().min(0);
const Name = z.string().regex(/^[a-z_0-9]+$/);

/** The first file of a backup: what it is, and of which tables. */
const Opening = z.object({
  format: z.literal(FORMAT),
  takenAt: z.coerce.date(),
  // 'pglite': written by a release before decision 0035.
  database: z.enum(['postgres', 'pglite']),
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({ name: Name, columns: z.array(z.object({ name: z.string(), type: z.string() })).readonly() }),
  ),
  sequences: z.array(z.object({ name: Name, last: z.string().regex(/^\d+$/).nullable() })),
});
export type Opening = z.output<typeof Opening>;

/** The last file: everything that came before it. */
const Closing = z.object({
  files: z.array(z.object({ path: z.string(), bytes: Count, sha256: z.string() })),
  rows: z.record(z.string(), Count),
});
export type Closing = z.input<typeof Closing>;

/** A way inside that leads nowhere else. */
const SAFE_PATH = /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\\0]+$/;

interface Reading {
  readonly passphrase: string | null;
  readonly signal: AbortSignal;
}

/**
 * [OP3] Reads a backup from its first byte to its last and holds it against what it says of itself. `use` hears of its opening,
 * then of each file between; it reads those that it wants, at once.
 * @throws {StartRefusal} with one French sentence for a file that is none, was cut or changed, is of a newer or another version, or
 * closed by another passphrase: what `use` did until then is to be undone.
 */
export async function readBackup(
  path: string,
  { passphrase, signal }: Reading,
  use: (opening: Opening) => Promise<(file: FileRead) => Promise<void>>,
): Promise<{ opening: Opening; rows: Readonly<Record<string, number>>; files: number }> {
  const opened = (await isSealedFile(path)) ? unsealing(needed(passphrase)) : unchanged;
  const gunzip = createGunzip();
  const piped = pipeline(createReadStream(path), opened, gunzip, { signal });
  // Whoever reads the last of the pipes hears of it.
  piped.catch(() => undefined);
  try {
    return await readFiles(readArchive(gunzip), use);
  } catch (error) {
    signal.throwIfAborted();
    throw explained(error, path);
  } finally {
    gunzip.destroy();
  }
}

async function readFiles(
  files: AsyncIterable<FileRead>,
  use: (opening: Opening) => Promise<(file: FileRead) => Promise<void>>,
) {
  const seen: z.output<typeof Closing>['files'] = [];
  let begun: { opening: Opening; take: (file: FileRead) => Promise<void> } | null = null;
  let closing: z.output<typeof Closing> | null = null;
  for await (const file of files) {
    if (closing || !SAFE_PATH.test(file.path)) throw new DamagedArchive(file.path);
    if (file.path === CLOSING) closing = parse(Closing, await wholeOf(file.content));
    else if (begun) await begun.take(file);
    else {
      if (file.path !== OPENING) throw new DamagedArchive(file.path);
      const opening = openingOf(await wholeOf(file.content));
      begun = { opening, take: await use(opening) };
    }
    for await (const _ of file.content);
    if (!closing) seen.push(file.seen());
  }
  if (!begun || !closing) throw new TruncatedArchive();
  if (JSON.stringify(seen) !== JSON.stringify(closing.files)) throw new DamagedArchive(CLOSING);
  const kept = seen.filter(({ path }) => FOLDERS.some((folder) => path.startsWith(`${folder}/`))).length;
  return { opening: begun.opening, rows: closing.rows, files: kept };
}

function openingOf(bytes: Buffer): Opening {
  const { format } = parse(z.object({ format: Count }), bytes);
  if (format > FORMAT) throw new StartRefusal(words.newer);
  const opening = parse(Opening, bytes);
  refuseOtherVersions(opening.migrations);
  return opening;
}

/** A version that had all of ours and more is newer; one that had others is none of ours. */
function refuseOtherVersions(theirs: readonly string[]): void {
  const ours = shippedMigrations();
  if (theirs.every((hash, at) => hash === ours[at])) return;
  throw new StartRefusal(ours.every((hash, at) => hash === theirs[at]) ? words.newer : words.otherVersion);
}

function parse<T>(shape: z.ZodType<T>, bytes: Buffer): T {
  try {
    return shape.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new DamagedArchive('a list');
  }
}

function needed(passphrase: string | null): string {
  if (passphrase === null) throw new StartRefusal(words.passphraseNeeded);
  return passphrase;
}

async function isSealedFile(path: string): Promise<boolean> {
  const file = await open(path).catch(() => {
    throw new StartRefusal(words.unreadable(path));
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    if (bytesRead === 0) throw new StartRefusal(words.truncated(path));
    if (isSealed(buffer)) return true;
    if (buffer.readUInt16BE(0) !== 0x1f8b) throw new StartRefusal(words.notBackup(path));
    return false;
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    throw new StartRefusal(words.unreadable(path));
  } finally {
    await file.close();
  }
}

function explained(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (error instanceof WrongPassphrase) return new StartRefusal(words.wrongPassphrase);
  if (error instanceof TruncatedArchive || code === 'Z_BUF_ERROR')
    return new StartRefusal(words.truncated(path));
  if (error instanceof DamagedArchive || code === 'Z_DATA_ERROR')
    return new StartRefusal(words.damaged(path));
  return error;
}
