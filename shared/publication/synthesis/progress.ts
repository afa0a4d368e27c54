import { recordOf } from '../../kernel/record-of.ts';
import { CHAPTER_STATES, type ChapterState } from './chapter-state.ts';

/** A chapter as its dated steps tell it. */
export interface SteppedChapter {
  readonly createdAt: Date;
  readonly removedAt: Date | null;
  readonly steps: readonly { readonly to: ChapterState; readonly at: Date }[];
}

/** How many chapters stood where. */
export interface SynthesisProgress {
  readonly total: number;
  readonly states: Readonly<Record<ChapterState, number>>;
}

/** [SY5] How far the chapters had come before this instant; those that were not there yet, or no more, do not count. */
export function progressAt(chapters: readonly SteppedChapter[], end: Date): SynthesisProgress {
  const stood = chapters
    .filter(({ createdAt, removedAt }) => createdAt < end && (removedAt === null || removedAt >= end))
    .map(({ steps }) => lastBefore(steps, end));
  const countOf = (state: ChapterState) => stood.filter((one) => one === state).length;
  return {
    total: stood.length,
    states: recordOf(CHAPTER_STATES, countOf),
  };
}

function lastBefore(steps: SteppedChapter['steps'], end: Date): ChapterState {
  const before = steps.filter(({ at }) => at < end).sort((a, b) => a.at.getTime() - b.at.getTime());
  return before.at(-1)?.to ?? 'to_write';
}
