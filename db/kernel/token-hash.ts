import { createHash } from 'node:crypto';

/** The SHA-256 under which a token is kept. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
