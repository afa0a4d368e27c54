import type { BetterAuthOptions } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { bearer } from 'better-auth/plugins/bearer';
import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { accounts, sessions, twoFactors, users, verifications } from '#db/people/person/schema.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from '#shared/people/person/person.ts';
import type { Counters } from '../../kernel/counters.ts';
import { PEER_HEADER } from '../../kernel/http/peer.ts';
import type { AccountChange } from '../person/account-notices.ts';
import { auditPlugin } from './audit-plugin.ts';
import { keptHashed } from './hashed-sessions.ts';
import { KNOWN_PERSON_PATH, knownPersonPlugin } from './known-person.ts';
import { newPasswordPlugin } from './new-password.ts';
import { noticePlugin } from './notice-plugin.ts';
import { codeOncePlugin, SECOND_FACTOR_PAGES, secondFactorPlugin } from './second-factor.ts';
import type { SignInThrottle } from './throttle.ts';
import { throttlePlugin } from './throttle-plugin.ts';

/** What better-auth would also serve and nobody here may use: accounts and profiles change by our own pages only. */
const DISABLED_PATHS = [
  '/sign-up/email',
  '/sign-in/social',
  '/verify-email',
  '/send-verification-email',
  '/change-email',
  '/update-user',
  '/update-session',
  '/delete-user',
  '/delete-user/callback',
  '/link-social',
  '/list-accounts',
  '/unlink-account',
  '/refresh-token',
  '/get-access-token',
  '/account-info',
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  ...SECOND_FACTOR_PAGES,
  KNOWN_PERSON_PATH,
];

/** Our tables by the names that the library has for them. */
const TABLES = {
  user: users,
  session: sessions,
  account: accounts,
  verification: verifications,
  twoFactor: twoFactors,
};

interface AuthOptions {
  readonly db: Db;
  readonly secret: string;
  /** The address people type, or null to accept this machine's own names (development, demonstration). */
  readonly origin: string | null;
  readonly fallbackOrigin: string;
  readonly sendPasswordReset: (input: { email: string; name: string; token: string }) => Promise<unknown>;
  /** A session of this person ended, by whichever way: its live sockets must go too. */
  readonly onSessionEnd?: (userId: string) => void;
  /** [ID10] Something about the ways into this account changed. */
  readonly onAccountChange?: (userId: string, change: AccountChange) => Promise<void>;
  /** Where failures and mails are counted; in this process when absent. */
  readonly counters?: Counters | undefined;
  readonly throttle?: SignInThrottle;
  readonly log?: Logger;
}

/**
 * better-auth with our tables: e-mail and password, sessions by cookie or bearer token. It signs nobody up: accounts are made by our own operations ([P1]). Codes by mail are ours too
 * (`entry-codes.ts`): the library’s own are kept beside the address, for any browser, and pass by the second factor.
 */
export function createAuth({
  db,
  secret,
  origin,
  fallbackOrigin,
  sendPasswordReset,
  onSessionEnd,
  onAccountChange = async () => undefined,
  counters,
  throttle,
  log,
}: AuthOptions) {
  return betterAuth({
    secret,
    baseURL: origin ?? {
      allowedHosts: ['localhost:*', '127.0.0.1:*'],
      protocol: 'http',
      fallback: fallbackOrigin,
    },
    basePath: '/api/auth',
    disabledPaths: DISABLED_PATHS,
    database: keptHashed(drizzleAdapter(db, { provider: 'pg', schema: TABLES, transaction: true })),
    emailAndPassword: {
      enabled: true,
      // A person is always invited by somebody: accounts are made by `db/people/person/people.ts` only.
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => onAccountChange(user.id, 'passwordChanged'),
      sendResetPassword: async ({ user, token }) => {
        await sendPasswordReset({ email: user.email, name: user.name, token });
      },
    },
    user: {
      additionalFields: {
        platformRole: { type: 'string', input: false, defaultValue: 'member' },
        jobTitle: { type: 'string', input: false, defaultValue: '' },
        organisationId: { type: 'string', input: false, required: false },
        administersId: { type: 'string', input: false, required: false },
        suspendedAt: { type: 'date', input: false, required: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          // By the library's own adapter: a new password makes a session inside a transaction, where `db` would wait for ever.
          before: async ({ userId }, context) => {
            const person = await context?.context.internalAdapter.findUserById(userId);
            if (person && 'suspendedAt' in person && person.suspendedAt) {
              throw new APIError('FORBIDDEN', { code: 'ACCOUNT_SUSPENDED' });
            }
          },
        },
        delete: { after: async ({ userId }) => onSessionEnd?.(userId) },
      },
    },
    // Whoever reads the database must not be able to choose somebody's new password.
    verification: { storeIdentifier: 'hashed' },
    session: {
      expiresIn: 60 * 60 * 24 * 14,
      updateAge: 60 * 60,
      cookieCache: { enabled: false },
      fields: { token: 'tokenHash' },
    },
    // Ours counts failures by account and real peer (`throttle.ts`); the library's has one bucket for all.
    rateLimit: { enabled: false },
    advanced: {
      // The library would skip the check wherever NODE_ENV says test.
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [PEER_HEADER] },
      // [SC13] The library’s own prefix would be `__Secure-`, which another host of the same domain may set.
      useSecureCookies: false,
      ...(origin?.startsWith('https:') && {
        cookiePrefix: '__Host-better-auth',
        defaultCookieAttributes: { secure: true },
      }),
    },
    // The second factor first: the others see what is left of a sign-in that waits for it.
    plugins: [
      secondFactorPlugin(),
      knownPersonPlugin(),
      bearer(),
      newPasswordPlugin(),
      throttlePlugin(counters, throttle),
      auditPlugin({ db, log }),
      codeOncePlugin(),
      noticePlugin(onAccountChange),
    ],
    ...toldTo(log),
    telemetry: { enabled: false },
  });
}

/**
 * What the library of accounts tells the log: its errors, without its own sentences, which hold what it was given (statements of the database
 * with their values among them, [SC12]). Its warnings say which address has no account, and a `level` here would log every refused sign-in. A
 * fault under it comes out to whoever asked: by itself it prints the error with all that hangs on it.
 */
function toldTo(log?: Logger): Pick<BetterAuthOptions, 'logger' | 'onAPIError'> {
  return {
    logger: {
      log: (level, ...said) => {
        const err = said.find((one: unknown) => one instanceof Error);
        if (level === 'error') log?.error({ ...(err && { err }) }, 'accounts');
      },
    },
    onAPIError: { throw: true },
  };
}

export type Auth = ReturnType<typeof createAuth>;
