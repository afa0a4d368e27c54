import type { LinePlace } from '#shared/documents/comment/passage-spans.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';

import { SIGNS, signsIn } from './signs.ts';

/** A part of a line: as it was, put in, or taken out; `change` is the number of who did it. */
export interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'in' | 'out';
  readonly change: number;
}

/** The text of a block, or of what stands between two objects in it. Ends of paragraphs that were put in are lines breaks in it. */
export interface SignedLine {
  readonly pieces: readonly Piece[];
  /** What its block stands in. */
  readonly place: string;
  /** The change that took its end out; null when it stands. */
  readonly endOut: number | null;
}

/** Blocks without their signs, as they were before what was tracked, and what the signs said. */
export interface SignedText {
  readonly blocks: readonly BlockJson[];
  /** As they are after it: for counting their words. */
  readonly after: readonly BlockJson[];
  readonly lines: readonly SignedLine[];
  /** Where each comment stands, by its number. */
  readonly comments: ReadonlyMap<number, { readonly start: LinePlace; readonly end: LinePlace }>;
  /** Which character of Cordée each one is, of the lines that stood before; null where it was not said. */
  readonly origins: readonly (readonly (LinePlace | null)[])[];
  /** So many changes came after the last that is told one by one, and are in the text; so many were put in and taken out. */
  readonly accepted: number;
  readonly undone: number;
}

/** So many changes of one file are told one by one. */
export const MOST_CHANGES = 3_000;

/** Reads the signs of blocks. Lines that stood before the changes are numbered from 0, as the texts of a document are. */
export function readSigns(blocks: readonly BlockJson[]): SignedText {
  const reading = new SignReading();
  const before = reading.siblings(blocks, '');
  const { lines, starts, ends, origins } = reading;
  const comments = new Map(
    [...starts].map(([number, start]) => [number, { start, end: ends.get(number) ?? start }]),
  );
  const [accepted, undone] = [reading.accepted.size, reading.undone.size];
  return { blocks: before, after: afterChanges(blocks), lines, comments, origins, accepted, undone };
}

/** A line as it was before what was tracked, or as it is after. */
export function lineText({ pieces }: Pick<SignedLine, 'pieces'>, side: 'before' | 'after'): string {
  const other = side === 'before' ? 'in' : 'out';
  return pieces.map(({ kind, text }) => (kind === other ? '' : text)).join('');
}

/** Blocks of one line, which follow one another where the end of one was put in. */
const PARAGRAPHS = new Set(['paragraph', 'heading']);
/** What goes when nothing is left in it. */
const HOLDERS = new Set(['listItem', 'taskItem', 'bulletList', 'orderedList', 'taskList', 'blockquote']);

class SignReading {
  readonly lines: SignedLine[] = [];
  readonly starts = new Map<number, LinePlace>();
  readonly ends = new Map<number, LinePlace>();
  readonly origins: (LinePlace | null)[][] = [];
  readonly accepted = new Set<number>();
  readonly undone = new Set<number>();
  #pieces: Piece[] = [];
  #own: (LinePlace | null)[] = [];
  #place = '';
  #inserted: number | null = null;
  #deleted: number | null = null;
  #origin: { line: number; at: number } | null = null;
  #endIn: number | null = null;
  #endOut: number | null = null;

