import { LANGUAGES } from '#shared/documents/attribute/document-attributes.ts';
import { embedOf } from '#shared/documents/attribute/embed-address.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { CALLOUT_STYLE } from '../pandoc-blocks.ts';
import { INLINES } from './html-elements.ts';
import {
  classesOf,
  el,
  find,
  type HtmlElement,
  type HtmlNode,
  isBlank,
  isElement,
  said,
  textOf,
} from './html-node.ts';
import { shapeCaptions } from './shape-captions.ts';
import { CAPTION_SIGN, formulaOf, RULE_SIGN, type Shaping, shapeInlines, videoOf } from './shape-inline.ts';
import { shapeList } from './shape-lists.ts';
import { uncalledNotes } from './shape-notes.ts';
import { alertOf, CALLOUT_NAMES, calloutOf, joined, quoteOf } from './shape-quotes.ts';
import { shapeTable } from './shape-table.ts';

/** Blocks in our own shape: what the parser of the schema then reads as the editor would. */
export function shapeBlocks(nodes: readonly HtmlNode[], shaping: Shaping): HtmlNode[] {
  const shaped: HtmlNode[] = [];
  let run: HtmlNode[] = [];
  const endRun = () => {
    if (run.some((node) => !isBlank(node))) shaped.push(...paragraphOf(el('p', {}, ...run), shaping));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'text' || INLINES.has(node.tagName)) run.push(node);
    else {
      endRun();
      shaped.push(...blockOf(node, shaping));
    }
  }
  endRun();
  return joined(shapeCaptions(shaped), shaping.losses);
}

function blockOf(node: HtmlElement, shaping: Shaping): HtmlNode[] {
  const inner = () => shapeBlocks(node.children, shaping);
  const classes = classesOf(node);
  switch (node.tagName) {
    case 'p':
      return paragraphOf(node, shaping);
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [{ ...node, children: shapeInlines(node.children, shaping) }];
    case 'ul':
    case 'ol':
      return [shapeList(node, (children) => shapeBlocks(children, shaping))];
    case 'blockquote':
      return [quoteOf(inner(), shaping.losses)];
    case 'pre':
      return [codeOf(node)];
    case 'table':
      return [shapeTable(node, (children) => shapeBlocks(children, shaping))];
    case 'figure':
      return figureOf(node, shaping);
    case 'details':
      return [detailsOf(node, shaping)];
    case 'dt':
      return [el('p', {}, el('strong', {}, ...shapeInlines(node.children, shaping)))];
    case 'iframe': {
      const video = embedOf(node.properties.src);
      if (!video) {
        shaping.losses.add('media');
        return [];
      }
      return [el('figure', { className: ['embed'], dataSrc: video.page, dataTitle: node.properties.title })];
    }
    case 'hr':
      return [node];
    case 'div':
      return divOf(node, classes, shaping);
    case 'section':
      return node.properties.role === 'doc-endnotes' || classes.includes('footnotes')
        ? shapeBlocks(uncalledNotes(node, shaping), shaping)
        : inner();
    default:
      return inner();
  }
}

function paragraphOf(node: HtmlElement, shaping: Shaping): HtmlNode[] {
  const words = textOf(node);
  if (words === RULE_SIGN) return [el('hr', {})];
  const style = words.startsWith(CAPTION_SIGN) ? 'caption' : node.properties.dataCustomStyle;
  const inlines = shapeInlines(node.children, shaping);
  const [only, ...others] = said(inlines);
  if (others.length === 0 && isElement(only, 'img')) return [pictureOf(only, null)];
  const math = said(node.children);
  if (math.length === 1 && isElement(math[0], 'span') && classesOf(math[0]).includes('display')) {
    return [el('div', { ...formulaOf(math[0]).properties })];
  }
  if (
    others.length === 0 &&
    isElement(only, 'span') &&
    only.properties.dataLatex &&
    words.trim().startsWith('\uE000formula')
  )
    return [el('div', { ...only.properties })];
  return [videoOf(inlines, shaping.losses) ?? el('p', { dataCustomStyle: style }, ...inlines)];
}

/** An image as a block; what its title says stands below it. */
export function pictureOf(image: HtmlElement, caption: string | null): HtmlElement {
  const { title, ...properties } = image.properties;
  const words = (caption ?? (typeof title === 'string' ? title : '')).replace(/\s+/g, ' ').trim();
  const described = properties.alt === undefined || properties.alt === null ? { dataDescribed: 'no' } : {};
  const drawn = el('img', properties);
  const line = words === '' ? [] : [el('figcaption', {}, { type: 'text', value: words })];
  return el('figure', { className: ['image'], ...described }, drawn, ...line);
}

