import type { Doc } from 'yjs';
import { type FoundPassage, findPassage, textsOf } from '#shared/documents/comment/passage.ts';
import { readPassage, type ThreadJson } from '#shared/documents/comment/thread-wire.ts';

export const FILTERS = ['ouverts', 'non-lus', 'miens', 'orphelins', 'resolus'] as const;
export type Filter = (typeof FILTERS)[number];

/** A thread with the place of its passage now; null for an orphan. */
export interface PlacedThread {
  readonly thread: ThreadJson;
  readonly found: FoundPassage | null;
}

/** Resolved, or a suggestion that has been decided. */
export function isClosed({ resolved, suggestion }: ThreadJson): boolean {
  return resolved !== null || (suggestion !== null && suggestion.state !== 'open');
}

/** [CM2] Finds the passages of these threads, and puts them in the order of the text: orphans last, by age. */
export function placeThreads(doc: Doc, threads: readonly ThreadJson[]): PlacedThread[] {
  let texts: ReturnType<typeof textsOf> | undefined;
  const all = () => {
    texts ??= textsOf(doc);
    return texts;
  };
  const placed = threads.map((thread) => ({
    thread,
    found: findPassage(doc, readPassage(thread.passage), all),
  }));
  const rank = new Map<unknown, number>(all().map((text, index) => [text, index]));
  const orderOf = ({ found }: PlacedThread) =>
    found ? (rank.get(found.caret.type) ?? -1) : Number.POSITIVE_INFINITY;
  return placed.sort((a, b) => {
    const [first, second] = [orderOf(a), orderOf(b)];
    if (first !== second) return first < second ? -1 : 1;
    const within = (a.found?.caret.index ?? 0) - (b.found?.caret.index ?? 0);
    return within || a.thread.createdAt.localeCompare(b.thread.createdAt);
  });
}

/** The threads that a filter shows to this person. */
export function filterThreads(
  placed: readonly PlacedThread[],
  filter: Filter,
  userId: string,
): PlacedThread[] {
  return placed.filter(({ thread, found }) => {
    if (filter === 'resolus') return isClosed(thread);
    if (filter === 'non-lus') return thread.isUnread;
    if (filter === 'orphelins') return found === null && !isClosed(thread);
    const isOwn =
      thread.author?.id === userId ||
      thread.comments.some(({ author, isDeleted }) => author?.id === userId && !isDeleted);
    return filter === 'miens' ? isOwn : !isClosed(thread);
  });
}

/** The filter that an address asks for; the open threads otherwise. */
export function filterOf(search: URLSearchParams): Filter {
  const asked = search.get('commentaires');
  return FILTERS.find((filter) => filter === asked) ?? 'ouverts';
}
