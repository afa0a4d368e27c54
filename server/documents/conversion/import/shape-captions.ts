import { el, type HtmlNode, isBlank, isElement, said, textOf } from './html-node.ts';

const MOST = 500;

/** Captions that a format keeps as paragraphs of their own, back where they belong: below an image, above or below a table. */
export function shapeCaptions(nodes: readonly HtmlNode[]): HtmlNode[] {
  const blocks = nodes.filter((node) => !isBlank(node));
  const taken = new Set<HtmlNode>();
  const words = new Map<HtmlNode, string>();
  for (const [index, node] of blocks.entries()) {
    const next = blocks[index + 1];
    const before = blocks[index - 1];
    if (isPicture(node) && next && !taken.has(next) && (isCaption(next) || isItalic(next))) give(node, next);
    if (isTable(node)) {
      if (before && !taken.has(before) && isCaption(before)) give(node, before);
      else if (next && !taken.has(next) && isCaption(next)) give(node, next);
    }
  }
  function give(to: HtmlNode, from: HtmlNode): void {
    taken.add(from);
    words.set(to, textOf(from).replace(/\s+/g, ' ').trim());
  }
  return blocks
    .filter((node) => !taken.has(node))
    .map((node) => {
      const caption = words.get(node);
      if (!caption || !isElement(node)) return node;
      const line: HtmlNode = { type: 'text', value: caption };
      if (isTable(node)) return { ...node, children: [el('caption', {}, line), ...node.children] };
      return { ...node, children: [...node.children, el('figcaption', {}, line)] };
    });
}

function isPicture(node: HtmlNode): boolean {
  return isElement(node, 'figure') && isElement(node.children[0], 'img') && node.children.length === 1;
}

function isTable(node: HtmlNode): boolean {
  return isElement(node, 'table') && !isElement(node.children[0], 'caption');
}

function isCaption(node: HtmlNode): boolean {
  if (!isElement(node, 'p') || textOf(node).length > MOST) return false;
  return node.properties.dataCustomStyle === 'caption';
}

/** The way in which Markdown says a caption: a line in italics right below the image. */
function isItalic(node: HtmlNode): boolean {
  if (!isElement(node, 'p') || textOf(node).length > MOST) return false;
  const [only, ...others] = said(node.children);
  return others.length === 0 && isElement(only, 'em', 'i');
}