function figureOf(node: HtmlElement, shaping: Shaping): HtmlNode[] {
  const classes = classesOf(node);
  if (classes.includes('embed') && embedOf(node.properties.dataSrc)) {
    shaping.losses.settle(textOf(node));
    return [el('figure', node.properties)];
  }
  // What an excerpt was given to say is of its document only: in a file it is a quotation.
  if (classes.includes('quote') || classes.includes('excerpt')) {
    const quote = find(node, 'blockquote');
    const source = find(node, 'figcaption');
    const inner = quote ? shapeBlocks(quote.children, shaping) : [];
    return [
      el('figure', { className: ['quote'] }, el('blockquote', {}, ...inner), ...(source ? [source] : [])),
    ];
  }
  const caption = find(node, 'figcaption');
  const [image, ...more] = shapeInlines(imagesIn(node), shaping).filter((one) => isElement(one, 'img'));
  if (!image) return shapeBlocks(node.children, shaping);
  const first = pictureOf(image, caption ? textOf(caption).replace(/\uE000[^\uE001]*\uE001/g, '') : null);
  for (const name of ['dataSize', 'dataAlign', 'dataDescribed'])
    first.properties[name] ??= node.properties[name];
  return [first, ...more.map((one) => pictureOf(one, null))];
}

function imagesIn(node: HtmlNode): HtmlNode[] {
  if (node.type === 'text') return node.value.includes('\uE000') ? [node] : [];
  return node.tagName === 'img'
    ? [node]
    : node.tagName === 'figcaption'
      ? []
      : node.children.flatMap(imagesIn);
}

function divOf(node: HtmlElement, classes: readonly string[], shaping: Shaping): HtmlNode[] {
  const style = String(node.properties.dataCustomStyle ?? '').toLowerCase();
  const inner = () => shapeBlocks(node.children, shaping);
  if (classes.includes('math')) return [formulaOf(node)];
  if (classes.includes('callout'))
    return [
      el(
        'div',
        { className: ['callout'], dataKind: node.properties.dataKind },
        el('div', { className: ['callout-body'] }, ...bodyOf(node, shaping)),
      ),
    ];
  if (classes.includes('columns') || classes.includes('column') || classes.includes('details-body'))
    return [{ ...node, children: inner() }];
  const alert = alertOf(node);
  if (alert) return [calloutOf(alert.kind, said(shapeBlocks(alert.children, shaping)))];
  if (style === CALLOUT_STYLE.toLowerCase())
    return [el('blockquote', { dataCustomStyle: style }, ...inner())];
  if (/caption|légende/.test(style)) {
    return inner().map((child) =>
      isElement(child, 'p') ? { ...child, properties: { dataCustomStyle: 'caption' } } : child,
    );
  }
  return inner().map((child) =>
    isElement(child, 'blockquote') && style !== ''
      ? { ...child, properties: { ...child.properties, dataCustomStyle: style } }
      : child,
  );
}

/** The name of its kind, where a callout says it. */
const nameIn = ({ children }: HtmlElement): string =>
  children.map((child) => textOf(child).trim()).find((words) => CALLOUT_NAMES.has(words)) ?? '';

function bodyOf(node: HtmlElement, shaping: Shaping): HtmlNode[] {
  const body = node.children.find((child) => isElement(child) && classesOf(child).includes('callout-body'));
  if (!isElement(body)) return shapeBlocks(node.children, shaping);
  const [name, others] = [nameIn(node), node.children.filter((child) => child !== body)];
  shaping.losses.settle(name);
  const words = others.filter((child) => textOf(child).trim() !== name);
  return shapeBlocks([...words, ...body.children], shaping);
}

function codeOf(node: HtmlElement): HtmlElement {
  const code = find(node, 'code');
  const names = [...classesOf(node), ...(code ? classesOf(code) : [])].map((name) =>
    name.replace(/^language-/, ''),
  );
  const language = node.properties.dataLanguage ?? LANGUAGES.find((known) => names.includes(known));
  return el(
    'pre',
    { dataLanguage: language },
    el('code', {}, { type: 'text', value: textOf(node).replace(/\n$/, '') }),
  );
}

function detailsOf(node: HtmlElement, shaping: Shaping): HtmlElement {
  const summary = node.children.find((child) => isElement(child, 'summary'));
  const body = node.children.filter((child) => child !== summary);
  const [only, ...others] = said(body);
  const inner =
    others.length === 0 && isElement(only, 'div') && classesOf(only).includes('details-body')
      ? only.children
      : body;
  const door = isElement(summary)
    ? shapeInlines(summary.children, shaping)
    : [{ type: 'text' as const, value: documentBlocks.details }];
  return el(
    'details',
    {},
    el('summary', {}, ...door),
    el('div', { className: ['details-body'] }, ...shapeBlocks(inner, shaping)),
  );
}
