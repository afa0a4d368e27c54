import * as Y from 'yjs';
import { inherit } from './inherit.ts';
import { ObjectLineage } from './objects.ts';
import type { Repeated, Run } from './run.ts';
import { TextIndex } from './text-index.ts';
import { readTexts, touchedBy } from './touched-texts.ts';

/** One row of the log of a document. */
export interface LineageRow {
  readonly seq: number;
  readonly data: Uint8Array;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
}

/** What the rows brought that was written before, in order, and by row the words of which nothing is known here. */
export interface FoundLineage {
  readonly repeated: readonly Repeated[];
  readonly left: readonly { readonly seq: number; readonly runs: readonly Run[] }[];
}

/** Whoever cuts pastes soon. */
const RECENT_MS = 10 * 60_000;
/** Sixteen letters at every fourth place: whatever forty letters repeat holds such a place. */
const PAST_INDEX = { gram: 16, step: 4 } as const;
/** The index of the past is made anew once that much more was written, or a sixteenth of it. */
const STALE = 2_000;

/**
 * [LG1] Reads the log of a document row by row and says of each letter that came whether it was written before. Nothing of it comes from a
 * client: it is read from what stands in the log.
 */
export class Lineage {
  /** Deleted text is what moved text is found by. */
  readonly #doc = new Y.Doc({ gc: false });
  readonly #graves: Run[] = [];
  readonly #objects = new ObjectLineage();
  #recent: { readonly at: number; readonly run: Run }[] = [];
  #index: TextIndex | undefined;
  #wholes = new Map<string, Run>();
  #written = 0;
  #ghosts = Y.createDeleteSet();
  #seq = 0;
  #bytes = 0;

  /** Up to here it has read. */
  get seq(): number {
    return this.#seq;
  }

  /** So much of the log it has read. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Reads on; rows up to `knownTo` have been told before, and are read for what comes after them. */
  read(rows: readonly LineageRow[], knownTo: number): FoundLineage {
    const repeated: Repeated[] = [];
    const left: FoundLineage['left'][number][] = [];
    for (const row of rows) {
      if (row.seq <= this.#seq) continue;
      const found = this.#readRow(row, row.seq > knownTo);
      repeated.push(...found.repeated);
      if (found.left.length > 0) left.push({ seq: row.seq, runs: found.left });
      this.#seq = row.seq;
      this.#bytes += row.data.length;
    }
    return { repeated, left };
  }

  #readRow({ data, at }: LineageRow, isNews: boolean): { repeated: Repeated[]; left: Run[] } {
    const [repeated, left]: [Repeated[], Run[]] = [[], []];
    // What waited for this row comes with it, in a transaction of its own.
    const read = (transaction: Y.Transaction) => {
      const { inserted, deleted, gaps, ghosts } = touchedBy(transaction, this.#ghosts);
      this.#ghosts = ghosts;
      const came = inserted.reduce((sum, { text }) => sum + text.length, 0);
      this.#recent = this.#recent.filter((grave) => grave.at >= at - RECENT_MS);
      const objects = this.#objects.read(transaction);
      if (isNews) {
        const found = inherit(inserted, {
          moved: deleted,
          gaps,
          // Of two that say the same the last one cut.
          recent: this.#recent.map(({ run }) => run).toReversed(),
          past: () => this.#past(transaction),
          whole: (text) => {
            this.#past(transaction);
            return this.#wholes.get(text);
          },
        });
        repeated.push(...found.repeated, ...objects);
        left.push(...found.left);
      }
      this.#written += came;
      this.#graves.push(...deleted);
      this.#recent.push(...deleted.map((run) => ({ at, run })));
    };
    this.#doc.on('afterTransaction', read);
    try {
      Y.applyUpdate(this.#doc, data);
    } finally {
      this.#doc.off('afterTransaction', read);
    }
    return { repeated, left };
  }

  /** All that is and was read before this transaction, made anew when much was written since. */
  #past({ beforeState }: Y.Transaction): TextIndex {
    if (this.#index && this.#written < STALE + this.#index.length / 16) return this.#index;
    const isOld = ({ spans }: Run) =>
      spans.every(({ client, clock }) => clock < (beforeState.get(client) ?? 0));
    const texts = this.texts().filter(isOld);
    this.#wholes = new Map(texts.toReversed().map((run) => [run.text, run]));
    this.#index = new TextIndex(texts, PAST_INDEX);
    this.#written = 0;
    return this.#index;
  }

  /** All that is read in the document, then what was. */
  texts(): Run[] {
    const names = [...this.#doc.share.keys()];
    return [...names.flatMap((name) => readTexts(this.#doc.getXmlFragment(name))), ...this.#graves];
  }

  /** Forgets what can be made again, once no more rows follow at once. */
  rest(): void {
    this.#index = undefined;
    this.#wholes = new Map();
  }
}

/** [LG4] Which of these words are or were read in another document, by its log. */
export function repeatedIn(runs: readonly Run[], log: readonly Uint8Array[]): readonly Repeated[] {
  const lineage = new Lineage();
  lineage.read(
    log.map((data, index) => ({ seq: index + 1, at: 0, data })),
    log.length,
  );
  const source = lineage.texts();
  const index = new TextIndex(source, PAST_INDEX);
  const wholes = new Map(source.toReversed().map((run) => [run.text, run]));
  const none: Run = { text: '', spans: [] };
  return inherit(
    runs.map((run) => ({ ...run, gap: none, isWhole: true })),
    { moved: [], gaps: [], recent: [], past: () => index, whole: (text) => wholes.get(text) },
  ).repeated;
}
