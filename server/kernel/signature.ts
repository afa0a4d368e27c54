import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Marks what a link of a mail says, so that whoever holds the link needs no account and can say nothing else. Nothing is stored. */
export interface Signature {
  sign(purpose: string, words: readonly string[]): string;
  /** What was signed for this purpose; null for what was not, or was changed since. */
  read(purpose: string, token: string): readonly string[] | null;
  /** The same of one text, as links have said it that are in mails for years. */
  signText(purpose: string, text: string): string;
  readText(purpose: string, token: string): string | null;
}

/** HMAC-SHA-256 under keys derived from the installation's newest secret, one a purpose; older ones read what they signed [SC6]. */
export function createSignature(newest: string, ...older: readonly string[]): Signature {
  const markOf = (secret: string, purpose: string, what: string) => {
    const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
    return createHmac('sha256', key).update(what).digest();
  };
  const isMarked = (purpose: string, what: string, mark: string) => {
    const given = Buffer.from(mark, 'base64url');
    return [newest, ...older].some((secret) => {
      const due = markOf(secret, purpose, what);
      return given.length === due.length && timingSafeEqual(given, due);
    });
  };
  const encoded = (text: string) => Buffer.from(text).toString('base64url');
  const decoded = (what: string) => Buffer.from(what, 'base64url').toString();
  const marked = (purpose: string, what: string) => markOf(newest, purpose, what).toString('base64url');
  return {
    sign(purpose, words) {
      const what = encoded(JSON.stringify(words));
      return `${what}.${marked(purpose, what)}`;
    },
    read(purpose, token) {
      const [what = '', mark = ''] = token.split('.');
      return isMarked(purpose, what, mark) ? JSON.parse(decoded(what)) : null;
    },
    signText: (purpose, text) => `${encoded(text)}.${marked(purpose, text)}`,
    readText(purpose, token) {
      const [what = '', mark = ''] = token.split('.');
      const text = decoded(what);
      return isMarked(purpose, text, mark) ? text : null;
    },
  };
}
