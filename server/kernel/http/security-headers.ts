import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** [PS6] The one page that other sites may frame: a card of what is public, where there is nothing to click but a link. */
const FRAMED = /^\/cas-d-usage\/[^/]+\/vignette\/?$/i;
const isFramed = ({ url = '' }: { url?: string | undefined }) => FRAMED.test(url.split('?')[0] ?? '');

const CSP = 'Content-Security-Policy';
/** [SC1] Of whatever is no page of ours: opened by itself, it runs nothing, loads nothing and stands in no frame. */
const CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** [SC1] What no page of ours uses is off, for frames too. */
const PERMISSIONS = [
  'camera=()',
  'display-capture=()',
  'geolocation=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'usb=()',
].join(', ');

/**
 * [SC1] The headers of every answer, whatever makes it (security plan, A37). Who answers may replace the policy by its own.
 */
export function everyAnswer({
  isHttps,
  hasSubdomains,
}: {
  readonly isHttps: boolean;
  /** [SC2] HTTPS binds the subdomains of the installation's name too. */
  readonly hasSubdomains: boolean;
}): RequestHandler {
  const secure = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: hasSubdomains } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  return (request, response, next) => {
    response.set({ [CSP]: CLOSED, 'Permissions-Policy': PERMISSIONS });
    secure(request, response, next);
  };
}

/** [SC1] Of several headers of one of these names a browser obeys all or the first: the one of who answers stands alone. */
const ALONE = new Set(
  [CSP, 'X-Content-Type-Options', 'X-Frame-Options', 'Referrer-Policy'].map((name) => name.toLowerCase()),
);

/**
 * [SC1] What pages have beside the headers of every answer: a nonce of their own, and the policy in which their scripts run. React Aria
 * positions its popovers with style attributes, hence `style-src-attr`. In development Vite injects styles and scripts that
 * know no nonce.
 */
export function pageHeaders({ isDevelopment }: { readonly isDevelopment: boolean }): RequestHandler {
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64url');
    response.locals.nonce = nonce;
    const standing = response.get(CSP);
    const append = response.append.bind(response);
    // The pages' adapter appends header by header: only then is known what the answer is.
    response.append = (name: string, value?: string | string[]): Response => {
      if (ALONE.has(name.toLowerCase())) return response.set(name, value);
      const isPage = name.toLowerCase() === 'content-type' && String(value).startsWith('text/html');
      const isFile = response.get('Content-Disposition')?.startsWith('attachment');
      if (isPage && !isFile && response.get(CSP) === standing) {
        response.set(CSP, pagePolicy(nonce, { isDevelopment, isFramed: isFramed(request) }));
        if (isFramed(request)) response.removeHeader('X-Frame-Options');
      }
      return append(name, value);
    };
    next();
  };
}

function pagePolicy(
  nonce: string,
  { isDevelopment, isFramed }: { isDevelopment: boolean; isFramed: boolean },
): string {
  return [
    "default-src 'self'",
    isDevelopment ? "script-src 'self' 'unsafe-inline'" : `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    isDevelopment ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isFramed ? '*' : "'none'"}`,
  ].join('; ');
}
