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
 * HMAC-SHA-256 under a key derived from the installation’s secret: nothing is stored, every mail about a meeting holds the same
 * link, and it opens nothing but this answer.
 */
export function createAnswerLinks(secret: string): AnswerLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'cordee meeting answers', 32));
  const macOf = (what: string) => createHmac('sha256', key).update(what).digest();
  return {
    sign({ meetingId, userId }) {
      const what = Buffer.from(JSON.stringify([meetingId, userId])).toString('base64url');
      return `${what}.${macOf(what).toString('base64url')}`;
    },
    read(token) {
      const [what = '', mac = ''] = token.split('.');
      const [given, wanted] = [Buffer.from(mac, 'base64url'), macOf(what)];
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
      const [meetingId, userId] = JSON.parse(Buffer.from(what, 'base64url').toString());
      return { meetingId: String(meetingId), userId: String(userId) };
    },
  };
}
