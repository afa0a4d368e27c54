import { Readable } from 'node:stream';

/** What is given piece by piece, as a stream of bytes; it is asked for no more than is read. */
export function asStream(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream<Uint8Array>;
}
