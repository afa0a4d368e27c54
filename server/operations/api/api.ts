import { type Request, type Response, Router } from 'express';
import type { ZodError } from 'zod';
import { api as words } from '#shared/operations/api/api.fr.ts';
import type { OperationName } from '#shared/operations/api/api-operations.fr.ts';
import { answerFailure, noStore, ownOrigin, readJsonBody } from './answers.ts';
import { createApiRate } from './api-rate.ts';
import { boardFileRoutes } from './board-files.ts';
import { boardOperations } from './boards.ts';
import { type Admit, createAdmission } from './caller.ts';
import { changeOperations } from './changes.ts';
import { commentOperations } from './comments.ts';
import { conversionRoutes } from './conversions.ts';
import { datasetOperations } from './datasets.ts';
import { decisionOperations } from './decisions.ts';
import { documentAuthorOperations } from './document-authors.ts';
import { documentChangeOperations } from './document-changes.ts';
import { documentContentOperations } from './document-content.ts';
import { documentVersionOperations } from './document-versions.ts';
import { documentOperations } from './documents.ts';
import { groupOperations } from './groups.ts';
import { heldMeetingOperations } from './held-meetings.ts';
import { writeOnce } from './idempotency.ts';
import { knownAddresses, onlyBy, routeOf } from './media.ts';
import { meetingOperations } from './meetings.ts';
import { memberOperations } from './members.ts';
import { bodySchemaOf, openApi } from './openapi.ts';
import type { JsonSchema } from './openapi-page.ts';
import type { ApiServices, Call, Caller, Operation } from './operation.ts';
import { peopleOperations } from './people.ts';
import { asSeen, ifMatchOf, readersOf, tagOf } from './preconditions.ts';
import { type ApiError, type FieldFault, sendProblem, sentenceOf } from './problem.ts';
import { programmeOperations } from './programme.ts';
import { programmePartOperations } from './programme-parts.ts';
import { resourceOperations } from './resources.ts';
import { searchOperations } from './search.ts';
import { topicOperations } from './topics.ts';
import { unknownFields } from './unknown-fields.ts';
import { useCaseOperations } from './use-cases.ts';

/** Every operation whose body and answer are JSON. Those of files are in `conversions.ts` and `board-files.ts`. */
const operations: readonly Operation[] = [
  ...groupOperations,
  ...documentOperations,
  ...documentContentOperations,
  ...documentChangeOperations,
  ...decisionOperations,
  ...documentVersionOperations,
  ...documentAuthorOperations,
  ...commentOperations,
  ...boardOperations,
  ...memberOperations,
  ...peopleOperations,
  ...heldMeetingOperations,
  ...searchOperations,
  ...meetingOperations,
  ...topicOperations,
  ...resourceOperations,
  ...datasetOperations,
  ...programmeOperations,
  ...programmePartOperations,
  ...changeOperations,
  ...useCaseOperations,
];

const readers = readersOf(operations);
const byName = new Map<string, Operation>(operations.map((one) => [one.name, one]));

/** The operation of this name, for another door than REST. */
export function operationOf(name: OperationName): Operation {
  const found = byName.get(name);
  if (!found) throw new Error(`no operation ${name}`);
  return found;
}

/** What the OpenAPI page says, where we are at this address. */
export function describeApi(origin: string) {
  return openApi(operations, origin);
}

/** REST under `/api/v1`: JSON, session cookie or bearer token (of a session, or an access token), problems by RFC 9457. */
export function createApi(services: ApiServices, rate = createApiRate(services.counters)): Router {
  const api = Router();
  const admit = createAdmission(services, rate);
  const page = describeApi(services.origin);
  api.get('/openapi.json', (_request, response) => void response.json(page));
  api.use(noStore, ownOrigin(services));
  api.all('/openapi.json', onlyBy(['get']));
  api.use(knownAddresses(page));
  for (const operation of operations)
    api[operation.method](routeOf(operation.path), handle(services, admit, operation));
  api.use(conversionRoutes(services, admit));
  api.use(boardFileRoutes(services, admit));
  api.use((_request, response) => sendProblem(response, 'access.notFound'));
  api.use(answerFailure(services));
  return api;
}

