import type { RequestHandler } from 'express';

const VERSION = /^\/ressources\/[^/]+\/versions\/\d+$/;

/** Readers of PDF in browsers do not start in a sandbox; they are one themselves, and this lets nothing else in. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "object-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * [RS14] The preview of a PDF stands in a frame of a page of ours (decision 0019). The headers of pages, which no frame may hold, are
 * replaced before the answer is made: a second policy beside the first would only forbid more.
 */
export const pdfFrame: RequestHandler = (request, response, next) => {
  if (request.query.affichage === 'apercu' && VERSION.test(request.path))
    response.set({ 'Content-Security-Policy': POLICY, 'X-Frame-Options': 'SAMEORIGIN' });
  next();
};
