import * as Y from 'yjs';
import { appendBlocks, type BlockJson, DOCUMENT_FRAGMENT } from '../text/document-blocks.ts';
import { marksOf } from '../text/document-json.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** A run of text under the same formatting, written under one Yjs clientID. An embedded object stands as one character. */
export interface ExactRun {
  readonly text: string;
  readonly attrs: Attributes;
  readonly client: number;
  /** What Yjs calls its first character. */
  readonly clock: number;
  readonly embed?: unknown;
}

export interface ExactText {
  readonly kind: 'text';
  readonly runs: readonly ExactRun[];
}

export interface ExactElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attrs: Attributes;
  readonly children: readonly ExactNode[];
  /** The Yjs clientID that made it, and what it called it. */
  readonly client: number;
  readonly clock: number;
}

/**
 * A part of a document as it stands in its Y.Doc, nothing understood and nothing left out, with the clientIDs that wrote it:
 * enough to write the same again. `BlockJson` is what is read of it.
 */
export type ExactNode = ExactElement | ExactText;

/** The server takes in no more levels than that ([R4]). */
const DEEPEST = 64;
const EMBED = '\uFFFC';

/** The top-level nodes of a document. Total and read-only; one node a child, what is no element and no text is passed over. */
export function readExact(doc: Y.Doc): ExactNode[] {
  return childrenOf(doc.getXmlFragment(DOCUMENT_FRAGMENT)).map(({ node }) => node);
}

/** Blocks as a document has them. */
export function exactOf(blocks: readonly BlockJson[]): ExactNode[] {
  const doc = new Y.Doc();
  appendBlocks(doc, { blocks });
  return readExact(doc);
}

interface ExactChild {
  readonly node: ExactNode;
  readonly type: Y.XmlElement | Y.XmlText;
  /** Its index in its parent. */
  readonly index: number;
}

/** The children of a Y type that are elements or texts. */
export function childrenOf(parent: Y.XmlFragment, depth = 1): ExactChild[] {
  return parent.toArray().flatMap((type: unknown, index): ExactChild[] => {
    if (type instanceof Y.XmlText) return [{ node: exactText(type), type, index }];
    if (!(type instanceof Y.XmlElement) || depth > DEEPEST) return [];
    return [{ node: exactElement(type, depth), type, index }];
  });
}

function exactElement(type: Y.XmlElement, depth: number): ExactElement {
  return {
    kind: 'element',
    name: type.nodeName,
    attrs: plainAttributes(type.getAttributes()),
    children: childrenOf(type, depth + 1).map(({ node }) => node),
    client: type._item?.id.client ?? 0,
    clock: type._item?.id.clock ?? 0,
  };
}

function exactText(type: Y.XmlText): ExactText {
  const runs: ExactRun[] = [];
  let attrs: Attributes = {};
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    const { client, clock } = item.id;
    if (content instanceof Y.ContentString) {
      const last = runs.at(-1);
      const follows = last && last.client === client && last.clock + last.text.length === clock;
      if (last && follows && last.attrs === attrs && !('embed' in last))
        runs[runs.length - 1] = { ...last, text: last.text + content.str };
      else runs.push({ text: content.str, attrs, client, clock });
    } else if (content instanceof Y.ContentFormat) {
      const { [content.key]: _, ...others } = attrs;
      attrs = content.value === null ? others : { ...others, [content.key]: content.value };
    } else if (item.countable) {
      const embed = content instanceof Y.ContentEmbed ? content.embed : null;
      runs.push({ text: EMBED, attrs, client, clock, embed });
    }
  }
  return { kind: 'text', runs };
}

function plainAttributes(given: Attributes): Attributes {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => !(value instanceof Y.AbstractType)));
}

const keys = new WeakMap<ExactNode, string>();

/** One name for a node with everything in it, whoever wrote it: two nodes that say the same have the same. */
export function keyOf(node: ExactNode): string {
  const known = keys.get(node);
  if (known !== undefined) return known;
  const key =
    node.kind === 'text'
      ? textKey(node.runs)
      : JSON.stringify([node.name, attrsKey(node.attrs), node.children.map(keyOf)]);
  keys.set(node, key);
  return key;
}

/** One name for attributes, whatever their order. */
export function attrsKey(attrs: Attributes): string {
  const names = Object.keys(attrs).sort();
  return names.length === 0 ? '' : stringOf(names.map((name) => [name, attrs[name]]));
}

/** Attributes may hold anything that Yjs can carry, `BigInt` and bytes included. */
function stringOf(value: unknown): string {
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `${inner}n` : inner)) ?? '';
}

function textKey(runs: readonly ExactRun[]): string {
  const merged: [string, string][] = [];
  for (const { text, attrs, ...rest } of runs) {
    const attributes = attrsKey(attrs) + ('embed' in rest ? stringOf(rest.embed) : '');
    const last = merged.at(-1);
    if (last && last[0] === attributes && !('embed' in rest)) last[1] += text;
    else merged.push([attributes, text]);
  }
  return JSON.stringify(merged);
}

/** What a node says to readers: blocks as `readBlocks` gives them. */
export function blocksOf(node: ExactNode): BlockJson[] {
  if (node.kind === 'text') {
    return node.runs.flatMap(({ text, attrs, ...rest }) =>
      'embed' in rest || text === '' ? [] : [{ type: 'text', text, marks: marksOf(attrs) }],
    );
  }
  const content = node.children.flatMap(blocksOf);
  return [{ type: node.name, attrs: node.attrs, ...(content.length > 0 && { content }) }];
}
