/**
 * Documents written by hand, as the plain JSON that Tiptap reads. Strings are used verbatim: whoever writes brings the
 * right spaces and apostrophes. What is not needed is not written: the editor's schema fills in its own defaults.
 */

import type { CalloutKind } from '#shared/documents/attribute/document-attributes.ts';
import type { OutcomeKind } from '#shared/documents/attribute/outcome-kind.ts';

type Mark =
  | { readonly type: 'bold' }
  | { readonly type: 'italic' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

interface TextNode {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly Mark[];
}

type InlineNode = TextNode | { readonly type: 'hardBreak' };

interface ParagraphNode {
  readonly type: 'paragraph';
  readonly content: readonly InlineNode[];
}

interface ListItemNode {
  readonly type: 'listItem';
  readonly content: readonly BlockNode[];
}

interface TaskItemNode {
  readonly type: 'taskItem';
  readonly attrs: { readonly checked: boolean };
  readonly content: readonly BlockNode[];
}

interface TableCellNode {
  readonly type: 'tableHeader' | 'tableCell';
  readonly attrs: { readonly colspan: 1; readonly rowspan: 1; readonly colwidth: null };
  readonly content: readonly ParagraphNode[];
}

interface TableRowNode {
  readonly type: 'tableRow';
  readonly content: readonly TableCellNode[];
}

export type BlockNode =
  | ParagraphNode
  | {
      readonly type: 'heading';
      readonly attrs: { readonly level: 2 | 3 };
      readonly content: readonly InlineNode[];
    }
  | { readonly type: 'bulletList' | 'orderedList'; readonly content: readonly ListItemNode[] }
  | { readonly type: 'taskList'; readonly content: readonly TaskItemNode[] }
  | { readonly type: 'blockquote'; readonly content: readonly BlockNode[] }
  | {
      readonly type: 'callout';
      readonly attrs: { readonly kind: CalloutKind };
      readonly content: readonly BlockNode[];
    }
  | { readonly type: 'table'; readonly content: readonly TableRowNode[] }
  | {
      readonly type: OutcomeKind;
      readonly attrs: { readonly id: null };
      readonly content: readonly InlineNode[];
    }
  | { readonly type: 'horizontalRule' };

interface DocNode {
  readonly type: 'doc';
  readonly content: readonly BlockNode[];
}

/** A piece of a line: a bare string is unmarked text. */
type Inline = string | InlineNode;

/** What one list item, task, cell or quote holds: one piece, or several. */
type Inlines = Inline | readonly Inline[];

/** The same where blocks are allowed too, for instance a list inside a list item. */
type Mixed = Inline | BlockNode | readonly (Inline | BlockNode)[];

/** The whole document, ready for `prosemirrorJSONToYDoc` or an editor. */
export function doc(...content: BlockNode[]): DocNode {
  return { type: 'doc', content };
}

/** Section heading. A document starts at level 2, because its title stands apart. */
export function h2(...content: Inline[]): BlockNode {
  return { type: 'heading', attrs: { level: 2 }, content: content.map(toInline) };
}

/** Heading of a part of a section. */
export function h3(...content: Inline[]): BlockNode {
  return { type: 'heading', attrs: { level: 3 }, content: content.map(toInline) };
}

/** Paragraph of strings and marked pieces. */
export function p(...content: Inline[]): BlockNode {
  return paragraph(content);
}

/** A decision or an action; whoever writes the document down gives it its id. */
export function outcome(kind: OutcomeKind, ...content: Inline[]): BlockNode {
  return { type: kind, attrs: { id: null }, content: paragraph(content).content };
}

/** Bold text. Marks nest: `b(i('…'))`. */
export function b(text: string | TextNode): TextNode {
  return marked({ type: 'bold' }, text);
}

/** Italic text. */
export function i(text: string | TextNode): TextNode {
  return marked({ type: 'italic' }, text);
}

/** Link: address first, then its words. */
export function a(href: string, text: string | TextNode): TextNode {
  return marked({ type: 'link', attrs: { href } }, text);
}

/** Line break inside a paragraph. */
export function br(): InlineNode {
  return { type: 'hardBreak' };
}

/** Horizontal rule between blocks. */
export function hr(): BlockNode {
  return { type: 'horizontalRule' };
}

/** Bullet list, one argument an item. */
export function ul(...items: Mixed[]): BlockNode {
  return { type: 'bulletList', content: items.map(listItem) };
}

/** Numbered list, one argument an item. */
export function ol(...items: Mixed[]): BlockNode {
  return { type: 'orderedList', content: items.map(listItem) };
}

/** Task list with its boxes. */
export function tasks(items: readonly { readonly done: boolean; readonly text: Inlines }[]): BlockNode {
  return {
    type: 'taskList',
    content: items.map(({ done, text }) => ({
      type: 'taskItem',
      attrs: { checked: done },
      content: [paragraph(several(text))],
    })),
  };
}

/** Quotation: runs of text become paragraphs, blocks stay as they are. */
export function quote(...content: Mixed[]): BlockNode {
  return { type: 'blockquote', content: content.flatMap((part) => toBlocks(several(part))) };
}

/** Framed passage: advice, example, warning. */
export function callout(kind: CalloutKind, ...content: Mixed[]): BlockNode {
  return { type: 'callout', attrs: { kind }, content: content.flatMap((part) => toBlocks(several(part))) };
}

/** Table with one header row; every row has as many cells as the header, or it is a bug of the writer. */
export function table(input: {
  readonly header: readonly Inlines[];
  readonly rows: readonly (readonly Inlines[])[];
}): BlockNode {
  const uneven = input.rows.find((row) => row.length !== input.header.length);
  if (uneven) throw new Error(`Table row of ${uneven.length} cells under ${input.header.length} headers`);
  return {
    type: 'table',
    content: [row('tableHeader', input.header), ...input.rows.map((cells) => row('tableCell', cells))],
  };
}

function row(type: TableCellNode['type'], cells: readonly Inlines[]): TableRowNode {
  return {
    type: 'tableRow',
    content: cells.map((cell) => ({
      type,
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [paragraph(several(cell))],
    })),
  };
}

function listItem(item: Mixed): ListItemNode {
  return { type: 'listItem', content: toBlocks(several(item)) };
}

function paragraph(content: readonly Inline[]): ParagraphNode {
  // No editor has an empty run of text: an empty line is a paragraph without content.
  return { type: 'paragraph', content: content.filter((piece) => piece !== '').map(toInline) };
}

function marked(mark: Mark, text: string | TextNode): TextNode {
  const node: TextNode = typeof text === 'string' ? { type: 'text', text } : text;
  return { ...node, marks: [mark, ...(node.marks ?? [])] };
}

function several<T>(one: T | readonly T[]): readonly T[] {
  return isArray(one) ? one : [one];
}

function isArray<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

function toInline(piece: Inline): InlineNode {
  return typeof piece === 'string' ? { type: 'text', text: piece } : piece;
}

function isInline(part: Inline | BlockNode): part is Inline {
  return typeof part === 'string' || part.type === 'text' || part.type === 'hardBreak';
}

/** Neighbouring pieces of text share one paragraph, since a list item or a quotation holds blocks only. */
function toBlocks(parts: readonly (Inline | BlockNode)[]): BlockNode[] {
  const blocks: BlockNode[] = [];
  let run: Inline[] = [];
  const flush = () => {
    if (run.length > 0) blocks.push(paragraph(run));
    run = [];
  };
  for (const part of parts) {
    if (isInline(part)) {
      run.push(part);
    } else {
      flush();
      blocks.push(part);
    }
  }
  flush();
  return blocks;
}
