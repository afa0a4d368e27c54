import { fromNodeHeaders } from 'better-auth/node';
import type { Request } from 'express';
import { PLATFORM_ROLES } from '#shared/access.ts';
import type { Auth } from '../auth/auth.ts';
import type { Caller } from './operation.ts';

/** Who asks, by session cookie or bearer token; null for a visitor or a suspended account. */
export async function callerOf({ auth }: { readonly auth: Auth }, request: Request): Promise<Caller | null> {
  const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
  if (!session || session.user.suspendedAt) return null;
  const platformRole = PLATFORM_ROLES.find((role) => role === session.user.platformRole) ?? 'member';
  return { userId: session.user.id, platformRole };
}
