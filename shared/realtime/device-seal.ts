/**
 * [L11] What a browser asks the server before it closes what somebody left in it: whose browser it is, and the key under which what was not
 * sent is closed for each owner.
 */
export const DEVICE_ADDRESS = '/appareil';
/** Where an account, and nobody else, gets what opens what was closed for it. */
export const DEVICE_KEYS_ADDRESS = '/appareil/cles';
/** The script by which the sign-in page closes what others left in a browser: built on its own, at an address that never changes. */
export const CLOSING_SCRIPT = '/close-device.js';
/** In the query, once for each account whose key is asked for. */
export const SEAL_FOR = 'compte';
/** Accounts of one question: more people than share a computer in two weeks. */
export const MOST_SEALS = 20;

export interface DeviceOwner {
  /** Null for a visitor. */
  readonly account: string | null;
  /** Public keys by account: points of P-256, uncompressed, in base64url. */
  readonly seals: Readonly<Record<string, string>>;
}

/** Both halves of a pair: the public one is a point as above, the secret one a number of 32 bytes, in base64url. */
export interface SealKey {
  readonly publicKey: string;
  readonly secretKey: string;
}

export interface DeviceKeys {
  readonly account: string;
  readonly keys: readonly SealKey[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What the server said, or null when it is no statement of it (the page of a proxy, of an older version). Total. */
export function readDeviceOwner(value: unknown): DeviceOwner | null {
  if (!isObject(value) || !isObject(value.seals)) return null;
  const { account, seals } = value;
  if (account !== null && typeof account !== 'string') return null;
  const texts = Object.entries(seals).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { account, seals: Object.fromEntries(texts) };
}

/** The same of the keys. Total. */
export function readDeviceKeys(value: unknown): DeviceKeys | null {
  if (!isObject(value) || typeof value.account !== 'string' || !Array.isArray(value.keys)) return null;
  const keys = value.keys.flatMap((key: unknown) =>
    isObject(key) && typeof key.publicKey === 'string' && typeof key.secretKey === 'string'
      ? [{ publicKey: key.publicKey, secretKey: key.secretKey }]
      : [],
  );
  return { account: value.account, keys };
}
