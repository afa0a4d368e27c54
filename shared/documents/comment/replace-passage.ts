import * as Y from 'yjs';
import type { SuggestionError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  caretPassage,
  type FoundPassage,
  findPassage,
  type Passage,
  passageOf,
  QUOTE_MAX,
  type TextRange,
} from './passage.ts';

/** A change of a passage: what must stand there, and what is to stand there, one line a paragraph. */
export interface Replacement {
  readonly passage: Passage;
  readonly original: string;
  readonly proposed: string;
}

/**
 * [SG3] Puts the proposed words in the place of the original ones, and nowhere else: refuses when the passage is gone or
 * says something else by now. What both have in common at their ends is left as it is, with whoever wrote it. Answers the
 * passage that the new words are, by which they can be taken back. Words that stand there already are not written again.
 */
export function replacePassage(
  doc: Y.Doc,
  { passage, original, proposed }: Replacement,
): Result<Passage, Extract<SuggestionError, 'suggestion.passageChanged'>> {
  const found = findPassage(doc, passage);
  if (!found || found.text !== original) {
    const [first, ...others] = standing(doc, passage, proposed)?.ranges ?? [];
    return first ? ok(passageOf([first, ...others])) : fail('suggestion.passageChanged');
  }
  const placed = doc.transact(() => write(found, proposed));
  const [first, ...others] = placed.filter(({ from, to }) => from < to);
  return ok(first ? passageOf([first, ...others]) : caretPassage(caretOf(placed, found)));
}

/** The proposed words where the original ones were: put there by hand, or by an acceptance whose answer got lost. */
function standing(doc: Y.Doc, passage: Passage, proposed: string): FoundPassage | null {
  if (proposed === '') return null;
  const nowhere = new Uint8Array(0);
  const quote = proposed.slice(0, QUOTE_MAX);
  const found = findPassage(doc, { ...passage, start: nowhere, end: nowhere, quote });
  return found?.text === proposed ? found : null;
}

function caretOf(placed: readonly TextRange[], found: FoundPassage) {
  const [first] = placed;
  return first ? { type: first.text, index: first.from } : found.caret;
}

function write({ ranges, caret }: FoundPassage, proposed: string): TextRange[] {
  const lines = proposed.split('\n');
  if (ranges.length === 0) {
    const text = textAt(caret.type, caret.index);
    if (!text) return [];
    return writeLines(
      [{ text, from: text === caret.type ? caret.index : 0, to: text === caret.type ? caret.index : 0 }],
      lines,
    );
  }
  return writeLines(ranges, lines);
}

/** The text at this place; in an element that has none yet, a new one. */
function textAt(type: Y.XmlText | Y.XmlElement, index: number): Y.XmlText | null {
  if (type instanceof Y.XmlText) return type;
  if (!HOLDS_TEXT.has(type.nodeName)) return null;
  const neighbour = [type.get(index), type.get(index - 1)].find((child) => child instanceof Y.XmlText);
  if (neighbour instanceof Y.XmlText && neighbour.length === 0) return neighbour;
  const text = new Y.XmlText();
  type.insert(Math.min(index, type.length), [text]);
  return text;
}

const HOLDS_TEXT = new Set(['paragraph', 'heading', 'codeBlock', 'detailsSummary', 'footnote']);

function writeLines(ranges: readonly TextRange[], lines: readonly string[]): TextRange[] {
  // In code a line break is a character like any other; nowhere else is it one.
  const isCode = ranges.some(({ text }) => blockOf(text)?.nodeName === 'codeBlock');
  if (isCode && ranges.length === 1) return ranges.map((range) => replaceIn(range, lines.join('\n')));
  const kept = ranges.slice(0, lines.length);
  const placed = kept.map((range, index) => replaceIn(range, lines[index] ?? ''));
  for (const { text, from, to } of ranges.slice(lines.length)) {
    text.delete(from, to - from);
    removeWhenEmpty(text);
  }
  return [...placed, ...addLines(placed.at(-1), lines.slice(ranges.length))];
}

