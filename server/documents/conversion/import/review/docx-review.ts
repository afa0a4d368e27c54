import { strFromU8, strToU8 } from 'fflate';
import { DOCX_NAMESPACES, DOCX_READING, elementsIn } from '../conserve/docx-text.ts';
import { saidIn } from '../conserve/source-text.ts';
import { given, parseXml, writeXml, type XmlElement, type XmlNode } from '../conserve/xml-tree.ts';
import {
  instantOf,
  SIGNS,
  type SignKind,
  sign,
  type Told,
  type ToldComment,
  type ToldReview,
  withoutSigns,
} from './signs.ts';

const BODY = 'word/document.xml';
/** Parts whose text is that of the document. */
const PARTS = /^word\/(?:document|footnotes|endnotes)\.xml$/;
const PUT_IN = new Set(['w:ins', 'w:moveTo']);
const TAKEN_OUT = new Set(['w:del', 'w:moveFrom']);
/** What words that were taken out are called, and what they were. */
const AS_WRITTEN: Readonly<Record<string, string>> = { 'w:delText': 't', 'w:delInstrText': 'instrText' };

/**
 * [X25] Takes the review out of a DOCX: its comments, and the changes that were tracked, each with who made it. The text keeps both
 * what was put in and what was taken out, between signs; nothing in it is tracked any more.
 */
export function signDocx(parts: Record<string, Uint8Array>, clean: (text: string) => string): ToldReview {
  const { comments, numbers } = commentsOf(parts);
  const signing = new DocxSigning(numbers);
  for (const [name, bytes] of Object.entries(parts)) {
    if (!PARTS.test(name)) continue;
    const { root, isWhole } = parseXml(clean(strFromU8(bytes)), DOCX_NAMESPACES);
    if (isWhole) parts[name] = strToU8(writeXml(signing.part(root.children, name === BODY)));
  }
  return { comments, changes: signing.changes };
}

class DocxSigning {
  readonly changes: Told[] = [];
  readonly #numbers: ReadonlyMap<string, number>;
  /** Comments that have begun somewhere: others are put where they are called. */
  readonly #begun = new Set<string>();
  /** Signs between paragraphs, that the next one takes. */
  #waiting: XmlNode[] = [];
  #last: XmlNode[] | null = null;
  #prefix = 'w:';

  constructor(numbers: ReadonlyMap<string, number>) {
    this.#numbers = numbers;
  }

  part(nodes: readonly XmlNode[], isBody: boolean): XmlNode[] {
    this.#last = null;
    const visit = (node: XmlNode) => {
      if (typeof node === 'string') return;
      if (node.name === 'w:commentRangeStart') this.#begun.add(given(node, 'w:id'));
      node.children.forEach(visit);
    };
    if (isBody) nodes.forEach(visit);
    return this.#nodes(nodes, false);
  }

