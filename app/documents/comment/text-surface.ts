import type { Passage, Place, TextRange } from '#shared/documents/comment/passage.ts';

/** Something said about a passage, drawn in the text. */
export interface TextMark {
  readonly threadId: string;
  readonly ranges: readonly TextRange[];
  readonly caret: Place;
  /** Words proposed in its place, shown after it; null for a comment. */
  readonly proposed: string | null;
  /** « proposé par … », beside what is proposed. */
  readonly by: string;
  readonly isCurrent: boolean;
}

/** What somebody chose in the text: some words, or the place of the caret. */
export interface Chosen {
  readonly passage: Passage;
  /** What it says, one line a paragraph; empty at a caret. */
  readonly text: string;
  /** Where it stands in the window. */
  readonly box: DOMRect;
}

/** The text as it is shown, by the editor or to be read: all that comments need of either. */
export interface TextSurface {
  readonly element: HTMLElement;
  /** What is selected in it; null when nothing is, or what is selected is no text. */
  readonly chosen: () => Chosen | null;
  /** Draws these marks instead of those before. */
  readonly draw: (marks: readonly TextMark[]) => void;
  /** Gives the focus back to the text. */
  readonly focus: () => void;
  /** In suggestion mode, what is typed is handed over instead of written; null ends it. The reading view is always so. */
  readonly intercept: (typed: ((words: string) => void) | null) => void;
}

/** Told of each surface that the editor makes, and of its end. */
export type OnSurface = (surface: TextSurface, isGone: boolean) => void;