/** Only what differs is deleted and written: marks and authors of the rest stay. */
function replaceIn({ text, from, to }: TextRange, line: string): TextRange {
  const delta: { insert?: unknown }[] = text.toDelta();
  const before = delta
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC'))
    .join('')
    .slice(from, to);
  const most = Math.min(before.length, line.length);
  let head = 0;
  while (head < most && before[head] === line[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === line[line.length - 1 - tail]) tail++;
  if (isSplit(before, head) || isSplit(line, head)) head--;
  if (isSplit(before, before.length - tail) || isSplit(line, line.length - tail)) tail--;
  const at = from + head;
  const words = line.slice(head, line.length - tail);
  const gone = before.length - head - tail;
  // Written before the old words go, so that it takes their marks.
  const { link, ...marks } = marksAt(text, gone > 0 ? at : at - 1);
  if (words !== '') text.insert(at, words, gone > 0 && link ? { ...marks, link } : marks);
  if (gone > 0) text.delete(at + words.length, gone);
  return { text, from, to: from + line.length };
}

function isSplit(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]/u.test(text.slice(at)) && at > 0;
}

/** The marks of the character at this index, so that bold words are replaced by bold ones. */
function marksAt(text: Y.XmlText, index: number): Record<string, unknown> {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  let at = 0;
  for (const { insert, attributes = {} } of delta) {
    at += typeof insert === 'string' ? insert.length : 1;
    if (index < at) return index < 0 ? {} : { ...attributes };
  }
  return {};
}

/** Lines beyond the last paragraph become paragraphs after it; what followed the passage in it follows the last of them. */
function addLines(last: TextRange | undefined, lines: readonly string[]): TextRange[] {
  const block = last && blockOf(last.text);
  const parent = block?.parent;
  if (!last || !block || lines.length === 0) return [];
  if (!(parent instanceof Y.XmlElement || parent instanceof Y.XmlFragment)) return [];
  const rest = takeRest(block, last);
  const texts = lines.map((line) => {
    const text = new Y.XmlText();
    if (line !== '') text.insert(0, line);
    return text;
  });
  const name =
    block.nodeName === 'heading' || block.nodeName === 'detailsSummary' ? 'paragraph' : block.nodeName;
  const blocks = texts.map((text) => {
    const made = new Y.XmlElement(name);
    made.insert(0, [text]);
    return made;
  });
  parent.insert(childrenOf(parent).indexOf(block) + 1, blocks);
  const end = texts.at(-1);
  if (end && rest.delta.length > 0) end.applyDelta([{ retain: end.length }, ...rest.delta]);
  if (rest.children.length > 0) blocks.at(-1)?.insert(1, rest.children);
  return texts.map((text, index) => ({ text, from: 0, to: lines[index]?.length ?? 0 }));
}

/** Takes out of a block whatever comes after this range. */
function takeRest(block: Y.XmlElement, { text, to }: TextRange) {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = [];
  let at = 0;
  for (const { insert, attributes } of text.toDelta() as typeof delta) {
    const said = typeof insert === 'string' ? insert : '\uFFFC';
    const part = said.slice(Math.max(0, to - at));
    at += said.length;
    if (part !== '' && typeof insert === 'string')
      delta.push({ insert: part, ...(attributes && { attributes }) });
  }
  if (text.length > to) text.delete(to, text.length - to);
  const siblings = childrenOf(block);
  const first = siblings.indexOf(text) + 1;
  const children = siblings
    .slice(first)
    .flatMap((child) => (child instanceof Y.XmlText || child instanceof Y.XmlElement ? [child.clone()] : []));
  if (siblings.length > first) block.delete(first, siblings.length - first);
  return { delta, children };
}

function removeWhenEmpty(text: Y.XmlText): void {
  const block = blockOf(text);
  const parent = block?.parent;
  if (!block || !(parent instanceof Y.XmlElement || parent instanceof Y.XmlFragment)) return;
  const siblings = childrenOf(parent);
  const isEmpty = childrenOf(block).every((child) => child instanceof Y.XmlText && child.length === 0);
  if (isEmpty && siblings.length > 1) parent.delete(siblings.indexOf(block), 1);
}

function childrenOf(type: Y.XmlElement | Y.XmlFragment): unknown[] {
  return type.toArray();
}

function blockOf(text: Y.XmlText): Y.XmlElement | null {
  return text.parent instanceof Y.XmlElement ? text.parent : null;
}
