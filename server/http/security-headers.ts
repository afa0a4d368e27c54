import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** [PS6] The one page that other sites may frame: a card of what is public, where there is nothing to click but a link. */
const FRAMED = /^\/cas-d-usage\/[^/]+\/vignette\/?$/i;
const isFramed = ({ url = '' }: { url?: string | undefined }) => FRAMED.test(url.split('?')[0] ?? '');

/**
 * The headers of every answer (security plan, A37). Scripts run by nonce only; React Aria positions its popovers with
 * style attributes, hence `style-src-attr`. In development Vite injects styles and scripts that know no nonce.
 */
export function securityHeaders({
  isDevelopment,
  isHttps,
}: {
  isDevelopment: boolean;
  isHttps: boolean;
}): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString('base64url');
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: isDevelopment
            ? ["'self'", "'unsafe-inline'"]
            : [
                (_request, response) =>
                  `'nonce-${(response as unknown as { locals: { nonce: string } }).locals.nonce}'`,
                "'strict-dynamic'",
              ],
          styleSrc: isDevelopment
            ? ["'self'", "'unsafe-inline'"]
            : [
                "'self'",
                (_request, response) =>
                  `'nonce-${(response as unknown as { locals: { nonce: string } }).locals.nonce}'`,
              ],
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'"],
          workerSrc: ["'self'"],
          connectSrc: isDevelopment ? ["'self'", 'ws:'] : ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: [(request) => (isFramed(request) ? '*' : "'none'")],
        },
      },
      strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'same-origin' },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    (request, response, next) => {
      if (isFramed(request)) response.removeHeader('X-Frame-Options');
      next();
    },
  ];
}
