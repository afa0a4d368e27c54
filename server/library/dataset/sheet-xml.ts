import { CheckRefused } from './check-refused.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML: only the five names and numbers, so that nothing can grow while it is read. */
export function plainText(xml: string): string {
  if (!xml.includes('&')) return xml;
  return xml.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of an attribute; null when it is not given. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? plainText(found[1] ?? found[2] ?? '') : null;
}

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
