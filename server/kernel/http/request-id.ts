import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';

/** Where an answer carries its id. */
export const REQUEST_ID = 'x-request-id';

const current = new AsyncLocalStorage<{ readonly request: string }>();

/**
 * [OP7] Gives each request an id: in the header `x-request-id` of its answer, errors and problem documents included, and in every
 * line of the log that is written on its way. It is always ours: one that a stranger chose would put their words into our log.
 */
export function withRequestId(answer: RequestListener): RequestListener {
  return (request, response) => {
    const id = randomUUID();
    response.setHeader(REQUEST_ID, id);
    current.run({ request: id }, () => answer(request, response));
  };
}

/** What a line of the log says of the request that it belongs to; nothing outside of one. */
export function loggedRequest(): { readonly request?: string } {
  return current.getStore() ?? {};
}
