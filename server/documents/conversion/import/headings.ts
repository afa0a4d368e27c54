import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { type HtmlElement, type HtmlNode, textOf } from './html-node.ts';
import type { Losses } from './losses.ts';

const isHeading = ({ tagName }: HtmlElement): boolean => /^h[1-6]$/.test(tagName);
const levelOf = ({ tagName }: HtmlElement) => Number(tagName[1]);

/**
 * [D3] Headings from 2 to 4. A first heading that is the only one of its level is the title; the highest of the others becomes 2. What
 * is deeper than 4 is 4, and counted. Changes the tree; gives the title that was found in it.
 */
export function settleHeadings(nodes: HtmlNode[], known: string, losses: Losses): string {
  const all = headingsIn(nodes);
  let title = known;
  const [first] = all;
  const isAlone = first && all.filter((one) => levelOf(one) <= levelOf(first)).length === 1;
  if (first && first === nodes.find((node) => node.type === 'element') && isAlone && levelOf(first) === 1) {
    const words = textOf(first).replace(/\s+/g, ' ').trim();
    if (known === '' || known === words) {
      title = words;
      nodes.splice(nodes.indexOf(first), 1);
      all.shift();
    }
  }
  const shift = 2 - Math.min(...all.map(levelOf), 9);
  for (const heading of all) {
    const level = levelOf(heading) + shift;
    if (level > 4) losses.add('headings');
    heading.tagName = `h${Math.min(4, Math.max(2, level))}`;
  }
  return title;
}

/** [D3] Headings of a text that goes into a document: what is above 2 brings the others down with it, what is deeper than 4 is 4, and counted. */
export function lowerHeadings(nodes: readonly HtmlNode[], losses: Losses): void {
  const all = headingsIn(nodes);
  const shift = Math.max(0, 2 - Math.min(...all.map(levelOf), 2));
  for (const heading of all) {
    const level = levelOf(heading) + shift;
    if (level > 4) losses.add('headings');
    heading.tagName = `h${Math.min(4, level)}`;
  }
}

function headingsIn(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.flatMap((node) =>
    node.type === 'text' ? [] : isHeading(node) ? [node] : headingsIn(node.children),
  );
}

/** Blocks without the empty paragraphs at both ends. */
export function trimBlocks(blocks: readonly BlockJson[]): BlockJson[] {
  const isEmpty = ({ type, content }: BlockJson) => type === 'paragraph' && !content?.length;
  const first = blocks.findIndex((block) => !isEmpty(block));
  return first < 0 ? [] : blocks.slice(first, blocks.findLastIndex((block) => !isEmpty(block)) + 1);
}
