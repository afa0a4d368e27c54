import { eq } from 'drizzle-orm';
import { isPosition, type Passage } from '#shared/documents/comment/passage.ts';
import { storable } from '#shared/kernel/storable.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { docRooms } from '../../realtime/schema.ts';
import type { InDocument } from './comment-subject.ts';
import { passageColumns } from './new-thread.ts';
import { comments, commentThreads, suggestions } from './schema.ts';

/** What somebody said in a file: their name as it is told there, empty without one; null for when it is not told. */
interface ToldComment {
  readonly author: string;
  readonly at: Date | null;
  readonly text: string;
}

/** A thread or a suggestion of a file, where it stands in a document. */
export interface ToldThread {
  readonly passage: Passage;
  readonly isDone: boolean;
  readonly comments: readonly ToldComment[];
  readonly suggestion:
    | (Omit<ToldComment, 'text'> & { readonly original: string; readonly proposed: string })
    | null;
}

/** What comes of a file into the discussions of a document. */
export interface ToldReview {
  readonly fileName: string;
  readonly threads: readonly ToldThread[];
  /** Answers in threads that are here. */
  readonly answers: readonly (ToldComment & { readonly threadId: string })[];
}

/** So many rows go in at once. */
const AT_ONCE = 500;
const NAME_MAX = 200;

/**
 * [X25] Stores the discussions that came in a file, in the name of whoever brought it, with the names that the file tells. Nobody is
 * notified of each. Gives the threads in their order.
 */
export async function insertToldReview(
  tx: Tx,
  {
    documentId,
    groupId: _,
    by,
    now,
    newId,
    fileName,
    threads,
    answers,
  }: InDocument & ToldReview & { readonly by: string; readonly now: Date; readonly newId: () => string },
): Promise<string[]> {
  const [room] = await tx
    .select({ seq: docRooms.seq })
    .from(docRooms)
    .where(eq(docRooms.room, roomName({ kind: 'document', id: documentId })));
  const told = (author: string) => ({ toldBy: named(author) || null, toldFrom: named(fileName) });
  const when = (at: Date | null) => (at && at < now ? at : now);
  const kept = threads
    .filter(({ passage }) => isPosition(passage.start) && isPosition(passage.end))
    .map((thread) => ({ ...thread, id: newId() }));
  const rows = kept.map(({ id, passage, isDone, suggestion, comments: [first] }) => {
    const begun = suggestion ?? first;
    return {
      ...{ id, documentId, authorId: by, ...passageColumns(passage), seq: room?.seq ?? 0 },
      ...{ createdAt: when(begun?.at ?? null), ...told(begun?.author ?? '') },
      ...{ resolvedAt: isDone ? now : null, resolvedBy: isDone ? by : null },
    };
  });
  const proposed = kept.flatMap(({ id, suggestion }) =>
    suggestion
      ? [{ threadId: id, original: storable(suggestion.original), proposed: storable(suggestion.proposed) }]
      : [],
  );
  const said = [
    ...kept.flatMap(({ id, comments }) =>
      comments.map((comment) => ({ ...comment, threadId: id, at: when(comment.at) })),
    ),
    // Nobody who has read the thread has read them.
    ...answers.map((answer) => ({ ...answer, at: now })),
  ].map(({ threadId, author, at, text }) => {
    return { id: newId(), threadId, authorId: by, body: storable(text), createdAt: at, ...told(author) };
  });
  for (const some of parts(rows)) await tx.insert(commentThreads).values(some);
  for (const some of parts(proposed)) await tx.insert(suggestions).values(some);
  for (const some of parts(said)) await tx.insert(comments).values(some);
  return rows.map(({ id }) => id);
}

function named(name: string): string {
  return storable(name).slice(0, NAME_MAX);
}

function parts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, index) =>
    rows.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
}
