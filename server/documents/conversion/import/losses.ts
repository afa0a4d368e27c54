import type { ImportReport, Loss, Lost } from '#shared/documents/conversion/conversion.ts';
import type { Missing } from './conserve/missing-words.ts';
import type { Unplaced } from './review/found-review.ts';

const MOST_NAMED = 20;
const LONGEST = 120;

/** Counts what an import could not keep as it was, and names the words that it could not keep at all. */
export class Losses {
  readonly #kinds = new Map<Loss, Lost>();
  readonly #settled: string[] = [];

  constructor(known: ImportReport['losses'] = []) {
    for (const lost of known) this.#kinds.set(lost.kind, lost);
  }

  add(kind: Loss, count = 1): void {
    const known = this.#kinds.get(kind);
    if (count > 0) this.#kinds.set(kind, { ...known, kind, count: (known?.count ?? 0) + count });
  }

  /** Words that are missing: of a kind that is counted already they are its words, else they count by themselves. */
  name(kind: Loss, { count, passages, more }: Missing): void {
    if (count === 0) return;
    const isCounted = kind !== 'words' && this.#kinds.has(kind);
    if (!isCounted) this.add('words', count);
    const known = this.#kinds.get(isCounted ? kind : 'words');
    if (!known) return;
    const { words = { passages: [], more: 0 } } = known;
    this.#kinds.set(known.kind, {
      ...known,
      words: { passages: [...words.passages, ...passages], more: words.more + more },
    });
  }

  /** What people said or changed in the file, and stands nowhere: the first of them in their own words. */
  nameUnplaced(unplaced: readonly Unplaced[]): void {
    if (unplaced.length === 0) return;
    const passages = unplaced
      .slice(0, MOST_NAMED)
      .map(({ original, proposed }) => (proposed || original).slice(0, LONGEST));
    this.#kinds.set('unplaced', {
      ...{ kind: 'unplaced', count: unplaced.length },
      words: { passages, more: unplaced.length - passages.length },
    });
  }

  /** A text that the document says in its own way: the address of a video, the name of a callout, a line that Cordée writes itself. */
  settle(text: string): void {
    this.#settled.push(text);
  }

  get settled(): readonly string[] {
    return this.#settled;
  }

  list(): ImportReport['losses'] {
    return [...this.#kinds.values()];
  }
}
