import type { RequestHandler } from 'express';
import { RETRY_AFTER } from '../away.ts';

/** [S19] Whoever hears that nobody can answer now (503), by whichever door, hears when to come back. */
export const tellWhen: RequestHandler = (_request, response, next) => {
  const { writeHead } = response;
  response.writeHead = ((status: number, ...rest: never[]) => {
    if (status === 503 && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', RETRY_AFTER);
    return writeHead.call(response, status, ...rest);
  }) as typeof writeHead;
  next();
};
