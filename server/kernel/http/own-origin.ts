import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { refusedRequest } from '#shared/kernel/refused-request.fr.ts';
import type { Env } from '../env.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * [SC8] Does what this request sends come from our own pages, or from no page at all? A browser says where a page is from (Origin, `null`
 * included, and Sec-Fetch-Site); scripts and mail programs say nothing.
 */
export function isOwnRequest(
  { ORIGIN }: Pick<Env, 'ORIGIN'>,
  { method = 'GET', headers }: IncomingMessage,
): boolean {
  const { origin, host } = headers;
  const isOwn = origin === undefined || (ORIGIN ? origin === ORIGIN : URL.parse(origin)?.host === host);
  return READS.has(method) || (isOwn && headers['sec-fetch-site'] !== 'cross-site');
}

const OF_PAGES = new Set(['GET', 'HEAD', 'POST']);
/** [SC3] [SC8] What a page is not asked: by another method, or from another site. */
export function pageDoor(env: Pick<Env, 'ORIGIN'>): RequestHandler {
  return (request, response, next) => {
    const refuse = (status: number, { title, text }: { title: string; text: string }) =>
      response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(`${title}. ${text}`);
    if (!OF_PAGES.has(request.method)) {
      response.set('Allow', [...OF_PAGES].join(', '));
      return refuse(405, refusedRequest.unreadableRequest);
    }
    if (!isOwnRequest(env, request)) return refuse(403, refusedRequest.foreignRequest);
    next();
  };
}