  siblings(nodes: readonly BlockJson[], place: string): BlockJson[] {
    const made: BlockJson[] = [];
    let held: BlockJson | null = null;
    const end = (block: BlockJson) => {
      if (this.#pieces.at(-1)?.text === '\n' && this.#pieces.at(-1)?.kind === 'in') this.#pieces.pop();
      const isPutIn = this.#pieces.some(({ kind }) => kind === 'in');
      this.#endLine();
      if (block.content?.length || !isPutIn || /table/i.test(place)) made.push(block);
    };
    for (const node of nodes) {
      if (!PARAGRAPHS.has(node.type)) {
        if (held) end(held);
        held = null;
        made.push(...this.#other(node, place));
        continue;
      }
      if (!held) this.#endLine();
      this.#place = place;
      const content: BlockJson[] = this.#inline(node, place);
      const whole: BlockJson = held?.content?.length
        ? { ...held, content: [...held.content, ...content] }
        : { ...node, content };
      if (this.#endIn === null) {
        end(whole);
        held = null;
      } else {
        this.#pieces.push({ text: '\n', kind: 'in', change: this.#endIn });
        this.#endIn = null;
        held = whole;
      }
    }
    if (held) end(held);
    return made;
  }

  #other(node: BlockJson, place: string): BlockJson[] {
    const { type, content } = node;
    if (!content) return [node];
    this.#endLine();
    this.#place = place;
    const inner = content.some((child) => child.type === 'text')
      ? this.#inline(node, place)
      : this.siblings(content, `${place}/${type}`);
    this.#endLine();
    return inner.length === 0 && HOLDERS.has(type) ? [] : [{ ...node, content: inner }];
  }

  #inline({ type, content = [] }: BlockJson, place: string): BlockJson[] {
    return content.flatMap((child): BlockJson[] => {
      if (child.type === 'text') return this.#text(child);
      this.#endLine();
      const made = this.#other(child, `${place}/${type}`);
      this.#place = place;
      return made;
    });
  }

  #text(node: BlockJson): BlockJson[] {
    const text = signsIn(node.text ?? '')
      .map((part) => (typeof part === 'string' ? this.#words(part) : this.#sign(part.kind, part.number)))
      .join('');
    return text === '' ? [] : [{ ...node, text }];
  }

  /** What of these words stood before the changes. */
  #words(text: string): string {
    const isAccepted = (number: number | null) => {
      if (number === null || number < MOST_CHANGES) return false;
      this.accepted.add(number);
      return true;
    };
    if (this.#inserted !== null && this.#deleted !== null) {
      this.undone.add(this.#deleted);
      return '';
    }
    if (isAccepted(this.#deleted)) return '';
    const change = this.#inserted ?? this.#deleted ?? -1;
    const kind =
      this.#deleted !== null ? 'out' : this.#inserted !== null && !isAccepted(this.#inserted) ? 'in' : 'same';
    this.#pieces.push({ text, kind, change });
    if (kind === 'in') return '';
    for (let index = 0; index < text.length; index++)
      this.#own.push(this.#origin && { line: this.#origin.line, at: this.#origin.at++ });
    return text;
  }

  #sign(kind: string, number: number): '' {
    const here = { line: this.origins.length, at: this.#own.length };
    if (kind === SIGNS.commentStart && !this.starts.has(number)) this.starts.set(number, here);
    if (kind === SIGNS.commentEnd) this.ends.set(number, here);
    if (kind === SIGNS.insertionStart) this.#inserted = number;
    if (kind === SIGNS.insertionEnd) this.#inserted = null;
    if (kind === SIGNS.deletionStart) this.#deleted = number;
    if (kind === SIGNS.deletionEnd) this.#deleted = null;
    if (kind === SIGNS.endInserted && number < MOST_CHANGES) this.#endIn = number;
    if (kind === SIGNS.endDeleted && number < MOST_CHANGES) this.#endOut = number;
    if (kind === SIGNS.textStart) this.#origin = { line: number, at: 0 };
    if (kind === SIGNS.textEnd) this.#origin = null;
    return '';
  }

  #endLine(): void {
    if (this.#pieces.length > 0)
      this.lines.push({ pieces: this.#pieces, place: this.#place, endOut: this.#endOut });
    if (this.#own.length > 0) this.origins.push(this.#own);
    [this.#pieces, this.#own, this.#endOut] = [[], [], null];
  }
}

/** Blocks as they are after what was tracked. */
function afterChanges(blocks: readonly BlockJson[]): BlockJson[] {
  let isGone = false;
  const textAfter = (text: string) =>
    signsIn(text)
      .map((part) => {
        if (typeof part === 'string') return isGone ? '' : part;
        if (part.kind === SIGNS.deletionStart) isGone = true;
        if (part.kind === SIGNS.deletionEnd) isGone = false;
        return '';
      })
      .join('');
  const visit = (node: BlockJson): BlockJson => {
    if (node.type === 'text') return { ...node, text: textAfter(node.text ?? '') };
    return node.content ? { ...node, content: node.content.map(visit) } : node;
  };
  return blocks.map(visit);
}
