import { toNodeHandler } from 'better-auth/node';
import type { RequestHandler } from 'express';
import type { Auth } from './auth.ts';

/** What answers under `/api/auth`, behind `stampPeer`. */
export function authHandler(auth: Auth): RequestHandler[] {
  return [letScriptsIn, toNodeHandler(auth)];
}

/**
 * A script sends neither Origin nor cookie (outside contract), but the `fetch` of Node writes `Sec-Fetch-Mode`, by which
 * better-auth takes it for a browser that hides its Origin. A browser always writes `Sec-Fetch-Site` too.
 */
const letScriptsIn: RequestHandler = ({ headers }, _response, next) => {
  const isBrowser = headers.origin ?? headers.referer ?? headers.cookie ?? headers['sec-fetch-site'];
  if (isBrowser === undefined) delete headers['sec-fetch-mode'];
  next();
};
