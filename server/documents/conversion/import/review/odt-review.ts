import { conversion as words } from '#shared/documents/conversion/conversion.fr.ts';
import { elementsIn } from '../conserve/docx-text.ts';
import { ODT_READING } from '../conserve/odt-text.ts';
import { saidIn } from '../conserve/source-text.ts';
import { given, textIn, type XmlElement, type XmlNode } from '../conserve/xml-tree.ts';
import { instantOf, SIGNS, sign, signsIn, type Told, type ToldComment, type ToldReview } from './signs.ts';

const PARAGRAPHS = new Set(['text:p', 'text:h']);
/** Texts that are not of the document’s own. */
const ELSEWHERE = new Set(['text:tracked-changes', 'office:forms', 'text:note-citation']);

/** Of a comment, what is said of it. */
const ABOUT = new Set([
  'dc:creator',
  'dc:date',
  'meta:date-string',
  'meta:creator-initials',
  'loext:sender-initials',
]);

interface Region {
  readonly number: number;
  readonly kind: 'insertion' | 'deletion' | 'other';
  /** The paragraphs that were taken out: their first and last are parts of those around. */
  readonly gone: readonly XmlElement[];
}

/** [X25] As `signDocx`, for the content of an ODT. */
export function signOdt(root: XmlElement): { readonly root: XmlElement; readonly review: ToldReview } {
  const signing = new OdtSigning();
  signing.learn(root);
  const signed = { ...root, children: signing.blocks(root.children) };
  return { root: signed, review: { comments: signing.answered(), changes: signing.changes } };
}

class OdtSigning {
  readonly #comments: ToldComment[] = [];
  readonly changes: Told[] = [];
  readonly #regions = new Map<string, Region>();
  readonly #ended = new Set<string>();
  readonly #named = new Map<string, number>();
  /** Comments that say which they answer: it may come after them. */
  readonly #answers: { readonly number: number; readonly parent: string }[] = [];
  /** Insertions that go on in the next paragraph. */
  readonly #open: number[] = [];
  #waiting: XmlNode[] = [];
  #last: XmlNode[] | null = null;
  /** The comment that was just begun, with no word since: another there answers it. */
  #begun: number | null = null;

  /** What is told of the changes beside the text, and which comments have an end. */
  learn(node: XmlElement): void {
    for (const child of elementsIn(node)) {
      if (child.name === 'office:annotation-end') this.#ended.add(given(child, 'office:name'));
      if (child.name === 'text:changed-region') this.#region(child);
      else this.learn(child);
    }
  }

