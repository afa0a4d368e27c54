import { createHash } from 'node:crypto';
import type { Db } from '#db/client.ts';
import { findDocumentForMember } from '#db/documents.ts';
import { answerDelivery, type DeliveredContent, submitDelivery } from '#db/mission-deliverables.ts';
import { listMissionPeople } from '#db/mission-people.ts';
import type { DomainError } from '#shared/errors.ts';
import { mission as words } from '#shared/messages/fr/mission.ts';
import type { DeliveryVerdict } from '#shared/mission/mission.ts';
import { programmePaths } from '#shared/programme-paths.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { ExactTexts } from '../documents/exact-texts.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Mailer } from '../mail/mailer.ts';

/** Which mission, and who does something with it. */
interface On {
  readonly missionId: string;
  readonly title: string;
  readonly userId: string;
}

/** What is handed over: a document that the sender may read, or a file of a form. */
export type Handed = { readonly documentId: string } | { readonly file: File };

/** Deliverables of missions: what needs their text or their bytes, and the mails that tell of them. */
export interface Missions {
  /**
   * [MS7] Pins what is handed over as it is now, and tells the team of the experiment. Refused: 'mission.documentMissing',
   * 'mission.documentEmpty', and what `submitDelivery` says.
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
  readonly store: FileStore;
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
  exactTexts,
  mailer,
  origin,
  now,
  newId,
}: MissionsOptions): Missions {
  async function contentOf(
    on: On,
    handed: Handed,
  ): Promise<Result<DeliveredContent & { storageKey?: string }, DomainError>> {
    if ('documentId' in handed) {
      const { documentId } = handed;
      const found = await findDocumentForMember(db, { documentId, userId: on.userId, now: now() });
      if (!found) return fail('mission.documentMissing');
      const { exactText, sha256, seq, hasText } = await exactTexts.read(found);
      if (!hasText) return fail('mission.documentEmpty');
      return ok({ documentId, exactText, seq, sha256 });
    }
    const bytes = new Uint8Array(await handed.file.arrayBuffer());
    if (bytes.length === 0) return fail('file.empty');
    const storageKey = `missions/${on.missionId}/${newId()}`;
    await store.put(storageKey, bytes);
    return ok({
      fileName: handed.file.name.slice(0, FILE_NAME_MAX),
      contentType: 'application/octet-stream',
      bytes: bytes.length,
      storageKey,
      sha256: sha256Of(bytes),
    });
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
        await mailer.send(tx, { name, email }, { ...said, action, notice: words.mail.notice });
  }

  return {
    read: (storageKey) => store.read(storageKey),

    async submit(on, { deliverableId, note, handed }) {
      const content = await contentOf(on, handed);
      if (!content.ok) return content;
      const { missionId, title, userId } = on;
      const done = await db.transaction(async (transaction) => {
        const tx = transaction as Db;
        const submitted = await submitDelivery(tx, {
          missionId,
          userId,
          now: now(),
          deliverableId,
          deliveryId: newId(),
          note,
          content: content.value,
        });
        if (submitted.ok) await tell(tx, on, 'team', words.mail.submitted(title));
        return submitted;
      });
      if (done.ok) return ok();
      if (content.value.storageKey) await store.remove(content.value.storageKey);
      return done;
    },

    answer(on, { deliveryId, verdict, reason }) {
      return db.transaction(async (transaction) => {
        const tx = transaction as Db;
        const { missionId, title, userId } = on;
        const change = { missionId, userId, now: now(), deliveryId, verdict, reason };
        const answered = await answerDelivery(tx, change);
        if (answered.ok) await tell(tx, on, 'consultants', words.mail.answered[verdict](title, reason));
        return answered;
      });
    },
  };
}

const FILE_NAME_MAX = 120;

function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
