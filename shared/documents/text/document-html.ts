import { document as words } from '#shared/documents/document.fr.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { changeWords } from '#shared/documents/history/change-words.fr.ts';
import { entryAt } from '#shared/kernel/entry-at.ts';
import { readAttrs } from '../attribute/document-attributes.ts';
import { excerptRef } from '../excerpt/excerpt.ts';
import type { DiffMark } from '../history/diff-marks.ts';
import { blockMarkup, markupOf } from './block-markup.ts';
import type { BlockJson } from './document-blocks.ts';
import { escapeText, HOLE, htmlOf, type Markup } from './document-markup.ts';
import { inlineMarkup } from './inline-markup.ts';
import { cellMarkup, isHeaderRow, tableHtml } from './table-markup.ts';

/** What a rendering knows beside the block itself. */
export interface Reading {
  /** Footnotes of the whole document with their numbers; without it, notes stand where they are called. */
  readonly notes?: ReadonlyMap<BlockJson, number>;
  /** A formula as MathML, or null when it is no TeX; without it, its source is shown. */
  readonly formula?: (latex: string, isBlock: boolean) => string | null;
  /** Anchors of headings. */
  readonly anchors?: ReadonlyMap<BlockJson, string>;
  /** In a comparison, what is said of the nodes that changed. */
  readonly marks?: ReadonlyMap<BlockJson, DiffMark>;
}

type Draw = (node: BlockJson, reading: Reading, parent: BlockJson | null) => string;

const PLAIN: Readonly<Record<string, Markup>> = {
  bulletList: ['ul', {}, HOLE],
  listItem: ['li', {}, HOLE],
  taskList: ['ul', { 'data-type': 'taskList' }, HOLE],
  horizontalRule: ['hr', {}],
  hardBreak: ['br', {}],
  tableRow: ['tr', {}, HOLE],
};

/** Nodes whose HTML is more than their markup around their children. Attributes are never copied: each is read first. */
const DRAWN: Readonly<Record<string, Draw>> = {
  text: ({ text = '' }) => escapeText(text),
  paragraph: (node, reading) => `<p>${childrenHtml(node, reading) || '<br>'}</p>`,
  heading: (node, reading) =>
    htmlOf(
      blockMarkup.heading(readAttrs('heading', node.attrs), reading.anchors?.get(node) ?? null),
      childrenHtml(node, reading),
    ),
  taskItem: (node, reading) => {
    const { checked } = readAttrs('taskItem', node.attrs);
    const box: Markup = [
      'input',
      { type: 'checkbox', disabled: '', checked: checked ? '' : null, 'aria-label': words.task(checked) },
    ];
    return htmlOf(
      ['li', { 'data-checked': String(checked) }, ['label', {}, box, ['span', {}]], ['div', {}, HOLE]],
      childrenHtml(node, reading),
    );
  },
  details: (node, reading) => {
    // A summary that was deleted while somebody wrote below it: what is folded still needs a door.
    const hasSummary = node.content?.[0]?.type === 'detailsSummary';
    const door = hasSummary ? '' : htmlOf(['summary', {}, documentBlocks.details]);
    return htmlOf(blockMarkup.details(), door + childrenHtml(node, reading));
  },
  table: (node, reading) =>
    tableHtml(
      node,
      (node.content ?? []).map((row) => nodeHtml(row, reading, node)),
    ),
  tableHeader: (node, reading, row) =>
    htmlOf(
      cellMarkup('th', readAttrs('tableHeader', node.attrs), row && isHeaderRow(row) ? 'col' : 'row'),
      childrenHtml(node, reading),
    ),
  tableCell: (node, reading) =>
    htmlOf(cellMarkup('td', readAttrs('tableCell', node.attrs), null), childrenHtml(node, reading)),
  footnote: (node, reading) => {
    const number = reading.notes?.get(node);
    if (number === undefined)
      return htmlOf(['span', { class: 'footnote' }, HOLE], childrenHtml(node, reading));
    const call = { class: 'noteref', id: `appel-${number}`, href: `#note-${number}`, role: 'doc-noteref' };
    return htmlOf(['a', { ...call, 'aria-label': documentBlocks.note(number) }, String(number)]);
  },
  inlineMath: (node, reading) =>
    formulaHtml(inlineMarkup.inlineMath(readAttrs('inlineMath', node.attrs)), reading),
  excerpt: (node, reading) =>
    htmlOf(
      blockMarkup.excerpt(readAttrs('excerpt', node.attrs), excerptRef(node)?.id ?? null),
      childrenHtml(node, reading),
    ),
  blockMath: (node, reading) =>
    formulaHtml(blockMarkup.blockMath(readAttrs('blockMath', node.attrs)), reading),
};

/** Marks from the outside in, in the order of the editor's schema; unknown marks show nothing. */
const MARKS = ['link', 'highlight', 'bold', 'code', 'italic', 'strike', 'superscript', 'subscript'];

/** Names of the nodes and marks that are read, to be compared with those of the editor's schema. */
export const READ_NAMES = {
  nodes: [
    ...new Set([
      ...Object.keys(PLAIN),
      ...Object.keys(DRAWN),
      ...Object.keys(blockMarkup),
      ...Object.keys(inlineMarkup).filter((name) => !MARKS.includes(name)),
    ]),
  ],
  marks: MARKS,
} as const;

