import type { IncomingMessage, RequestListener } from 'node:http';
import { type Traced, traces } from '#db/kernel/traced.ts';
import { REQUEST_ID } from '../http/request-id.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Express leaves on a request which of its routes took it. */
type Routed = IncomingMessage & { readonly baseUrl?: string; readonly route?: { readonly path?: unknown } };

/** [OT1] Tells whoever traces of each request: its method, the pattern of its address, its id and its status; nothing that was sent. */
export function tracedRequests(answer: RequestListener): RequestListener {
  return (request, response) => {
    if (!traces.hasSubscribers) return answer(request, response);
    const method = METHODS.has(request.method ?? '') ? String(request.method) : '_OTHER';
    const id = String(response.getHeader(REQUEST_ID));
    const work: Traced = {
      kind: 'request',
      name: method,
      attributes: { 'http.request.method': method, 'cordee.request_id': id },
    };
    traces.start.runStores(work, () => {
      response.once('close', () => {
        const { baseUrl = '', route } = request as Routed;
        if (typeof route?.path === 'string') work.route = baseUrl + route.path;
        work.status = response.statusCode;
        traces.asyncEnd.publish(work);
      });
      answer(request, response);
    });
  };
}
