import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { ZodError } from 'zod';
import { BrokenLog } from '#db/realtime/doc-updates.ts';
import { isOwnRequest } from '../../kernel/http/own-origin.ts';
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
import { once } from './idempotency.ts';
import { meetingOperations } from './meetings.ts';
import { memberOperations } from './members.ts';
import { openApi } from './openapi.ts';
import type { ApiServices, Operation } from './operation.ts';
import { sendProblem } from './problem.ts';
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

/** What the OpenAPI page says, where we are at this address. */
export function describeApi(origin: string) {
  return openApi(operations, origin);
}

/** REST under `/api/v1`: JSON, session cookie or bearer token (of a session, or an access token), problems by RFC 9457. */
export function createApi(services: ApiServices): Router {
  const api = Router();
  const admit = createAdmission(services, createApiRate(services.counters));
  api.get('/openapi.json', (_request, response) => void response.json(describeApi(services.origin)));
  api.use(noStore, ownOrigin(services), express.json({ limit: '1mb', strict: false }));
  for (const operation of operations) {
    api[operation.method](operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), handle(services, admit, operation));
  }
  api.use(conversionRoutes(services, admit));
  api.use(boardFileRoutes(services, admit));
  api.use((_request, response) => sendProblem(response, 'access.notFound'));
  api.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : null;
    if (type === 'entity.too.large') return sendProblem(response, 'api.tooLarge');
    if (type === 'entity.parse.failed') return sendProblem(response, 'api.notJson');
    if (isUnreadable(error)) return sendProblem(response, 'api.notJson');
    // An address that cannot be read is none of ours.
    if (error instanceof URIError) return sendProblem(response, 'access.notFound');
    services.log.error({ error }, 'api');
    if (error instanceof BrokenLog) return sendProblem(response, 'api.unreadable');
    sendProblem(response, 'api.unexpected');
  });
  return api;
}

/** A body that its sender did not finish, or in an encoding that nobody has. */
function isUnreadable(error: unknown): boolean {
  const status =
    typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  return !(error instanceof URIError) && status >= 400 && status < 500;
}

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
    const body = operation.body?.safeParse(request.body);
    if (body && !body.success) return sendProblem(response, 'api.invalid', faultsOf(body.error));

    const run = () =>
      operation.run({ services, caller, params: params.data, query: query.data, body: body?.data });
    const outcome = await once(services, caller, request, operation.success, run);
    if (!outcome.ok) return sendProblem(response, outcome.error);
    if (operation.success === 204) return void response.status(204).end();
    response.status(operation.success).json(outcome.value);
  };
}

function faultsOf(error: ZodError) {
  return error.issues.map(({ path, message }) => ({ path: path.join('.'), detail: message }));
}
