import type { TextSurface } from './text-surface.ts';

/** The text as the page shows it now: a new object whenever it was drawn anew. */
export type ShownText =
  | { readonly kind: 'editor'; readonly surface: TextSurface }
  | { readonly kind: 'reading'; readonly element: HTMLElement };

/** Something to say about what is chosen in the text; `typed` are words to begin with. */
export interface CommentAsk {
  readonly kind: 'comment' | 'suggestion';
  readonly typed: string | null;
}

/** What the server counted: threads that wait for an answer, and threads that this person has not read. */
export interface CommentCounts {
  readonly open: number;
  readonly unread: number;
}
