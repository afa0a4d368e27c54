import type { Editor } from '@tiptap/core';
import { Fragment, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import type { CalloutKind } from '#shared/documents/attribute/document-attributes.ts';

/** Most columns that stand side by side. */
export const MOST_COLUMNS = 3;

/** A node around a place of the document. */
export interface Around {
  readonly node: Node;
  /** Where it begins. */
  readonly at: number;
  readonly depth: number;
}

/** The innermost node of this type around `$from`; null without one. */
export function around($from: ResolvedPos, type: string): Around | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name === type) return { node, at: $from.before(depth), depth };
  }
  return null;
}

/** Puts the selected blocks into a callout, or changes the kind of the one that they are in. */
export function wrapInCallout(editor: Editor, kind: CalloutKind): boolean {
  if (around(editor.state.selection.$from, 'callout'))
    return editor.chain().focus().updateAttributes('callout', { kind }).run();
  if (editor.can().wrapIn('callout', { kind }))
    return editor.chain().focus().wrapIn('callout', { kind }).command(writeBelow).run();
  return insertBelow(editor, ({ nodes }) => {
    const { callout, paragraph } = nodes;
    return callout && paragraph ? callout.create({ kind }, paragraph.create()) : null;
  });
}

/** Takes the callout of the caret away; what it holds stays. */
export function unwrapCallout(editor: Editor): boolean {
  return editor.chain().focus().lift('callout').run();
}

/** Folds the selected blocks away under a line to be written, and shows them. */
export function insertDetails(editor: Editor): void {
  editor.chain().focus().setDetails().command(writeBelow).run();
  const { node } = editor.view.domAtPos(editor.state.selection.from);
  const summary = node instanceof Element ? node : node.parentElement;
  summary?.closest('[data-type="details"]')?.querySelector<HTMLElement>(':scope > button')?.click();
}

/** A table of three by three, its first row for headers. */
export function insertTable(editor: Editor): void {
  editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).command(writeBelow).run();
}

/** Puts the selected blocks into the first of so many columns, or gives the columns that they are in that number. */
export function insertColumns(editor: Editor, count: number): boolean {
  if (around(editor.state.selection.$from, 'columns')) return setColumnCount(editor, count);
  return editor
    .chain()
    .focus()
    .command(({ tr, state: { schema } }) => {
      const { $from, $to } = tr.selection;
      const range = $from.blockRange($to);
      const { columns, column } = schema.nodes;
      if (!range || !columns || !column) return false;
      const inside = range.parent.slice(
        $from.posAtIndex(range.startIndex, range.depth) - range.$from.start(range.depth),
        $from.posAtIndex(range.endIndex, range.depth) - range.$from.start(range.depth),
      ).content;
      const first = column.contentMatch.matchFragment(inside)?.validEnd
        ? column.create(null, inside)
        : column.createAndFill();
      const made = first && columns.create(null, [first, ...emptyColumns(schema, count - 1)]);
      if (!made || !range.parent.canReplaceWith(range.startIndex, range.endIndex, columns)) return false;
      tr.replaceRangeWith(range.start, range.end, made);
      tr.setSelection(TextSelection.near(tr.doc.resolve(range.start + 1)));
      return true;
    })
    .command(writeBelow)
    .run();
}

/** Adds empty columns at the end, or lets what the last ones hold go on in the one before: nothing is lost. */
export function setColumnCount(editor: Editor, count: number): boolean {
  const wanted = Math.min(Math.max(count, 1), MOST_COLUMNS);
  return editor
    .chain()
    .focus()
    .command(({ tr, state: { schema } }) => {
      const found = around(tr.selection.$from, 'columns');
      if (!found) return false;
      const { node, at } = found;
      const kept = node.children.slice(0, wanted);
      const gone = node.children.slice(wanted).flatMap(({ content }) => [...content.content]);
      const last = kept.at(-1);
      if (!last) return false;
      const said = gone.filter((block) => !(block.isTextblock && block.content.size === 0));
      const columns = [
        ...kept.slice(0, -1),
        last.copy(last.content.append(Fragment.from(said))),
        ...emptyColumns(schema, wanted - kept.length),
      ];
      const { from } = tr.selection;
      if (wanted === 1) tr.replaceWith(at, at + node.nodeSize, columns[0]?.content ?? Fragment.empty);
      else if (wanted > node.childCount)
        // What stands stays as it is: others may be writing there.
        tr.insert(at + node.nodeSize - 1, emptyColumns(schema, wanted - node.childCount));
      else tr.replaceWith(at + 1, at + node.nodeSize - 1, columns);
      tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), -1));
      return true;
    })
    .run();
}

function emptyColumns({ nodes }: Schema, count: number): Node[] {
  return Array.from({ length: Math.max(0, count) }, () => nodes.column?.createAndFill()).flatMap((node) =>
    node ? [node] : [],
  );
}

/** Puts a block under the outermost block of the caret, where the one of the caret cannot become it. */
function insertBelow(editor: Editor, make: (schema: Schema) => Node | null): boolean {
  return editor
    .chain()
    .focus()
    .command(({ tr, state: { schema } }) => {
      const made = make(schema);
      if (!made) return false;
      const at = tr.selection.$from.after(1);
      tr.insert(at, made).setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
      return true;
    })
    .command(writeBelow)
    .run();
}

/** After the last block of a document there must be a line to write on, when that block holds the caret in. */
export function writeBelow({ tr }: { tr: Transaction }): boolean {
  const { $from } = tr.selection;
  const { doc } = tr;
  const paragraph = doc.type.schema.nodes.paragraph;
  if (paragraph && $from.depth > 1 && $from.indexAfter(0) === doc.childCount)
    tr.insert(doc.content.size, paragraph.create());
  return true;
}

/** Blocks that hold the caret in. */
const HOLD = new Set(['table', 'columns', 'callout', 'details', 'blockquote', 'codeBlock']);

/** [D26] Takes the caret out of the block that holds it, onto a line under it. False when none does. */
export function writeUnder(editor: Editor, isDone: boolean): boolean {
  const { tr, selection, schema } = editor.state;
  const { $to } = selection;
  let depth = $to.depth;
  while (depth > 0 && !HOLD.has($to.node(depth).type.name)) depth--;
  const paragraph = schema.nodes.paragraph?.create();
  if (depth === 0 || !paragraph) return false;
  if (!isDone) return true;
  const under = $to.after(depth);
  const next = tr.doc.nodeAt(under);
  if (!(next?.type.name === 'paragraph' && next.content.size === 0)) tr.insert(under, paragraph);
  tr.setSelection(TextSelection.near(tr.doc.resolve(under + 1)));
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}
