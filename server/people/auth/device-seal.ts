import { createECDH, hkdfSync } from 'node:crypto';
import type { SealKey } from '#shared/realtime/device-seal.ts';
import type { Secrets } from './older-secrets.ts';

/**
 * [L11] The pair of keys by which browsers close what an account had not sent yet: anybody may close for somebody, only that account
 * opens. Nothing of it is stored: both halves follow from a secret of the installation and the id of the account.
 */
export interface DeviceSeal {
  /** Of the newest secret: a point of P-256, uncompressed, in base64url. Says nothing of whether there is such an account. */
  publicKey(userId: string): string;
  /** One for each secret, the newest first: what was closed before the secret changed is opened too ([SC6]). */
  keys(userId: string): readonly SealKey[];
}

export function createDeviceSeal([newest, ...older]: Secrets): DeviceSeal {
  return {
    publicKey: (userId) => pairOf(newest, userId).publicKey,
    keys: (userId) => [newest, ...older].map((secret) => pairOf(secret, userId)),
  };
}

function pairOf(secret: string, userId: string): SealKey {
  const ecdh = createECDH('prime256v1');
  // Of 2^32 numbers of 32 bytes one is no key of the curve: then the next is taken.
  for (let attempt = 0; ; attempt += 1) {
    const scalar = Buffer.from(hkdfSync('sha256', secret, '', `device-seal:${userId}:${attempt}`, 32));
    try {
      ecdh.setPrivateKey(scalar);
    } catch {
      continue;
    }
    return { publicKey: ecdh.getPublicKey('base64url'), secretKey: scalar.toString('base64url') };
  }
}
