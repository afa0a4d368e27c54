/** What may separate cells, the usual first: of two that fit as well, the first counts. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;

/** Lines that are looked at. */
const LOOKED_AT = 40;

/** How many cells each of the first lines has when this separates them, quoted text left alone. */
function widths(sample: string, separator: string): number[] {
  const found: number[] = [];
  let cells = 1;
  let isQuoted = false;
  let isBlank = true;
  for (const letter of sample) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === separator) cells += 1;
    else if (!isQuoted && letter === '\n') {
      if (!isBlank) found.push(cells);
      if (found.length === LOOKED_AT) return found;
      cells = 1;
      isBlank = true;
      continue;
    }
    if (letter.trim() !== '') isBlank = false;
  }
  if (!isBlank) found.push(cells);
  return found;
}

/** [DS6] The separator of a table, from its beginning: the one that cuts the header, and most lines as often as the header. */
export function separatorOf(sample: string): string {
  const text = sample.replace(/\r\n?/g, '\n');
  let best: { separator: string; score: number } = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const [header = 1, ...lines] = widths(text, separator);
    if (header < 2) continue;
    const alike = lines.filter((width) => width === header).length;
    const score = (lines.length === 0 ? 1 : 0.1 + alike / lines.length) * Math.log2(1 + header);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}
