import type { IncomingHttpHeaders, RequestListener } from 'node:http';

/** [SC14] What a body may weigh, at most: what its headers announce, or the limit of who reads it. Zero when there is none. */
export function mostBytesOf(
  { 'content-length': length, 'transfer-encoding': coding }: IncomingHttpHeaders,
  limit: number,
): number {
  if (length === undefined) return coding === undefined ? 0 : limit;
  return Math.min(Number(length), limit);
}

/** How long whoever is still sending after the answer may go on, to hear it. */
const HEARD_MS = 2_000;

/**
 * [SC14] Who was answered and still sends a body whose end was never announced is cut off: nobody reads it, and it may have none. One of an
 * announced length is let through to nowhere, since a browser listens only once it has sent everything, and a line that is kept serves the next
 * request only then: whoever began to read it and stopped reads no more.
 */
export function cutEndless(answer: RequestListener): RequestListener {
  return (request, response) => {
    const isAnnounced = request.headers['content-length'] !== undefined;
    if (!request.complete)
      response.once('finish', () => {
        if (request.complete) return;
        if (isAnnounced) request.removeAllListeners('data').resume();
        else setTimeout(() => request.destroy(), HEARD_MS).unref();
      });
    answer(request, response);
  };
}
