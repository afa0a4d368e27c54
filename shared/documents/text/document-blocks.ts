import * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';

/** A node of a document as plain ProseMirror JSON. */
export interface BlockJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly BlockJson[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

/** Name of the shared type that holds a document's text: Tiptap's own default, so that stock clients agree. */
export const DOCUMENT_FRAGMENT = 'default';

/**
 * Adds blocks at the end of a document, in the layout that the editor's binding reads: one XmlElement a node, one XmlText a
 * run of texts with marks as formatting. For templates, imports and the demonstration; the text of others is left alone.
 */
export function appendBlocks(
  doc: Y.Doc,
  { blocks }: { readonly blocks: readonly BlockJson[] },
): Result<void, never> {
  doc.transact(() => {
    const fragment = doc.getXmlFragment(DOCUMENT_FRAGMENT);
    fragment.insert(fragment.length, blocks.map(elementOf));
  });
  return ok();
}

/**
 * [WC3] Adds blocks under the heading that says these words, before the next heading; null: at the end. Refused: 'content.headingAbsent' when no
 * heading says them, and 'content.headingTwice' when several do.
 */
export function insertBlocks(
  doc: Y.Doc,
  { blocks, heading }: { readonly blocks: readonly BlockJson[]; readonly heading: string | null },
): Result<void, 'content.headingAbsent' | 'content.headingTwice'> {
  if (heading === null) return appendBlocks(doc, { blocks });
  const fragment = doc.getXmlFragment(DOCUMENT_FRAGMENT);
  const headings = fragment
    .toArray()
    .flatMap((type: unknown, index) =>
      type instanceof Y.XmlElement && type.nodeName === 'heading' ? [{ index, words: wordsIn(type) }] : [],
    );
  const [first, ...others] = headings.filter(({ words }) => words === plain(heading));
  if (!first) return fail('content.headingAbsent');
  if (others.length > 0) return fail('content.headingTwice');
  const at = headings.find(({ index }) => index > first.index)?.index ?? fragment.length;
  doc.transact(() => fragment.insert(at, blocks.map(elementOf)));
  return ok();
}

const plain = (words: string) => words.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

function wordsIn(heading: Y.XmlElement): string {
  const texts = heading.toArray().flatMap((one: unknown) => (one instanceof Y.XmlText ? one.toDelta() : []));
  return plain(
    texts.map(({ insert }: { insert?: unknown }) => (typeof insert === 'string' ? insert : '')).join(''),
  );
}

/** A block in the layout that the editor’s binding reads. */
export function elementOf({ type, attrs = {}, content = [] }: BlockJson): Y.XmlElement {
  const element = new Y.XmlElement<{ [name: string]: NonNullable<unknown> }>(type);
  for (const [name, value] of Object.entries(attrs)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let run: BlockJson[] = [];
  const endRun = () => {
    if (run.length > 0) children.push(textOf(run));
    run = [];
  };
  for (const child of content) {
    if (child.type === 'text') run.push(child);
    else {
      endRun();
      children.push(elementOf(child));
    }
  }
  endRun();
  element.insert(0, children);
  return element as Y.XmlElement;
}

function textOf(run: readonly BlockJson[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    run.map(({ text: insert = '', marks = [] }) => ({
      insert,
      attributes: Object.fromEntries(marks.map(({ type, attrs = {} }) => [type, attrs])),
    })),
  );
  return text;
}
