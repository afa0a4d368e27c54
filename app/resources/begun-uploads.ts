import { UPLOAD_DAYS } from '#shared/resource/upload.ts';

/** Uploads that this browser has begun, so that one goes on after a reload: by group, name, size and date of the file. */
const PREFIX = 'cordee:envoi:';
const DAY_MS = 24 * 3600 * 1000;

interface Begun {
  readonly id: string;
  readonly name: string;
  readonly at: number;
}

const keyOf = (groupId: string, file: File) =>
  `${PREFIX}${groupId}:${file.size}:${file.lastModified}:${file.name}`;

/** The upload of this very file that was begun here; null when there is none. */
export function begunUpload(groupId: string, file: File): string | null {
  return read(keyOf(groupId, file))?.id ?? null;
}

export function rememberUpload(groupId: string, file: File, id: string): void {
  const begun: Begun = { id, name: file.name, at: Date.now() };
  try {
    localStorage.setItem(keyOf(groupId, file), JSON.stringify(begun));
  } catch {
    // No room, or not allowed: after a reload the file begins again.
  }
}

export function forgetUpload(groupId: string, file: File): void {
  try {
    localStorage.removeItem(keyOf(groupId, file));
  } catch {
    // Then it could not be remembered either.
  }
}

/** Names of files whose upload into this group stopped on its way; what the server has cleared away by now is forgotten. */
export function begunNames(groupId: string): readonly string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${groupId}:`));
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
