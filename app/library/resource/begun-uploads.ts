import { UPLOAD_DAYS } from '#shared/library/resource/upload.ts';

/** Uploads that this browser has begun, so that one goes on after a reload: by place, name, size and date of the file. */
const PREFIX = 'cordee:envoi:';
const DAY_MS = 24 * 3600 * 1000;

interface Begun {
  readonly id: string;
  readonly name: string;
  readonly at: number;
}

const keyOf = (placeId: string, file: File) =>
  `${PREFIX}${placeId}:${file.size}:${file.lastModified}:${file.name}`;

/** The upload of this very file that was begun here; null when there is none. */
export function begunUpload(placeId: string, file: File): string | null {
  return read(keyOf(placeId, file))?.id ?? null;
}

export function rememberUpload(placeId: string, file: File, id: string): void {
  const begun: Begun = { id, name: file.name, at: Date.now() };
  try {
    localStorage.setItem(keyOf(placeId, file), JSON.stringify(begun));
  } catch {
    // No room, or not allowed: after a reload the file begins again.
  }
}

export function forgetUpload(placeId: string, file: File): void {
  try {
    localStorage.removeItem(keyOf(placeId, file));
  } catch {
    // Then it could not be remembered either.
  }
}

/** Names of files whose upload into this group or mission stopped on its way; what the server has cleared away by now is forgotten. */
export function begunNames(placeId: string): readonly string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${placeId}:`));
    return keys.flatMap((key) => {
      const begun = read(key);
      if (begun && begun.at > Date.now() - UPLOAD_DAYS * DAY_MS) return [begun.name];
      localStorage.removeItem(key);
      return [];
    });
  } catch {
    return [];
  }
}

function read(key: string): Begun | null {
  try {
    const { id, name, at }: Partial<Begun> = JSON.parse(localStorage.getItem(key) ?? '{}');
    return id && name && at ? { id, name, at } : null;
  } catch {
    return null;
  }
}
