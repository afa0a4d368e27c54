import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, isAPIError } from 'better-auth/api';
import type { AccountChange } from '../person/account-notices.ts';

const PATHS = new Set([
  '/change-password',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
]);

/** [ID10] Tells of what changed about an account by way of better-auth, once it has. */
export function noticePlugin(onChange: (userId: string, change: AccountChange) => Promise<void>) {
  return {
    id: 'notice',
    hooks: {
      after: [
        {
          matcher: ({ path }: { path?: string | undefined }) => PATHS.has(path ?? ''),
          handler: createAuthMiddleware(async ({ path, context }) => {
            const { session, newSession, returned } = context;
            const userId = newSession?.user.id ?? session?.user.id;
            if (isAPIError(returned) || userId === undefined) return;
            // A code that is given with a session sets the second factor up; without one it opens the door.
            const isSetUp = session !== null && !isOn(session.user);
            const change = changeBy(path, isSetUp);
            if (change) await onChange(userId, change);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

function changeBy(path: string, isSetUp: boolean): AccountChange | null {
  switch (path) {
    case '/change-password':
      return 'passwordChanged';
    case '/two-factor/disable':
      return 'secondFactorOff';
    case '/two-factor/generate-backup-codes':
      return 'recoveryCodesRenewed';
    case '/two-factor/verify-backup-code':
      return 'recoveryCodeUsed';
    default:
      return isSetUp ? 'secondFactorOn' : null;
  }
}

function isOn(user: object): boolean {
  return 'twoFactorEnabled' in user && user.twoFactorEnabled === true;
}
