import { fail, ok, type Result } from '../../kernel/result.ts';
import type { ResourceError } from './resource-errors.ts';

/** [RS8] What a browser sends at once: small enough to begin again, large enough that a request counts for little. */
export const PIECE_BYTES = 8 * 1024 * 1024;

/** Days that a file which nobody took, or whose sending ended halfway, waits for the rest. */
export const UPLOAD_DAYS = 3;

/** Files that one person may have on their way at once. */
export const UPLOADS_MAX = 20;

/** Says where in the file a piece begins, and how far the file has come. */
export const OFFSET_HEADER = 'Upload-Offset';
/** Says how long the whole file is. */
export const LENGTH_HEADER = 'Upload-Length';
/** The SHA-256 of the whole, in hexadecimal, for who wants it checked. */
export const CHECKSUM_HEADER = 'Upload-Sha256';

/** Where a file goes: to a group, as a resource, or to a mission, as a deliverable. */
export type UploadPlace = { readonly groupId: string } | { readonly missionId: string };

/** The id of the place that a file goes to. */
export const placeId = (place: UploadPlace): string => ('groupId' in place ? place.groupId : place.missionId);

/** [RS8] Whether a file of this size may begin to come. Refused: 'upload.empty', 'upload.tooLarge'. */
export function checkSize(bytes: number, maxBytes: number): Result<void, ResourceError> {
  if (!Number.isSafeInteger(bytes) || bytes <= 0) return fail('upload.empty');
  return bytes > maxBytes ? fail('upload.tooLarge') : ok();
}

/**
 * [RS8] How many bytes a piece may bring that says to begin at `offset`, when `received` of `total` are there. Refused:
 * 'upload.elsewhere', since bytes would be missing, or come twice.
 */
export function roomForPiece(
  { received, total }: { readonly received: number; readonly total: number },
  offset: number,
): Result<number, ResourceError> {
  return offset === received ? ok(total - received) : fail('upload.elsewhere');
}
