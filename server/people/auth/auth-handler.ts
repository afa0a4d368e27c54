import { toNodeHandler } from 'better-auth/node';
import type { RequestHandler } from 'express';
import type { Database } from '#db/kernel/client.ts';
import { isWellEncoded, unstorableIn, utf8Text } from '#shared/kernel/storable.ts';
import type { HeldBodies } from '../../kernel/http/held-bodies.ts';
import { BodyRefused, readBody } from '../../kernel/http/read-body.ts';
import type { Auth } from './auth.ts';

/** Names, passwords and keys: the longest that any of its forms sends is some kilobytes. */
const MAX_BYTES = 64 * 1024;

interface AuthHandlerOptions {
  readonly auth: Auth;
  readonly heldBodies: HeldBodies;
  readonly database: Pick<Database, 'ping'>;
}

/**
 * What answers under `/api/auth`, behind `stampPeer`. [SC14] It reads bodies without end, so what it is given has been read already. [S19] A database
 * that is away is nobody to it, whose session it then says is over: so it is asked first.
 */
export function authHandler({ auth, heldBodies, database }: AuthHandlerOptions): RequestHandler[] {
  const answer = toNodeHandler(auth);
  return [
    letScriptsIn,
    async (request, response) => {
      const reading = { heldBodies, sender: { stranger: request }, maxBytes: MAX_BYTES };
      const body = utf8Text(await readBody(request, response, reading));
      if (body === null || holdsUnstorable(body)) throw new BodyRefused(400);
      request.body = body;
      await database.ping();
      await answer(request, response);
    },
  ];
}

/** [SC16] [SC19] As JSON, or as a form: the library hands on what it reads. */
function holdsUnstorable(body: string): boolean {
  try {
    return unstorableIn(JSON.parse(body)) !== null;
  } catch {
    return !isWellEncoded(body) || unstorableIn([...new URLSearchParams(body)]) !== null;
  }
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
