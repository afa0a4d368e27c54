const [LESS, MORE, SLASH, QUESTION, BANG, DOUBLE, SINGLE] = Buffer.from('<>/?!"\'');
/** A table in a table in a table takes a dozen; whoever reads goes down by recursion, and dearer with each step. */
const MOST_ELEMENTS = 250;
/** Quotes in quotes, brackets in brackets: nobody writes ten. */
const MOST_SIGNS = 40;

/** [X10] Do the elements of this XML stand in one another deeper than anybody writes? */
export function isDeepXml(xml: Uint8Array): boolean {
  let depth = 0;
  for (let at = xml.indexOf(LESS as number); at >= 0; at = xml.indexOf(LESS as number, at + 1)) {
    const first = xml[at + 1];
    if (first === QUESTION || first === BANG) continue;
    const end = endOfTag(xml, at);
    if (first === SLASH) depth--;
    else if (xml[end - 1] !== SLASH) depth++;
    if (depth > MOST_ELEMENTS) return true;
    at = end;
  }
  return false;
}

/** Where the tag that begins at `at` ends: a sign in a quoted value ends nothing. */
function endOfTag(xml: Uint8Array, at: number): number {
  let quote: number | null = null;
  for (let end = at + 1; end < xml.length; end++) {
    const byte = xml[end] ?? 0;
    if (quote !== null) quote = byte === quote ? null : quote;
    else if (byte === DOUBLE || byte === SINGLE) quote = byte;
    else if (byte === MORE) return end;
  }
  return xml.length;
}

/** [X10] Are there more quotes in quotes, or open brackets in a paragraph of this Markdown, than anybody writes? */
export function isTangledMarkdown(text: string): boolean {
  let open = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') open = 0;
    const quotes = /^[\s>]*/.exec(line)?.[0] ?? '';
    if (quotes.replaceAll(/\s/g, '').length > MOST_SIGNS) return true;
    for (const sign of line) {
      if (sign === '[') open++;
      else if (sign === ']' && open > 0) open--;
      if (open > MOST_SIGNS) return true;
    }
  }
  return false;
}
