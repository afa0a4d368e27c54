import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import type { HtmlNode } from './html-node.ts';

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
  tagNames: [
    ...[
      'p',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
      'blockquote',
      'pre',
      'hr',
      'br',
      'div',
      'section',
    ],
    ...[
      'article',
      'main',
      'table',
      'caption',
      'thead',
      'tbody',
      'tfoot',
      'tr',
      'th',
      'td',
      'figure',
      'figcaption',
      'img',
      'details',
      'summary',
    ],
    ...[
      'a',
      'span',
      'strong',
      'b',
      'em',
      'i',
      's',
      'del',
      'strike',
      'u',
      'ins',
      'sup',
      'sub',
      'code',
      'kbd',
      'mark',
      'time',
      'label',
      'input',
    ],
    ...['math', 'semantics', 'annotation', 'iframe', 'audio', 'video'],
  ],
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
  partLines((tree as unknown as { children: HtmlNode[] }).children);
  const clean = unified().use(rehypeSanitize, SCHEMA).runSync(tree) as unknown as { children: HtmlNode[] };
  return prune(clean.children);
}

/** Elements that we have no use for and that HTML shows on lines of their own. */
const LINES = new Set(
  'address aside center dialog fieldset footer form header hgroup legend nav optgroup option search select textarea'.split(
    ' ',
  ),
);

/** What stood on lines of its own does not run into its neighbours once its element is gone. */
function partLines(nodes: readonly HtmlNode[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (LINES.has(node.tagName)) node.tagName = 'div';
    if (node.tagName === 'menu' || node.tagName === 'dir') node.tagName = 'ul';
    partLines(node.children);
  }
}

/** Comments and whatever else is neither an element nor a text. */
function prune(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    return [{ ...node, children: prune(node.children) }];
  });
}
