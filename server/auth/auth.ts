import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { bearer } from 'better-auth/plugins';
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { accounts, sessions, users, verifications } from '#db/schema/auth.ts';

/** The header in which our own server writes the real peer's address; an incoming one is always overwritten. */
export const PEER_HEADER = 'x-cordee-peer';

interface AuthOptions {
  readonly db: Db;
  readonly secret: string;
  /** The address people type, or null to accept this machine's own names (development, demonstration). */
  readonly origin: string | null;
  readonly fallbackOrigin: string;
  readonly sendPasswordReset: (input: { email: string; name: string; token: string }) => Promise<void>;
}

/** better-auth with our tables: e-mail and password, sessions by cookie or bearer token, no sign-up without invitation. */
export function createAuth({ db, secret, origin, fallbackOrigin, sendPasswordReset }: AuthOptions) {
  return betterAuth({
    secret,
    baseURL: origin ?? { allowedHosts: ['localhost:*', '127.0.0.1:*'], protocol: 'http', fallback: fallbackOrigin },
    basePath: '/api/auth',
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
      transaction: true,
    }),
    emailAndPassword: {
      enabled: true,
      // A person is always invited by somebody: accounts are made by `db/people.ts` only.
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendPasswordReset({ email: user.email, name: user.name, token }),
    },
    user: {
      additionalFields: {
        platformRole: { type: 'string', input: false, defaultValue: 'member' },
        jobTitle: { type: 'string', input: false, defaultValue: '' },
        organisationId: { type: 'string', input: false, required: false },
        suspendedAt: { type: 'date', input: false, required: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const [person] = await db.select({ suspendedAt: users.suspendedAt }).from(users).where(eq(users.id, session.userId));
            if (person?.suspendedAt) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_SUSPENDED' });
          },
        },
      },
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24, cookieCache: { enabled: false } },
    // Sign-in is throttled by `server/auth/throttle.ts`, by account and real peer; the library has one bucket for all.
    rateLimit: { enabled: false },
    advanced: { ipAddress: { ipAddressHeaders: [PEER_HEADER] }, useSecureCookies: origin?.startsWith('https:') ?? false },
    plugins: [bearer()],
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;
