import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** Never served over HTTP (`DISABLED_PATHS`): whoever calls has made sure who it is. */
export const KNOWN_PERSON_PATH = '/sign-in/known-person';

/**
 * [ID5] A session for somebody whom a link or a provider has named. Suspension and the second factor hold as after a password,
 * because it is a sign-in of the library like the other.
 */
export function knownPersonPlugin() {
  return {
    id: 'known-person',
    endpoints: {
      signInKnownPerson: createAuthEndpoint(
        KNOWN_PERSON_PATH,
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const user = await internalAdapter.findUserById(ctx.body.userId);
          if (!user) throw new APIError('UNAUTHORIZED', { code: 'UNKNOWN_PERSON' });
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ isSignedIn: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
