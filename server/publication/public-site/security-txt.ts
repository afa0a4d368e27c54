import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';

/** Where researchers look (RFC 9116). */
export const SECURITY_TXT = '/.well-known/security.txt';

const DAY_MS = 86_400_000;
/** Under the year that the RFC recommends; said anew at each answer, so that it never passes. */
const VALID_DAYS = 180;

/**
 * [SC9] Whom to tell of a hole: `SECURITY_CONTACT`, or else the page that says who publishes the site. It is valid for half a year from
 * the day on which it is asked for.
 */
export function securityTxt({ env, origin, now }: Pick<Services, 'env' | 'origin' | 'now'>): RequestHandler {
  return (_request, response) => {
    const today = Math.floor(now().getTime() / DAY_MS) * DAY_MS;
    const lines = [
      `Contact: ${env.SECURITY_CONTACT ?? `${origin}/mentions-legales`}`,
      `Expires: ${new Date(today + VALID_DAYS * DAY_MS).toISOString()}`,
      'Preferred-Languages: fr, en',
      `Canonical: ${origin}${SECURITY_TXT}`,
    ];
    response
      .type('text/plain; charset=utf-8')
      .set('Cache-Control', 'public, max-age=86400')
      .send(`${lines.join('\n')}\n`);
  };
}
