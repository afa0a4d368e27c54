import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import express, { type RequestHandler } from 'express';
import { WORKER_ADDRESS } from '#shared/kernel/offline/kept-room.ts';
import { REQUEST_ID } from './request-id.ts';

const SUFFIX = { br: '.br', gzip: '.gz' } as const;
const YEAR_MS = 365 * 86_400_000;
/** [SC1] Of the service worker: it speaks to us, and does nothing else. */
const WORKER_POLICY =
  "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The built client. Where the build left a compressed copy beside a file and the browser takes it, the copy is sent.
 * Files under `/assets` carry their hash in their name: they never change. A file that a later build took away is absent,
 * never an error.
 */
export function clientFiles(folder: string): RequestHandler {
  const known = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`),
  );
  const options: Parameters<typeof express.static>[1] = {
    index: false,
    redirect: false,
    setHeaders: (response, path) => {
      response.set('Cache-Control', cacheControlOf(`/${relative(folder, path)}`));
    },
  };
  const send = express.static(folder, options);
  // What never changes is never asked for again: a page of fifty scripts is spared the headers that would say when it did.
  const sendHashed = express.static(folder, {
    ...options,
    etag: false,
    lastModified: false,
    acceptRanges: false,
  });
  return (request, response, next) => {
    if (!known.has(request.path)) return next();
    const address = request.url;
    const encoding = (['br', 'gzip'] as const).find(
      (candidate) => known.has(request.path + SUFFIX[candidate]) && request.acceptsEncodings(candidate),
    );
    // Nothing is logged of what never changes, and the ids of fifty scripts weigh two kilobytes.
    if (isHashed(request.path)) response.removeHeader(REQUEST_ID);
    response.vary('Accept-Encoding');
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' });
    // An image that is opened by itself is a document, and SVG has scripts.
    if (request.path.endsWith('.svg')) response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    // The policy of its own answer is that of a worker: this one asks us for the files that it keeps.
    if (request.path === WORKER_ADDRESS) response.set('Content-Security-Policy', WORKER_POLICY);
    if (encoding) {
      response.type(request.path.split('.').at(-1) ?? 'bin').set('Content-Encoding', encoding);
      request.url = request.path + SUFFIX[encoding];
    }
    (isHashed(request.path) ? sendHashed : send)(request, response, (error) => {
      request.url = address;
      response.removeHeader('Content-Encoding');
      next(error);
    });
  };
}

const isHashed = (path: string) => path.startsWith('/assets/');

function cacheControlOf(path: string): string {
  if (isHashed(path)) return `public, max-age=${YEAR_MS / 1000}, immutable`;
  // A browser must learn of a new worker at its next page; the compressed copy has an ending more.
  return path.startsWith(WORKER_ADDRESS) ? 'no-cache' : 'public, max-age=3600';
}
