import * as Y from 'yjs';
import { type BlockJson, DOCUMENT_FRAGMENT } from './document-blocks.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** Nodes deeper than that are passed over: no person writes them, and walking them would exhaust the stack. */
const DEEPEST = 60;

/** Overlapping marks are stored as `name--hash` by the editor's binding. */
const HASHED_MARK = /^(.+)--[a-zA-Z0-9+/=]{8}$/;

/**
 * The blocks of a document as plain ProseMirror JSON, unknown names kept. Total and read-only: whatever is not an element
 * or a text is passed over, where the binding's own reader throws on it. Attributes may hold any value.
 */
export function readBlocks(doc: Y.Doc): BlockJson[] {
  return readFragment(doc.getXmlFragment(DOCUMENT_FRAGMENT));
}

/** The same of any shared text in the layout of the editor's binding. */
export function readFragment(fragment: Y.XmlFragment): BlockJson[] {
  return fragment.toArray().flatMap((item: unknown) => nodesOf(item, 1));
}

/** The texts whose characters `readBlocks` gives, in its order. */
export function readTexts(doc: Y.Doc): Y.XmlText[] {
  return doc
    .getXmlFragment(DOCUMENT_FRAGMENT)
    .toArray()
    .flatMap((item: unknown) => textsUnder(item, 1));
}

function textsUnder(item: unknown, depth: number): Y.XmlText[] {
  if (item instanceof Y.XmlText) return [item];
  if (!(item instanceof Y.XmlElement) || depth > DEEPEST) return [];
  return item.toArray().flatMap((child: unknown) => textsUnder(child, depth + 1));
}

function nodesOf(item: unknown, depth: number): BlockJson[] {
  if (item instanceof Y.XmlText) return textsOf(item);
  if (!(item instanceof Y.XmlElement) || depth > DEEPEST) return [];
  const content = item.toArray().flatMap((child: unknown) => nodesOf(child, depth + 1));
  const attrs: Attributes = item.getAttributes();
  return [{ type: item.nodeName, attrs, ...(content.length > 0 && { content }) }];
}

function textsOf(item: Y.XmlText): BlockJson[] {
  const delta: { insert?: unknown; attributes?: Attributes }[] = item.toDelta();
  return delta.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string' || insert === '') return [];
    return [{ type: 'text', text: insert, marks: marksOf(attributes) }];
  });
}

/** The marks of a text, from the formatting under which it stands in a Y.Doc. */
export function marksOf(attributes: Attributes): NonNullable<BlockJson['marks']> {
  return Object.entries(attributes).map(([name, value]) => ({
    type: HASHED_MARK.exec(name)?.[1] ?? name,
    ...(isRecord(value) && { attrs: value }),
  }));
}

function isRecord(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType);
}
