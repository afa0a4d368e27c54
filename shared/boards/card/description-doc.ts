import * as Y from 'yjs';
import { type BlockJson, elementOf } from '#shared/documents/text/document-blocks.ts';
import { readFragment } from '#shared/documents/text/document-json.ts';

/*
 * The description of a card: the root XmlFragment `description:<cardId>`, in the layout of the editor's binding, so that
 * people who write in it at once merge letter by letter. A root type and not a value of the card's map: made by two people at
 * once it is one.
 */
const DESCRIPTION = 'description:';

/** Nodes deeper than that are passed over: no person writes them, and walking them would exhaust the stack. */
const DEEPEST = 60;

/** The name of the shared text of a card's description, for the editor. */
export function descriptionName(cardId: string): string {
  return DESCRIPTION + cardId;
}

/** The description for reading, or null when nobody ever wrote one. Never changes the document. */
export function findDescription(doc: Y.Doc, cardId: string): Y.XmlFragment | null {
  const name = descriptionName(cardId);
  const known = doc.share.get(name);
  if (known === undefined) return null;
  if (known instanceof Y.XmlFragment) return known;
  return known.constructor === Y.AbstractType ? doc.getXmlFragment(name) : null;
}

/** What was read of each document's descriptions: a board is read again at each change, its descriptions seldom change. */
const known = new WeakMap<Y.Doc, Map<Y.XmlFragment, string>>();

/**
 * The description as plain text: one line a paragraph, items of lists behind their sign. Total, and linear in what has
 * changed since the last reading.
 */
export function readDescription(doc: Y.Doc, cardId: string): string {
  const fragment = findDescription(doc, cardId);
  if (fragment === null) return '';
  // In the middle of a transaction nobody has said yet what changed.
  if (doc._transaction !== null) return descriptionText(fragment);
  const texts = textsOf(doc);
  let text = texts.get(fragment);
  if (text === undefined) {
    text = descriptionText(fragment);
    texts.set(fragment, text);
  }
  return text;
}

function textsOf(doc: Y.Doc): Map<Y.XmlFragment, string> {
  const found = known.get(doc);
  if (found) return found;
  const texts = new Map<Y.XmlFragment, string>();
  known.set(doc, texts);
  // Before any observer: what they read is what has just been written.
  doc.on('beforeObserverCalls', ({ changed }: Y.Transaction) => {
    for (const type of changed.keys()) {
      let around: unknown = type;
      while (around instanceof Y.AbstractType) {
        if (around instanceof Y.XmlFragment) texts.delete(around);
        around = around._item?.parent;
      }
    }
  });
  return texts;
}

/** A shared text as plain text. Total. */
export function descriptionText(fragment: Y.XmlFragment): string {
  return fragment
    .toArray()
    .map((block: unknown) => textOf(block, 1))
    .join('\n')
    .trimEnd();
}

function textOf(node: unknown, depth: number): string {
  if (node instanceof Y.XmlText) {
    const delta: { insert?: unknown }[] = node.toDelta();
    return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
  }
  if (!(node instanceof Y.XmlElement) || depth > DEEPEST) return '';
  if (node.nodeName === 'hardBreak') return '\n';
  const children: unknown[] = node.toArray();
  const texts = children.map((child) => textOf(child, depth + 1));
  if (node.nodeName === 'bulletList') return texts.map((item) => hung('- ', item)).join('\n');
  if (node.nodeName === 'orderedList') {
    return texts.map((item, index) => hung(`${index + 1}. `, item)).join('\n');
  }
  return texts.join(children.some((child) => child instanceof Y.XmlText) ? '' : '\n');
}

/** An item behind its sign, its further lines under its first. */
function hung(sign: string, item: string): string {
  return sign + item.split('\n').join(`\n${' '.repeat(sign.length)}`);
}

/**
 * Makes a description say this, by paragraphs; what it says already, at its beginning and its end, stays with its layout and
 * with what others are writing there.
 */
export function writeDescription(fragment: Y.XmlFragment, text: string): void {
  const lines = text === '' ? [] : text.split('\n');
  const blocks = fragment.toArray().map((block: unknown) => textOf(block, 1).split('\n'));
  let [start, first] = [0, 0];
  for (; start < blocks.length; start += 1) {
    const block = blocks[start] ?? [];
    if (!saysAt(lines, first, block)) break;
    first += block.length;
  }
  let [end, last] = [blocks.length, lines.length];
  for (; end > start; end -= 1) {
    const block = blocks[end - 1] ?? [];
    if (last - block.length < first || !saysAt(lines, last - block.length, block)) break;
    last -= block.length;
  }
  fragment.delete(start, end - start);
  fragment.insert(start, lines.slice(first, last).map(paragraph));
}

/** The description with its layout, as it can be written elsewhere; null when it says nothing. Total. */
export function readLaidOut(doc: Y.Doc, cardId: string): BlockJson[] | null {
  const fragment = readDescription(doc, cardId) === '' ? null : findDescription(doc, cardId);
  return fragment && readFragment(fragment);
}

/** Writes a description that is empty, layout included. */
export function writeLaidOut(fragment: Y.XmlFragment, blocks: readonly BlockJson[]): void {
  // Loose texts, which no editor of ours writes, stand in a paragraph of their own.
  const whole = blocks.map((block) =>
    block.type === 'text' ? { type: 'paragraph', content: [block] } : block,
  );
  fragment.insert(0, whole.map(elementOf));
}

/** Gives a card the description of another, layout included. */
export function copyDescription(doc: Y.Doc, from: string, to: string): void {
  const blocks = findDescription(doc, from)?.toArray() ?? [];
  if (blocks.length === 0) return;
  const copies = blocks.map((block) => block.clone() as Y.XmlElement | Y.XmlText);
  doc.getXmlFragment(descriptionName(to)).insert(0, copies);
}

function saysAt(lines: readonly string[], at: number, block: readonly string[]): boolean {
  return block.every((line, index) => lines[at + index] === line);
}

function paragraph(line: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  if (line !== '') element.insert(0, [new Y.XmlText(line)]);
  return element;
}
