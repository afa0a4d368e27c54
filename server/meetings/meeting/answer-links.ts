import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What the link of a mail is about: whose answer to which meeting. */
export interface AnswerLink {
  readonly meetingId: string;
  readonly userId: string;
}

/** Signs the links with which somebody answers from a mail, without signing in. */
export interface AnswerLinks {
  sign(link: AnswerLink): string;
  /** What a link is about, or null when it was not made here. Whether the answer may still be given is asked of the meeting. */
  read(token: string): AnswerLink | null;
}

/**
 * HMAC-SHA-256 under a key derived from the installation’s newest secret, older ones read what they signed [SC6]: nothing is stored, every mail about a meeting holds the same
 * link, and it opens nothing but this answer.
 */
export function createAnswerLinks(newest: string, ...older: readonly string[]): AnswerLinks {
  const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'cordee meeting answers', 32));
  const key = keyOf(newest);
  const keys = [key, ...older.map(keyOf)];
  const macOf = (what: string, one = key) => createHmac('sha256', one).update(what).digest();
  return {
    sign({ meetingId, userId }) {
      const what = Buffer.from(JSON.stringify([meetingId, userId])).toString('base64url');
      return `${what}.${macOf(what).toString('base64url')}`;
    },
    read(token) {
      const [what = '', mac = ''] = token.split('.');
      const given = Buffer.from(mac, 'base64url');
      const isOurs = keys.some((one) => {
        const wanted = macOf(what, one);
        return given.length === wanted.length && timingSafeEqual(given, wanted);
      });
      if (!isOurs) return null;
      const [meetingId, userId] = JSON.parse(Buffer.from(what, 'base64url').toString());
      return { meetingId: String(meetingId), userId: String(userId) };
    },
  };
}
