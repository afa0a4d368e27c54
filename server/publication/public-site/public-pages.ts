import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { RequestHandler, Response } from 'express';

/** How long a page of the public site is given again as it was drawn. Another instance of the server hears of a withdrawal that late. */
const KEPT_MS = 5_000;
const KEPT_MAX = 300;
/** A page weighs 100 KB at most; a file of open data may be larger, and is made each time. */
const KEPT_BYTES = 500_000;
const PUBLIC =
  /^\/(?:$|\?|(?:accueil|appels|guides|plan-du-site|cas-d-usage|dossiers|entretiens|synthese-publique|carte|donnees-ouvertes|catalogue\.(?:jsonld|ttl)|api\/v1\/use-cases)(?:[/?]|$))/;

interface KeptPage {
  readonly at: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  /** Packed once, not for each. */
  readonly packed: Buffer;
}

/**
 * [PS7] A page of the public site is drawn once in five seconds for whoever has no session, however many ask, whoever asks meanwhile
 * waits for that drawing, and it goes out with an ETag: who has it already is told so. Whatever is sent to this server to be changed
 * throws away all that is kept, before and after, so that a withdrawal is seen at once.
 */
export function publicPages(): RequestHandler {
  const kept = new Map<string, KeptPage>();
  const drawings = new Map<string, Promise<KeptPage | null>>();
  let changes = 0;
  const forget = () => {
    changes += 1;
    kept.clear();
    drawings.clear();
  };
  return async ({ method, originalUrl, headers }, response, next) => {
    if (method !== 'GET' && method !== 'HEAD') {
      forget();
      response.once('close', forget);
      return next();
    }
    const isVisitor = headers.cookie === undefined && headers.authorization === undefined;
    if (method !== 'GET' || !isVisitor || !PUBLIC.test(originalUrl)) return next();
    const found = kept.get(originalUrl);
    if (found && performance.now() - found.at < KEPT_MS) return send(response, found);
    const drawing = await drawings.get(originalUrl);
    if (drawing) return send(response, drawing);

    const before = changes;
    const { promise, resolve } = Promise.withResolvers<KeptPage | null>();
    if (!drawings.has(originalUrl)) drawings.set(originalUrl, promise);
    const done = (page: KeptPage | null) => {
      resolve(page);
      if (drawings.get(originalUrl) === promise) drawings.delete(originalUrl);
    };
    // Without a page, or by a visitor who left: whoever waits draws it.
    response.once('close', () => done(null));
    whole(response, (body) => {
      const page = drawn(response, body);
      const isSmall = body.length <= KEPT_BYTES;
      if (before === changes && isSmall && !response.hasHeader('set-cookie')) {
        if (kept.size >= KEPT_MAX) kept.clear();
        kept.set(originalUrl, page);
        done(page);
      }
      send(response, page);
    });
    next();
  };
}

/** Holds back what is written until its end: `sent` is given a page that is there, all else goes out as it came. */
function whole(response: Response, sent: (body: Buffer) => void): void {
  const { write, end } = response;
  const chunks: Uint8Array[] = [];
  const hold = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(chunk);
  };
  Object.assign(response, {
    write: (chunk: unknown) => {
      hold(chunk);
      return true;
    },
    end: (chunk?: unknown) => {
      hold(chunk);
      Object.assign(response, { write, end });
      const body = Buffer.concat(chunks);
      if (response.statusCode === 200) sent(body);
      else response.end(body);
      return response;
    },
  });
}

/** The nonce is another one each time: the same page has the same ETag whatever it is. */
function drawn(response: Response, body: Buffer): KeptPage {
  const nonce = String(response.locals.nonce ?? '');
  const text = body.toString('latin1');
  const said = nonce ? text.replaceAll(nonce, '') : text;
  const etag = `W/"${createHash('sha256').update(said, 'latin1').digest('base64url').slice(0, 27)}"`;
  const headers = { ...response.getHeaders(), etag };
  return { at: performance.now(), headers, body, packed: gzipSync(body) };
}

function send(response: Response, { headers, body, packed }: KeptPage): void {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !OWN.has(name)) response.setHeader(name, value);
  // What the browser has keeps the policy that it came with, and its nonce.
  if (response.req.fresh) response.removeHeader('Content-Security-Policy');
  response.vary('Accept-Encoding');
  const isPacked = response.req.acceptsEncodings('gzip') === 'gzip';
  if (isPacked) response.setHeader('Content-Encoding', 'gzip');
  response.status(200).send(isPacked ? packed : body);
}

/** Of each answer for itself. */
const OWN = new Set(['content-length', 'transfer-encoding', 'content-encoding', 'date', 'connection']);
