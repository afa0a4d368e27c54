import type { LineSpan } from '#shared/documents/comment/passage-spans.ts';
import { lineText, type Piece, type SignedLine } from './signed-lines.ts';
import type { Told } from './signs.ts';

/** One change of a text: what is to stand where something stands. Line breaks are ends of paragraphs. */
export interface Edit extends LineSpan {
  readonly original: string;
  readonly proposed: string;
  /** The number of the change; -1 for one that nobody tracked. */
  readonly change: number;
}

interface Standing {
  readonly line: SignedLine;
  readonly text: string;
}

/**
 * [X25] The tracked changes of a text, one by one: what one person took out and put in at one place is one. A paragraph that was put in
 * follows the one before it; one that was taken out goes with the last word of the one before it, so that no empty one stays.
 */
export function editsOf(lines: readonly SignedLine[], told: readonly Told[]): Edit[] {
  const writing = new EditWriting(told);
  for (const line of lines) writing.line(line);
  return writing.edits;
}

class EditWriting {
  readonly edits: Edit[] = [];
  readonly #told: readonly Told[];
  readonly #standing: Standing[] = [];
  /** Paragraphs that were put in before any other. */
  #first: { text: string; change: number }[] = [];
  /** The end of the last line was taken out, from there on. */
  #joining: (Omit<Edit, 'end'> & { readonly goesOn: boolean }) | null = null;
  /** The edit that the joining made so far. */
  #joined = -1;

  constructor(told: readonly Told[]) {
    this.#told = told;
  }

  line(given: SignedLine): void {
    const text = lineText(given, 'before');
    if (text === '') {
      this.#putIn(given);
      return;
    }
    const before = this.#standing.at(-1);
    const line = before?.line.place === given.place ? this.#afterPutIn(given) : given;
    const number = this.#standing.push({ line, text }) - 1;
    const start = { line: number, at: 0 };
    for (const { text: added, change } of this.#first.splice(0))
      this.edits.push({ start, end: start, original: '', proposed: `${added}\n`, change });
    const goes = line.endOut !== null && lineText(line, 'after').trim() === '';
    const isBeside = before?.line.place === line.place;
    if (this.#joining?.goesOn) this.#join(line, text, number, line.endOut !== null);
    else if (goes && isBeside && before && (this.#joining || isUntouched(before.line))) {
      if (!this.#joining) this.#joined = -1;
      this.#joining ??= { ...tailOf(number - 1, before.text), change: line.endOut ?? -1, goesOn: false };
      this.#join(line, text, number, false);
    } else {
      this.#joining = null;
      if (line.endOut !== null && !goes) this.#begin(line, number);
      else this.#pieces(line.pieces, number);
    }
  }

  /** Paragraphs that were put in before the first word of this one follow the one before it. */
  #afterPutIn(line: SignedLine): SignedLine {
    const first = line.pieces.findIndex(({ kind }) => kind !== 'in');
    const length = line.pieces.slice(0, first).findLastIndex(({ text }) => text === '\n') + 1;
    if (length > 0) this.#putIn({ ...line, pieces: line.pieces.slice(0, length) });
    return { ...line, pieces: line.pieces.slice(length) };
  }

  /** A line of which nothing was there before. */
  #putIn(line: SignedLine): void {
    const text = lineText(line, 'after').replace(/^\n|\n$/g, '');
    const change = line.pieces.find(({ kind }) => kind === 'in')?.change ?? -1;
    if (text.trim() === '') return;
    const last = this.#standing.at(-1);
    if (!last) {
      this.#first.push({ text, change });
      return;
    }
    const at = { line: this.#standing.length - 1, at: last.text.length };
    this.#add({ start: at, end: at, original: '', proposed: `\n${text}`, change });
  }

  #pieces(pieces: readonly Piece[], line: number, from = 0): void {
    let at = from;
    for (const { text, kind, change } of pieces) {
      const start = { line, at };
      if (kind !== 'in') at += text.length;
      const end = { line, at };
      if (kind === 'out') this.#add({ start, end, original: text, proposed: '', change });
      if (kind === 'in') this.#add({ start, end, original: '', proposed: text, change });
    }
  }

  /** A line of which the end was taken out, and not all the rest: the next goes on in it. */
  #begin({ pieces, endOut }: SignedLine, number: number): void {
    const last = pieces.findLastIndex(({ kind }) => kind === 'same');
    const [kept, rest] = [pieces.slice(0, last + 1), pieces.slice(last + 1)];
    this.#pieces(kept, number);
    const held = lineText({ pieces: kept }, 'before');
    const tail = tailOf(number, held, kept.at(-1)?.text.length);
    const [original, proposed] = (['before', 'after'] as const).map((side) =>
      lineText({ pieces: rest }, side),
    );
    this.#joined = -1;
    this.#joining = {
      start: tail.start,
      original: `${tail.original}${original}`,
      proposed: `${tail.proposed}${proposed}`,
      change: endOut ?? -1,
      goesOn: true,
    };
  }

  #join(line: SignedLine, text: string, number: number, goesOn: boolean): void {
    if (!this.#joining) return;
    const original = `${this.#joining.original}\n${text}`;
    const proposed = this.#joining.proposed + lineText(line, 'after');
    const isLonger = this.#joined >= 0 && this.#joined === this.edits.length - 1;
    if (isLonger) this.edits.pop();
    this.#joining = { ...this.#joining, original, proposed, goesOn };
    const { start, change } = this.#joining;
    this.#joined =
      this.edits.push({ start, end: { line: number, at: text.length }, original, proposed, change }) - 1;
    if (!goesOn && line.endOut === null) this.#joining = null;
  }

  #add(edit: Edit): void {
    const last = this.edits.at(-1);
    const isNext = last && last.end.line === edit.start.line && last.end.at === edit.start.at;
    if (!last || !isNext || !this.#isSame(last.change, edit.change)) this.edits.push(edit);
    else
      this.edits[this.edits.length - 1] = {
        ...last,
        end: edit.end,
        original: last.original + edit.original,
        proposed: last.proposed + edit.proposed,
      };
  }

  #isSame(one: number, other: number): boolean {
    return one === other || (this.#told[one]?.author ?? '') === (this.#told[other]?.author ?? '');
  }
}

/** The last word of what stands in a line, of its last characters that nobody changed. */
function tailOf(line: number, text: string, most = text.length) {
  const word = (/\S+\s*$/u.exec(text)?.[0] ?? text).slice(-most);
  return { start: { line, at: text.length - word.length }, original: word, proposed: word };
}

function isUntouched({ pieces, endOut }: SignedLine): boolean {
  return endOut === null && pieces.at(-1)?.kind === 'same';
}
