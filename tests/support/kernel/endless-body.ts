import { request } from 'node:http';
import type { TakingAddress } from './taking-addresses.ts';

/** What became of a body that has no end. */
export interface Poured {
  /** Bytes that were taken before anybody answered. */
  readonly taken: number;
  /** Null when the line was cut without a word. */
  readonly status: number | null;
}

interface Pouring {
  readonly origin: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the body begins with. */
  readonly beginning: string;
  /** Given up once so many bytes were taken. */
  readonly most: number;
}

/** What the largest may hold, the sockets of both sides, and what is on its way in between. */
const MOST_TAKEN = 48 * 1024 * 1024;

/**
 * Pours without end into an address, in somebody's name or (null) in nobody's.
 * @throws when more was taken than any address may hold.
 */
export function pourInto(
  origin: string,
  { path, method, type, beginning }: TakingAddress,
  cookie: string | null,
): Promise<Poured> {
  const headers = {
    origin,
    'content-type': type,
    'transfer-encoding': 'chunked',
    ...(cookie && { cookie }),
  };
  return pourWithoutEnd({ origin, path, method, headers, beginning, most: MOST_TAKEN });
}

const MORE = Buffer.alloc(64 * 1024, 'a');
/** A sender who was answered and goes on does so slowly. */
const AFTER_MS = 100;

/**
 * Sends a body whose length is not announced and that never ends, until the server cuts the line.
 * @throws when more than `most` bytes were taken.
 */
function pourWithoutEnd({ origin, path, method, headers, beginning, most }: Pouring): Promise<Poured> {
  return new Promise((resolve, reject) => {
    let taken = 0;
    let status: number | null = null;
    let isOver = false;
    const end = (settle: () => void) => {
      if (isOver) return;
      isOver = true;
      asking.destroy();
      settle();
    };
    const asking = request(new URL(path, origin), { method, agent: false, headers });
    const cut = () => end(() => resolve({ taken, status }));
    asking.on('response', (response) => {
      status = response.statusCode ?? 0;
      response.on('error', cut).resume();
    });
    asking.on('error', cut).on('close', cut);
    asking.write(beginning);
    const pour = () => {
      if (isOver) return;
      if (status !== null) {
        asking.write(MORE);
        setTimeout(pour, AFTER_MS);
        return;
      }
      if (taken > most) return end(() => reject(new Error(`${method} ${path} took ${taken} bytes`)));
      asking.write(MORE, () => {
        taken += MORE.length;
        setImmediate(pour);
      });
    };
    pour();
  });
}
