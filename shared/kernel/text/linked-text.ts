/** A piece of plain text, and where it leads when it is an address. */
interface TextPart {
  readonly text: string;
  readonly href: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>«»"]+/g;
/** What ends a sentence, and not the address in it. */
const ENDING = /[.,;:!?)\]’'…]+$/;

/** [AE2] The paragraphs of a plain text, in which addresses of the web are links. */
export function linkedParagraphs(text: string): TextPart[][] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map(linkedParts);
}

function linkedParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(ENDING, '');
    if (!URL.canParse(address)) continue;
    if (index > from) parts.push({ text: text.slice(from, index), href: null });
    parts.push({ text: address, href: address });
    from = index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}

/** The beginning of a plain text, on one line, cut between words. */
export function beginningOf(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const words = line.slice(0, most - 1).replace(/\s+\S*$/, '');
  return `${words.replace(ENDING, '').trimEnd()}…`;
}
