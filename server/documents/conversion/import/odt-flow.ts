import { strFromU8 } from 'fflate';
import { plainText } from '../../../kernel/file/xml-text.ts';
import { COLUMNS_STYLE } from '../pandoc-columns.ts';
import { given, holds, type XmlElement, type XmlNode } from './conserve/xml-tree.ts';
import type { Losses } from './losses.ts';

/** Around what pandoc drops and we carry through it, inside the text: signs that no text has. */
export const CARRIED = { open: '\uE000', close: '\uE001' } as const;

/** The line under the title of what we export ourselves: the group, the day, the cities. */
export const OWN_FACTS = /^Groupe de travail .+ · \d{1,2}(?:er)? \p{L}+ \d{4}(?: · Écrit par .+)?$/u;

/** What pandoc reads in the text, in an item of a list, in a cell and in a note; it drops what it does not read there. */
const READ = {
  body: new Set(['text:p', 'text:h', 'text:list', 'text:section', 'table:table']),
  item: new Set(['text:p', 'text:h', 'text:list', 'text:section']),
  cell: new Set(['text:p', 'text:list']),
  note: new Set(['text:p']),
};
/** What it reads in a line and has nothing in it; and what may hold a text without form. */
const MARKS = new Set(
  ['s', 'tab', 'line-break', 'bookmark', 'bookmark-start', 'reference-mark-start'].map(
    (name) => `text:${name}`,
  ),
);
const REFERENCES = new Set(['text:bookmark-ref', 'text:reference-ref', 'text:bibliography-mark']);
/** What is made again from the text, wherever it stands. */
const CONTENTS = new Set(
  ['table-of-content', 'illustration-index', 'table-index', 'object-index'].map((name) => `text:${name}`),
);
/** What is no text of the document: it is counted or named elsewhere. */
const ASIDE = new Set([
  'text:tracked-changes',
  'text:number',
  'text:script',
  'office:annotation',
  'office:annotation-end',
  'office:event-listeners',
  'office:forms',
  'svg:title',
  'svg:desc',
]);
const CAPTIONS = [
  'tablecaption',
  'figurecaption',
  'caption',
  'table',
  'illustration',
  'figure',
  'drawing',
  'légende',
  'tableau',
];
const CELLS = new Set(['table:table-cell', 'table:covered-table-cell']);
const IMAGE = new Set(['draw:image']);
const NOT_EMPTY = new Set(['draw:frame', 'text:note']);

/**
 * [X19] The text of an ODT in the shape that pandoc’s reader knows: boxes and shapes go on after their paragraph, tables in cells
 * and lists become paragraphs, fields and whatever else it does not know become what they show. Beside it are kept the title, the
 * formulas and what is said of images; their places in the text have signs.
 */
export class OdtFlow {
  title = '';
  /** MathML; the text holds `formula:<index>`. */
  readonly formulas: string[] = [];
  /** What is said of images; the text holds `image:<index>` after each. */
  readonly alternatives: string[] = [];
  readonly #parts: Readonly<Record<string, Uint8Array>>;
  readonly #styles: ReadonlyMap<string, string>;
  readonly #losses: Losses;

  constructor(
    parts: Readonly<Record<string, Uint8Array>>,
    styles: ReadonlyMap<string, string>,
    losses: Losses,
  ) {
    this.#parts = parts;
    this.#styles = styles;
    this.#losses = losses;
  }

  /** The whole text. */
  body(nodes: readonly XmlNode[]): XmlNode[] {
    return this.#blocks(nodes, READ.body);
  }

