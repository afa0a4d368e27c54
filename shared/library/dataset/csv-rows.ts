/** A quoted cell that is longer is one whose end was forgotten. */
const CELL_MAX = 1_000_000;

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

interface CsvOptions {
  readonly separator: string;
  readonly onRow: (cells: string[], line: number) => void;
  /** A quote that is never closed, or followed by something else than the end of its cell. */
  readonly onQuoteFault: (line: number, value: string) => void;
}

/** What a cell was, and where the next thing stands; null when its end has not come yet. */
type Cell = { readonly value: string; readonly end: number } | null;

/**
 * [DS6] Reads CSV as it arrives (RFC 4180, any separator, any end of line), with the line on which each row begins: line breaks
 * within quotes count.
 */
export class CsvRows {
  readonly #options: CsvOptions;
  readonly #separator: number;
  #rest = '';
  #line = 1;
  #isBroken = false;
  isQuoted = false;

  constructor(options: CsvOptions) {
    this.#options = options;
    this.#separator = options.separator.charCodeAt(0);
  }

  write(text: string): void {
    if (!this.#isBroken) this.#read(this.#rest + text, false);
  }

  end(): void {
    if (!this.#isBroken) this.#read(this.#rest, true);
  }

  #read(text: string, isLast: boolean): void {
    let at = 0;
    while (at < text.length) {
      const next = this.#row(text, at, isLast);
      if (next === null) break;
      at = next;
    }
    this.#rest = this.#isBroken ? '' : text.slice(at);
    if (this.#rest.length > CELL_MAX) this.#break(this.#rest);
    else if (isLast && this.#rest !== '') this.#break(this.#rest);
  }

  /** What comes after a quote without end cannot be told from what it quotes: nothing of it is judged. */
  #break(text: string): void {
    this.#isBroken = true;
    this.#options.onQuoteFault(this.#line, text.slice(0, 200));
  }

  /** Reads one row; where the next begins, or null when the end of this one has not come yet. */
  #row(text: string, start: number, isLast: boolean): number | null {
    const cells: string[] = [];
    let at = start;
    let breaks = 0;
    for (;;) {
      const isQuoted = text.charCodeAt(at) === QUOTE;
      const cell: Cell = isQuoted ? this.#quoted(text, at, isLast) : this.#bare(text, at, isLast);
      if (!cell) return null;
      if (isQuoted)
        for (let i = cell.value.indexOf('\n'); i >= 0; i = cell.value.indexOf('\n', i + 1)) breaks += 1;
      cells.push(cell.value);
      at = cell.end;
      if (text.charCodeAt(at) !== this.#separator) break;
      at += 1;
      if (at >= text.length && !isLast) return null;
    }
    if (at < text.length) {
      const isPair = text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE_FEED;
      if (text.charCodeAt(at) === RETURN && at + 1 >= text.length && !isLast) return null;
      at += isPair ? 2 : 1;
    } else if (!isLast) return null;
    this.#options.onRow(cells, this.#line);
    this.#line += 1 + breaks;
    return at;
  }

  #bare(text: string, start: number, isLast: boolean): Cell {
    let at = start;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === this.#separator || code === LINE_FEED || code === RETURN) break;
      at += 1;
    }
    return at >= text.length && !isLast ? null : { value: text.slice(start, at), end: at };
  }

  #quoted(text: string, start: number, isLast: boolean): Cell {
    this.isQuoted = true;
    let value = '';
    let from = start + 1;
    for (;;) {
      const close = text.indexOf('"', from);
      if (close < 0 || (close + 1 >= text.length && !isLast)) return null;
      value += text.slice(from, close);
      if (text.charCodeAt(close + 1) !== QUOTE) {
        const after = this.#bare(text, close + 1, isLast);
        if (!after) return null;
        if (after.value.trim() !== '')
          this.#options.onQuoteFault(this.#line, value.slice(0, 200) + after.value);
        return { value: value + after.value.trimEnd(), end: after.end };
      }
      value += '"';
      from = close + 2;
    }
  }
}
