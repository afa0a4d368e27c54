import { findDocumentForMember } from '#db/documents/documents.ts';
import type { Db } from '#db/kernel/client.ts';
import type { DomainError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ExactTexts } from '../../documents/history/exact-texts.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import { createScanner, ScannerAway } from '../../library/resource/scanner.ts';
import type { Uploads } from '../../library/resource/uploads.ts';

/** What is handed over: a document that the sender may read, or a file that has come to the mission. */
export type Handed = { readonly documentId: string } | { readonly uploadId: string };

/** The same as it is at this moment: the exact text up to an update, or a file whose bytes are in the store. */
export type Pinned = { readonly sha256: string } & (
  | { readonly documentId: string; readonly seq: number; readonly exactText: string }
  | {
      readonly uploadId: string;
      readonly fileName: string;
      readonly contentType: string;
      readonly bytes: number;
      readonly storageKey: string;
    }
);

/** Deliverables of missions: what needs their text or their bytes. */
export interface Missions {
  /**
   * [MS7] Pins what is handed over as it is now, for 'delivery.submit'. Refused: 'mission.documentMissing', 'mission.documentEmpty',
   * 'mission.fileInfected' (the file is then gone), 'mission.scannerAway', 'upload.…'.
   */
  pin(on: { missionId: string; userId: string }, handed: Handed): Promise<Result<Pinned, DomainError>>;
  /** The bytes of a file that was handed over. */
  read(storageKey: string): Promise<ReadableStream<Uint8Array> | null>;
}

interface MissionsOptions {
  readonly db: Db;
  readonly store: Pick<FileStore, 'read'>;
  readonly uploads: Pick<Uploads, 'whole' | 'cancel'>;
  /** Where the scanner is; none: files are taken as they are. */
  readonly clamdUrl: string | undefined;
  readonly exactTexts: Pick<ExactTexts, 'read'>;
  readonly now: () => Date;
}

/** Makes what handles deliverables. */
export function createMissions({ db, store, uploads, clamdUrl, exactTexts, now }: MissionsOptions): Missions {
  const scanner = clamdUrl === undefined ? null : createScanner(clamdUrl);

  /** [RS11] What the scanner says against a file; null for nothing, and where nothing scans. */
  async function lookedAt(storageKey: string) {
    const bytes = scanner && (await store.read(storageKey));
    if (!scanner || !bytes) return null;
    try {
      return (await scanner.scan(bytes)).isClean ? null : 'mission.fileInfected';
    } catch (error) {
      if (!(error instanceof ScannerAway)) throw error;
      return 'mission.scannerAway';
    }
  }

  return {
    read: (storageKey) => store.read(storageKey),

    async pin({ missionId, userId }, handed) {
      if ('documentId' in handed) {
        const { documentId } = handed;
        const found = await findDocumentForMember(db, { documentId, userId, now: now() });
        if (!found) return fail('mission.documentMissing');
        const { exactText, sha256, seq, hasText } = await exactTexts.read(found, inNameOf(userId));
        return hasText ? ok({ documentId, exactText, seq, sha256 }) : fail('mission.documentEmpty');
      }
      const mine = { uploadId: handed.uploadId, by: userId };
      const whole = await uploads.whole({ ...mine, missionId });
      if (!whole.ok) return whole;
      const { name: fileName, contentType, bytes, storageKey, sha256 } = whole.value;
      const found = await lookedAt(storageKey);
      if (found === 'mission.fileInfected') await uploads.cancel(mine);
      return found ? fail(found) : ok({ ...handed, fileName, contentType, bytes, storageKey, sha256 });
    },
  };
}
