import type { SealKey } from '#shared/realtime/device-seal.ts';

/** Bytes that only the account opens to which this public key belongs. */
export interface SealedBox {
  /** Whose: tells which of several secret keys opens it. */
  readonly publicKey: string;
  /** The public half of a pair that was made for this box alone, and forgotten. */
  readonly ephemeral: ArrayBuffer;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const INFO = new TextEncoder().encode('cordee device seal');
const IV_BYTES = 12;

/** Browsers have the means in secure contexts only: HTTPS, or this machine. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

/**
 * ECIES: ECDH on P-256 with a key of its own, HKDF-SHA-256, AES-256-GCM. Whoever closes cannot open again.
 * Rejects when the key is none.
 */
export async function seal(bytes: Uint8Array<ArrayBuffer>, publicKey: string): Promise<SealedBox> {
  const { subtle } = crypto;
  const pair = await subtle.generateKey(CURVE, false, ['deriveBits']);
  const ephemeral = await subtle.exportKey('raw', pair.publicKey);
  const point = bytesOf(publicKey);
  const recipient = await subtle.importKey('raw', point, CURVE, false, []);
  const key = await keyBetween(pair.privateKey, recipient, ephemeral, point);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return { publicKey, ephemeral, iv, data: await subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
}

/** What the box holds; null when none of these keys opens it, or when it was changed. */
export async function openBox(
  { publicKey, ephemeral, iv, data }: SealedBox,
  keys: readonly SealKey[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  const own = keys.find((key) => key.publicKey === publicKey);
  if (!own) return null;
  const { subtle } = crypto;
  try {
    const point = bytesOf(publicKey);
    const secret = await subtle.importKey('jwk', jwkOf(own, point), CURVE, false, ['deriveBits']);
    const sender = await subtle.importKey('raw', ephemeral, CURVE, false, []);
    const key = await keyBetween(secret, sender, ephemeral, point);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv }, key, data));
  } catch {
    return null;
  }
}

/** Both sides come to the same: the secret of one with the public half of the other. */
async function keyBetween(
  secret: CryptoKey,
  other: CryptoKey,
  ephemeral: ArrayBuffer,
  point: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const { subtle } = crypto;
  const shared = await subtle.deriveBits({ name: 'ECDH', public: other }, secret, 256);
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const salt = new Uint8Array([...new Uint8Array(ephemeral), ...point]);
  return subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: INFO },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function jwkOf({ secretKey }: SealKey, point: Uint8Array): JsonWebKey {
  // An uncompressed point: 0x04, then its two coordinates.
  return { kty: 'EC', crv: 'P-256', x: textOf(point.slice(1, 33)), y: textOf(point.slice(33)), d: secretKey };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
