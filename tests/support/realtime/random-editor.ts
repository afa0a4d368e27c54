import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';

const schema = getSchema([...documentExtensions]);
const paragraph = (text?: string) => ({
  type: 'paragraph',
  content: text ? [{ type: 'text', text }] : [],
});
const cell = { type: 'tableCell', content: [paragraph()] };
const row = { type: 'tableRow', content: [cell, cell] };
const task = { type: 'taskItem', attrs: { checked: false }, content: [paragraph('à faire')] };
const BLOCKS = [
  paragraph('Un relevé'),
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Titre' }] },
  { type: 'table', content: [row, row] },
  { type: 'taskList', content: [task, task] },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('point')] }] },
  { type: 'horizontalRule' },
];

/** A whole number below the given one; the same seed gives the same numbers (mulberry32). */
export type Chance = (below: number) => number;
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/**
 * What the editor shows of a live document. Reads as the editor does, who removes what the schema does not allow once two
 * people's changes have met: the document may be another one afterwards.
 */
export function openEditor(doc: Y.Doc): Node {
  return initProseMirrorDoc(doc.getXmlFragment(DOCUMENT_FRAGMENT), schema).doc;
}

/** Makes one change as a person could, through the schema and the binding of the editor, without a screen. */
export function editAtRandom(doc: Y.Doc, chance: Chance): void {
  const fragment = doc.getXmlFragment(DOCUMENT_FRAGMENT);
  const { doc: shown, meta } = initProseMirrorDoc(fragment, schema);
  const transform = new Transform(shown);
  try {
    change(transform, chance);
    transform.doc.check();
  } catch {
    // Not possible at that place; a person would not have been offered it.
    return;
  }
  doc.transact(() => updateYFragment(doc, fragment, transform.doc, meta));
}

/** Nobody's caret stands inside a surrogate pair. */
function wholeCharacter(node: Node, offset: number): number {
  const code = node.textBetween(0, node.content.size, '', ' ').charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

export function change(transform: Transform, chance: Chance): void {
  const { doc } = transform;
  const one = <T>(many: readonly T[]): T => many[chance(many.length)] as T;
  const placesOf = (isIt: (node: Node) => boolean) => {
    const found: { node: Node; at: number }[] = [];
    doc.descendants((node, at) => void (isIt(node) && found.push({ node, at })));
    return found;
  };
  const inText = () => {
    const { node, at } = one(placesOf((found) => found.isTextblock));
    const { size } = node.content;
    const start = wholeCharacter(node, chance(size + 1));
    const end = wholeCharacter(node, Math.min(size, start + chance(8)));
    return { at, from: at + 1 + start, to: at + 1 + end };
  };
  const top = () => doc.resolve(one(placesOf(() => true)).at).before(1);
  const kind = chance(100);
  if (kind < 35) {
    const marks = chance(4) === 0 ? [schema.mark('bold')] : [];
    transform.insert(
      inText().from,
      schema.text(one(['ville ', 'été ', '12 ', '🌳', '🏙 ', 'l’arbre ']), marks),
    );
  } else if (kind < 50) {
    const { from, to } = inText();
    transform.delete(from, to);
  } else if (kind < 58) transform.split(inText().from);
  else if (kind < 63) transform.join(top());
  else if (kind < 68) {
    const { at } = inText();
    transform.setBlockType(at, undefined, schema.node(one(['paragraph', 'codeBlock'])).type);
  } else if (kind < 73) {
    const { from, to } = inText();
    transform.addMark(from, to, schema.mark(one(['bold', 'italic', 'strike'])));
  } else if (kind < 83) transform.insert(chance(2) ? 0 : doc.content.size, schema.nodeFromJSON(one(BLOCKS)));
  else if (kind < 87) {
    const { node, at } = one(placesOf(({ type }) => type.name === 'taskItem'));
    transform.setNodeAttribute(at, 'checked', !node.attrs.checked);
  } else if (kind < 92) {
    const { at } = one(placesOf(({ type }) => type.name === 'tableRow'));
    transform.insert(at, schema.nodeFromJSON(row));
  } else if (kind < 96) {
    const { node, at } = one(placesOf(({ type }) => /^(tableRow|taskItem|listItem)$/.test(type.name)));
    transform.delete(at, at + node.nodeSize);
  } else {
    const at = chance(doc.childCount);
    const start = doc.children.slice(0, at).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
    transform.delete(start, start + doc.child(at).nodeSize);
  }
}
