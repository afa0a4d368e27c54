import { type Attrs, readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { embedOf } from '#shared/documents/attribute/embed-address.ts';
import { OUTCOME_KINDS } from '#shared/documents/attribute/outcome-kind.ts';
import { document as words } from '#shared/documents/document.fr.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { excerptWords, outcomeWords } from './object-name.ts';
import { gridOf } from './table-grid.ts';
import { type TypstWriting, typstFormula, typstInlines } from './typst-inlines.ts';
import { typstString, typstText } from './typst-text.ts';

type Write = (node: BlockJson, writing: Writing) => string;
interface Writing extends TypstWriting {
  /** [X6] Level of each heading in the PDF, none skipped. */
  readonly levels: ReadonlyMap<BlockJson, number>;
}

/** Blocks as Typst markup made of calls and quoted texts only; the functions it names are those of `typst-look.ts`. Total. */
export function typstBlocks(blocks: readonly BlockJson[], writing: TypstWriting): string {
  return manyOf(blocks, { ...writing, levels: levelsOf(blocks) });
}

/** PDF/UA refuses a heading two levels below the one before it. */
function levelsOf(blocks: readonly BlockJson[]): Map<BlockJson, number> {
  const levels = new Map<BlockJson, number>();
  let last = 0;
  const visit = (node: BlockJson) => {
    if (node.type === 'heading') {
      last = Math.min(readAttrs('heading', node.attrs).level - 1, last + 1);
      levels.set(node, last);
    } else node.content?.forEach(visit);
  };
  blocks.forEach(visit);
  return levels;
}

function manyOf(blocks: readonly BlockJson[], writing: Writing): string {
  return blocks
    .map((block) => blockOf(block, writing))
    .filter((written) => written !== '')
    .join('\n\n');
}

const inner: Write = ({ content = [] }, writing) => manyOf(content, writing);
const line: Write = ({ content = [] }, writing) => typstInlines(content, writing);
const items = (node: BlockJson, writing: Writing) =>
  (node.content ?? []).map((item) => `[${itemOf(item, writing)}]`).join(', ');
const isTight = ({ content = [] }: BlockJson) =>
  content.every((item) => (item.content ?? []).filter(({ type }) => type === 'paragraph').length <= 1);

const WRITE: Readonly<Record<string, Write>> = {
  paragraph: line,
  heading: (node, writing) => {
    const said = line(node, writing);
    return said === '' ? '' : `#heading(level: ${writing.levels.get(node) ?? 1})[${said}];`;
  },
  bulletList: (node, writing) => `#list(tight: ${isTight(node)}, ${items(node, writing)});`,
  orderedList: (node, writing) => {
    const { start } = readAttrs('orderedList', node.attrs);
    return `#enum(start: ${start}, tight: ${isTight(node)}, ${items(node, writing)});`;
  },
  taskList: (node, writing) => `#tasks(${items(node, writing)});`,
  blockquote: (node, writing) => {
    const { source } = readAttrs('blockquote', node.attrs);
    return `#quotation(${source === null ? 'none' : `[${typstText(source)}]`})[${inner(node, writing)}];`;
  },
  excerpt: (node, writing) =>
    `#quotation([${typstText(excerptWords(node, writing.source))}])[${inner(node, writing)}];`,
  codeBlock: ({ attrs, content = [] }) => {
    const { language } = readAttrs('codeBlock', attrs);
    const code = content.map(({ text = '' }) => text).join('');
    const lines = code.split('\n').map(typstString).join(', ');
    return `#code(${language === null ? 'none' : typstString(language)}, (${lines},));`;
  },
  callout: (node, writing) => {
    const { kind } = readAttrs('callout', node.attrs);
    const title = typstText(documentBlocks.callouts[kind]);
    return `#callout(${typstString(kind)}, [${title}])[${inner(node, writing)}];`;
  },
  ...Object.fromEntries(
    OUTCOME_KINDS.map((kind): [string, Write] => [
      kind,
      (node, writing) => {
        const { before, after } = outcomeWords(node, kind, writing.source);
        return `#strong[${typstText(before)}];#" ";${line(node, writing)}${typstText(after)}`;
      },
    ]),
  ),
  details: inner,
  detailsSummary: (node, writing) => {
    const said = line(node, writing);
    return said === '' ? '' : `#summary[${said}];`;
  },
  detailsContent: (node, writing) => `#folded[${inner(node, writing)}];`,
  columns: (node, writing) => {
    const columns = (node.content ?? []).map((column) => `[${inner(column, writing)}]`);
    return columns.length === 0 ? '' : `#side-by-side(${columns.join(', ')});`;
  },
  horizontalRule: () => '#rule();',
  image: ({ attrs }, writing) => imageOf(readAttrs('image', attrs), writing),
  attachment: ({ attrs }, { source }) => {
    const { src, name, bytes, kind } = readAttrs('attachment', attrs);
    const format = /\.([a-z0-9]{1,8})$/i.exec(name ?? '')?.[1]?.toUpperCase() ?? documentBlocks.files[kind];
    const called = typstText(
      `${name ?? documentBlocks.files[kind]} ${documentBlocks.fileFacts(format, bytes)}`,
    );
    return `#elsewhere[${src === null ? called : `#link(${typstString(source.origin + src)})[${called}];`}];`;
  },
  embed: ({ attrs }) => {
    const { src, title } = readAttrs('embed', attrs);
    const video = embedOf(src);
    const called = typstText(title ?? documentBlocks.video);
    if (!video) return `#elsewhere[${called}];`;
    const where = typstText(` (${video.page})`);
    return `#elsewhere[#link(${typstString(video.page)})[${called}${where}];];`;
  },
  blockMath: ({ attrs }, writing) => typstFormula(readAttrs('blockMath', attrs).latex, true, writing),
  table: tableOf,
};

const INLINE = new Set([
  'text',
  'hardBreak',
  'footnote',
  'inlineMath',
  'mention',
  'reference',
  'date',
  'status',
]);

function blockOf(node: BlockJson, writing: Writing): string {
  const write = Object.hasOwn(WRITE, node.type) ? WRITE[node.type] : undefined;
  if (write) return write(node, writing);
  if (INLINE.has(node.type)) return typstInlines([node], writing);
  const { content = [] } = node;
  return content.some(({ type }) => INLINE.has(type))
    ? typstInlines(content, writing)
    : manyOf(content, writing);
}

function itemOf(item: BlockJson, writing: Writing): string {
  const box = item.type === 'taskItem' ? `#box-of(${readAttrs('taskItem', item.attrs).checked});` : '';
  return box + manyOf(item.content ?? [], writing);
}

function imageOf({ src, alt, caption, size, align, width }: Attrs<'image'>, { imageName }: Writing): string {
  const name = src === null ? null : imageName(src);
  if (name === null) return `#emph[${typstText(alt || words.imageWithoutText)}];`;
  const said = alt === '' ? 'none' : typstString(alt ?? words.imageWithoutText);
  const captioned = caption === null ? 'none' : `[${typstText(caption)}]`;
  // An image of the width of an icon is not blown up to the width of a page.
  const natural = width === null ? 'none' : `${((width / 96) * 2.54).toFixed(2)}cm`;
  return `#picture(${typstString(name)}, ${said}, ${captioned}, ${typstString(size)}, ${align === 'center' ? 'center' : align}, ${natural});`;
}

function tableOf(node: BlockJson, writing: Writing): string {
  const { columns, head, rows, widths } = gridOf(node);
  if (columns === 0) return '';
  const { caption } = readAttrs('table', node.attrs);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const isSized = total > 0 && widths.every((width) => width > 0);
  const sizes = widths.map((width) => (isSized ? `${width}fr` : '1fr')).join(', ');
  const cells = (from: number, to: number) =>
    rows.slice(from, to).flatMap((row) =>
      row.map(({ node: cell, colspan, rowspan, isHeader }) => {
        const said = cell ? manyOf(cell.content ?? [], writing) : '';
        const body = isHeader && from >= head ? `#strong[${said}];` : said;
        return `table.cell(colspan: ${colspan}, rowspan: ${rowspan})[${body}]`;
      }),
    );
  const header = head > 0 ? [`table.header(${cells(0, head).join(', ')})`] : [];
  const all = [...header, ...cells(head, rows.length)].join(', ');
  return `#data-table(${caption === null ? 'none' : `[${typstText(caption)}]`}, (${sizes},), ${head}, ${all});`;
}
