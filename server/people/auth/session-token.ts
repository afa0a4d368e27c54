import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import { TOKEN_PREFIX } from '#shared/operations/token/access-token.ts';
import type { Auth } from './auth.ts';

/** What a request shows: the token of a session, none, or something that better-auth itself must look at. */
type Shown = { readonly token: string } | 'none' | 'unusual';

/** The access token that a request shows, well formed or not; null when it shows none. */
export function accessTokenIn({ authorization = '' }: IncomingHttpHeaders): string | null {
  const shown = BEARER.test(authorization) ? authorization.slice(7).trim() : '';
  return shown.startsWith(TOKEN_PREFIX) ? shown : null;
}

/** The value that better-auth writes in its cookie: the token, and 32 bytes of HMAC-SHA-256 in Base64. */
const SIGNED = /^([A-Za-z0-9]{1,128})\.([A-Za-z0-9+/]{43}=)$/;
const BEARER = /^bearer /i;
const BARE_TOKEN = /^[A-Za-z0-9]{1,128}$/;

/**
 * Reads which session a request shows, by its cookie or bearer token; null when it shows none that we signed. Whether
 * that session still lives is for the database to say.
 *
 * better-auth's own `getSession` costs 2 to 3 ms of processor time a call and a query of its own, which 500 people
 * who come back at once all wait for. So the shapes that it writes itself are checked here, by the same signature, in
 * some microseconds; every other shape is left to it.
 */
export function createTokenReader(auth: Auth): (headers: IncomingHttpHeaders) => Promise<string | null> {
  const ready = auth.$context.then(({ authCookies, secret }) => ({
    cookie: new RegExp(`(?:^|;)\\s*${escaped(authCookies.sessionToken.name)}\\s*=([^;]*)`),
    key: createSecretKey(secret, 'utf8'),
  }));
  return async (headers) => {
    const { cookie, key } = await ready;
    const shown = shownBy(headers, cookie, key);
    if (shown === 'none') return null;
    if (shown !== 'unusual') return shown.token;
    const found = await auth.api.getSession({
      headers: fromNodeHeaders(headers),
      query: { disableRefresh: true },
    });
    return found?.session.token ?? null;
  };
}

function shownBy(headers: IncomingHttpHeaders, cookie: RegExp, key: KeyObject): Shown {
  const { authorization = '' } = headers;
  if (BEARER.test(authorization)) {
    // [TK3] An access token stands for itself: whoever shows one is nobody else, whatever cookie comes with it.
    const access = accessTokenIn(headers);
    if (access !== null) return { token: access };
    // A bare token is as good as a signed cookie: whoever has one has the session (the library's bearer plugin).
    const token = authorization.slice(7).trim();
    return BARE_TOKEN.test(token) ? { token } : 'unusual';
  }
  // Of two cookies of one name the first counts, as for the library.
  const raw = cookie.exec(headers.cookie ?? '')?.[1];
  if (raw === undefined) return 'none';
  const [, token, signature] = SIGNED.exec(decoded(raw.trim())) ?? [];
  if (token === undefined || signature === undefined) return 'unusual';
  const wanted = createHmac('sha256', key).update(token).digest();
  return timingSafeEqual(Buffer.from(signature, 'base64'), wanted) ? { token } : 'none';
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
