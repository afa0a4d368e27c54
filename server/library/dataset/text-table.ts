import { createReadStream } from 'node:fs';
import type { TableShape } from '#shared/library/dataset/table-report.ts';
import { CheckRefused } from './check-refused.ts';

export type TextEncoding = NonNullable<TableShape['encoding']>;

/** How the bytes of a text are written. */
export interface TextNature {
  readonly encoding: TextEncoding;
  readonly hasBom: boolean;
}

const SAMPLE = 64 * 1024;
const CHUNK = 1024 * 1024;
/** Control characters that a text does not have, of a thousand. */
const CONTROLS_MAX = 5;

/** The first bytes of a file. */
export async function headOf(path: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of createReadStream(path, { end: SAMPLE - 1 }) as AsyncIterable<Buffer>)
    parts.push(part);
  return Buffer.concat(parts);
}

/** [DS6] How a text file is encoded: its mark says, else the place of its zeros, else whether all of it is UTF-8. @throws {CheckRefused} */
export async function natureOfText(path: string, head: Buffer): Promise<TextNature> {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', hasBom: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', hasBom: true };
  const hasBom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (head.includes(0)) {
    const zeros = [0, 0];
    for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    const [even = 0, odd = 0] = zeros;
    const many = head.length / 5;
    if (odd > many && even * 20 < odd) return { encoding: 'utf-16le', hasBom: false };
    if (even > many && odd * 20 < even) return { encoding: 'utf-16be', hasBom: false };
    throw new CheckRefused('dataset.fileBinary');
  }
  let controls = 0;
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1;
  if (controls * 1_000 > head.length * CONTROLS_MAX) throw new CheckRefused('dataset.fileBinary');
  return { encoding: (await isUtf8(path)) ? 'utf-8' : 'windows-1252', hasBom };
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const part of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>)
      decoder.decode(part, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The text of a file as it is read, without its mark. */
export async function* textPieces(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const part of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>)
    yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}
