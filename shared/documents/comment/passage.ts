import * as Y from 'yjs';
import { DOCUMENT_FRAGMENT } from '../text/document-blocks.ts';

/** A place in a document: before the `index`th character of a text, or child of an element. */
export interface Place {
  readonly type: Y.XmlText | Y.XmlElement;
  readonly index: number;
}

/** Characters `from` to `to` of one text. Never empty. */
export interface TextRange {
  readonly text: Y.XmlText;
  readonly from: number;
  readonly to: number;
}

/** Where a passage stands, by what it consists of rather than by counting: encoded Yjs relative positions. */
export interface PassageEnds {
  readonly start: Uint8Array;
  readonly end: Uint8Array;
}

/** A passage of a document as it is remembered outside of it. */
export interface Passage extends PassageEnds {
  /** What it says, the first `QUOTE_MAX` characters, one line a text; empty for a caret. */
  readonly quote: string;
  /** The words just before and just after it, in the same text. */
  readonly before: string;
  readonly after: string;
}

/** Where a passage is now. `ranges` is empty for a caret. */
export interface FoundPassage {
  readonly ranges: readonly TextRange[];
  readonly caret: Place;
  /** What stands there, one line a text. */
  readonly text: string;
}

export const QUOTE_MAX = 300;
export const CONTEXT_MAX = 32;
/** Longer than any relative position that Yjs encodes for a document of ours. */
export const POSITION_BYTES_MAX = 64;

/** Stands for what is no character inside a text. */
const OBJECT = '\uFFFC';

/** The passage between the first and the last character of these ranges, in order, at least one. */
export function passageOf(ranges: readonly [TextRange, ...TextRange[]]): Passage {
  const first = ranges[0];
  const last = ranges.at(-1) ?? first;
  return {
    start: encode(first.text, first.from, 0),
    end: encode(last.text, last.to, -1),
    quote: whole(textOf(ranges).slice(0, QUOTE_MAX)),
    before: whole(plainText(first.text).slice(Math.max(0, first.from - CONTEXT_MAX), first.from)),
    after: whole(plainText(last.text).slice(last.to, last.to + CONTEXT_MAX)),
  };
}

/** The passage that these words of one text are, the first time they stand in the document; null when they do not. */
export function passageQuoting(doc: Y.Doc, words: string): Passage | null {
  for (const text of textsOf(doc)) {
    const from = plainText(text).indexOf(words);
    if (from >= 0) return passageOf([{ text, from, to: from + words.length }]);
  }
  return null;
}

/** The same when they stand in the document once; null when they do not, or when nobody can tell which of them is meant. */
export function onlyPassageQuoting(doc: Y.Doc, words: string): Passage | null {
  const count = textsOf(doc).reduce((sum, text) => sum + plainText(text).split(words).length - 1, 0);
  return words !== '' && count === 1 ? passageQuoting(doc, words) : null;
}

/** The passage of no length at this place, where something may be put in. */
export function caretPassage({ type, index }: Place): Passage {
  const at = encode(type, index, index > 0 ? -1 : 0);
  const plain = type instanceof Y.XmlText ? plainText(type) : '';
  return {
    start: at,
    end: at,
    quote: '',
    before: whole(plain.slice(Math.max(0, index - CONTEXT_MAX), index)),
    after: whole(plain.slice(index, index + CONTEXT_MAX)),
  };
}

/**
 * [CM2] Where a passage is now; null when it is gone. Its own characters count first, wherever they have moved; when none of
 * them is left, the same words in the same surroundings, which is how a deletion that was undone reads to everybody but the one
 * who undid it. Total, and changes nothing. `texts` is `textsOf(doc)`, once for many passages.
 */
export function findPassage(
  doc: Y.Doc,
  passage: Passage,
  texts: () => readonly Y.XmlText[] = () => textsOf(doc),
): FoundPassage | null {
  const start = placeOf(doc, passage.start);
  const end = placeOf(doc, passage.end);
  if (passage.quote === '') {
    const caret = start ?? findCaret(passage, texts());
    return caret && { ranges: [], caret, text: '' };
  }
  const ranges = start && end ? rangesBetween(start, end, texts) : [];
  const found = ranges.length > 0 ? ranges : findQuote(passage, texts());
  const [first] = found;
  return first
    ? { ranges: found, caret: { type: first.text, index: first.from }, text: textOf(found) }
    : null;
}

/** Every text of a document, in order. */
export function textsOf(doc: Y.Doc): Y.XmlText[] {
  return textsIn(doc.getXmlFragment(DOCUMENT_FRAGMENT));
}

/** Every text of a part of a document, in order. */
export function textsIn(part: Y.XmlFragment): Y.XmlText[] {
  return part.toArray().flatMap((item: unknown) => {
    if (item instanceof Y.XmlText) return [item];
    return item instanceof Y.XmlElement ? textsIn(item) : [];
  });
}

/** What stands between two places, in order; empty when it is nothing, or one of them is in no text. */
export function rangesOf(doc: Y.Doc, start: Place, end: Place): TextRange[] {
  return rangesBetween(start, end, () => textsOf(doc));
}