  #nodes(nodes: readonly XmlNode[], isInline: boolean): XmlNode[] {
    return nodes.flatMap((node) => (typeof node === 'string' ? [node] : this.#node(node, isInline)));
  }

  #node(node: XmlElement, isInline: boolean): XmlNode[] {
    const { name, children } = node;
    if (name === 'w:p') return [this.#paragraph(node)];
    if (name === 'w:commentRangeStart')
      return this.#put(isInline, true, this.#comment(node, SIGNS.commentStart));
    if (name === 'w:commentRangeEnd')
      return this.#put(isInline, false, this.#comment(node, SIGNS.commentEnd));
    if (name === 'w:commentReference') return [];
    const isPutIn = PUT_IN.has(name);
    if (isInline && (isPutIn || TAKEN_OUT.has(name)) && children.length > 0) {
      const number = this.changes.push(toldBy(node)) - 1;
      const [from, to] = isPutIn
        ? [SIGNS.insertionStart, SIGNS.insertionEnd]
        : [SIGNS.deletionStart, SIGNS.deletionEnd];
      return [this.#run(from, number), ...this.#nodes(children, true), this.#run(to, number)];
    }
    const renamed = AS_WRITTEN[name];
    if (renamed) return [{ ...node, name: `w:${renamed}`, tag: `${this.#prefix}${renamed}` }];
    // Who comments in one place, without a passage, is called there.
    const called = name === 'w:r' ? elementsIn(node).filter((one) => one.name === 'w:commentReference') : [];
    const points = called
      .filter((one) => !this.#begun.has(given(one, 'w:id')))
      .flatMap((one) => [...this.#comment(one, SIGNS.commentStart), ...this.#comment(one, SIGNS.commentEnd)]);
    return [{ ...node, children: this.#nodes(children, isInline && !BLOCKS.has(name)) }, ...points];
  }

  #paragraph(node: XmlElement): XmlElement {
    this.#prefix = node.tag.slice(0, node.tag.indexOf(':') + 1);
    const [first] = elementsIn(node);
    const properties = first?.name === 'w:pPr' ? first : null;
    const mark = properties && elementsIn(properties).find(({ name }) => name === 'w:rPr');
    const changed = mark && elementsIn(mark).find(({ name }) => PUT_IN.has(name) || TAKEN_OUT.has(name));
    const kept =
      properties && (changed ? { ...properties, children: properties.children.map(untracked) } : properties);
    const children: XmlNode[] = [...(kept ? [kept] : []), ...this.#waiting];
    this.#waiting = [];
    children.push(
      ...this.#nodes(
        node.children.filter((child) => child !== properties),
        true,
      ),
    );
    if (changed) {
      const number = this.changes.push(toldBy(changed)) - 1;
      children.push(this.#run(PUT_IN.has(changed.name) ? SIGNS.endInserted : SIGNS.endDeleted, number));
    }
    this.#last = children;
    return { ...node, children };
  }

  /** Between paragraphs, a comment begins in the next and ends in the one before. */
  #put(isInline: boolean, isStart: boolean, signs: XmlNode[]): XmlNode[] {
    if (isInline) return signs;
    if (isStart || !this.#last) this.#waiting.push(...signs);
    else this.#last.push(...signs);
    return [];
  }

  #comment(node: XmlElement, kind: SignKind): XmlNode[] {
    const number = this.#numbers.get(given(node, 'w:id'));
    return number === undefined ? [] : [this.#run(kind, number)];
  }

  #run(kind: SignKind, number: number): XmlElement {
    const element = (name: string, attributes: string, child: XmlNode): XmlElement => {
      return { name: `w:${name}`, tag: `${this.#prefix}${name}`, attributes, children: [child] };
    };
    return element('r', '', element('t', ' xml:space="preserve"', sign(kind, number)));
  }
}

/** Where paragraphs stand again inside of a run. */
const BLOCKS = new Set(['w:txbxContent', 'w:tc']);

/** The properties of a paragraph whose end is not tracked any more. */
function untracked(node: XmlNode): XmlNode {
  if (typeof node === 'string' || node.name !== 'w:rPr') return node;
  const children = node.children.filter(
    (child) => typeof child === 'string' || !(PUT_IN.has(child.name) || TAKEN_OUT.has(child.name)),
  );
  return { ...node, children };
}

/** Word and LibreOffice write what the clock on the wall showed, « Z » behind it whatever the zone; newer ones add the instant. */
function toldBy(node: XmlElement): Told {
  const at = given(node, 'w16du:dateUtc') || given(node, 'w:date').replace(/Z$/, '');
  return { author: given(node, 'w:author').trim(), at: instantOf(at) };
}

/** The comments of a DOCX, and their numbers by the id that the text calls them by. */
function commentsOf(parts: Readonly<Record<string, Uint8Array>>) {
  const said = elementsNamed(parts['word/comments.xml'], 'w:comment');
  const facts = new Map(
    elementsNamed(parts['word/commentsExtended.xml'], 'w15:commentEx').map((one) => [
      given(one, 'w15:paraId'),
      { parent: given(one, 'w15:paraIdParent'), isDone: /^(?:1|true)$/.test(given(one, 'w15:done')) },
    ]),
  );
  const paragraphIds = said.map((comment) => {
    const last = elementsIn(comment).findLast(({ name }) => name === 'w:p');
    return last ? given(last, 'w14:paraId') : '';
  });
  const comments = said.map((comment, number): ToldComment => {
    const fact = facts.get(paragraphIds[number] ?? '');
    const parent = fact?.parent ? paragraphIds.indexOf(fact.parent) : -1;
    const text = elementsIn(comment).map(linesOf).join('\n').trim();
    return {
      ...toldBy(comment),
      text,
      parent: parent >= 0 && parent !== number ? parent : null,
      isDone: fact?.isDone ?? false,
    };
  });
  return { comments, numbers: new Map(said.map((comment, number) => [given(comment, 'w:id'), number])) };
}

function elementsNamed(part: Uint8Array | undefined, name: string): XmlElement[] {
  if (!part) return [];
  const [root] = elementsIn(parseXml(withoutSigns(strFromU8(part)), NAMESPACES).root);
  return root ? elementsIn(root).filter((one) => one.name === name) : [];
}

const NAMESPACES = {
  ...DOCX_NAMESPACES,
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
};

/** What an element of a comment says. */
const linesOf = (node: XmlElement) =>
  saidIn(node, DOCX_READING, { 'w:tab': ' ', 'w:ptab': ' ', 'w:noBreakHyphen': '\u2011' });
