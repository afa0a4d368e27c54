import { AsyncLocalStorage } from 'node:async_hooks';
import { fromNodeHeaders } from 'better-auth/node';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { recordRefusal } from '#db/kernel/audit/audit-refusals.ts';
import type { Db } from '#db/kernel/client.ts';
import { findTokenCaller } from '#db/operations/token/access-tokens.ts';
import { isGuest } from '#db/people/entry/ties.ts';
import { PLATFORM_ROLES } from '#shared/kernel/access/access.ts';
import { allows } from '#shared/operations/token/scopes.ts';
import { needsSecondFactor } from '#shared/people/person/second-factor.ts';
import type { Env } from '../../kernel/env.ts';
import type { Shares } from '../../kernel/http/shares.ts';
import type { Auth } from '../../people/auth/auth.ts';
import { accessTokenIn } from '../../people/auth/session-token.ts';
import type { ApiRate } from './api-rate.ts';
import { refusedMedia } from './media.ts';
import type { Caller, Door } from './operation.ts';
import { type ApiError, sendProblem } from './problem.ts';

interface CallerServices {
  readonly auth: Auth;
  readonly db: Db;
  readonly env: Pick<Env, 'secondFactorRoles'>;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Who asks; or why they may not, with what `WWW-Authenticate` says of it (RFC 6750). */
type Asking =
  | { readonly caller: Caller }
  | { readonly caller: null; readonly code: ApiError; readonly challenge: string };

/** [I5] Whoever asks for what is everybody’s. */
const NOBODY: Caller = { userId: '', platformRole: 'member', tokenId: null, scopes: [] };

const REALM = 'Bearer realm="cordee"';

/**
 * Who asks, by access token, session cookie or bearer token of a session, and may they ask for what has this scope? [TK2] A token
 * has no more than its scopes; a session has everything. [ID3] [EN6] A visitor, an account whose tie is not confirmed, a suspended account, and a role that needs a second factor
 * and has none yet are nobody; who asks for what is everybody’s need be nobody else.
 */
export async function callerOf(
  { auth, db, env, now }: CallerServices,
  request: Request,
  scope: Door,
): Promise<Asking> {
  if (scope === 'public') return { caller: NOBODY };
  const secret = accessTokenIn(request.headers);
  if (secret === null) {
    const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
    const nobody = { caller: null, code: 'access.signInFirst', challenge: REALM } as const;
    if (!session || session.user.suspendedAt) return nobody;
    const platformRole = PLATFORM_ROLES.find((role) => role === session.user.platformRole) ?? 'member';
    const { administersId, twoFactorEnabled } = session.user;
    if (!twoFactorEnabled && needsSecondFactor(env.secondFactorRoles, { platformRole, administersId }))
      return nobody;
    if (!session.user.organisationId && (await isGuest(db, session.user.id))) return nobody;
    return { caller: { userId: session.user.id, platformRole, tokenId: null, scopes: null } };
  }
  const found = await findTokenCaller(db, { secret, now: now() });
  const invalid = `${REALM}, error="invalid_token"`;
  if (!found.ok) return { caller: null, code: found.error, challenge: invalid };
  const { userId, platformRole, tokenId, hasSecondFactor, scopes } = found.value;
  if (!hasSecondFactor && needsSecondFactor(env.secondFactorRoles, found.value))
    return { caller: null, code: 'accessToken.unknown', challenge: invalid };
  if (scope !== 'any' && !allows(scopes, scope))
    return {
      caller: null,
      code: 'accessToken.scope',
      challenge: `${REALM}, error="insufficient_scope", scope="${scope}"`,
    };
  return { caller: { userId, platformRole, tokenId, scopes } };
}

/** Lets a request in, or answers it. */
export type Admit = (request: Request, response: Response, scope: Door) => Promise<Caller | null>;

/** The door of every operation of REST: who asks, may they ask for this, not too often ([TK8]), in what we speak ([I4]), and in turn ([SC20]). */
export function createAdmission(services: CallerServices & { readonly turns: Shares }, rate: ApiRate): Admit {
  return async (request, response, scope) => {
    const asking = await callerOf(services, request, scope);
    if (!asking.caller) {
      response.set('WWW-Authenticate', asking.challenge);
      sendProblem(response, asking.code);
      return null;
    }
    const isNobody = asking.caller === NOBODY;
    if (!isNobody) noteRefusal(services, asking.caller, request, response);
    const seconds = isNobody ? 0 : await rate(asking.caller);
    if (seconds > 0) {
      response.set('Retry-After', String(seconds));
      sendProblem(response, 'api.tooMany');
      return null;
    }
    const refused = refusedMedia(request, response);
    if (refused) {
      sendProblem(response, refused);
      return null;
    }
    const sender = isNobody ? { stranger: request } : { account: asking.caller.userId };
    const endTurn = await services.turns.reserve(sender, 1);
    if (!endTurn) {
      response.set('Retry-After', '5');
      sendProblem(response, 'api.busy');
      return null;
    }
    if (response.closed) endTurn();
    else response.once('close', endTurn);
    return asking.caller;
  };
}

/** [AU8] An operation that is refused, or whose object is absent to whoever asks, leaves a line in the audit trail. */
function noteRefusal(
  { db, log, now }: CallerServices,
  { userId }: Caller,
  request: Request,
  response: Response,
): void {
  // Of this request, wherever its answer comes to an end.
  const note = AsyncLocalStorage.bind(() => {
    const { statusCode: status } = response;
    if (status !== 403 && status !== 404) return;
    const page = `${request.baseUrl}${String(request.route?.path ?? '')}`;
    recordRefusal(db, { userId, status, page, now: now() }).catch((error: unknown) =>
      log.error({ err: error }, 'a refusal left no line in the trail'),
    );
  });
  response.once('finish', note);
}
