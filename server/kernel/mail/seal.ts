import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Closes a text so that only this installation opens it again. */
export interface Seal {
  close(text: string): string;
  /** The text, or null when it was closed under another secret or changed since. */
  open(sealed: string): string | null;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM under a key derived from the installation's newest secret; older ones open what they closed [SC6]. Waiting mails hold links that open accounts: whoever reads
 * the database or a backup of it must not find them there.
 */
export function createSeal(newest: string, ...older: readonly string[]): Seal {
  return createSealFor('cordee mails', newest, ...older);
}

/** The same under a key of its own: what is closed for one purpose is not opened for another. */
export function createSealFor(purpose: string, newest: string, ...older: readonly string[]): Seal {
  const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  const key = keyOf(newest);
  const keys = [key, ...older.map(keyOf)];
  return {
    close(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      for (const one of keys) {
        try {
          const decipher = createDecipheriv(ALGORITHM, one, nonce, { authTagLength: TAG_BYTES });
          decipher.setAuthTag(tag);
          return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
        } catch {
          // Not closed under this one.
        }
      }
      return null;
    },
  };
}
