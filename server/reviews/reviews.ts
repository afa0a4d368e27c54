import { findHeadSeq } from '#db/documents/history/document-history.ts';
import type { Db } from '#db/kernel/client.ts';
import type { FoundRound } from '#db/reviews/review-lists.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { ExactTexts, TitledDocument } from '../documents/history/exact-texts.ts';
import type { Asking } from '../kernel/lane/lane.ts';
import type { Rooms } from '../realtime/rooms.ts';
import { signedSheet } from './signed-sheet.ts';

/** How a document stands towards an exact text of its past. */
export interface Since {
  readonly isSame: boolean;
  /** Where the document stands now. */
  readonly seq: number;
  /** Another title than that of the text. */
  readonly isRenamed: boolean;
  /** How many changes the comparison of both shows; null when it cannot be read now. */
  readonly changes: number | null;
}

/** What pages of review rounds show that is not in the database; `review-operations.ts` has what is done. */
export interface Reviews {
  /** [RV12] What stands at the end of a signed text that leaves. */
  readonly sheet: typeof signedSheet;
  /** [RV9] What became of a document since an exact text of it, for whoever asks. */
  since(document: TitledDocument, text: FoundRound['text'], asking: Asking): Promise<Since>;
}

const roomOf = (id: string) => roomName({ kind: 'document', id });

/** Answers that are kept: a comparison reads the whole past of a text. */
const COUNTED_MAX = 200;

/** Makes it. */
export function createReviews({
  db,
  rooms,
  exactTexts,
}: {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'compare'>;
  readonly exactTexts: ExactTexts;
}): Reviews {
  const counted = new Map<string, number>();

  async function changesBetween(documentId: string, from: number, asking: Asking): Promise<number | null> {
    const to = await findHeadSeq(db, documentId);
    const key = `${documentId} ${from} ${to}`;
    const known = counted.get(key);
    if (known !== undefined) return known;
    try {
      const { changes } = await rooms.compare(roomOf(documentId), { from, to }, asking);
      for (const old of counted.keys()) if (counted.size >= COUNTED_MAX) counted.delete(old);
      counted.set(key, changes.length);
      return changes.length;
    } catch {
      return null;
    }
  }

  return {
    sheet: signedSheet,

    async since(document, text, asking) {
      const { sha256, seq } = await exactTexts.read(document, asking);
      if (sha256 === text.sha256) return { isSame: true, isRenamed: false, changes: 0, seq };
      const isRenamed = document.title !== text.title;
      return { isSame: false, isRenamed, seq, changes: await changesBetween(document.id, text.seq, asking) };
    },
  };
}
