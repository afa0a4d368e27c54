import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { errorPage } from '#shared/kernel/frame.fr.ts';
import { refusedRequest } from '#shared/kernel/refused-request.fr.ts';
import { isWellEncoded } from '#shared/kernel/storable.ts';
import { toldAddress } from '#shared/kernel/told-address.ts';
import { isAway } from '../away.ts';
import { answerOfDatabase } from './database-refusals.ts';
import { BodyRefused } from './read-body.ts';

/**
 * [SC3] Answers what nobody else did: an address or a body that cannot be read is the sender's fault (4xx), the rest is ours, logged with
 * what may be said of its address and told in one sentence. [S19] What is away may be back soon (503). Nothing of the inside leaves: no stack, no
 * query, no name of a file.
 */
export function lastAnswer(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const away = isAway(error);
    const address = toldAddress(request.path);
    const refused = away ? null : answerOfDatabase(error, { log, address });
    const status = away ? 503 : (refused?.status ?? statusOf(error));
    if (away || status === 500) log.error({ err: error, address }, 'request');
    // Half an answer cannot be mended: the connection ends, so that nobody takes it for a whole one.
    if (response.headersSent) return next(error);
    const { title, text } = away
      ? refusedRequest.away
      : (refused?.said ??
        WORDS[status] ??
        (status === 500 ? errorPage.unexpected : refusedRequest.unreadableRequest));
    if (error instanceof BodyRefused) response.set(error.headers);
    response
      .status(status)
      .set('Cache-Control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send(`${title}. ${text}`);
  };
}

/** [SC3] [SC19] No text of ours holds the sign zero, no database takes it, and what is no UTF-8 is no text: an address with either is none. */
export const readableAddress: RequestHandler = ({ url }, _response, next) =>
  url.includes('%00') || !isWellEncoded(url) ? next(new URIError('an address that is no text')) : next();

const WORDS: Readonly<Record<number, { readonly title: string; readonly text: string }>> = {
  408: refusedRequest.slowRequest,
  413: refusedRequest.longRequest,
  503: refusedRequest.busy,
};

function statusOf(error: unknown): number {
  if (error instanceof BodyRefused) return error.status;
  if (error instanceof URIError || isUnreadableAddress(error)) return 400;
  const status =
    typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

function isUnreadableAddress(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && error.code === 'ERR_INVALID_URL';
}

/** [SC3] What is no HTTP at all, or has headers without end: a status, and the connection ends. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const headers = [
    'Connection: close',
    'Content-Length: 0',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options: nosniff',
  ];
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join('\r\n')}\r\n\r\n`);
}
