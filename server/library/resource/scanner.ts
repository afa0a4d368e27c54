import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What a scanner says of a file. */
export type Verdict = { readonly isClean: true } | { readonly isClean: false; readonly found: string };

/** The scanner did not answer, or not in its protocol: nothing is known of the file. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway';
}

export interface Scanner {
  /** @throws {ScannerAway} */
  scan(bytes: ReadableStream<Uint8Array>): Promise<Verdict>;
}

const SILENCE_MS = 120_000;
/** Of what comes from the disk at once, at most so much is one chunk of the protocol. */
const CHUNK_BYTES = 1024 * 1024;

/** [RS11] ClamAV's daemon at `tcp://host:port`, by its command INSTREAM. */
export function createScanner(address: string): Scanner {
  const { hostname, port } = new URL(address);
  return {
    async scan(bytes) {
      const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 3310 });
      socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('silence')));
      try {
        await once(socket, 'connect');
        const said = answerOf(socket);
        // It may answer before it has heard everything, and hang up: what it said counts.
        await send(socket, bytes).catch(() => undefined);
        return verdictOf(await said);
      } catch (error) {
        if (error instanceof ScannerAway) throw error;
        throw new ScannerAway('the scanner does not answer', { cause: error });
      } finally {
        socket.destroy();
        await bytes.cancel().catch(() => undefined);
      }
    },
  };
}

async function send(socket: Socket, bytes: ReadableStream<Uint8Array>): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const given of bytes) {
    for (let at = 0; at < given.length; at += CHUNK_BYTES) {
      const chunk = given.subarray(at, at + CHUNK_BYTES);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      // One that has hung up says neither `drain` nor `close` any more: nobody waits for it.
      if (socket.destroyed) return;
      socket.write(length);
      if (!socket.write(chunk) && !socket.destroyed)
        await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
    }
  }
  socket.write(Buffer.alloc(4));
}

async function answerOf(socket: Socket): Promise<string> {
  let said = '';
  socket.setEncoding('utf8');
  for await (const chunk of socket) {
    said += chunk;
    if (said.includes('\0') || said.length > 10_000) break;
  }
  return said.replace(/\0.*/s, '');
}

function verdictOf(said: string): Verdict {
  const text = said.replace(/^stream: /, '').trim();
  if (text === 'OK') return { isClean: true };
  const found = /^(.*) FOUND$/.exec(text)?.[1];
  if (found) return { isClean: false, found };
  throw new ScannerAway(`the scanner says: ${text.slice(0, 200) || 'nothing'}`);
}
