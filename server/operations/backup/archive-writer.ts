import { createHash } from 'node:crypto';

/** One file of an archive: its path inside, how many bytes, and the bytes. */
export interface ArchiveFile {
  readonly path: string;
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What an archive says of one of its files. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Tar counts in blocks of so many bytes. */
export const BLOCK = 512;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;

/**
 * Writes files as a tar archive (ustar, any tar reads it), one after the other as they come; `written` hears of each.
 * Nothing is kept in memory.
 * @throws when a file brings more or fewer bytes than it said.
 */
export async function* writeArchive(
  files: AsyncIterable<ArchiveFile>,
  written: (file: ArchivedFile) => void,
): AsyncGenerator<Uint8Array> {
  for await (const { path, bytes, content } of files) {
    yield headerOf(path, bytes);
    const hash = createHash('sha256');
    let count = 0;
    for await (const chunk of content) {
      hash.update(chunk);
      count += chunk.length;
      yield chunk;
    }
    if (count !== bytes) throw new Error(`${path}: ${count} bytes instead of ${bytes}`);
    yield Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK);
    written({ path, bytes, sha256: hash.digest('hex') });
  }
  yield Buffer.alloc(2 * BLOCK);
}

function headerOf(path: string, bytes: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  const { name, prefix } = splitPath(path);
  header.write(name, 0, 'utf8');
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  writeSize(header, bytes);
  header.write('00000000000\0', 136);
  header.write('        0', 148);
  header.write('ustar\u000000', 257);
  header.write(prefix, 345, 'utf8');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** Eleven octal digits up to 8 GB; beyond, a number in base 256, as GNU tar writes it. */
function writeSize(header: Buffer, bytes: number): void {
  if (bytes < 0o77777777777) return void header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124);
  header.writeUInt8(0x80, 124);
  header.writeBigUInt64BE(BigInt(bytes), 128);
}

function splitPath(path: string): { name: string; prefix: string } {
  if (Buffer.byteLength(path) <= NAME_BYTES) return { name: path, prefix: '' };
  for (let cut = path.indexOf('/'); cut > 0; cut = path.indexOf('/', cut + 1)) {
    const name = path.slice(cut + 1);
    if (Buffer.byteLength(name) > NAME_BYTES) continue;
    if (Buffer.byteLength(path.slice(0, cut)) <= PREFIX_BYTES) return { name, prefix: path.slice(0, cut) };
  }
  throw new Error(`a path too long for an archive: ${path}`);
}
