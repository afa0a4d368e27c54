import { findDocumentForMember } from '#db/documents/documents.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { forgetUpload } from '#db/library/resource/uploads.ts';
import {
  answerDelivery,
  type DeliveredContent,
  submitDelivery,
} from '#db/programme/mission/mission-deliverables.ts';
import { listMissionPeople } from '#db/programme/mission/mission-people.ts';
import type { DomainError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { DeliveryVerdict } from '#shared/programme/mission/mission.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import type { ExactTexts } from '../../documents/history/exact-texts.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import { createScanner, ScannerAway } from '../../library/resource/scanner.ts';
import type { Uploads } from '../../library/resource/uploads.ts';

/** Which mission, and who does something with it. */
interface On {
  readonly missionId: string;
  readonly title: string;
  readonly userId: string;
}

/** What is handed over: a document that the sender may read, or a file that has come to the mission. */
export type Handed = { readonly documentId: string } | { readonly uploadId: string };

/** Deliverables of missions: what needs their text or their bytes, and the mails that tell of them. */
export interface Missions {
  /**
   * [MS7] Pins what is handed over as it is now, and tells the team of the experiment. Refused: 'mission.documentMissing',
   * 'mission.documentEmpty', 'mission.fileInfected' (the file is then gone), 'mission.scannerAway', 'upload.…' and what
   * `submitDelivery` says; the upload is then still there.
   */
  submit(
    on: On,
    given: { deliverableId: string; note: string; handed: Handed },
  ): Promise<Result<void, DomainError>>;
  /** [MS7] Answers a submission, and tells the consultants. Refused: what `answerDelivery` says. */
  answer(
    on: On,
    given: { deliveryId: string; verdict: DeliveryVerdict; reason: string },
  ): Promise<Result<void, DomainError>>;
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
  readonly mailer: Mailer;
  /** Where our links start. */
  readonly origin: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Makes what handles deliverables. */
export function createMissions({
  db,
  store,
  uploads,
  clamdUrl,
  exactTexts,
  mailer,
  origin,
  now,
  newId,
}: MissionsOptions): Missions {
  const scanner = clamdUrl === undefined ? null : createScanner(clamdUrl);

  async function contentOf(on: On, handed: Handed): Promise<Result<DeliveredContent, DomainError>> {
    if ('documentId' in handed) {
      const { documentId } = handed;
      const found = await findDocumentForMember(db, { documentId, userId: on.userId, now: now() });
      if (!found) return fail('mission.documentMissing');
      const { exactText, sha256, seq, hasText } = await exactTexts.read(found, inNameOf(on.userId));
      if (!hasText) return fail('mission.documentEmpty');
      return ok({ documentId, exactText, seq, sha256 });
    }
    const mine = { uploadId: handed.uploadId, by: on.userId };
    const whole = await uploads.whole({ ...mine, missionId: on.missionId });
    if (!whole.ok) return whole;
    const { name: fileName, contentType, bytes, storageKey, sha256 } = whole.value;
    const found = await lookedAt(storageKey);
    if (found === 'mission.fileInfected') await uploads.cancel(mine);
    return found ? fail(found) : ok({ fileName, contentType, bytes, storageKey, sha256 });
  }

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

  async function tell(
    tx: Db,
    { missionId, title, userId }: On,
    whom: 'team' | 'consultants',
    said: { readonly subject: string; readonly paragraphs: readonly string[] },
  ): Promise<void> {
    const action = {
      label: words.mail.action,
      href: origin + programmePaths.mission({ id: missionId, title }),
    };
    for (const { id, name, email } of await listMissionPeople(tx, { missionId, whom }))
      if (id !== userId)
        await mailer.send(tx, { name, email }, { ...said, action, notice: words.mail.notice }, { userId });
  }

  return {
    read: (storageKey) => store.read(storageKey),

    async submit(on, { deliverableId, note, handed }) {
      const content = await contentOf(on, handed);
      if (!content.ok) return content;
      const { missionId, title, userId } = on;
      return inTransaction(db, async (tx) => {
        const submitted = await submitDelivery(tx, {
          missionId,
          userId,
          now: now(),
          deliverableId,
          deliveryId: newId(),
          note,
          content: content.value,
        });
        if (!submitted.ok) return submitted;
        if ('uploadId' in handed && !(await forgetUpload(tx, { ...handed, by: userId })))
          throw new Error('an upload was handed over twice');
        await tell(tx, on, 'team', words.mail.submitted(title));
        return ok();
      });
    },

    answer(on, { deliveryId, verdict, reason }) {
      return db.transaction(async (tx) => {
        const { missionId, title, userId } = on;
        const change = { missionId, userId, now: now(), deliveryId, verdict, reason };
        const answered = await answerDelivery(tx, change);
        if (answered.ok) await tell(tx, on, 'consultants', words.mail.answered[verdict](title, reason));
        return answered;
      });
    },
  };
}