/** The characters of a text, without its marks; as many as it is long. */
export function plainText(text: Y.XmlText): string {
  const delta: { insert?: unknown }[] = text.toDelta();
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : OBJECT)).join('');
}

/** What these ranges say, one line a range. */
export function textOf(ranges: readonly TextRange[]): string {
  return ranges.map(({ text, from, to }) => plainText(text).slice(from, to)).join('\n');
}

function encode(type: Y.XmlText | Y.XmlElement, index: number, assoc: number): Uint8Array {
  return Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, index, assoc));
}

/** Never half of a character. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/u, '').replace(/[\uD800-\uDBFF]$/u, '');
}

/** Null when the bytes are no position, or its text is gone from the document. */
function placeOf(doc: Y.Doc, bytes: Uint8Array): Place | null {
  const position = positionOf(bytes);
  // Without an id it would be the place of a root, and asking for it would make that root.
  if (!position || (position.item === null && position.type === null)) return null;
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc);
  const type = found?.type;
  if (!found || !(type instanceof Y.XmlText || type instanceof Y.XmlElement)) return null;
  return isInDocument(doc, type) ? { type, index: found.index } : null;
}

function positionOf(bytes: Uint8Array): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(bytes);
  } catch {
    return null;
  }
}

/** May these bytes be a position? */
export function isPosition(bytes: Uint8Array): boolean {
  const position = bytes.length <= POSITION_BYTES_MAX ? positionOf(bytes) : null;
  return position !== null && (position.item !== null || position.type !== null);
}

// biome-ignore lint/suspicious/noExplicitAny: Yjs has no common type of its types but this one.
function isInDocument(doc: Y.Doc, type: Y.AbstractType<any>): boolean {
  const root: unknown = doc.getXmlFragment(DOCUMENT_FRAGMENT);
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  let at: Y.AbstractType<any> | null = type;
  while (at && at !== root) {
    if (!at._item || at._item.deleted) return false;
    at = at.parent;
  }
  return at !== null;
}

function rangesBetween(start: Place, end: Place, texts: () => readonly Y.XmlText[]): TextRange[] {
  const { type: first, index: from } = start;
  const { type: last, index: to } = end;
  if (!(first instanceof Y.XmlText) || !(last instanceof Y.XmlText)) return [];
  if (first === last) return from < to ? [{ text: first, from, to }] : [];
  const all = texts();
  const between = all.slice(all.indexOf(first), all.indexOf(last) + 1);
  return between.flatMap((text) => {
    const range = { text, from: text === first ? from : 0, to: text === last ? to : text.length };
    return range.from < range.to ? [range] : [];
  });
}

/** The one place where the words stand in the surroundings that they had. */
function findQuote({ quote, before, after }: Passage, texts: readonly Y.XmlText[]): TextRange[] {
  const lines = quote.split('\n');
  const plain = texts.filter(({ length }) => length > 0).map((text) => ({ text, said: plainText(text) }));
  const found: { ranges: TextRange[]; nearness: number }[] = [];
  for (const [index, { said }] of plain.entries()) {
    for (let at = said.indexOf(lines[0] ?? ''); at >= 0; at = said.indexOf(lines[0] ?? '', at + 1)) {
      const ranges = matchLines(plain.slice(index, index + lines.length), lines, at);
      const last = ranges?.at(-1);
      if (!ranges || !last) continue;
      const rest = plainText(last.text).slice(last.to);
      // Surroundings that are shorter than what is remembered of them began or ended the text.
      const isAfter =
        before.length < CONTEXT_MAX ? said.slice(0, at) === before : said.slice(0, at).endsWith(before);
      const isBefore = after.length < CONTEXT_MAX ? rest === after : rest.startsWith(after);
      const nearness = Number(isAfter) + Number(isBefore);
      found.push({ ranges, nearness });
    }
  }
  const best = Math.max(0, ...found.map(({ nearness }) => nearness));
  const nearest = found.filter(({ nearness }) => nearness === best);
  const isSure = best === 2 || (nearest.length === 1 && (best === 1 || quote.length > CONTEXT_MAX));
  return nearest.length === 1 && isSure ? (nearest[0]?.ranges ?? []) : [];
}

function matchLines(
  plain: readonly { text: Y.XmlText; said: string }[],
  lines: readonly string[],
  at: number,
): TextRange[] | null {
  if (plain.length < lines.length) return null;
  const ranges: TextRange[] = [];
  for (const [index, line] of lines.entries()) {
    const { text, said } = plain[index] as { text: Y.XmlText; said: string };
    const from = index === 0 ? at : 0;
    const to = from + line.length;
    const isLast = index === lines.length - 1;
    if (said.slice(from, to) !== line || (!isLast && to !== said.length)) return null;
    if (to > from) ranges.push({ text, from, to });
  }
  return ranges;
}

function findCaret({ before, after }: Passage, texts: readonly Y.XmlText[]): Place | null {
  if (before + after === '') return null;
  const places = texts.flatMap((text) => {
    const at = plainText(text).indexOf(before + after);
    return at < 0 ? [] : [{ type: text, index: at + before.length }];
  });
  return places.length === 1 ? (places[0] ?? null) : null;
}
