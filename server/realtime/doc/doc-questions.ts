import type * as Y from 'yjs';
import { onlyPassageQuoting, type Passage } from '#shared/documents/comment/passage.ts';
import { passageSpans, passagesAt } from '#shared/documents/comment/passage-spans.ts';
import { compareExcerpt } from '#shared/documents/excerpt/excerpt-comparison.ts';

/**
 * What can be asked of a live document about something that the asker brings, by name. As `docReaders`: in a worker, on a
 * copy, total, and without changing anything ([R6] in docs/rules/realtime.md).
 */
export const docQuestions = {
  /** Where passages stand among the characters of its blocks. */
  passageSpans,
  /** The passages that stand at places of its texts. */
  passagesAt,
  /** The passage that these words are, if they stand there once. */
  passageQuoting: (doc: Y.Doc, words: string): Passage | null => onlyPassageQuoting(doc, words),
  /** What an excerpt says, beside what its source says. */
  compareExcerpt,
} as const satisfies Record<string, (doc: Y.Doc, input: never) => unknown>;

export type DocQuestions = typeof docQuestions;
