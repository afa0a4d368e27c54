import { findHeadSeq } from '#db/documents/history/document-history.ts';
import type { Database, Db } from '#db/kernel/client.ts';
import { answerRound } from '#db/reviews/review-answers.ts';
import { type FoundRound, findRound } from '#db/reviews/review-lists.ts';
import { findReviewPerson } from '#db/reviews/review-reminders.ts';
import { openRound, withdrawRound } from '#db/reviews/review-rounds.ts';
import type { DomainError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { GivenAnswer, NewRound } from '#shared/reviews/review.ts';
import { reviewMail as words } from '#shared/reviews/review-mail.fr.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import type { ExactTexts, TitledDocument } from '../documents/history/exact-texts.ts';
import type { Asking } from '../kernel/lane/lane.ts';
import type { Mailer, Sender } from '../kernel/mail/mailer.ts';
import type { Rooms } from '../realtime/rooms.ts';
import { signedSheet } from './signed-sheet.ts';

type ReviewedDocument = TitledDocument & { readonly groupId: string };

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

/** Review rounds: what needs the text of documents, and the mails that tell of them. */
export interface Reviews {
  /**
   * [RV2] [RV3] Submits the document as it is now and opens a round on that text; those who may answer get a mail. Refused: what
   * `ExactTexts.submit` and `openRound` say. The caller has checked that `by` may organise the document. `keep` notes more of the round,
   * in its transaction.
   */
  open(
    document: ReviewedDocument,
    by: string,
    asked: NewRound & { readonly replaces: string | null },
    keep?: (tx: Db, roundId: string) => Promise<void>,
  ): Promise<Result<{ roundId: string }, DomainError>>;
  /** [RV4] [RV5] Answers for an organisation. Refused: what `answerRound` says. The caller has checked that `by` may read the document. */
  answer(
    roundId: string,
    by: string,
    given: GivenAnswer,
  ): Promise<Result<{ isClosed: boolean }, DomainError>>;
  /** [RV8] Takes an open round back. Refused: what `withdrawRound` says. The caller has checked that `by` may organise the document. */
  withdraw(roundId: string, by: string, reason: string): Promise<Result<void, DomainError>>;
  /** [RV12] What stands at the end of a signed text that leaves. */
  readonly sheet: typeof signedSheet;
  /** [RV9] What became of a document since an exact text of it, for whoever asks. */
  since(document: TitledDocument, text: FoundRound['text'], asking: Asking): Promise<Since>;
}

const roomOf = (id: string) => roomName({ kind: 'document', id });

/** Answers that are kept: a comparison reads the whole past of a text. */
const COUNTED_MAX = 200;

/** Makes what handles review rounds. */
export function createReviews({
  database,
  rooms,
  exactTexts,
  mailer,
  origin,
  now,
  newId,
}: {
  readonly database: Pick<Database, 'db'>;
  readonly rooms: Pick<Rooms, 'compare'>;
  readonly exactTexts: ExactTexts;
  readonly mailer: Mailer;
  readonly origin: string;
  readonly now: () => Date;
  readonly newId: () => string;
}): Reviews {
  const { db } = database;
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
    async open(document, by, { replaces, ...asked }, keep) {
      const submitted = await exactTexts.submit(document, by);
      if (!submitted.ok) return submitted;
      const roundId = newId();
      return db.transaction(async (tx): Promise<Result<{ roundId: string }, DomainError>> => {
        const opened = await openRound(tx, {
          ...asked,
          roundId,
          documentId: document.id,
          sha256: submitted.value.sha256,
          replaces,
          by,
          now: now(),
          activityId: newId(),
          closingId: newId(),
        });
        if (!opened.ok) return opened;
        await keep?.(tx, roundId);
        const href = origin + reviewPaths.review(roundId);
        for (const { id, organisation } of opened.value.signers) {
          const person = id === by ? null : await findReviewPerson(tx, id);
          if (!person) continue;
          const { action, ...letter } = words.opened({
            title: document.title,
            deadline: asked.deadline,
            organisation: organisation.name,
          });
          await mailer.send(tx, person, { ...letter, action: { label: action, href } }, { userId: by });
        }
        return ok({ roundId });
      });
    },

    answer(roundId, by, given) {
      return db.transaction(async (tx): Promise<Result<{ isClosed: boolean }, DomainError>> => {
        const ids = { activityId: newId(), closingId: newId() };
        const answered = await answerRound(tx, { ...given, ...ids, roundId, by, now: now() });
        const round = answered.ok && answered.value.isClosed ? await findRound(tx, roundId) : null;
        if (round) await tellOutcome(tx, round, { mailer, origin, sender: { userId: by } });
        return answered;
      });
    },

    withdraw: (roundId, by, reason) =>
      withdrawRound(db, { roundId, by, reason, now: now(), activityId: newId() }),

    sheet: signedSheet,

    async since(document, text, asking) {
      const { sha256, seq } = await exactTexts.read(document, asking);
      if (sha256 === text.sha256) return { isSame: true, isRenamed: false, changes: 0, seq };
      const isRenamed = document.title !== text.title;
      return { isSame: false, isRenamed, seq, changes: await changesBetween(document.id, text.seq, asking) };
    },
  };
}

/** [RV6] Tells whoever opened a round what came of it. */
export async function tellOutcome(
  tx: Db,
  { id, openedBy, outcome, text: { title } }: FoundRound,
  { mailer, origin, sender }: { mailer: Mailer; origin: string; sender: Sender },
): Promise<void> {
  const opener = await findReviewPerson(tx, openedBy);
  if (!opener || !outcome) return;
  const letter = words.closed({ title, outcome });
  const href = origin + reviewPaths.review(id);
  await mailer.send(tx, opener, { ...letter, action: { label: letter.action, href } }, sender);
}
