import { ownKey } from '#shared/kernel/offline/own-key.ts';
import { placeId, UPLOAD_DAYS, type UploadPlace } from '#shared/library/resource/upload.ts';
import { useAccount } from '../../ui/account.ts';

/** Where an account sends files to. */
export interface UploadsInto {
  readonly account: string;
  /** The group or the mission. */
  readonly placeId: string;
}

/** Where whoever has this page open sends files to. */
export const useUploadsInto = (place: UploadPlace): UploadsInto => ({
  account: useAccount(),
  placeId: placeId(place),
});

const DAY_MS = 24 * 3600 * 1000;

interface Begun {
  readonly id: string;
  readonly name: string;
  readonly at: number;
}

/** Uploads that this browser has begun, so that one goes on after a reload: by place, name, size and date of the file. */
const prefixOf = ({ account, placeId }: UploadsInto) => ownKey(account, `envoi:${placeId}:`);

const keyOf = (into: UploadsInto, file: File) =>
  `${prefixOf(into)}${file.size}:${file.lastModified}:${file.name}`;

/** The upload of this very file that was begun here; null when there is none. */
export function begunUpload(into: UploadsInto, file: File): string | null {
  return read(keyOf(into, file))?.id ?? null;
}

export function rememberUpload(into: UploadsInto, file: File, id: string): void {
  const begun: Begun = { id, name: file.name, at: Date.now() };
  try {
    localStorage.setItem(keyOf(into, file), JSON.stringify(begun));
  } catch {
    // No room, or not allowed: after a reload the file begins again.
  }
}

export function forgetUpload(into: UploadsInto, file: File): void {
  try {
    localStorage.removeItem(keyOf(into, file));
  } catch {
    // Then it could not be remembered either.
  }
}

/** Names of files whose upload into this group or mission stopped on its way; what the server has cleared away by now is forgotten. */
export function begunNames(into: UploadsInto): readonly string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(into)));
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