  #blocks(nodes: readonly XmlNode[], read: ReadonlySet<string>): XmlNode[] {
    return nodes.flatMap((node) => (typeof node === 'string' ? [node] : this.#block(node, read)));
  }

  #block(node: XmlElement, read: ReadonlySet<string>): XmlNode[] {
    const { name, children } = node;
    if (name === 'text:p' || name === 'text:h') return this.#paragraph(node, read);
    if (name === 'table:table') return read.has(name) ? [this.#table(node)] : this.#flat(node, read);
    if (name === 'text:section' && read.has(name))
      return [{ ...node, children: this.#blocks(children, READ.body) }];
    if (name === 'text:list' && read.has(name)) {
      const items = children.map((item) =>
        typeof item === 'string' ? item : { ...item, children: this.#blocks(item.children, READ.item) },
      );
      return [{ ...node, children: items }];
    }
    if (CONTENTS.has(name)) {
      this.#losses.add('contents');
      return [];
    }
    if (ASIDE.has(name) || name.endsWith('-source')) return [];
    if (name.startsWith('draw:')) return this.#paragraph(element('text:p', '', node), read);
    return this.#blocks(children, read);
  }

  #paragraph(node: XmlElement, read: ReadonlySet<string>): XmlNode[] {
    const floats: XmlNode[] = [];
    const children = this.#inlines(node.children, floats);
    const after = this.#blocks(floats, read);
    const words = lineOf(children).replace(/\s+/g, ' ').trim();
    if (node.name === 'text:h')
      return [read.has('text:h') ? { ...node, children } : element('text:p', '', ...children), ...after];
    const name = given(node, 'text:style-name');
    const style = (this.#styles.get(name) ?? name).replaceAll('_20_', ' ').toLowerCase();
    if (style === 'title' && this.title === '' && words !== '') {
      this.title = words;
      return after;
    }
    if (style === 'horizontal line' && words === '')
      return [{ ...node, children: [carry('rule')] }, ...after];
    if (style === 'subtitle' && OWN_FACTS.test(words)) {
      this.#losses.settle(words);
      return after;
    }
    const isEmptied = words === '' && floats.length > 0 && !holds({ ...node, children }, NOT_EMPTY);
    if (isEmptied) return after;
    const sign = CAPTIONS.includes(style) ? [carry('caption')] : [];
    return [{ ...node, children: [...sign, ...children] }, ...after];
  }

  /** What a line holds; texts that stand in boxes are put aside. */
  #inlines(nodes: readonly XmlNode[], floats: XmlNode[]): XmlNode[] {
    return nodes.flatMap((node): XmlNode[] => {
      if (typeof node === 'string') return [node];
      const { name, children } = node;
      if (MARKS.has(name)) return [node];
      if (ASIDE.has(name) || name === 'text:hidden-text') return [];
      if (REFERENCES.has(name)) return [{ ...node, children: [escaped(lineOf(children))] }];
      if (name === 'text:note') return [this.#note(node)];
      if (name === 'draw:frame') return this.#frame(node, floats);
      if (name.startsWith('draw:')) return this.#shape(node, floats);
      const inner = this.#inlines(children, floats);
      if (name === 'text:span') return [{ ...node, children: inner }];
      // Spaces and images of a link are read in a span only.
      if (name === 'text:a') return [{ ...node, children: inner.map(inSpan) }];
      // What is said above a word stands after it.
      if (name === 'text:ruby-text') return lineOf(inner).trim() === '' ? [] : [' (', ...inner, ')'];
      return inner;
    });
  }

  #note(node: XmlElement): XmlElement {
    const children = node.children.map((child) =>
      typeof child === 'string' || child.name !== 'text:note-body'
        ? child
        : { ...child, children: this.#blocks(child.children, READ.note) },
    );
    return { ...node, children };
  }

  #frame(node: XmlElement, floats: XmlNode[]): XmlNode[] {
    const child = (name: string) =>
      node.children.find((one): one is XmlElement => typeof one !== 'string' && one.name === name);
    const object = child('draw:object');
    if (object) {
      const path = given(object, 'xlink:href').replace(/^\.\/|\/$/g, '');
      const part = this.#parts[`${path}/content.xml`];
      const math = part && /<(?:math:)?math\b[\s\S]*<\/(?:math:)?math>/.exec(strFromU8(part))?.[0];
      if (math) return [carry(`formula:${this.formulas.push(math.replaceAll('math:', '')) - 1}`)];
      this.#losses.add(child('draw:image') ? 'objects' : 'charts');
      return [node];
    }
    if (child('draw:text-box') || !child('draw:image')) return this.#shape(node, floats);
    const said = ['svg:title', 'svg:desc'].map((name) => lineOf(child(name)?.children ?? []).trim());
    const words = [...new Set(said)].filter(Boolean).join('. ').replace(/\s+/g, ' ');
    return [
      { ...node, children: node.children.filter((one) => one !== child('svg:title')) },
      carry(`image:${this.alternatives.push(words) - 1}`),
    ];
  }

  /** What stands in a box or in a shape goes on after the paragraph; pictures among it stay in the line. */
  #shape(node: XmlElement, floats: XmlNode[]): XmlNode[] {
    const isCaptioned = holds(node, IMAGE);
    let isText = false;
    const drawn = node.children.flatMap((child): XmlNode[] => {
      if (typeof child === 'string' || ASIDE.has(child.name)) return [];
      if (child.name === 'draw:frame') return this.#frame(child, floats);
      if (child.name.startsWith('draw:')) return this.#shape(child, floats);
      isText ||= holds(element('', '', child), TEXT);
      floats.push(...(isCaptioned ? captioned(child) : [child]));
      return [];
    });
    if (isText && !isCaptioned) this.#losses.add('textBoxes');
    return drawn;
  }

  #table(node: XmlElement): XmlElement {
    let sign = given(node, 'table:name').startsWith(COLUMNS_STYLE);
    const within = (parent: XmlElement): XmlElement => {
      if (!CELLS.has(parent.name))
        return {
          ...parent,
          children: parent.children.map((one) => (typeof one === 'string' ? one : within(one))),
        };
      const first = sign ? [element('text:p', '', carry('columns'))] : [];
      sign = false;
      return { ...parent, children: [...first, ...this.#blocks(parent.children, READ.cell)] };
    };
    return within(node);
  }

  /** A table where none can stand: its cells one after the other. */
  #flat(node: XmlElement, read: ReadonlySet<string>): XmlNode[] {
    this.#losses.add('tables');
    const cells = (parent: XmlElement): XmlElement[] =>
      parent.children.flatMap((one) =>
        typeof one === 'string' ? [] : CELLS.has(one.name) ? [one] : cells(one),
      );
    return cells(node).flatMap(({ children }) => this.#blocks(children, read));
  }
}

const TEXT = new Set(['text:p', 'text:h', 'text:list', 'table:table']);

/** A picture with words beside it in its box: the words are its caption. */
function captioned(child: XmlElement): XmlElement[] {
  const isFrame = (node: XmlNode) =>
    typeof node !== 'string' && (node.name === 'draw:frame' || holds(node, IMAGE));
  if (child.name !== 'text:p' || !holds(child, IMAGE)) return [child];
  const words = child.children.filter((node) => !isFrame(node));
  const picture = element('text:p', '', ...child.children.filter(isFrame));
  return lineOf(words).trim() === ''
    ? [picture]
    : [picture, element('text:p', ' text:style-name="Figure"', ...words)];
}

function element(name: string, attributes: string, ...children: XmlNode[]): XmlElement {
  return { name, tag: name, attributes, children };
}

function inSpan(node: XmlNode): XmlNode {
  const isPlain = typeof node === 'string' || (node.name !== 'draw:frame' && !MARKS.has(node.name));
  return isPlain ? node : element('text:span', '', node);
}

function carry(what: string): string {
  return `${CARRIED.open}${what}${CARRIED.close}`;
}

const NOT_IN_LINE = new Set(['text:note', 'draw:frame', ...ASIDE]);

/** The words of a line. */
function lineOf(nodes: readonly XmlNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return plainText(node);
      if (node.name === 'text:s' || node.name === 'text:tab' || node.name === 'text:line-break') return ' ';
      return NOT_IN_LINE.has(node.name) ? '' : lineOf(node.children);
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
