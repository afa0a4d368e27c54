import { createHash } from 'node:crypto';
import { listPeople, listWritersBetween } from '#db/documents/history/document-history.ts';
import { nameVersion } from '#db/documents/history/document-versions.ts';
import { type ExactTextMark, keepExactText } from '#db/documents/history/exact-texts.ts';
import type { Database } from '#db/kernel/client.ts';
import { exactTextOf, hasWords } from '#shared/documents/history/exact-text.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { review as words } from '#shared/reviews/review.fr.ts';
import { type Asking, inNameOf } from '../../kernel/lane/lane.ts';
import type { Rooms } from '../../realtime/rooms.ts';

/** A document as its exact text is made from it. */
export interface TitledDocument {
  readonly id: string;
  readonly title: string;
}

/** What a document says at a moment, to the byte, and up to which update. */
export interface ExactTextNow {
  readonly exactText: string;
  readonly sha256: string;
  readonly seq: number;
  readonly hasText: boolean;
}

/** Exact texts of documents: what needs their text. The caller has checked what this person may do. */
export interface ExactTexts {
  /** [RV1] What the document says now. */
  read(document: TitledDocument, asking: Pick<Asking, 'by'>): Promise<ExactTextNow>;
  /**
   * [RV2] Keeps what the document says now, with who wrote it, under a named version; the same text again is the one that was kept.
   * Refused: 'review.documentEmpty', 'access.notFound' (thrown away meanwhile).
   */
  submit(
    document: TitledDocument & { readonly groupId: string },
    by: string,
  ): Promise<Result<ExactTextMark, 'review.documentEmpty' | 'access.notFound'>>;
}

/** [RV1] The SHA-256 of a text as UTF-8, in hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Makes what handles exact texts. */
export function createExactTexts({
  database,
  rooms,
  now,
  newId,
}: {
  readonly database: Pick<Database, 'db' | 'run'>;
  readonly rooms: Pick<Rooms, 'read'>;
  readonly now: () => Date;
  readonly newId: () => string;
}): ExactTexts {
  const { db, run } = database;

  async function read({ id, title }: TitledDocument, asking: Pick<Asking, 'by'>): Promise<ExactTextNow> {
    const { value: blocks, seq } = await rooms.read(roomName({ kind: 'document', id }), 'blocks', asking);
    const exactText = exactTextOf({ title, blocks });
    return { exactText, sha256: sha256Of(exactText), seq, hasText: hasWords(exactText) };
  }

  return {
    read,

    async submit(document, by) {
      const { exactText, sha256, seq, hasText } = await read(document, inNameOf(by));
      if (!hasText) return fail('review.documentEmpty');
      const { id: documentId, title, groupId } = document;
      const ids = await listWritersBetween(run, { documentId, from: 0, to: seq });
      const people = await listPeople(db, ids);
      const writers = ids.map((userId) => ({
        userId,
        organisation: people.get(userId)?.organisation?.name ?? null,
      }));
      const at = now();
      return db
        .transaction(async (tx) => {
          const mark = {
            id: newId(),
            documentId,
            title,
            seq,
            sha256,
            writers,
            submittedBy: by,
            submittedAt: at,
          };
          const { kept, isNew } = await keepExactText(tx, { ...mark, exactText });
          if (!isNew) return ok(kept);
          const named = await nameVersion(tx, {
            documentId,
            groupId,
            by,
            now: at,
            activityId: newId(),
            versionId: newId(),
            seq,
            name: words.versionName(dates.short(at)),
          });
          // Thrown, so that nothing of it stays.
          if (!named.ok) throw new NotNamed();
          return ok(kept);
        })
        .catch((error: unknown) => {
          if (error instanceof NotNamed) return fail('access.notFound');
          throw error;
        });
    },
  };
}

/** The document was thrown away, or went to another group, while its text was read. */
class NotNamed extends Error {}
