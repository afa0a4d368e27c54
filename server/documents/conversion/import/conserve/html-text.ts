import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { BLOCKS, LINES, OTHER_BLOCKS } from '../html-elements.ts';
import { classesOf, type HtmlElement, type HtmlNode, isElement, textOf } from '../html-node.ts';
import { JOINT, type Place, SourceText } from './source-text.ts';

/** Elements that HTML shows on lines of their own. */
const APART = new Set([...LINES, ...BLOCKS, ...OTHER_BLOCKS, 'body', 'br', 'dir', 'menu']);
/** What stands in a line for those who see nothing better. */
const ASIDE = new Set(['object', 'svg', 'audio', 'video', 'noscript']);
/** What no reader sees. */
const UNSEEN = new Set(['script', 'style', 'template', 'iframe', 'title']);

/** [X18] What is written in a page: the text of its tree, the title of the page and what is said of its images. */
export function htmlText(html: string): SourceText {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html) as unknown as HtmlElement;
  const source = new SourceText();
  const title = lineOf(titleIn(tree.children));
  // Most pages say their title twice: the document has it once.
  if (title !== '' && title !== lineOf(firstHeading(tree.children))) source.add('words', title);
  const asideOf = (node: HtmlElement, place: Place) => {
    const line: string[] = [];
    walk(node.children, line, place);
    source.add(place, line.join(''));
  };
  const walk = (nodes: readonly HtmlNode[], line: string[], place: Place): void => {
    for (const node of nodes) {
      if (node.type === 'text') line.push(node.value);
      else if (isElement(node) && !UNSEEN.has(node.tagName) && !isSign(node)) {
        const said = saidBy(node);
        if (said !== '') source.add(place, said);
        const isApart = isFormula(node) && place === 'words';
        if (isApart || ASIDE.has(node.tagName)) {
          line.push(JOINT);
          asideOf(node, isApart ? 'formulas' : place);
        } else if (APART.has(node.tagName)) {
          line.push('\n');
          walk(node.children, line, place);
          line.push('\n');
        } else if (['ruby', 'rt', 'rp', 'img', 'input'].includes(node.tagName)) {
          line.push(JOINT);
          walk(node.children, line, place);
          line.push(JOINT);
        } else walk(node.children, line, place);
      }
    }
  };
  asideOf(tree, 'words');
  return source;
}

const lineOf = (text: string) => text.replace(/\s+/g, ' ').trim();

function titleIn(nodes: readonly HtmlNode[]): string {
  const title = nodes.find((node) => isElement(node, 'title'));
  return title ? textOf(title) : '';
}

function firstHeading(nodes: readonly HtmlNode[]): string {
  for (const node of nodes) {
    if (node.type === 'text') continue;
    const inner = node.tagName === 'h1' ? textOf(node) : firstHeading(node.children ?? []);
    if (inner !== '') return inner;
  }
  return '';
}

function saidBy({ tagName, properties }: HtmlElement): string {
  const said = (name: string) => (typeof properties[name] === 'string' ? properties[name] : '');
  if (tagName === 'img') return said('alt');
  const isShown = ['text', 'button', 'submit', 'reset'].includes(said('type') || 'text');
  return tagName === 'input' && isShown ? said('value') : '';
}

function isFormula(node: HtmlElement): boolean {
  return node.tagName === 'math' || classesOf(node).some((name) => name === 'math' || name === 'katex');
}

/** The number that calls a note, and the way back from it. */
function isSign(node: HtmlElement): boolean {
  const { role } = node.properties;
  if (role === 'doc-backlink' || classesOf(node).includes('footnote-back')) return true;
  const isCall = role === 'doc-noteref' || classesOf(node).includes('footnote-ref');
  return isCall && /^[^\p{L}]*$/u.test(textOf(node));
}
