import { COMMENT_MAX, SUGGESTION_MAX } from '#shared/documents/comment/comment.ts';
import type { LineSpan } from '#shared/documents/comment/passage-spans.ts';
import type { VersionReport } from '#shared/documents/conversion/version-report.ts';
import { type Edit, editsOf } from './edits.ts';
import type { SignedText } from './signed-lines.ts';
import type { Told, ToldComment, ToldReview } from './signs.ts';

/** A thread of a file: its comments, the first first. */
export interface FoundThread {
  /** Null when it stands nowhere in the text. */
  readonly span: LineSpan | null;
  readonly isDone: boolean;
  readonly comments: readonly (Told & { readonly text: string })[];
}

/** A change of a file, as something that is proposed. */
interface FoundSuggestion extends Told {
  readonly span: LineSpan;
  readonly original: string;
  readonly proposed: string;
}

/** What a file proposes and says, placed in the lines of a text. */
export interface FoundReview {
  readonly threads: readonly FoundThread[];
  readonly suggestions: readonly FoundSuggestion[];
  /** What could not be placed, in its own words. */
  readonly unplaced: readonly Unplaced[];
}

export type Unplaced = VersionReport['unplaced'][number];

/** Answers of answers that are followed. */
const DEEPEST = 50;

const NOBODY: Told = { author: '', at: null };

/** The comments of a file as threads: answers after what they answer. */
export function threadsOf(
  { comments }: Pick<ToldReview, 'comments'>,
  { comments: places }: SignedText,
): FoundThread[] {
  // Word and LibreOffice know one level of answers; what answers itself in a circle is none.
  const rootOf = (number: number, left = DEEPEST): number => {
    const parent = comments[number]?.parent ?? null;
    return parent === null || left === 0 ? number : rootOf(parent, left - 1);
  };
  const threads = Map.groupBy(comments.entries(), ([number]) => rootOf(number));
  return [...threads].flatMap(([root, own]): FoundThread[] => {
    const said = own
      .map(([, comment]) => saidBy(comment))
      .filter(({ text }) => text !== '')
      .sort((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));
    if (said.length === 0) return [];
    return [{ span: places.get(root) ?? null, isDone: comments[root]?.isDone ?? false, comments: said }];
  });
}

function saidBy({ author, at, text }: ToldComment): FoundThread['comments'][number] {
  return { author, at, text: text.slice(0, COMMENT_MAX) };
}

/** What these changes propose; one that is too long to be proposed is among the unplaced. */
export function suggestionsOf(
  edits: readonly Edit[],
  changes: readonly Told[],
): Pick<FoundReview, 'suggestions' | 'unplaced'> {
  const suggestions: FoundSuggestion[] = [];
  const unplaced: Unplaced[] = [];
  for (const { start, end, original, proposed, change } of edits) {
    const { author, at } = changes[change] ?? NOBODY;
    if (original === proposed) continue;
    if (Math.max(original.length, proposed.length) > SUGGESTION_MAX)
      unplaced.push({ kind: 'change', author, original, proposed });
    else suggestions.push({ author, at, span: { start, end }, original, proposed });
  }
  return { suggestions, unplaced };
}

/** The review of a file, placed in its own text as it was before what was tracked. */
export function reviewOf(told: ToldReview, text: SignedText): FoundReview {
  return {
    threads: threadsOf(told, text),
    ...suggestionsOf(editsOf(text.lines, told.changes), told.changes),
  };
}
