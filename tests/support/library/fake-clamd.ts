import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** A server that speaks ClamAV's INSTREAM: what holds the word EICAR is infected, anything else is clean. */
export interface FakeClamd {
  readonly url: string;
  /** How many files it was asked about. */
  readonly asked: () => number;
  /** As if it were away: it hangs up on whoever comes. */
  setAway(isAway: boolean): void;
  close(): Promise<void>;
}

export async function startFakeClamd(): Promise<FakeClamd> {
  let asked = 0;
  let isAway = false;
  const server: Server = createServer((socket) => {
    if (isAway) return void socket.destroy();
    asked += 1;
    answer(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `tcp://127.0.0.1:${port}`,
    asked: () => asked,
    setAway: (away) => {
      isAway = away;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const COMMAND = 'zINSTREAM\0';

/** Reads the command, then chunks of four bytes of length and that many bytes, until one of length 0. */
function answer(socket: Socket): void {
  let held = Buffer.alloc(0);
  let file = '';
  let isCommanded = false;
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    if (!isCommanded) {
      if (held.length < COMMAND.length) return;
      if (held.toString('latin1', 0, COMMAND.length) !== COMMAND) return void socket.end('UNKNOWN COMMAND\0');
      isCommanded = true;
      held = held.subarray(COMMAND.length);
    }
    while (held.length >= 4) {
      const length = held.readUInt32BE(0);
      if (length === 0)
        return void socket.end(file.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
      if (held.length < 4 + length) return;
      file += held.toString('latin1', 4, 4 + length);
      held = held.subarray(4 + length);
    }
  });
}
