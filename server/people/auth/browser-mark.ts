import { createHash, randomBytes } from 'node:crypto';

/** A cookie by which a browser shows that it began what it now ends. */
export interface BrowserMark {
  /** Its `Set-Cookie`, and what to keep to know it again. */
  make(): { cookie: string; hash: string };
  /** What `make` said to keep; empty when this request has none. */
  hashIn(headers: Headers): string;
  /** The `Set-Cookie` that takes it away. */
  readonly clear: string;
}

/** [SC13] Makes marks under this name for so many seconds. */
export function browserMark({
  name: bare,
  seconds,
  isHttps,
}: {
  name: string;
  seconds: number;
  isHttps: boolean;
}): BrowserMark {
  const name = isHttps ? `__Host-${bare}` : bare;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{43})(?:;|$)`);
  const hashed = (value: string) => createHash('sha256').update(value).digest('base64url');
  return {
    make() {
      const value = randomBytes(32).toString('base64url');
      return { cookie: `${name}=${value}; Max-Age=${seconds}; ${attributes}`, hash: hashed(value) };
    },
    hashIn(headers) {
      const value = pattern.exec(headers.get('cookie') ?? '')?.[1];
      return value ? hashed(value) : '';
    },
    clear: `${name}=; Max-Age=0; ${attributes}`,
  };
}
