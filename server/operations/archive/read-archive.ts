import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { z } from 'zod';
import { ARCHIVE_FORMAT } from '#shared/operations/archive/open-archive.ts';

/** Why a file is no archive that can be brought in. */
export type ArchiveFault =
  | 'unreadable'
  | 'notArchive'
  | 'foreign'
  | 'badPath'
  | 'tooLarge'
  | 'newer'
  | 'damaged'
  | 'strange';

/** [OA8] An archive that is refused, before anything was changed. */
export class ArchiveRefusal extends Error {
  override name = 'ArchiveRefusal';
  readonly fault: ArchiveFault;

  constructor(fault: ArchiveFault) {
    super(fault);
    this.fault = fault;
  }
}

const Description = z.object({
  cordee: z.object({
    format: z.number().int(),
    isWhole: z.boolean(),
    groups: z
      .array(z.object({ id: z.uuid(), name: z.string(), folder: z.string().regex(/^groupes\/[^/]+$/) }))
      .max(10_000),
  }),
  resources: z.array(z.object({ path: z.string(), bytes: z.number(), hash: z.string() })).max(1_000_000),
});

const DESCRIPTION = 'datapackage.json';
const MOST_ENTRIES = 1_000_000;
/** Texts and tables compress well, and no better: what claims more is made to fill a disk. */
const MOST_TIMES = 200;
const SLACK_BYTES = 64 * 1024 * 1024;
/** What is read at once. */
const MOST_TEXT_BYTES = 256 * 1024 * 1024;

/** An archive whose every file was read and compared with its sum. */
export interface ReadArchive {
  readonly groups: z.output<typeof Description>['cordee']['groups'];
  readonly isWhole: boolean;
  has(path: string): boolean;
  /** The SHA-256 of a file of it, in hexadecimal. */
  sumOf(path: string): string;
  /** @throws {ArchiveRefusal} 'strange' for what is no JSON. */
  json(path: string): Promise<unknown>;
  stream(path: string): Promise<Readable>;
  close(): void;
}

/**
 * [OA8] Opens an archive and reads all of it once, before anybody uses any of it.
 * @throws {ArchiveRefusal} when it is cut, made by others, newer, changed since, or made to do harm.
 */
export async function readArchive(path: string, signal: AbortSignal): Promise<ReadArchive> {
  const size = await stat(path).then(
    (found) => found.size,
    () => {
      throw new ArchiveRefusal('unreadable');
    },
  );
  const zip = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: true,
  }).catch(() => {
    throw new ArchiveRefusal('notArchive');
  });
  try {
    const entries = await entriesOf(zip, size);
    const stream = async (name: string) => {
      const entry = entries.get(name);
      if (!entry) throw new ArchiveRefusal('damaged');
      return zip.openReadStreamPromise(entry);
    };
    const text = async (name: string) => {
      if ((entries.get(name)?.uncompressedSize ?? 0) > MOST_TEXT_BYTES) throw new ArchiveRefusal('tooLarge');
      return Buffer.concat(await (await stream(name)).toArray()).toString();
    };
    if (!entries.has(DESCRIPTION)) throw new ArchiveRefusal('foreign');
    const told = parsed(await text(DESCRIPTION).catch(damaged));
    const format = z.object({ cordee: z.object({ format: z.number() }) }).safeParse(told);
    if (!format.success) throw new ArchiveRefusal('foreign');
    if (format.data.cordee.format > ARCHIVE_FORMAT) throw new ArchiveRefusal('newer');
    const description = Description.safeParse(told);
    if (!description.success) throw new ArchiveRefusal('strange');
    const { cordee, resources } = description.data;
    if (resources.length !== entries.size - 1) throw new ArchiveRefusal('damaged');
    for (const { path: name, bytes, hash } of resources) {
      signal.throwIfAborted();
      const sum = createHash('sha256');
      let read = 0;
      try {
        for await (const chunk of await stream(name)) {
          sum.update(chunk);
          read += chunk.length;
        }
      } catch {
        throw new ArchiveRefusal('damaged');
      }
      if (read !== bytes || hash !== `sha256:${sum.digest('hex')}`) throw new ArchiveRefusal('damaged');
    }
    const sums = new Map(resources.map(({ path: name, hash }) => [name, hash.replace('sha256:', '')]));
    return {
      groups: cordee.groups,
      isWhole: cordee.isWhole,
      has: (name) => entries.has(name),
      sumOf: (name) => sums.get(name) ?? '',
      json: async (name) => parsed(await text(name)),
      stream,
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile, size: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  if (zip.entryCount > MOST_ENTRIES) throw new ArchiveRefusal('tooLarge');
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new ArchiveRefusal('notArchive');
      if (entry.fileName.endsWith('/') || entries.has(entry.fileName)) throw new ArchiveRefusal('badPath');
      entries.set(entry.fileName, entry);
      total += entry.uncompressedSize;
      if (total > size * MOST_TIMES + SLACK_BYTES) throw new ArchiveRefusal('tooLarge');
    }
  } catch (error) {
    if (error instanceof ArchiveRefusal) throw error;
    // yauzl refuses names that leave the archive, in English sentences.
    const isPath =
      error instanceof Error && /absolute path|relative path|invalid characters/.test(error.message);
    throw new ArchiveRefusal(isPath ? 'badPath' : 'notArchive');
  }
  return entries;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ArchiveRefusal('strange');
  }
}

function damaged(error: unknown): never {
  throw error instanceof ArchiveRefusal ? error : new ArchiveRefusal('damaged');
}
