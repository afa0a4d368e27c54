import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pourInto } from '#tests/support/kernel/endless-body.ts';
import type { TakingAddress } from '#tests/support/kernel/taking-addresses.ts';
import type { Attack, Attacker } from './attacker.ts';

/** Bodies without end to each of these addresses, so many at once, with an account and without one in turn. */
export function endlessBodies(
  attacker: Attacker,
  { addresses, atOnce }: { addresses: readonly TakingAddress[]; atOnce: number },
): Attack {
  return {
    name: `bodies without end to ${addresses.length} addresses, ${atOnce} at once`,
    async round(signal, note) {
      const left = addresses.entries();
      const stopped = once(signal, 'abort').then(() => null);
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (const [at, address] of left) {
            if (signal.aborted) return;
            const poured = pourInto(attacker.origin, address, at % 2 ? attacker.cookie : null);
            const ended = await Promise.race([poured, stopped]);
            note(ended ? String(ended.status ?? 'cut') : 'stopped');
          }
        }),
      );
    },
  };
}

/** What a line says before it falls silent, or goes on a letter at a time. */
const SLOW = [
  { said: '', letter: '' },
  { said: 'GET /groupes HTTP/1.1\r\nHost: localhost\r\nX-Wait: ', letter: 'a' },
  {
    said: 'POST /connexion HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n',
    letter: 'a',
  },
] as const;
const LETTER_MS = 1_000;

/** So many lines that are opened and say nothing, or a letter a second; and as many rooms as one account may keep open. */
export function idleLines(
  attacker: Attacker,
  { lines, rooms, room }: { lines: number; rooms: number; room: string },
): Attack {
  const { hostname, port } = new URL(attacker.origin);
  return {
    name: `${lines} lines that say little or nothing, ${rooms} rooms kept open`,
    async round(signal, note) {
      const open: { socket: Socket; letter: string }[] = [];
      for (let at = 0; at < lines && !signal.aborted; at++) {
        const { said, letter } = SLOW[at % SLOW.length] ?? SLOW[0];
        const socket = connect(Number(port), hostname);
        socket.on('error', () => undefined).on('close', () => note('closed'));
        await Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => undefined);
        socket.write(said);
        socket.resume();
        note('opened');
        open.push({ socket, letter });
      }
      const joined = await Promise.allSettled(Array.from({ length: rooms }, () => attacker.room(room)));
      while (!signal.aborted && open.some(({ socket }) => !socket.destroyed)) {
        for (const { socket, letter } of open) if (letter && socket.writable) socket.write(letter);
        await pause(LETTER_MS, undefined, { signal }).catch(() => undefined);
      }
      for (const { socket } of open) socket.destroy();
      for (const one of joined) if (one.status === 'fulfilled') one.value.close();
    },
  };
}
