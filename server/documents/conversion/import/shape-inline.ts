import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { embedOf } from '#shared/documents/attribute/embed-address.ts';
import { safeLink } from '#shared/documents/attribute/safe-address.ts';
import { wordsOf } from '#shared/documents/text/inline-markup.ts';
import { entryAt } from '#shared/kernel/entry-at.ts';
import { BLOCKS, LINES } from './html-elements.ts';
import {
  classesOf,
  el,
  type HtmlElement,
  type HtmlNode,
  isBlank,
  isElement,
  said,
  textOf,
} from './html-node.ts';
import type { Losses } from './losses.ts';
import { CARRIED } from './odt-flow.ts';

/** What the shaping of a file knows beside its tree. */
export interface Shaping {
  readonly losses: Losses;
  /** An image of the file under its address in our text; null when the file does not hold it. */
  readonly imageAt: (src: string) => string | null;
  /** Notes by their id: what stands in each. */
  readonly notes: ReadonlyMap<string, readonly HtmlNode[]>;
  /** Those that were called: they stand where their call stood. */
  readonly called: Set<string>;
  /** TeX of the formulas that were carried beside the text. */
  readonly formulas: readonly string[];
  readonly alternatives: readonly string[];
}

const CARRIED_SIGN = new RegExp(`${CARRIED.open}([a-z]+)(?::(\\d+))?${CARRIED.close}`, 'g');
/** The same, for whole texts: a paragraph that is a caption begins with it. */
export const CAPTION_SIGN = `${CARRIED.open}caption${CARRIED.close}`;
export const COLUMNS_SIGN = `${CARRIED.open}columns${CARRIED.close}`;
export const RULE_SIGN = `${CARRIED.open}rule${CARRIED.close}`;

/** The inline content of a block in our own shape: notes, formulas, images and links as the schema reads them. */
export function shapeInlines(nodes: readonly HtmlNode[], shaping: Shaping): HtmlNode[] {
  const shaped: HtmlNode[] = [];
  for (const node of nodes) {
    if (node.type === 'text') shaped.push(...carriedIn(node.value, shaped, shaping));
    else shaped.push(...inlineOf(node, shaping));
  }
  return shaped;
}

function carriedIn(
  text: string,
  before: readonly HtmlNode[],
  { formulas, alternatives }: Shaping,
): HtmlNode[] {
  if (!text.includes(CARRIED.open)) return [{ type: 'text', value: text }];
  const parts: HtmlNode[] = [];
  let from = 0;
  for (const found of text.matchAll(CARRIED_SIGN)) {
    const [sign, kind, index = '0'] = found;
    if (found.index > from) parts.push({ type: 'text', value: text.slice(from, found.index) });
    from = found.index + sign.length;
    if (kind === 'formula')
      parts.push(el('span', { className: ['math'], dataLatex: formulas[Number(index)] ?? '' }));
    if (kind === 'image') {
      const image = parts.at(-1) ?? before.at(-1);
      const said = alternatives[Number(index)];
      if (isElement(image, 'img') && said) image.properties.alt = said;
      // An image that is not in the file: its words are in its place.
      else if (said) parts.push(el('em', {}, { type: 'text', value: said }));
    }
  }
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) });
  return parts;
}

function inlineOf(node: HtmlElement, shaping: Shaping): HtmlNode[] {
  const inner = () => shapeInlines(node.children, shaping);
  const classes = classesOf(node);
  switch (node.tagName) {
    case 'a':
      return linkOf(node, shaping);
    case 'img':
      return imageOf(node, shaping);
    case 'u':
      shaping.losses.add('underlines');
      return inner();
    case 'ins':
    case 'label':
      return inner();
    case 'input':
      shaping.losses.add('forms');
      return [];
    case 'audio':
    case 'video':
      shaping.losses.add('media');
      return [];
    case 'kbd':
      return [el('code', {}, ...inner())];
    case 'math':
      return [node];
    case 'time':
      // A day in other words than ours is text.
      return textOf(node) === wordsOf(readAttrs('date', { day: node.properties.dateTime }).day)
        ? [node]
        : inner();
    case 'span': {
      if (classes.includes('math')) return [formulaOf(node)];
      if (classes.includes('mark')) return [el('mark', {}, ...inner())];
      // An image that pandoc could not have: its words are in its place.
      if (classes.includes('placeholder')) {
        shaping.losses.add('imagesElsewhere');
        return [el('em', {}, ...inner())];
      }
      if (classes.includes('underline')) {
        shaping.losses.add('underlines');
        return inner();
      }
      // Its name is that of what it leads to.
      if (classes.includes('reference') && node.properties.dataId) shaping.losses.settle(textOf(node));
      if (typeof node.properties.dataEmoji === 'string') shaping.losses.settle(node.properties.dataEmoji);
      const isOurs = ['footnote', 'mention', 'reference', 'status'].some((name) => classes.includes(name));
      return isOurs ? [{ ...node, children: inner() }] : inner();
    }
    default:
      return [{ ...node, children: inner() }];
  }
}

