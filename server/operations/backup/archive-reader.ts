import { createHash } from 'node:crypto';
import { type ArchivedFile, BLOCK } from './archive-writer.ts';

/** Thrown for an archive that ends before its end. */
export class TruncatedArchive extends Error {
  override name = 'TruncatedArchive';
}

/** Thrown for an archive that is not one, or not as it was written. */
export class DamagedArchive extends Error {
  override name = 'DamagedArchive';
}

/** One file of an archive while it is read: its content is to be read before the next is asked. */
export interface FileRead {
  readonly path: string;
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array>;
  /** What was read, once it was read to its end. */
  readonly seen: () => ArchivedFile;
}

/**
 * The files of a tar archive, as they come.
 * @throws {TruncatedArchive} {DamagedArchive}
 */
export async function* readArchive(source: AsyncIterable<Uint8Array>): AsyncGenerator<FileRead> {
  const bytes = new ByteReader(source);
  for (;;) {
    const header = await bytes.take(BLOCK);
    if (header.every((byte) => byte === 0)) {
      // To the last byte: what follows is what says that nothing is missing.
      while ((await bytes.upTo(65_536)).length > 0);
      return;
    }
    const file = parseHeader(header);
    const hash = createHash('sha256');
    let left = file.bytes;
    async function* content(): AsyncGenerator<Uint8Array> {
      while (left > 0) {
        const chunk = await bytes.some(left);
        left -= chunk.length;
        hash.update(chunk);
        yield chunk;
      }
    }
    let seen: ArchivedFile | null = null;
    yield {
      ...file,
      content: content(),
      seen() {
        if (left > 0) throw new Error(`${file.path} was not read to its end`);
        seen ??= { ...file, sha256: hash.digest('hex') };
        return seen;
      },
    };
    if (left > 0) throw new Error(`${file.path} was not read to its end`);
    await bytes.take((BLOCK - (file.bytes % BLOCK)) % BLOCK);
  }
}

/** All bytes of a small file. */
export async function wholeOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function parseHeader(header: Buffer): { path: string; bytes: number } {
  const told = Number.parseInt(textAt(header, 148, 8), 8);
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (told !== sum) throw new DamagedArchive('the sum of a header');
  const [name, prefix] = [textAt(header, 0, 100), textAt(header, 345, 155)];
  const bytes =
    header.readUInt8(124) === 0x80
      ? Number(header.readBigUInt64BE(128))
      : Number.parseInt(textAt(header, 124, 12), 8);
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw new DamagedArchive('a size');
  return { path: prefix ? `${prefix}/${name}` : name, bytes };
}

function textAt(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end).trim();
}

/** Bytes in the sizes that one asks for, from chunks as they come. */
export class ByteReader {
  #chunks: AsyncIterator<Uint8Array>;
  #rest = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next();
    if (done) return false;
    this.#rest = this.#rest.length === 0 ? Buffer.from(value) : Buffer.concat([this.#rest, value]);
    return true;
  }

  /** Up to `most` bytes; fewer only at the end of all. */
  async upTo(most: number): Promise<Buffer> {
    while (this.#rest.length < most && (await this.#more()));
    const taken = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(taken.length);
    return taken;
  }

  /** @throws {TruncatedArchive} when there are fewer. */
  async take(count: number): Promise<Buffer> {
    const taken = await this.upTo(count);
    if (taken.length < count) throw new TruncatedArchive();
    return taken;
  }

  /** What is there, at least one byte and at most `most`. */
  async some(most: number): Promise<Buffer> {
    while (this.#rest.length === 0) if (!(await this.#more())) throw new TruncatedArchive();
    const taken = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(taken.length);
    return taken;
  }
}
