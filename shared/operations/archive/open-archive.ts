const DAY_MS = 24 * 3_600_000;

/** [OA1] The format that this program writes, and the newest that it reads. */
export const ARCHIVE_FORMAT = 1;

/** [OA6] How an archive goes on. */
export type OpenArchiveState = 'waiting' | 'running' | 'ready' | 'failed';

/** [OA6] An archive that is ready is kept that long. */
export const OPEN_ARCHIVE_KEPT_DAYS = 7;

/** [OA6] The instant at which an archive that was made now is no more. */
export function openArchiveExpiry(now: Date): Date {
  return new Date(now.getTime() + OPEN_ARCHIVE_KEPT_DAYS * DAY_MS);
}

/** Codes of refusal of this noun; their words are on its own pages only. */
export type OpenArchiveError = 'running' | 'gone';
