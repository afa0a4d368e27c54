import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The secrets of an installation: the newest signs, all of them read. Never empty. */
export type Secrets = readonly [string, ...string[]];

/** A cookie that better-auth signs: its name, the value, and 32 bytes of HMAC-SHA-256 in Base64. */
const SIGNED = /^((?:__Host-)?better-auth\.[\w-]+)=(.+)\.([A-Za-z0-9+/]{43}=)$/;

/**
 * [SC6] Makes a cookie that an older secret signed one of the newest, in the headers of a request, before anybody reads them: better-auth
 * knows one secret, and nobody is signed out when it changes. The browser gets the new one when its session is next renewed.
 */
export function createCookieRenewal([newest, ...older]: Secrets): (
  request: IncomingMessage,
) => IncomingMessage {
  return (request) => {
    const { headers } = request;
    if (older.length > 0 && headers.cookie?.includes('better-auth.')) {
      const pairs = headers.cookie.split(';');
      headers.cookie = pairs.map((pair) => renewed(pair.trim(), newest, older)).join('; ');
    }
    return request;
  };
}

function renewed(pair: string, newest: string, older: readonly string[]): string {
  const [, name, value, mark] = SIGNED.exec(decoded(pair)) ?? [];
  if (name === undefined || value === undefined || mark === undefined) return pair;
  const given = Buffer.from(mark, 'base64');
  if (!older.some((secret) => timingSafeEqual(markOf(value, secret), given))) return pair;
  return `${name}=${encodeURIComponent(`${value}.${markOf(value, newest).toString('base64')}`)}`;
}

const markOf = (value: string, secret: string) => createHmac('sha256', secret).update(value).digest();

function decoded(pair: string): string {
  try {
    return decodeURIComponent(pair);
  } catch {
    return pair;
  }
}
