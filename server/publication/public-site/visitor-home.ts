import type { RequestHandler } from 'express';
import { paths } from '#shared/paths.ts';

/** Whatever the prefix: plain HTTP has none. */
const SESSION = /better-auth\.session_token=/;

/**
 * [PS10] The home is another one for whoever has no session: at the same address they are given the public home. A session that is over is
 * found out by the page of members, which leads there.
 */
export const visitorHome: RequestHandler = (request, _response, next) => {
  const [path, search] = request.originalUrl.split('?');
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading && path === paths.home() && !SESSION.test(request.headers.cookie ?? '')) {
    // The pages find their route by the one, what stands before them by the other.
    request.originalUrl = search === undefined ? paths.publicHome() : `${paths.publicHome()}?${search}`;
    request.url = request.originalUrl;
  }
  next();
};