/** `\(…\)` and `\[…\]` around TeX are pandoc’s; our own formulas carry their source. */
export function formulaOf(node: HtmlElement): HtmlElement {
  const source =
    node.properties.dataLatex ??
    textOf(node)
      .trim()
      .replace(/^\\[([]\s*|\s*\\[)\]]$/g, '');
  return el(node.tagName === 'div' ? 'div' : 'span', { className: ['math'], dataLatex: source });
}

const NO_NOTES: Shaping['notes'] = new Map();

function linkOf(node: HtmlElement, shaping: Shaping): HtmlNode[] {
  const href = String(node.properties.href ?? '');
  const { role } = node.properties;
  if (role === 'doc-backlink' || classesOf(node).includes('footnote-back')) return [];
  if (role === 'doc-noteref' || classesOf(node).includes('footnote-ref')) {
    const id = href.slice(1);
    const note = shaping.notes.get(id);
    if (note) {
      shaping.called.add(id);
      // A note holds no note: the one that it calls stays in the list.
      return [noteOf(note, { ...shaping, notes: NO_NOTES })];
    }
  }
  const inner = shapeInlines(node.children, shaping);
  return safeLink(href) === null ? inner : [el('a', { href }, ...inner)];
}

/** What a note loses: it holds text. */
const NO_TEXT = new Set(['ul', 'ol', 'dl', 'table', 'pre', 'blockquote', 'figure', 'details']);

/** A note is one run of text: its paragraphs follow one another, what is no text is counted. */
function noteOf(content: readonly HtmlNode[], shaping: Shaping): HtmlElement {
  return el('span', { className: ['footnote'] }, ...trimmed(runOf(content, shaping)));
}

/** What stands on lines of its own, in one: a space before it, and before what follows it. */
function runOf(nodes: readonly HtmlNode[], shaping: Shaping): HtmlNode[] {
  const run: HtmlNode[] = [];
  let isAfterLine = false;
  for (const node of nodes) {
    const isLine = isElement(node, ...LINES, ...BLOCKS) && node.tagName !== 'iframe';
    if (isLine || isAfterLine || isBlank(node)) run.push({ type: 'text', value: ' ' });
    if (isLine) {
      if (NO_TEXT.has(node.tagName)) shaping.losses.add('notes');
      run.push(...runOf(node.children, shaping));
    } else if (!isBlank(node)) run.push(...shapeInlines([node], shaping));
    isAfterLine = isLine;
  }
  return run;
}

function trimmed(nodes: readonly HtmlNode[]): HtmlNode[] {
  const kept = nodes.map((node) => (node.type === 'text' ? { ...node } : node));
  while (kept.length > 0 && isBlank(entryAt(kept, 0))) kept.shift();
  while (kept.length > 0 && isBlank(kept.at(-1) as HtmlNode)) kept.pop();
  const [first] = kept;
  const last = kept.at(-1);
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return kept;
}

function imageOf(node: HtmlElement, { imageAt, losses }: Shaping): HtmlNode[] {
  const { src, alt, title, width, height } = node.properties;
  const ours = imageAt(String(src ?? ''));
  if (ours === null) {
    losses.add('imagesElsewhere');
    return typeof alt === 'string' && alt !== '' ? [el('em', {}, { type: 'text', value: alt })] : [];
  }
  return [el('img', { src: ours, alt, title, width, height })];
}

/** A paragraph that is nothing but a link to a video shows it. */
export function videoOf(nodes: readonly HtmlNode[], losses: Losses): HtmlElement | null {
  const [only, ...others] = said(nodes);
  if (others.length > 0 || !isElement(only, 'a')) return null;
  const video = embedOf(only.properties.href);
  if (!video) return null;
  const words = textOf(only).trim();
  const title = words === '' || URL.canParse(words) ? null : words;
  if (title === null) losses.settle(words);
  return el('figure', { className: ['embed'], dataSrc: video.page, dataTitle: title });
}
