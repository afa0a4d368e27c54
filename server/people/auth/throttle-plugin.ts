import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { fr } from '#shared/words.fr.ts';
import { type Counters, memoryCounters } from '../../kernel/counters.ts';
import { PEER_HEADER, peerOf } from '../../kernel/http/peer.ts';
import { CODE_PATHS } from './second-factor.ts';
import { type Attempt, SignInThrottle } from './throttle.ts';

interface HookContext {
  readonly path?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Headers | undefined;
}

/** The endpoints where a password is tried, by guests and by whoever holds a session. */
const PASSWORD_PATHS = new Set([
  '/sign-in/email',
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
]);

const HOUR = 3600;
/** From one peer in a quarter of an hour, as for passwords. */
const WRONG_CODES = 200;

/**
 * Throttling inside better-auth, where every way in meets: its own routes under any spelling of the address, and the
 * sign-in page, which calls the same endpoint.
 */
export function throttlePlugin(
  counters: Counters = memoryCounters,
  throttle = new SignInThrottle({}, counters),
) {
  const mailsToAccount = counters('mails-account', { points: 3, duration: HOUR });
  const mailsFromPeer = counters('mails-peer', { points: 60, duration: HOUR });
  // For an account the library counts, by the row of its second factor (`accountLockout`).
  const codesFromPeer = counters('codes-peer', { points: WRONG_CODES, duration: HOUR / 4 });
  return {
    id: 'throttle',
    hooks: {
      before: [
        {
          matcher: tries,
          handler: createAuthMiddleware(async (context) => {
            const seconds = await throttle.enter(await attemptOf(context));
            if (seconds > 0) throw tooMany(seconds);
          }),
        },
        {
          matcher: triesCode,
          handler: createAuthMiddleware(async ({ headers }) => {
            const counted = await codesFromPeer.get(peerIn(headers));
            if ((counted?.consumedPoints ?? 0) < WRONG_CODES) return;
            throw tooMany(Math.ceil((counted?.msBeforeNext ?? 0) / 1000));
          }),
        },
        {
          matcher: ({ path }: HookContext) => path === '/request-password-reset',
          handler: createAuthMiddleware(async (context) => {
            const { account, peer } = { account: emailOf(context.body), peer: peerIn(context.headers) };
            const [forPeer, forAccount] = [
              await consume(mailsFromPeer, peer),
              await consume(mailsToAccount, account),
            ];
            if (forPeer > 0) throw tooMany(forPeer);
            // The same answer as ever: whoever asks for somebody else must not learn whether mails left before.
            if (forAccount > 0) return context.json({ status: true });
          }),
        },
      ],
      after: [
        {
          matcher: triesCode,
          handler: createAuthMiddleware(async ({ headers, context }) => {
            if (isAPIError(context.returned)) await codesFromPeer.penalty(peerIn(headers));
          }),
        },
        {
          matcher: tries,
          handler: createAuthMiddleware(async (context) => {
            await throttle.leave(
              await attemptOf(context),
              isAPIError(context.context.returned) ? 'failed' : 'succeeded',
            );
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

function tries({ path }: HookContext): boolean {
  return PASSWORD_PATHS.has(path ?? '');
}

function triesCode({ path }: HookContext): boolean {
  return CODE_PATHS.has(path ?? '');
}

async function attemptOf(context: Parameters<typeof getSessionFromCtx>[0] & HookContext): Promise<Attempt> {
  const peer = peerIn(context.headers);
  if (context.path === '/sign-in/email') return { account: emailOf(context.body), peer };
  const session = context.context.newSession ?? (await getSessionFromCtx(context));
  return { account: session?.user.email ?? '', peer };
}

function emailOf(body: unknown): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : '';
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : '';
}

function peerIn(headers: Headers | undefined): string {
  return peerOf(headers?.get(PEER_HEADER) ?? 'unknown');
}

/** Seconds to wait before this key may be used again; 0 when it was counted. */
async function consume(limiter: RateLimiterAbstract, key: string): Promise<number> {
  return limiter.consume(key).then(
    () => 0,
    (refused: { msBeforeNext: number }) => Math.ceil(refused.msBeforeNext / 1000),
  );
}

function tooMany(seconds: number): APIError {
  return new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'TOO_MANY_ATTEMPTS', message: fr.people.signIn.tooMany(Math.ceil(seconds / 60)) },
    { 'Retry-After': String(seconds) },
  );
}
