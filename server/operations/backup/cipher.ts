import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';
import { ByteReader, DamagedArchive } from './archive-reader.ts';

/** Thrown when the passphrase does not open the file. */
export class WrongPassphrase extends Error {
  override name = 'WrongPassphrase';
}

const MAGIC = Buffer.from('CORDEE-CHIFFRE-1');
const SALT_BYTES = 16;
const CHECK_BYTES = 16;
const PREFIX_BYTES = 7;
const HEADER_BYTES = MAGIC.length + SALT_BYTES + CHECK_BYTES + PREFIX_BYTES;
const CHUNK = 65_536;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';
/** 128 MB and about half a second for each guess. */
const COST = { N: 131_072, r: 8, p: 1, maxmem: 160 * 1024 * 1024 };

const derive = promisify<string, Uint8Array, number, typeof COST, Buffer>(scrypt);

/** Whether a file that begins so is closed by a passphrase; `head` holds at least sixteen bytes of it. */
export function isSealed(head: Uint8Array): boolean {
  return MAGIC.equals(head.subarray(0, MAGIC.length));
}

/**
 * [OP3] Closes a stream by a passphrase: AES-256-GCM under a key of scrypt, in chunks whose nonces count and say which is the
 * last, so that none can be changed, moved, or left out at the end.
 */
export function sealing(passphrase: string) {
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const salt = randomBytes(SALT_BYTES);
    const prefix = randomBytes(PREFIX_BYTES);
    const { key, check } = await keysOf(passphrase, salt);
    const header = Buffer.concat([MAGIC, salt, check, prefix]);
    yield header;
    const bytes = new ByteReader(source);
    let next = await bytes.upTo(CHUNK);
    for (let number = 0; ; number++) {
      const chunk = next;
      next = chunk.length < CHUNK ? Buffer.alloc(0) : await bytes.upTo(CHUNK);
      const isLast = next.length === 0;
      const cipher = createCipheriv(ALGORITHM, key, nonceOf(prefix, number, isLast), {
        authTagLength: TAG_BYTES,
      });
      cipher.setAAD(header);
      yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
      if (isLast) return;
    }
  };
}

/**
 * What a sealed stream held.
 * @throws {WrongPassphrase} and, for a stream that was cut or changed, {DamagedArchive}.
 */
export function unsealing(passphrase: string) {
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const bytes = new ByteReader(source);
    const header = await bytes.take(HEADER_BYTES);
    const salt = header.subarray(MAGIC.length, MAGIC.length + SALT_BYTES);
    const told = header.subarray(MAGIC.length + SALT_BYTES, HEADER_BYTES - PREFIX_BYTES);
    const { key, check } = await keysOf(passphrase, salt);
    if (!timingSafeEqual(told, check)) throw new WrongPassphrase();
    const prefix = header.subarray(-PREFIX_BYTES);
    let next = await bytes.upTo(CHUNK + TAG_BYTES);
    for (let number = 0; ; number++) {
      const chunk = next;
      next = await bytes.upTo(CHUNK + TAG_BYTES);
      const isLast = next.length === 0;
      if (chunk.length < TAG_BYTES) throw new DamagedArchive('a sealed chunk');
      const decipher = createDecipheriv(ALGORITHM, key, nonceOf(prefix, number, isLast), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(header);
      decipher.setAuthTag(chunk.subarray(-TAG_BYTES));
      const text = decipher.update(chunk.subarray(0, -TAG_BYTES));
      try {
        decipher.final();
      } catch {
        throw new DamagedArchive('a sealed chunk');
      }
      yield text;
      if (isLast) return;
    }
  };
}

/** A stream that is not closed by anything, in the place of one that is. */
export async function* unchanged(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* source;
}

/** The key, and what tells a wrong passphrase from a changed file without helping to guess it. */
async function keysOf(passphrase: string, salt: Uint8Array): Promise<{ key: Buffer; check: Buffer }> {
  const master = await derive(passphrase.normalize('NFC'), salt, 32, COST);
  const part = (use: string, length: number) =>
    Buffer.from(hkdfSync('sha256', master, '', `cordee backup ${use}`, length));
  return { key: part('key', 32), check: part('check', CHECK_BYTES) };
}

function nonceOf(prefix: Uint8Array, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.set(prefix);
  nonce.writeUInt32BE(number, PREFIX_BYTES);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}
