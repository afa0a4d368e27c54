import { CALLOUTS, type CalloutKind, LANGUAGES } from '#shared/documents/attribute/document-attributes.ts';
import { embedOf } from '#shared/documents/attribute/embed-address.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { CALLOUT_STYLE } from '../pandoc-blocks.ts';
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
import { shapeTable } from './shape-table.ts';

const INLINE = new Set(
  'a span strong b em i s del strike u ins sup sub code kbd mark time br img math label input audio video'.split(
    ' ',
  ),
);

/** Blocks in our own shape: what the parser of the schema then reads as the editor would. */
export function shapeBlocks(nodes: readonly HtmlNode[], shaping: Shaping): HtmlNode[] {
  const shaped: HtmlNode[] = [];
  let run: HtmlNode[] = [];
  const endRun = () => {
    if (run.some((node) => !isBlank(node))) shaped.push(...paragraphOf(el('p', {}, ...run), shaping));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'text' || INLINE.has(node.tagName)) run.push(node);
    else {
      endRun();
      shaped.push(...blockOf(node, shaping));
    }
  }
  endRun();
  return joined(shapeCaptions(shaped));
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
      return [quoteOf(inner())];
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
      return node.properties.role === 'doc-endnotes' || classes.includes('footnotes') ? [] : inner();
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
  return [videoOf(inlines) ?? el('p', { dataCustomStyle: style }, ...inlines)];
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
  if (classes.includes('embed')) return [el('figure', node.properties)];
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
  const [image, ...more] = shapeInlines(imagesIn(node), shaping).filter((one) =>
    isElement(one, 'img'),
  ) as HtmlElement[];
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
  const alert = ALERTS[classes.find((name) => Object.hasOwn(ALERTS, name)) ?? ''];
  if (alert) {
    const words = node.children.filter((child) => !(isElement(child) && classesOf(child).includes('title')));
    return [calloutOf(alert, said(shapeBlocks(words, shaping)))];
  }
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

function bodyOf(node: HtmlElement, shaping: Shaping): HtmlNode[] {
  const body = node.children.find((child) => isElement(child) && classesOf(child).includes('callout-body'));
  return shapeBlocks(isElement(body) ? body.children : node.children, shaping);
}

/** GitHub’s alerts, as pandoc reads them. */
const ALERTS: Readonly<Record<string, CalloutKind>> = {
  note: 'info',
  tip: 'practice',
  important: 'key',
  warning: 'warning',
  caution: 'warning',
};

/** Quotations that a word processor made of one paragraph each, and the pieces of one callout, are one. */
function joined(nodes: readonly HtmlNode[]): HtmlNode[] {
  const kept: HtmlNode[] = [];
  for (const node of nodes) {
    const last = kept.at(-1);
    const style = isElement(node, 'blockquote') ? node.properties.dataCustomStyle : undefined;
    if (
      style &&
      isElement(last, 'blockquote') &&
      last.properties.dataCustomStyle === style &&
      !(isTitle(node) && style === CALLOUT_STYLE.toLowerCase())
    )
      last.children.push(...(node as HtmlElement).children);
    else if (!isBlank(node)) kept.push(node);
  }
  return kept.map((node) =>
    isElement(node, 'blockquote') && node.properties.dataCustomStyle ? quoteOf(node.children) : node,
  );
}

const NAMES = new Map(CALLOUTS.map((kind) => [documentBlocks.callouts[kind], kind]));

function titleOf(node: HtmlNode | undefined): CalloutKind | null {
  if (!isElement(node, 'p')) return null;
  const [only, ...others] = said(node.children);
  return others.length === 0 && isElement(only, 'strong', 'b')
    ? (NAMES.get(textOf(only).trim()) ?? null)
    : null;
}
const isTitle = (node: HtmlNode) => isElement(node) && titleOf(said(node.children)[0]) !== null;

/** A quotation that begins with the name of a callout is one; a last line that begins with a dash is its source. */
function quoteOf(children: readonly HtmlNode[]): HtmlElement {
  const inner = said(children);
  const kind = titleOf(inner[0]);
  if (kind) return calloutOf(kind, inner.slice(1));
  const last = inner.at(-1);
  const source =
    inner.length > 1 && isElement(last, 'p')
      ? /^[—–]\s+(.{1,300})$/u.exec(textOf(last).trim())?.[1]
      : undefined;
  if (!source) return el('blockquote', {}, ...inner);
  return el(
    'figure',
    { className: ['quote'] },
    el('blockquote', {}, ...inner.slice(0, -1)),
    el('figcaption', {}, { type: 'text', value: source }),
  );
}

function calloutOf(kind: CalloutKind, inner: readonly HtmlNode[]): HtmlElement {
  return el(
    'div',
    { className: ['callout'], dataKind: kind },
    el('div', { className: ['callout-body'] }, ...inner),
  );
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
