import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { CheckRefused } from './check-refused.ts';

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** An archive on disk, read entry by entry. */
export interface ZipFile {
  has(name: string): boolean;
  /** The text of an entry as it is unpacked, at most `maxBytes` of it whatever the archive announces. @throws {CheckRefused} */
  text(name: string, maxBytes: number): AsyncGenerator<string>;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_MAX = 22 + 65_535;
const CENTRAL_MAX = 8 * 1024 * 1024;
const ENTRIES_MAX = 10_000;

/** Reads the list of an archive's entries. @throws {CheckRefused} when it is none that can be read here. */
export async function openZip(path: string): Promise<ZipFile> {
  const entries = await readEntries(path);
  return {
    has: (name) => entries.has(name.toLowerCase()),
    async *text(name, maxBytes) {
      const entry = entries.get(name.toLowerCase());
      if (!entry || (entry.method !== 0 && entry.method !== 8))
        throw new CheckRefused('dataset.workbookUnreadable');
      const head = await bytesAt(path, entry.offset, 30);
      if (head.length < 30 || head.readUInt32LE(0) !== LOCAL)
        throw new CheckRefused('dataset.workbookUnreadable');
      const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
      if (entry.packed === 0) return;
      const packed = createReadStream(path, {
        start,
        end: start + entry.packed - 1,
        highWaterMark: 256 * 1024,
      });
      const unpacked = entry.method === 0 ? packed : packed.pipe(createInflateRaw());
      // What breaks below breaks the stream that is read.
      packed.on('error', (error) => unpacked.destroy(error));
      const decoder = new TextDecoder();
      let length = 0;
      try {
        for await (const chunk of unpacked as AsyncIterable<Buffer>) {
          length += chunk.length;
          if (length > maxBytes) throw new CheckRefused('dataset.workbookTooLarge');
          yield decoder.decode(chunk, { stream: true });
        }
      } catch (error) {
        throw error instanceof CheckRefused ? error : new CheckRefused('dataset.workbookUnreadable');
      } finally {
        packed.destroy();
      }
    },
  };
}

async function readEntries(path: string): Promise<Map<string, Entry>> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, END_MAX));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END)
      throw new CheckRefused('dataset.workbookUnreadable');
    const [length, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
    if (length > CENTRAL_MAX || offset + length > size) throw new CheckRefused('dataset.workbookUnreadable');
    const central = Buffer.alloc(length);
    await handle.read(central, 0, length, offset);
    return entriesOf(central);
  } finally {
    await handle.close();
  }
}

function entriesOf(central: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = 0;
  while (at + 46 <= central.length && central.readUInt32LE(at) === CENTRAL) {
    const isEncrypted = (central.readUInt16LE(at + 8) & 1) === 1;
    const nameLength = central.readUInt16LE(at + 28);
    const name = central.toString('utf8', at + 46, at + 46 + nameLength);
    if (isEncrypted || entries.size >= ENTRIES_MAX) throw new CheckRefused('dataset.workbookUnreadable');
    entries.set(name.toLowerCase(), {
      method: central.readUInt16LE(at + 10),
      packed: central.readUInt32LE(at + 20),
      offset: central.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + central.readUInt16LE(at + 30) + central.readUInt16LE(at + 32);
  }
  return entries;
}

async function bytesAt(path: string, position: number, length: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
