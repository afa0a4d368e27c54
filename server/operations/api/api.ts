import { type NextFunction, type Request, type Response, Router } from 'express';
import type { ZodError } from 'zod';
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
import { createApiRate } from './api-rate.ts';
import { boardFileRoutes } from './board-files.ts';
import { boardOperations } from './boards.ts';
import { type Admit, createAdmission } from './caller.ts';
import { changeOperations } from './changes.ts';
import { commentOperations } from './comments.ts';
import { conversionRoutes } from './conversions.ts';
import { datasetOperations } from './datasets.ts';
import { decisionOperations } from './decisions.ts';
import { documentVersionOperations } from './document-versions.ts';
import { documentOperations } from './documents.ts';
import { groupOperations } from './groups.ts';
import { heldMeetingOperations } from './held-meetings.ts';
import { writeOnce } from './idempotency.ts';
import { meetingOperations } from './meetings.ts';
import { memberOperations } from './members.ts';
import { openApi } from './openapi.ts';
import type { ApiServices, Operation } from './operation.ts';
import { type ApiError, sendProblem } from './problem.ts';
import { resourceOperations } from './resources.ts';
import { searchOperations } from './search.ts';

/** Every operation whose body and answer are JSON. Those of files are in `conversions.ts` and `board-files.ts`. */
const operations: readonly Operation[] = [
  ...groupOperations,
  ...documentOperations,
  ...decisionOperations,
  ...documentVersionOperations,
  ...commentOperations,
  ...boardOperations,
  ...memberOperations,
  ...heldMeetingOperations,
  ...searchOperations,
  ...meetingOperations,
  ...resourceOperations,
  ...datasetOperations,
  ...changeOperations,
];

const MAX_BYTES = 1024 * 1024;

/** What the OpenAPI page says, where we are at this address. */
export function describeApi(origin: string) {
  return openApi(operations, origin);
}

/** REST under `/api/v1`: JSON, session cookie or bearer token (of a session, or an access token), problems by RFC 9457. */
export function createApi(services: ApiServices): Router {
  const api = Router();
  const admit = createAdmission(services, createApiRate(services.counters));
  api.get('/openapi.json', (_request, response) => void response.json(describeApi(services.origin)));
  api.use(noStore, ownOrigin(services));
  for (const operation of operations) {
    api[operation.method](operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), handle(services, admit, operation));
  }
  api.use(conversionRoutes(services, admit));
  api.use(boardFileRoutes(services, admit));
  api.use((_request, response) => sendProblem(response, 'access.notFound'));
  api.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    if (error instanceof BodyRefused) {
      response.set(error.headers);
      return sendProblem(response, REFUSED_BODY[error.status]);
    }
    // An address that cannot be read is none of ours.
    if (error instanceof URIError) return sendProblem(response, 'access.notFound');
    // [R12] As much of this account waits as may.
    if (error instanceof LaneFull) return sendProblem(response, 'api.busy');
    const refused = answerOfDatabase(error, { log: services.log, address: toldAddress(request.path) });
    if (refused) return sendProblem(response, REFUSED_BY_DATABASE[refused.refusal]);
    services.log.error({ err: error }, 'api');
    if (error instanceof BrokenLog) return sendProblem(response, 'api.unreadable');
    if (isAway(error)) return sendProblem(response, 'api.away');
    sendProblem(response, 'api.unexpected');
  });
  return api;
}

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

function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'private, no-store');
  next();
}

/** A browser of another site must not write with our cookie; scripts with a bearer token send no Origin. */
function ownOrigin({ env }: ApiServices) {
  return (request: Request, response: Response, next: NextFunction) =>
    isOwnRequest(env, request) ? next() : sendProblem(response, 'api.foreignOrigin');
}

function handle(services: ApiServices, admit: Admit, operation: Operation) {
  return async (request: Request, response: Response) => {
    const caller = await admit(request, response, operation.scope);
    if (!caller) return;
    // An address that cannot be one of ours is an absent object, not a malformed request.
    const params = operation.params.safeParse(request.params);
    if (!params.success) return sendProblem(response, 'access.notFound');
    const query = operation.query.safeParse(request.query);
    if (!query.success) return sendProblem(response, 'api.invalid', faultsOf(query.error));
    if (operation.body && !request.is('application/json')) return sendProblem(response, 'api.notJson');
    if (operation.body) {
      const reading = {
        heldBodies: services.heldBodies,
        sender: { account: caller.userId },
        maxBytes: MAX_BYTES,
      };
      const read = readJson(await readBody(request, response, reading));
      if (read === undefined) return sendProblem(response, 'api.notJson');
      const path = unstorableIn(read);
      if (path !== null) return sendProblem(response, 'api.invalid', [{ path, detail: words.unstorable }]);
      request.body = read;
    }
    const body = operation.body?.safeParse(request.body);
    if (body && !body.success) return sendProblem(response, 'api.invalid', faultsOf(body.error));

    const call = { services, caller, params: params.data, query: query.data, body: body?.data };
    const { success: status } = operation;
    const outcome =
      operation.method === 'get'
        ? await operation.run(call)
        : await writeOnce(
            services,
            caller,
            request,
            { status, content: JSON.stringify(request.body ?? null) },
            (madeId) => operation.run({ ...call, madeId }),
          );
    if (!outcome.ok) return sendProblem(response, outcome.error);
    if (status === 204) return void response.status(204).end();
    response.status(status).json(outcome.value);
  };
}

/** The value that these bytes write; undefined when they are no JSON, or no UTF-8. */
function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8Text(bytes) ?? '');
  } catch {
    return undefined;
  }
}

function faultsOf(error: ZodError) {
  return error.issues.map(({ path, message }) => ({ path: path.join('.'), detail: message }));
}
