import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { ApiOperation, OpenApiPage } from './openapi-page.ts';
import { type ApiError, sendProblem } from './problem.ts';

const ANY_FILE = 'application/octet-stream';

/** The address of the OpenAPI page as express has it. */
export function routeOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/**
 * [I4] At each address of the OpenAPI page: another method than it has is 405, with those that it has; what the operation takes and gives is
 * noted for its door (`refusedMedia`).
 */
export function knownAddresses({ paths }: Pick<OpenApiPage, 'paths'>): Router {
  const routes = Router();
  for (const [path, operations] of Object.entries(paths)) {
    const media = new Map(Object.entries(operations).map(([method, one]) => [method, mediaOf(one)]));
    routes.all(routeOf(path), onlyBy([...media.keys()]), ({ method }, { locals }, next) => {
      locals.media = media.get(method === 'HEAD' ? 'get' : method.toLowerCase());
      next();
    });
  }
  return routes;
}

/** [I4] Lets these methods by. */
export function onlyBy(methods: readonly string[]): RequestHandler {
  const allowed = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  return ({ method }, response, next) => {
    if (allowed.includes(method)) return next();
    response.set('Allow', [...allowed, 'OPTIONS'].join(', '));
    if (method === 'OPTIONS') return void response.status(204).end();
    sendProblem(response, 'api.method');
  };
}

/** What an operation takes as a body, and what it answers with. */
function mediaOf({ requestBody, responses }: ApiOperation) {
  const [, done] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  return { takes: Object.keys(requestBody?.content ?? {}), gives: Object.keys(done?.content ?? {}) };
}

/** [I4] Why an operation cannot read what is sent to it (415), or has nothing that the asker would read (406); null when neither. */
export function refusedMedia(request: Request, { locals }: Response): ApiError | null {
  const { takes, gives }: ReturnType<typeof mediaOf> = locals.media;
  const isUntold = request.get('Content-Type') === undefined && takes.includes(ANY_FILE);
  if (takes.length > 0 && !isUntold && !request.is(takes))
    return takes.includes('application/json') && takes.length === 1 ? 'api.notJson' : 'api.mediaType';
  const isFree = gives.length === 0 || gives.includes(ANY_FILE);
  return isFree || request.accepts(gives) ? null : 'api.notAcceptable';
}
