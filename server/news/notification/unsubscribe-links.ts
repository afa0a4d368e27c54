import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { CHOSEN_REASONS, type Unsubscribed } from '#shared/news/notification/notification.ts';

/** What a link of a mail ends, for whom. */
export interface Unsubscription {
  readonly userId: string;
  readonly from: Unsubscribed;
}

/** [NO9] Addresses that end mails: whoever has one may end those mails of that person, and nothing else. */
export interface UnsubscribeLinks {
  sign(unsubscription: Unsubscription): string;
  /** Null for what is not ours, or was changed. */
  read(token: string): Unsubscription | null;
}

const ENDED: readonly Unsubscribed[] = [...CHOSEN_REASONS, 'digest', 'all'];

/** HMAC-SHA256 under a key derived from the installation's newest secret; older ones read what they signed [SC6]. */
export function createUnsubscribeLinks(newest: string, ...older: readonly string[]): UnsubscribeLinks {
  const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'cordee unsubscription', 32));
  const key = keyOf(newest);
  const keys = [key, ...older.map(keyOf)];
  const markOf = (text: string, one = key) => createHmac('sha256', one).update(text).digest();
  return {
    sign({ userId, from }) {
      const text = `${from} ${userId}`;
      return `${Buffer.from(text).toString('base64url')}.${markOf(text).toString('base64url')}`;
    },
    read(token) {
      const [body = '', mark = ''] = token.split('.');
      const text = Buffer.from(body, 'base64url').toString('utf8');
      const given = Buffer.from(mark, 'base64url');
      if (!keys.some((one) => isSame(given, markOf(text, one)))) return null;
      const [kind, userId] = text.split(' ');
      const from = ENDED.find((candidate) => candidate === kind);
      return from && userId ? { userId, from } : null;
    },
  };
}

function isSame(given: Buffer, due: Buffer): boolean {
  return given.length === due.length && timingSafeEqual(given, due);
}
