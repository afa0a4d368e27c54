import { randomInt } from 'node:crypto';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { KNOWN_PERSON_PATH } from './known-person.ts';

const MINUTE = 60;
/** The ways in behind which a second factor stands. The library itself asks for it after a password only. */
const WAYS_IN = new Set(['/sign-in/email', KNOWN_PERSON_PATH]);

/** The endpoints where a code is tried. */
export const CODE_PATHS = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);
/** A code of an application is taken one step before and after its own half minute. */
const CODE_LIVES_MS = 2 * MINUTE * 1000;

/** What the library would also serve over HTTP and only our account page asks for. */
export const SECOND_FACTOR_PAGES = [
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/get-totp-uri',
  '/two-factor/generate-backup-codes',
  '/two-factor/send-otp',
  '/two-factor/verify-otp',
];

/**
 * [ID2] The second factor: codes of an application (TOTP) and ten recovery codes, kept encrypted. Whoever has one gets no session
 * for a first factor alone: the library deletes the row that was made, and remembers for ten minutes that the first was right.
 */
export function secondFactorPlugin() {
  const plugin = twoFactor({
    issuer: 'Cordée',
    twoFactorCookieMaxAge: 10 * MINUTE,
    trustDeviceMaxAge: 30 * 24 * 60 * MINUTE,
    backupCodeOptions: {
      storeBackupCodes: 'encrypted',
      customBackupCodesGenerate: () => Array.from({ length: 10 }, recoveryCode),
    },
    // Whoever is honest waits no longer than for wrong passwords.
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * MINUTE },
  });
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: { path?: string | undefined }) => WAYS_IN.has(path ?? ''),
  }));
  return { ...plugin, hooks: { after } };
}

/** Letters and digits that nobody takes for one another on paper. */
const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten of them, in two groups: 49 bits, behind a lock after ten wrong ones. */
function recoveryCode(): string {
  const letters = Array.from({ length: 10 }, () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)]);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Whose second factor is awaited, by the cookie that the first one left; null for none. */
async function awaitedPerson({
  context,
  getSignedCookie,
}: Pick<HookContext, 'context' | 'getSignedCookie'>): Promise<string | null> {
  const cookie = context.createAuthCookie('two_factor');
  const identifier = await getSignedCookie(cookie.name, context.secret);
  if (!identifier) return null;
  const awaited = await context.internalAdapter.findVerificationValue(identifier);
  return awaited && awaited.expiresAt > new Date() ? awaited.value : null;
}

/** [ID2] A code opens one door: seen over a shoulder, it is of no use any more. */
export function codeOncePlugin() {
  return {
    id: 'code-once',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/two-factor/verify-totp',
          handler: createAuthMiddleware(async (request) => {
            const person = await awaitedPerson(request);
            if (!person) return;
            const isFirst = await request.context.internalAdapter.reserveVerificationValue({
              identifier: `totp-${person}-${String(request.body?.code)}`,
              value: person,
              expiresAt: new Date(Date.now() + CODE_LIVES_MS),
            });
            if (!isFirst) throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE' });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
