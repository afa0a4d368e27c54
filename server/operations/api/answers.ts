import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import type { DatabaseRefusal } from '#db/kernel/database-refusal.ts';
import { BrokenLog } from '#db/realtime/doc-updates.ts';
import { unstorableIn, utf8Text } from '#shared/kernel/storable.ts';
import { toldAddress } from '#shared/kernel/told-address.ts';
import { api as words } from '#shared/operations/api/api.fr.ts';
import { isAway } from '../../kernel/away.ts';
import { answerOfDatabase } from '../../kernel/http/database-refusals.ts';
import { isOwnRequest } from '../../kernel/http/own-origin.ts';
import { BodyRefused, readBody } from '../../kernel/http/read-body.ts';
import { LaneFull } from '../../kernel/lane/lane.ts';
import type { ApiServices, Caller } from './operation.ts';
import { type ApiError, type FieldFault, sendProblem } from './problem.ts';

const REFUSED_BODY = {
  400: 'api.notJson',
  408: 'api.tooSlow',
  413: 'api.tooLarge',
  415: 'api.notJson',
  503: 'api.busy',
} as const satisfies Record<BodyRefused['status'], ApiError>;

/** [SC19] What the database refused, as REST says it. */
const REFUSED_BY_DATABASE = {
  absent: 'access.notFound',
  taken: 'api.conflict',
  unholdable: 'api.invalid',
} as const satisfies Record<DatabaseRefusal, ApiError>;

type Told = Pick<ApiServices, 'log'>;

/** Why something was not done that threw; the log is told of what nobody foresaw. `address` is where it was asked for. */
export function failureOf({ log }: Told, error: unknown, address: string): ApiError {
  if (error instanceof BodyRefused) return REFUSED_BODY[error.status];
  // An address that cannot be read is none of ours.
  if (error instanceof URIError) return 'access.notFound';
  // [R12] As much of this account waits as may.
  if (error instanceof LaneFull) return 'api.busy';
  const refused = answerOfDatabase(error, { log, address });
  if (refused) return REFUSED_BY_DATABASE[refused.refusal];
  log.error({ err: error }, 'api');
  if (error instanceof BrokenLog) return 'api.unreadable';
  return isAway(error) ? 'api.away' : 'api.unexpected';
}

/** Says it to whoever asked. */
export function answerFailure(services: Told): ErrorRequestHandler {
  return (error: unknown, request: Request, response: Response, _next: NextFunction) => {
    if (error instanceof BodyRefused) response.set(error.headers);
    sendProblem(response, failureOf(services, error, toldAddress(request.path)));
  };
}

export function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'private, no-store');
  next();
}

/** A browser of another site must not write with our cookie; scripts with a bearer token send no Origin. */
export function ownOrigin({ env }: Pick<ApiServices, 'env'>) {
  return (request: Request, response: Response, next: NextFunction) =>
    isOwnRequest(env, request) ? next() : sendProblem(response, 'api.foreignOrigin');
}

const MAX_BYTES = 1024 * 1024;

type ReadBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ApiError; readonly faults?: FieldFault[] };

/** The JSON that a request of this caller brings. @throws {BodyRefused} */
export async function readJsonBody(
  { heldBodies }: Pick<ApiServices, 'heldBodies'>,
  { userId }: Caller,
  {
    request,
    response,
    maxBytes = MAX_BYTES,
  }: { request: Request; response: Response; maxBytes?: number | undefined },
): Promise<ReadBody> {
  const value = readJson(
    await readBody(request, response, { heldBodies, sender: { account: userId }, maxBytes }),
  );
  if (value === undefined) return { ok: false, error: 'api.notJson' };
  const path = unstorableIn(value);
  if (path === null) return { ok: true, value };
  return { ok: false, error: 'api.invalid', faults: [{ path, detail: words.unstorable }] };
}

/** The value that these bytes write; undefined when they are no JSON, or no UTF-8. */
function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8Text(bytes) ?? '');
  } catch {
    return undefined;
  }
}
