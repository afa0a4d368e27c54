import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Marks what a link of a mail says, so that whoever holds the link needs no account and can say nothing else. Nothing is stored. */
export interface Signature {
  sign(purpose: string, words: readonly string[]): string;
  /** What was signed for this purpose; null for what was not, or was changed since. */
  read(purpose: string, token: string): readonly string[] | null;
}

/** HMAC-SHA-256 under keys derived from the installation's newest secret, one a purpose; older ones read what they signed [SC6]. */
export function createSignature(newest: string, ...older: readonly string[]): Signature {
  const markOf = (secret: string, purpose: string, what: string) => {
    const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
    return createHmac('sha256', key).update(what).digest();
  };
  return {
    sign(purpose, words) {
      const what = Buffer.from(JSON.stringify(words)).toString('base64url');
      return `${what}.${markOf(newest, purpose, what).toString('base64url')}`;
    },
    read(purpose, token) {
      const [what = '', mark = ''] = token.split('.');
      const given = Buffer.from(mark, 'base64url');
      const isOurs = [newest, ...older].some((secret) => {
        const due = markOf(secret, purpose, what);
        return given.length === due.length && timingSafeEqual(given, due);
      });
      return isOurs ? JSON.parse(Buffer.from(what, 'base64url').toString()) : null;
    },
  };
}
