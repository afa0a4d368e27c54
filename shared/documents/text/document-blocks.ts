import * as Y from 'yjs';
import { ok, type Result } from '#shared/kernel/result.ts';

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
