import {
  DEVICE_ADDRESS,
  DEVICE_KEYS_ADDRESS,
  type DeviceOwner,
  MOST_SEALS,
  readDeviceKeys,
  readDeviceOwner,
  SEAL_FOR,
  type SealKey,
} from '#shared/realtime/device-seal.ts';

/** A server that is silent must keep nothing waiting. */
const PATIENCE_MS = 5_000;

/**
 * Whose browser this is, by the server, and the keys under which to close what these others left. Null when it says nothing: a page may be
 * an old one, or one for everybody, and is no statement.
 */
export async function askOwner(others: readonly string[]): Promise<DeviceOwner | null> {
  const asked = new URLSearchParams(others.slice(0, MOST_SEALS).map((account) => [SEAL_FOR, account]));
  return readDeviceOwner(await ask(`${DEVICE_ADDRESS}?${asked}`));
}

/** What opens what was closed for this account; null when the browser is somebody else's, or the server is away. */
export async function askKeys(account: string): Promise<readonly SealKey[] | null> {
  const told = readDeviceKeys(await ask(DEVICE_KEYS_ADDRESS));
  return told?.account === account ? told.keys : null;
}

async function ask(address: string): Promise<unknown> {
  try {
    const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
