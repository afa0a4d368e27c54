import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { BLOCKS, INLINES, LINES, OTHER_BLOCKS } from './html-elements.ts';
import { el, type HtmlElement, type HtmlNode, isBlank } from './html-node.ts';

const DATA = [
  'Kind',
  'Id',
  'Label',
  'State',
  'Latex',
  'Language',
  'Type',
  'Src',
  'Title',
  'Name',
  'Bytes',
  'Size',
  'Align',
  'Described',
  'Checked',
  'Colwidth',
  'CustomStyle',
  'Emoji',
].map((name) => `data${name}`);

/** [security A40] Everything else is dropped, with the content of what would run; attributes are read once more by the schema. */
const SCHEMA = {
  strip: ['script', 'style', 'title', 'template', 'noscript', 'head', 'object', 'svg'],
  clobber: [],
  clobberPrefix: '',
  tagNames: [...LINES, ...BLOCKS, ...INLINES, 'semantics', 'annotation'],
  attributes: {
    a: ['href'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    ol: ['start'],
    th: ['colSpan', 'rowSpan'],
    td: ['colSpan', 'rowSpan'],
    input: ['type', 'checked'],
    time: ['dateTime'],
    annotation: ['encoding'],
    iframe: ['src', 'title'],
    '*': ['className', 'id', 'role', ...DATA],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
};

/** HTML from anywhere as a clean tree. */
export function cleanHtml(html: string): HtmlNode[] {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html);
  const children = partLines((tree as unknown as { children: HtmlNode[] }).children);
  const parted = { ...tree, children } as typeof tree;
  const clean = unified().use(rehypeSanitize, SCHEMA).runSync(parted) as unknown as { children: HtmlNode[] };
  return prune(clean.children);
}

const isLine = ({ tagName }: HtmlElement) => LINES.has(tagName);
const isBlock = (node: HtmlNode) => node.type === 'element' && (isLine(node) || BLOCKS.has(node.tagName));

/** The elements that are blocks or have one in them; what will be gone has become what it was to who reads. */
function blocksIn(nodes: readonly HtmlNode[], found = new Set<HtmlNode>()): ReadonlySet<HtmlNode> {
  for (const node of nodes) {
    if (node.type !== 'element' || SCHEMA.strip.includes(node.tagName)) continue;
    if (OTHER_BLOCKS.has(node.tagName)) node.tagName = 'div';
    if (node.tagName === 'menu' || node.tagName === 'dir') node.tagName = 'ul';
    blocksIn(node.children, found);
    if (isBlock(node) || node.children.some((child) => found.has(child))) found.add(node);
  }
  return found;
}

/**
 * What stood on lines of its own does not run into its neighbours, be its element gone or in a line, where HTML forbids it: blocks
 * come out of the elements of a line, and have those that we keep (`around`, one of a kind) inside of them.
 */
function partLines(
  nodes: readonly HtmlNode[],
  holding = blocksIn(nodes),
  around: readonly HtmlElement[] = [],
): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type !== 'element' || !holding.has(node)) return [inside(around, node)];
    if (!isBlock(node)) {
      const isKept = SCHEMA.tagNames.includes(node.tagName);
      const others = around.filter(({ tagName }) => tagName !== node.tagName);
      return partLines(node.children, holding, isKept ? [...others, node] : around);
    }
    const children = partLines(node.children, holding, around);
    return isLine(node) && children.some(isBlock) ? partedLine(node, children) : [{ ...node, children }];
  });
}

const inside = (around: readonly HtmlElement[], node: HtmlNode): HtmlNode =>
  isBlank(node) ? node : around.reduceRight((child, element) => ({ ...element, children: [child] }), node);

/** The blocks of a line, and what stands between them as lines like it. */
function partedLine({ tagName, properties }: HtmlElement, children: readonly HtmlNode[]): HtmlNode[] {
  const parts: HtmlNode[] = [];
  let line: HtmlElement | null = null;
  for (const child of children) {
    if (isBlock(child)) {
      parts.push(child);
      line = null;
    } else if (line) line.children.push(child);
    else if (!isBlank(child)) {
      line = el(tagName, properties, child);
      parts.push(line);
    }
  }
  return parts;
}

/** Comments and whatever else is neither an element nor a text. */
function prune(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    return [{ ...node, children: prune(node.children) }];
  });
}
