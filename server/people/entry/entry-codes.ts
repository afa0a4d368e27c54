import { createHash, timingSafeEqual } from 'node:crypto';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import { CODE_DIGITS, CODE_MINUTES, CODE_TRIES } from '#shared/people/entry/entry.ts';
import { entryMail } from '#shared/people/entry/entry-mail.fr.ts';
import { type Counters, memoryCounters } from '../../kernel/counters.ts';
import { PEER_HEADER, peerOf } from '../../kernel/http/peer.ts';
import type { Letter } from '../../kernel/mail/letter.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import type { Signature } from '../../kernel/signature.ts';
import type { Auth } from '../auth/auth.ts';
import { browserMark } from '../auth/browser-mark.ts';
import { createOnce } from '../auth/once.ts';

const HOUR = 3600;
const LIVES = CODE_MINUTES * 60;
/** How long a proven address may be used by what was begun with it. */
const PASS_MS = HOUR * 1000;

const Kept = z.object({ email: z.string(), sentAt: z.coerce.date() });
const CODE = 'entry-code';
const PASS = 'entry-pass';

/** Seconds to wait for whoever asked too often. */
interface Waits {
  readonly ok: false;
  readonly seconds: number;
}

/** [EN1] [EN2] Codes by mail that prove an address. */
export interface EntryCodes {
  /** Mails one, whoever the address belongs to; gives the cookie of the browser that asked. `about`: the organisation that is meant. */
  ask(asked: {
    email: string;
    about: string;
    page: string;
    headers: Headers;
  }): Promise<{ readonly ok: true; readonly cookie: string } | Waits>;
  /** Where the code of this browser went, and when; null when there is none, or it is used or over. */
  waiting(headers: Headers): Promise<{ readonly email: string; readonly sentAt: Date } | null>;
  /** The mail that this browser waits for, as it left: for the demonstration alone, where none does. */
  letterOf(headers: Headers): Letter | null;
  /** Uses the code: gives the proof that the address is theirs, once; or how often they may still try. */
  use(
    code: string,
    headers: Headers,
  ): Promise<
    | { readonly ok: true; readonly pass: string; readonly cookie: string }
    | { readonly ok: false; readonly left: number }
  >;
}

/** Makes the service. */
export function createEntryCodes({
  db,
  auth,
  mailer,
  origin,
  signature,
  counters = memoryCounters,
}: {
  db: Db;
  auth: Auth;
  mailer: Mailer;
  origin: string;
  signature: Signature;
  counters?: Counters | undefined;
}): EntryCodes {
  const once = createOnce(auth, { name: CODE, seconds: LIVES, shape: Kept });
  const mark = browserMark({ name: 'cordee.code', seconds: LIVES, isHttps: origin.startsWith('https:') });
  const toAddress = counters('codes-address', { points: 5, duration: HOUR });
  const forOrganisation = counters('codes-organisation', { points: 30, duration: HOUR });
  const fromPeer = counters('codes-asked', { points: 60, duration: HOUR });
  const tries = counters('codes-tries', { points: CODE_TRIES, duration: LIVES });
  const wrongFromPeer = counters('codes-wrong', { points: 200, duration: HOUR / 4 });
  const peerIn = (headers: Headers) => peerOf(headers.get(PEER_HEADER) ?? 'unknown');
  const codeOf = (browser: string) => digitsOf(signature.signText(CODE, browser));

  return {
    async ask({ email, about, page, headers }) {
      const limits = [
        fromPeer.consume(peerIn(headers)),
        toAddress.consume(email),
        forOrganisation.consume(about),
      ];
      for (const limit of await Promise.allSettled(limits))
        if (limit.status === 'rejected') return { ok: false, seconds: secondsIn(limit.reason) };
      const { cookie, hash } = mark.make();
      await once.keep(hash, { email, sentAt: new Date() });
      await mailer.send(db, { name: '', email }, entryMail.code(codeOf(hash), origin + page), 'server');
      return { ok: true, cookie };
    },
    async waiting(headers) {
      const browser = mark.hashIn(headers);
      return browser === '' ? null : once.peek(browser);
    },
    letterOf(headers) {
      const browser = mark.hashIn(headers);
      return browser === '' ? null : entryMail.code(codeOf(browser), origin);
    },
    async use(code, headers) {
      const browser = mark.hashIn(headers);
      const over = { ok: false, left: 0 } as const;
      if (browser === '' || !(await mayTry(wrongFromPeer, peerIn(headers)))) return over;
      const left = await tries.consume(browser).then(
        ({ remainingPoints }) => remainingPoints,
        () => -1,
      );
      if (left < 0) return over;
      if (!isSame(code, codeOf(browser))) {
        await wrongFromPeer.penalty(peerIn(headers));
        if (left > 0) return { ok: false, left };
        await once.take(browser);
        return over;
      }
      // Of two who send it at once, one has it.
      const kept = await once.take(browser);
      if (!kept) return over;
      const pass = signature.sign(PASS, [kept.email, String(Date.now() + PASS_MS)]);
      return { ok: true, pass, cookie: mark.clear };
    },
  };
}

/** [EN1] The address that a pass proves; null for one that is not ours, or over. */
export function emailOfPass(signature: Signature, pass: string, now: Date): string | null {
  const [email, until] = signature.read(PASS, pass) ?? [];
  return email !== undefined && Number(until) > now.getTime() ? email : null;
}

/** Six digits of a mark that nobody can make without the installation’s secret: what is kept says nothing of them. */
function digitsOf(marked: string): string {
  const bytes = createHash('sha256').update(marked).digest();
  return String(bytes.readUIntBE(0, 6) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0');
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const secondsIn = (limit: unknown) =>
  Math.ceil((limit instanceof RateLimiterRes ? limit.msBeforeNext : HOUR * 1000) / 1000);

async function mayTry(limiter: ReturnType<Counters>, peer: string): Promise<boolean> {
  const kept = await limiter.get(peer);
  return kept === null || kept.remainingPoints > 0;
}
