import { randomInt } from 'node:crypto';

/** A Yjs clientID by chance, as browsers pick theirs. */
export function pickClientId(): number {
  return randomInt(1, 2 ** 32);
}
