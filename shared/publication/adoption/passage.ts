const HEADING = /^<h([2-4])[ >]/;
const text = (block: string) => block.replace(/<[^>]*>/g, '').trim();

/**
 * What a published text says under the heading of these words (case aside), up to the next one that is as high, without the heading
 * itself; empty when there is none.
 * @param blocks markup by block, as `readDocument` gives it
 */
export function passageUnder(blocks: readonly string[], heading: string): readonly string[] {
  const isWanted = (block: string) =>
    HEADING.test(block) && text(block).toLocaleLowerCase('fr') === heading.toLocaleLowerCase('fr');
  const start = blocks.findIndex(isWanted);
  if (start < 0) return [];
  const level = Number(HEADING.exec(blocks[start] ?? '')?.[1]);
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => Number(HEADING.exec(block)?.[1] ?? 9) <= level);
  return end < 0 ? rest : rest.slice(0, end);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The words of such blocks, a line each, as plain text. */
export function textOf(blocks: readonly string[]): string {
  return blocks
    .map((block) => text(block).replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity))
    .filter(Boolean)
    .join('\n');
}
