import { CHOSEN_REASONS, type Unsubscribed } from '#shared/news/notification/notification.ts';
import type { Signature } from '../../kernel/signature.ts';

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

const PURPOSE = 'cordee unsubscription';
const ENDED: readonly Unsubscribed[] = [...CHOSEN_REASONS, 'digest', 'newsletter', 'all'];

/** Those of an installation. */
export function createUnsubscribeLinks(signature: Signature): UnsubscribeLinks {
  return {
    sign: ({ userId, from }) => signature.signText(PURPOSE, `${from} ${userId}`),
    read: (token) => readUnsubscription(signature, token),
  };
}

/** [NO9] What a link ends; null for what is not ours, or was changed. */
export function readUnsubscription(signature: Signature, token: string): Unsubscription | null {
  const [kind, userId] = (signature.readText(PURPOSE, token) ?? '').split(' ');
  const from = ENDED.find((candidate) => candidate === kind);
  return from && userId ? { userId, from } : null;
}
