import * as Y from 'yjs';
import { readTexts } from '../text/document-json.ts';
import { caretPassage, findPassage, type Passage, passageOf, type TextRange } from './passage.ts';

/**
 * Where a passage stands among the characters of a document: those of the texts that `readBlocks` gives, one after the other,
 * from 0. `from` equals `to` for a caret.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** [CM2] Where passages are now, for whoever has the blocks and not the Y.Doc; null for one that is gone. Total, changes nothing. */
export function passageSpans(
  doc: Y.Doc,
  { passages }: { readonly passages: readonly Passage[] },
): (Span | null)[] {
  const texts = readTexts(doc);
  const starts = new Map<unknown, number>();
  let total = 0;
  for (const text of texts) {
    starts.set(text, total);
    total += charactersBefore(text, text.length);
  }
  const offsetOf = (text: unknown, index: number): number | null => {
    const start = starts.get(text);
    return start === undefined || !(text instanceof Y.XmlText) ? null : start + charactersBefore(text, index);
  };
  return passages.map((passage) => {
    const found = findPassage(doc, passage, () => texts);
    if (!found) return null;
    const { ranges, caret } = found;
    const from = offsetOf(caret.type, caret.index);
    const last = ranges.at(-1);
    const to = last ? offsetOf(last.text, last.to) : from;
    return from === null || to === null ? null : { from, to };
  });
}

/** How many of the first `index` places of a text are characters: the others are objects, which no text node holds. */
function charactersBefore(text: Y.XmlText, index: number): number {
  const delta: { insert?: unknown }[] = text.toDelta();
  let at = 0;
  let characters = 0;
  for (const { insert } of delta) {
    const length = typeof insert === 'string' ? insert.length : 1;
    if (typeof insert === 'string') characters += Math.max(0, Math.min(length, index - at));
    at += length;
  }
  return characters;
}

/** Before the `at`th character of one of the texts of a document that hold any, from 0. */
export interface LinePlace {
  readonly line: number;
  readonly at: number;
}

/** From one place to another; where both are one, a caret. */
export interface LineSpan {
  readonly start: LinePlace;
  readonly end: LinePlace;
}

/** The passages that stand at these places, for whoever has the blocks and not the Y.Doc; null where there is no such place. Total. */
export function passagesAt(
  doc: Y.Doc,
  { spans }: { readonly spans: readonly LineSpan[] },
): (Passage | null)[] {
  return passagesIn(readTexts(doc), spans);
}

/** The same in these texts. */
export function passagesIn(all: readonly Y.XmlText[], spans: readonly LineSpan[]): (Passage | null)[] {
  const texts = all.filter(({ length }) => length > 0);
  return spans.map(({ start, end }) => {
    const first = texts[start.line] ?? texts.at(-1);
    if (!first) return null;
    const ranges = texts.slice(start.line, end.line + 1).flatMap((text, index): TextRange[] => {
      const from = index === 0 ? start.at : 0;
      const to = Math.min(text.length, start.line + index === end.line ? end.at : text.length);
      return from < to ? [{ text, from, to }] : [];
    });
    const [one, ...others] = ranges;
    if (one) return passageOf([one, ...others]);
    const at = texts[start.line] ? Math.min(start.at, first.length) : first.length;
    return caretPassage({ type: first, index: at });
  });
}