/**
 * A block as HTML that may be shown to anybody: known elements only, every attribute read by its own reader, links and files
 * filtered (security plan, A40). What this version does not know shows its text: nothing written is hidden, nothing unknown is
 * trusted. Total.
 */
export function blockHtml(block: BlockJson, reading: Reading = {}): string {
  return nodeHtml(block, reading, null);
}

/** The list of footnotes at the end of a document, each with its way back; empty without notes. */
export function notesHtml(reading: Reading): string {
  const items = [...(reading.notes ?? [])].map(([note, number]) => {
    const back: Markup = [
      'a',
      { href: `#appel-${number}`, role: 'doc-backlink', 'aria-label': documentBlocks.backToText(number) },
      '↩',
    ];
    return htmlOf(
      ['li', { id: `note-${number}` }, ['span', {}, HOLE], ' ', back],
      childrenHtml(note, reading),
    );
  });
  if (items.length === 0) return '';
  const title: Markup = ['h2', { class: 'notes-title' }, documentBlocks.notes];
  return htmlOf([
    'section',
    { class: 'notes', role: 'doc-endnotes' },
    title,
    ['ol', {}, { raw: items.join('') }],
  ]);
}

function nodeHtml(node: BlockJson, reading: Reading, parent: BlockJson | null): string {
  const html = plainHtml(node, reading, parent);
  const mark = reading.marks?.get(node);
  return mark ? markedHtml(html, mark) : html;
}

/** What changed is inside an element that says so; where none may stand, the node's own element carries it. */
function markedHtml(html: string, { kind, n, isPart }: DiffMark): string {
  const known = { 'data-change': kind, 'data-n': n };
  if (isPart) return html.replace(/^<[a-z]+[0-9]?/, (tag) => `${tag} data-change="${kind}" data-n="${n}"`);
  const word = { 'data-word': changeWords[kind] };
  if (kind === 'added' || kind === 'movedTo') return htmlOf(['ins', { ...known, ...word }, { raw: html }]);
  if (kind === 'removed' || kind === 'movedFrom')
    return htmlOf(['del', { ...known, ...word }, { raw: html }]);
  return htmlOf([kind === 'reset' ? 'div' : 'span', { ...known, ...word }, { raw: html }]);
}

function plainHtml(node: BlockJson, reading: Reading, parent: BlockJson | null): string {
  // A document may name a node `constructor`: only our own keys may answer.
  const draw = Object.hasOwn(DRAWN, node.type) ? DRAWN[node.type] : undefined;
  if (draw) return draw(node, reading, parent);
  const markup =
    (Object.hasOwn(PLAIN, node.type) ? PLAIN[node.type] : undefined) ??
    markupOf(blockMarkup, node.type, node.attrs) ??
    (MARKS.includes(node.type) ? null : markupOf(inlineMarkup, node.type, node.attrs));
  const inner = childrenHtml(node, reading);
  return markup ? htmlOf(markup, inner) : inner;
}

function childrenHtml(node: BlockJson, reading: Reading): string {
  return runHtml(node, node.content ?? [], reading, 0);
}

/** Neighbours that share a mark share its element: half a link in bold is one link. */
function runHtml(parent: BlockJson, nodes: readonly BlockJson[], reading: Reading, depth: number): string {
  const parts: string[] = [];
  for (let start = 0; start < nodes.length; ) {
    const first = entryAt(nodes, start);
    const mark = marksOf(first)[depth];
    let end = start + 1;
    if (mark) {
      while (end < nodes.length && sameMark(marksOf(entryAt(nodes, end))[depth], mark)) end++;
      parts.push(htmlOf(mark, runHtml(parent, nodes.slice(start, end), reading, depth + 1)));
    } else parts.push(nodeHtml(first, reading, parent));
    start = end;
  }
  return parts.join('');
}

const read = new WeakMap<BlockJson, readonly Markup[]>();

/** The known marks of a node as markup, from the outside in. */
function marksOf(node: BlockJson): readonly Markup[] {
  if (!node.marks?.length) return [];
  const known = read.get(node);
  if (known) return known;
  const markups = MARKS.flatMap((name) => {
    const mark = node.marks?.find(({ type }) => type === name);
    const markup =
      mark && (name === 'link' ? linkMarkup(mark.attrs) : markupOf(inlineMarkup, name, mark.attrs));
    return markup ? [markup] : [];
  });
  read.set(node, markups);
  return markups;
}

function linkMarkup(attrs: unknown): Markup | null {
  const { href } = readAttrs('link', attrs);
  return href === null ? null : ['a', { href, rel: 'noopener noreferrer nofollow' }, HOLE];
}

function sameMark(one: Markup | undefined, other: Markup): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

function formulaHtml([tag, attributes, ...source]: Markup, { formula }: Reading): string {
  const latex = String(attributes['data-latex'] ?? '');
  const math = latex === '' ? null : (formula?.(latex, tag === 'div') ?? null);
  return htmlOf(math === null ? [tag, attributes, ...source] : [tag, attributes, { raw: math }]);
}
