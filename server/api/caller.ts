import { fromNodeHeaders } from 'better-auth/node';
import type { Request } from 'express';
import { PLATFORM_ROLES } from '#shared/access.ts';
import type { Auth } from '../auth/auth.ts';
import type { Env } from '../env.ts';
import type { Caller } from './operation.ts';

interface CallerServices {
  readonly auth: Auth;
  readonly env: Pick<Env, 'secondFactorRoles'>;
}

/**
 * Who asks, by session cookie or bearer token; null for a visitor, a suspended account, and a role that needs a second factor
 * and has none yet ([ID3]).
 */
export async function callerOf({ auth, env }: CallerServices, request: Request): Promise<Caller | null> {
  const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
  if (!session || session.user.suspendedAt) return null;
  const platformRole = PLATFORM_ROLES.find((role) => role === session.user.platformRole) ?? 'member';
  if (env.secondFactorRoles.includes(platformRole) && !session.user.twoFactorEnabled) return null;
  return { userId: session.user.id, platformRole };
}