/** What a request brings for an operation, parsed; or why it is refused. */
async function readCall(
  services: ApiServices,
  caller: Caller,
  operation: Operation,
  { request, response, known }: { request: Request; response: Response; known: JsonSchema | null },
): Promise<Call<unknown, unknown, unknown> | null> {
  const refuse = (...[code, faults]: [ApiError, FieldFault[]?]) => {
    sendProblem(response, code, faults);
    return null;
  };
  // An address that cannot be one of ours is an absent object, not a malformed request.
  const params = operation.params.safeParse(request.params);
  if (!params.success) return refuse('access.notFound');
  const query = operation.query.safeParse(request.query);
  if (!query.success) return refuse('api.invalid', faultsOf(query.error));
  if (operation.body) {
    const read = await readJsonBody(services, caller, { request, response, maxBytes: operation.maxBytes });
    if (!read.ok) return refuse(read.error, read.faults);
    request.body = read.value;
  }
  const body = operation.body?.safeParse(request.body);
  const unknown = known ? unknownFields(known, request.body) : [];
  const faults = [
    ...unknown.map((path) => ({ path, detail: words.unknownField })),
    ...(body?.error ? faultsOf(body.error) : []),
  ];
  if (faults.length > 0) return refuse('api.invalid', faults);
  const ifMatch = ifMatchOf(request);
  return { services, caller, params: params.data, query: query.data, body: body?.data, ifMatch };
}

function handle(services: ApiServices, admit: Admit, operation: Operation) {
  const known = operation.body && bodySchemaOf(operation.body);
  const reader = readers.get(operation.path);
  return async (request: Request, response: Response) => {
    const caller = await admit(request, response, operation.scope);
    if (!caller) return;
    const call = await readCall(services, caller, operation, { request, response, known });
    if (!call) return;
    const { success: status } = operation;
    const outcome =
      operation.method === 'get'
        ? await operation.run(call)
        : await writeSeen(call, reader, () =>
            writeOnce(
              services,
              caller,
              request,
              { status, content: JSON.stringify(request.body ?? null) },
              async (madeId, isKeyed) => {
                const seen = await asSeen(reader, call);
                return seen.ok ? operation.run({ ...call, madeId, isKeyed }) : seen;
              },
            ),
          );
    if (!outcome.ok) return sendProblem(response, outcome.error, faultsIn(outcome));
    if (operation.tag || reader?.answer === operation.answer)
      response.set('ETag', `"${tagOf(operation, outcome.value)}"`);
    if (operation.located) {
      const place = operation.located(outcome.value as never, call.params as never);
      response.location(URL.canParse(place) ? place : `/api/v1${place}`);
    }
    if (status === 204) return void response.status(204).end();
    // [I5] What is everybody’s is kept by whoever asks, and read from any page.
    if (operation.scope === 'public')
      response.set({ 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' });
    response.status(status).json(outcome.value);
  };
}

/** [I8] Two who have seen the same and change it follow one another: the second has not seen what the first made of it. */
function writeSeen<T>(
  { services, params, ifMatch }: Call<unknown, unknown, unknown>,
  reader: Operation | undefined,
  write: () => Promise<T>,
): Promise<T> {
  if (!ifMatch || !reader) return write();
  return services.database.locks.holding(`seen ${reader.path} ${JSON.stringify(params)}`, write);
}

/** [I2] The fields that a refusal is about, where it names them. */
function faultsIn({ fields = {} }: { readonly fields?: Readonly<Partial<Record<string, ApiError>>> }) {
  return Object.entries(fields).flatMap(([path, code]) =>
    path && code ? [{ path, detail: sentenceOf(code) }] : [],
  );
}

function faultsOf(error: ZodError) {
  return error.issues.map(({ path, message }) => ({ path: path.join('.'), detail: message }));
}