  answered(): ToldComment[] {
    const parents = new Map(
      this.#answers.map(({ number, parent }) => [number, this.#named.get(parent) ?? null]),
    );
    return this.#comments.map((comment, number) => ({
      ...comment,
      parent: parents.get(number) ?? comment.parent,
    }));
  }

  #region(node: XmlElement): void {
    const what = elementsIn(node)[0];
    if (!what) return;
    const info = elementsIn(what).find(({ name }) => name === 'office:change-info');
    const kind =
      what.name === 'text:insertion' ? 'insertion' : what.name === 'text:deletion' ? 'deletion' : 'other';
    const gone = elementsIn(what).filter((one) => one !== info);
    const number = kind === 'other' ? -1 : this.changes.push(toldBy(info ?? what)) - 1;
    const ids = [given(node, 'text:id'), given(node, 'xml:id')].filter((id) => id !== '');
    for (const id of ids) this.#regions.set(id, { number, kind, gone });
  }

  blocks(nodes: readonly XmlNode[]): XmlNode[] {
    return nodes.flatMap((node) => {
      if (typeof node === 'string') return [node];
      if (PARAGRAPHS.has(node.name)) return this.#paragraph(node);
      if (ELSEWHERE.has(node.name)) return [];
      const marked = this.#marked(node);
      if (!marked) return [{ ...node, children: this.blocks(node.children) }];
      if (node.name === 'office:annotation-end' && this.#last) this.#last.push(...marked);
      else if (this.#gone(node).length > 0)
        return this.#gone(node).flatMap((one) => this.#deleted(one, node));
      else this.#waiting.push(...marked);
      return [];
    });
  }

  /** A paragraph; several where its middle was taken out with the ends of paragraphs in it. */
  #paragraph(node: XmlElement): XmlElement[] {
    const made: XmlElement[] = [];
    let children: XmlNode[] = [
      ...this.#waiting,
      ...this.#open.map((number) => sign(SIGNS.insertionStart, number)),
    ];
    this.#waiting = [];
    this.#begun = null;
    for (const child of node.children) {
      const [first, ...others] = typeof child === 'string' ? [] : this.#gone(child);
      if (typeof child === 'string' || !first || others.length === 0) {
        children.push(...this.#inline([child]));
        continue;
      }
      const number = this.#regionOf(child)?.number ?? 0;
      // Each is what it was; where nothing stands before it, the first is whole.
      let own = signsIn(textIn(children)).some((part) => typeof part === 'string') ? node : first;
      for (const [index, one] of [first, ...others].entries()) {
        if (index > 0) {
          children.push(sign(SIGNS.endDeleted, number));
          made.push({ ...own, children });
          children = [];
          own = one;
        }
        children.push(...deletion(number, this.#inline(one.children)));
      }
    }
    for (const number of this.#open)
      children.push(sign(SIGNS.insertionEnd, number), sign(SIGNS.endInserted, number));
    this.#last = children;
    return [...made, { ...node, children }];
  }

  #inline(nodes: readonly XmlNode[]): XmlNode[] {
    return nodes.flatMap((node): XmlNode[] => {
      if (typeof node === 'string') {
        if (node.trim() !== '') this.#begun = null;
        return [node];
      }
      const marked = this.#marked(node);
      if (marked) return marked;
      if (PARAGRAPHS.has(node.name)) return this.#inner(node);
      return [{ ...node, children: this.#inline(node.children) }];
    });
  }

  /** Paragraphs of a note or of a box are not parts of the one that they stand in. */
  #inner(node: XmlElement): XmlNode[] {
    const [last, open] = [this.#last, this.#open.splice(0)];
    const made = this.#paragraph(node);
    this.#last = last;
    this.#open.push(...open);
    return made;
  }

  /** What stands for a mark of the review; null for anything else. */
  #marked(node: XmlElement): XmlNode[] | null {
    switch (node.name) {
      case 'office:annotation':
        return this.#annotation(node);
      case 'office:annotation-end': {
        const number = this.#named.get(given(node, 'office:name'));
        return number === undefined ? [] : [sign(SIGNS.commentEnd, number)];
      }
      case 'text:change': {
        const region = this.#regionOf(node);
        const inner = region?.gone.flatMap((one, index) => [
          ...(index > 0 ? [' '] : []),
          ...this.#inline(one.children),
        ]);
        return inner && region ? deletion(region.number, inner) : [];
      }
      case 'text:change-start':
      case 'text:change-end':
        return this.#inserted(node, node.name === 'text:change-start');
      default:
        return null;
    }
  }

  #inserted(node: XmlElement, isStart: boolean): XmlNode[] {
    const region = this.#regionOf(node);
    if (region?.kind !== 'insertion') return [];
    if (isStart) {
      this.#open.push(region.number);
      return [sign(SIGNS.insertionStart, region.number)];
    }
    const at = this.#open.indexOf(region.number);
    if (at >= 0) this.#open.splice(at, 1);
    return [sign(SIGNS.insertionEnd, region.number)];
  }

  #annotation(node: XmlElement): XmlNode[] {
    const inside = elementsIn(node);
    const lines = inside.filter(({ name }) => !ABOUT.has(name)).map(linesOf);
    const isDone = given(node, 'loext:resolved') === 'true' || lines[0] === words.resolved;
    const text = (lines[0] === words.resolved ? lines.slice(1) : lines).join('\n').trim();
    const parent = given(node, 'loext:parent-name');
    const number =
      this.#comments.push({ ...toldBy(node), text, parent: parent === '' ? this.#begun : null, isDone }) - 1;
    if (parent === '') this.#begun ??= number;
    else this.#answers.push({ number, parent });
    const name = given(node, 'office:name');
    if (name !== '') this.#named.set(name, number);
    const hasEnd = name !== '' && this.#ended.has(name);
    return [sign(SIGNS.commentStart, number), ...(hasEnd ? [] : [sign(SIGNS.commentEnd, number)])];
  }

  #regionOf(node: XmlElement): Region | undefined {
    return this.#regions.get(given(node, 'text:change-id'));
  }

  #gone(node: XmlElement): readonly XmlElement[] {
    return node.name === 'text:change' ? (this.#regionOf(node)?.gone ?? []) : [];
  }

  /** A block that was taken out between two others. */
  #deleted(block: XmlElement, { attributes, name, tag }: XmlElement): XmlNode[] {
    const region = this.#regionOf({ name, tag, attributes, children: [] });
    if (!PARAGRAPHS.has(block.name)) return [block];
    return [{ ...block, children: deletion(region?.number ?? 0, this.#inline(block.children)) }];
  }
}

function deletion(number: number, inner: readonly XmlNode[]): XmlNode[] {
  return inner.length === 0
    ? []
    : [sign(SIGNS.deletionStart, number), ...inner, sign(SIGNS.deletionEnd, number)];
}

function toldBy(node: XmlElement): Told {
  const said = (name: string) =>
    elementsIn(node)
      .filter((one) => one.name === name)
      .map(({ children }) => textIn(children))
      .join('')
      .trim();
  return { author: said('dc:creator'), at: instantOf(said('dc:date')) };
}

/** What an element of a comment says. */
const linesOf = (node: XmlElement) => saidIn(node, ODT_READING, { 'text:s': ' ', 'text:tab': ' ' });
