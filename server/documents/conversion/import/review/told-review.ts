import type { ToldReview, ToldThread } from '#db/documents/comment/told-review.ts';
import type { Passage } from '#shared/documents/comment/passage.ts';
import type { LineSpan } from '#shared/documents/comment/passage-spans.ts';
import type { FoundReview, FoundThread, Unplaced } from './found-review.ts';
import type { Told } from './signs.ts';

/** Where a thread is asked for that stands nowhere: the end of the text. */
const END: LineSpan = {
  start: { line: Number.MAX_SAFE_INTEGER, at: 0 },
  end: { line: Number.MAX_SAFE_INTEGER, at: 0 },
};

/** The places of a review, its threads first: what passages are asked for. */
export function spansOf({ threads, suggestions }: Pick<FoundReview, 'threads' | 'suggestions'>): LineSpan[] {
  return [...threads.map(({ span }) => span ?? END), ...suggestions.map(({ span }) => span)];
}

/** A review as a document keeps it: `passages` are those of `spansOf`. What has none is unplaced. */
export function toldReview(
  { threads, suggestions, unplaced }: FoundReview,
  passages: readonly (Passage | null)[],
  fileName: string,
): { readonly review: ToldReview; readonly unplaced: readonly Unplaced[] } {
  const lost: Unplaced[] = [...unplaced];
  const kept = threads.flatMap((thread, index): ToldThread[] => {
    const passage = passages[index];
    if (!passage) lost.push(...unplacedThread(thread));
    return passage
      ? [{ passage, isDone: thread.isDone, comments: thread.comments.map(dated), suggestion: null }]
      : [];
  });
  const proposed = suggestions.flatMap((suggestion, index): ToldThread[] => {
    const passage = passages[threads.length + index];
    const { author, original, proposed } = suggestion;
    if (!passage) lost.push({ kind: 'change', author, original, proposed });
    return passage ? [{ passage, isDone: false, comments: [], suggestion: dated(suggestion) }] : [];
  });
  return { review: { fileName, threads: [...kept, ...proposed], answers: [] }, unplaced: lost };
}

function unplacedThread({ comments }: FoundThread): Unplaced[] {
  return comments.map(({ author, text }) => ({ kind: 'comment', author, original: '', proposed: text }));
}

function dated<T extends Told>(told: T): Omit<T, 'at'> & { readonly at: Date | null } {
  return { ...told, at: told.at === null ? null : new Date(told.at) };
}
