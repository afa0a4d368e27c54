import { plainText } from '../../kernel/file/xml-text.ts';
import { CheckRefused } from './check-refused.ts';

/** An element that is longer is no row of a table. */
export const ELEMENT_MAX = 20_000_000;

/**
 * XML that arrives in pieces, together until what ends such an element is in them: a long one is looked through once, not again
 * with each piece. What is longer than any, and the last pieces, come as they are.
 */
export async function* endings(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  let held: string[] = [];
  let length = 0;
  let seam = '';
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    const looked = seam + piece;
    seam = looked.slice(-100);
    if (length <= ELEMENT_MAX && !looked.includes(`${name}>`)) continue;
    yield held.join('');
    held = [];
    length = 0;
    seam = '';
  }
  if (held.length > 0) yield held.join('');
}

/** Cuts XML that arrives in pieces into its elements of this name, inner text and attributes, whatever their prefix. */
export async function* elements(
  pieces: AsyncIterable<string>,
  name: string,
): AsyncGenerator<{ readonly tag: string; readonly inner: string }[]> {
  const pattern = new RegExp(
    `<(?:\\w+:)?${name}(?=[\\s/>])([^>]*?)(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`,
    'g',
  );
  const opening = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])`);
  let rest = '';
  for await (const piece of endings(pieces, name)) {
    rest += piece;
    const found: { tag: string; inner: string }[] = [];
    let end = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
      found.push({ tag: match[1] ?? '', inner: match[2] ?? '' });
      end = pattern.lastIndex;
    }
    rest = rest.slice(end);
    // What precedes an element that has not ended is of no use: long files would be searched again and again.
    const next = rest.search(opening);
    rest = next >= 0 ? rest.slice(next) : rest.slice(-100);
    if (rest.length > ELEMENT_MAX) throw new CheckRefused('dataset.workbookUnreadable');
    if (found.length > 0) yield found;
  }
}

/** The text of a cell or a shared string: its runs, without what says how they are pronounced. */
export function runs(xml: string): string {
  let text = '';
  const spoken = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml;
  for (const [, inner = ''] of spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g))
    text += inner;
  return plainText(text);
}
