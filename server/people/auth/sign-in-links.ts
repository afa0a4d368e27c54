import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import { findPerson, findPersonByEmail } from '#db/people/person/people.ts';
import { type Counters, memoryCounters } from '../../kernel/counters.ts';
import { PEER_HEADER, peerOf } from '../../kernel/http/peer.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import { signInLinkLetter } from '../../kernel/mail/sign-in-link.ts';
import type { Auth } from './auth.ts';
import { browserMark } from './browser-mark.ts';
import { createOnce } from './once.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const LIVES = 15 * MINUTE;

const Kept = z.object({ userId: z.string(), email: z.string(), next: z.string(), browser: z.string() });

/** Links by mail that sign in ([ID6]). */
export interface SignInLinks {
  /**
   * Sends one if the address has an account that may sign in. Gives the cookie that marks the asking browser in every case, or the
   * seconds to wait when this peer asked too often.
   */
  ask(asked: {
    email: string;
    next: string;
    headers: Headers;
  }): Promise<
    { readonly ok: true; readonly cookie: string } | { readonly ok: false; readonly seconds: number }
  >;
  /** Whose link this is, without using it; null when it was used, is too old, or its account has another address by now. */
  read(token: string, headers: Headers): Promise<{ email: string; isSameBrowser: boolean } | null>;
  /** Uses it: to one asker only. */
  use(token: string): Promise<{ userId: string; next: string } | null>;
}

/** Makes the service. */
export function createSignInLinks({
  db,
  auth,
  mailer,
  origin,
  counters = memoryCounters,
}: {
  db: Db;
  auth: Auth;
  mailer: Mailer;
  origin: string;
  counters?: Counters | undefined;
}): SignInLinks {
  const once = createOnce(auth, { name: 'sign-in-link', seconds: LIVES, shape: Kept });
  const mark = browserMark({ name: 'cordee.link', seconds: LIVES, isHttps: origin.startsWith('https:') });
  const toAccount = counters('links-account', { points: 3, duration: HOUR });
  const fromPeer = counters('links-peer', { points: 60, duration: HOUR });

  async function stillTheirs(kept: z.output<typeof Kept> | null): Promise<z.output<typeof Kept> | null> {
    const person = kept && (await findPerson(db, kept.userId));
    return person && person.email === kept.email && !person.suspendedAt ? kept : null;
  }
  return {
    async ask({ email, next, headers }) {
      const refused = await fromPeer.consume(peerOf(headers.get(PEER_HEADER) ?? 'unknown')).then(
        () => null,
        (limit: { msBeforeNext: number }) => Math.ceil(limit.msBeforeNext / 1000),
      );
      if (refused !== null) return { ok: false, seconds: refused };
      const { cookie, hash } = mark.make();
      const person = await findPersonByEmail(db, email);
      // Beyond the limit the answer stays the same: whoever asks must not learn whether mails left before.
      const mayLeave = await toAccount.consume(email.toLowerCase()).then(
        () => true,
        () => false,
      );
      if (person && !person.suspendedAt && mayLeave) {
        const token = randomBytes(32).toString('base64url');
        await once.keep(token, { userId: person.id, email: person.email, next, browser: hash });
        await mailer.send(db, person, signInLinkLetter(origin, token), 'server');
      }
      return { ok: true, cookie };
    },
    async read(token, headers) {
      const kept = await stillTheirs(await once.peek(token));
      return kept && { email: kept.email, isSameBrowser: kept.browser === mark.hashIn(headers) };
    },
    use: async (token) => stillTheirs(await once.take(token)),
  };
}
