import { type Attrs, readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { embedOf } from '#shared/documents/attribute/embed-address.ts';
import { OUTCOME_KINDS } from '#shared/documents/attribute/outcome-kind.ts';
import { document as words } from '#shared/documents/document.fr.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { ExportSource } from './export-source.ts';
import { excerptWords, outcomeWords } from './object-name.ts';
import { columnsOf } from './pandoc-columns.ts';
import { inlinesOf, NO_ATTR, type PandocNode, strong, textInlines } from './pandoc-inlines.ts';
import { tableOf } from './pandoc-table.ts';

/** For what an export is written, beside its source. */
export interface PandocWriting {
  readonly source: ExportSource;
  readonly to: 'docx' | 'odt' | 'md';
  /** The name under which pandoc finds an image; null when there is none. */
  readonly imageName: (src: string) => string | null;
  /** In a list, a cell or a column, which cannot be cut into columns: in how many it stands, 1 outside of any. */
  readonly within?: number;
}

const para = (inlines: readonly PandocNode[]): PandocNode => ({ t: 'Para', c: inlines });
const html = (written: string): PandocNode => ({ t: 'RawBlock', c: ['html', written] });

/** Blocks as pandoc's tree. What this version does not know gives its text: nothing written is lost. Total. */
export function blocksOf(blocks: readonly BlockJson[], writing: PandocWriting): PandocNode[] {
  return blocks.flatMap((block) => blockOf(block, writing));
}

type Write = (node: BlockJson, writing: PandocWriting) => PandocNode[];

const childrenOf: Write = ({ content = [] }, writing) => blocksOf(content, writing);

const WRITE: Readonly<Record<string, Write>> = {
  paragraph: ({ content = [] }, { source }) => {
    const inlines = inlinesOf(content, source);
    return inlines.length > 0 ? [para(inlines)] : [];
  },
  heading: ({ attrs, content = [] }, { source, to }) => {
    const { level } = readAttrs('heading', attrs);
    // A word processor has a style for the title of the whole: its first heading is of level 1.
    return [{ t: 'Header', c: [to === 'md' ? level : level - 1, NO_ATTR, inlinesOf(content, source)] }];
  },
  bulletList: ({ content = [] }, writing) => [{ t: 'BulletList', c: itemsOf(content, writing) }],
  orderedList: ({ attrs, content = [] }, writing) => [
    {
      t: 'OrderedList',
      c: [
        [readAttrs('orderedList', attrs).start, { t: 'Decimal' }, { t: 'Period' }],
        itemsOf(content, writing),
      ],
    },
  ],
  taskList: ({ content = [] }, writing) => [{ t: 'BulletList', c: itemsOf(content, writing) }],
  blockquote: (node, writing) => {
    const { source } = readAttrs('blockquote', node.attrs);
    const inner = childrenOf(node, writing);
    return [
      {
        t: 'BlockQuote',
        c:
          source === null
            ? inner
            : [...inner, para([{ t: 'Str', c: '—' }, { t: 'Space' }, ...textInlines(source)])],
      },
    ];
  },
  excerpt: (node, writing) => [
    {
      t: 'BlockQuote',
      c: [
        ...childrenOf(node, writing),
        para([{ t: 'Str', c: '—' }, { t: 'Space' }, ...textInlines(excerptWords(node, writing.source))]),
      ],
    },
  ],
  codeBlock: ({ attrs, content = [] }) => {
    const { language } = readAttrs('codeBlock', attrs);
    const code = content.map(({ text = '' }) => text).join('');
    return [{ t: 'CodeBlock', c: [['', language === null ? [] : [language], []], code] }];
  },
  callout: (node, writing) => {
    const { kind } = readAttrs('callout', node.attrs);
    const title = para([strong(textInlines(documentBlocks.callouts[kind]))]);
    const inner = childrenOf(node, writing);
    if (writing.to !== 'docx') return [{ t: 'BlockQuote', c: [title, ...inner] }];
    return styled(CALLOUT_STYLE, [title, ...inner]);
  },
  ...Object.fromEntries(
    OUTCOME_KINDS.map((kind): [string, Write] => [
      kind,
      (node, { source }) => {
        const { before, after } = outcomeWords(node, kind, source);
        const said = inlinesOf(node.content ?? [], source);
        return [para([strong(textInlines(before)), { t: 'Space' }, ...said, ...textInlines(after)])];
      },
    ]),
  ),
  details: (node, writing) =>
    writing.to === 'md'
      ? [html('<details>'), ...childrenOf(node, writing), html('</details>')]
      : childrenOf(node, writing),
  detailsContent: (node, writing) => {
    const inner = childrenOf(node, writing);
    return writing.to === 'md' ? inner : styled(FOLDED_STYLE, inner);
  },
  detailsSummary: ({ content = [] }, { source, to }) => {
    const inlines = inlinesOf(content, source);
    if (to !== 'md') return inlines.length > 0 ? styled(SUMMARY_STYLE, [para([strong(inlines)])]) : [];
    return [
      {
        t: 'Plain',
        c: [
          { t: 'RawInline', c: ['html', '<summary>'] },
          ...inlines,
          { t: 'RawInline', c: ['html', '</summary>'] },
        ],
      },
    ];
  },
  columns: (node, writing) => {
    const { content = [] } = node;
    if (writing.to === 'md' || writing.within) return childrenOf(node, writing);
    const inColumn = { ...writing, within: content.length };
    return columnsOf(
      content.map((column) => childrenOf(column, inColumn)),
      writing.to,
    );
  },
  horizontalRule: () => [{ t: 'HorizontalRule' }],
  image: ({ attrs }, writing) => imageOf(readAttrs('image', attrs), writing),
  attachment: ({ attrs }, { source }) => {
    const { src, name, bytes, kind } = readAttrs('attachment', attrs);
    const format = /\.([a-z0-9]{1,8})$/i.exec(name ?? '')?.[1]?.toUpperCase() ?? documentBlocks.files[kind];
    const called = textInlines(
      `${name ?? documentBlocks.files[kind]} ${documentBlocks.fileFacts(format, bytes)}`,
    );
    return [para(src === null ? called : [{ t: 'Link', c: [NO_ATTR, called, [source.origin + src, '']] }])];
  },
  embed: ({ attrs }) => {
    const { src, title } = readAttrs('embed', attrs);
    const video = embedOf(src);
    const called = textInlines(title ?? documentBlocks.video);
    return [para(video ? [{ t: 'Link', c: [NO_ATTR, called, [video.page, '']] }] : called)];
  },
  blockMath: ({ attrs }) => {
    const { latex } = readAttrs('blockMath', attrs);
    return latex === '' ? [] : [para([{ t: 'Math', c: [{ t: 'DisplayMath' }, latex] }])];
  },
  table: (node, writing) => tableOf(node, writing.source, (cell) => blocksOf(cell, inside(writing))),
};

const inside = (writing: PandocWriting): PandocWriting => ({ ...writing, within: writing.within ?? 1 });
const itemsOf = (items: readonly BlockJson[], writing: PandocWriting) =>
  items.map((item) => itemOf(item, inside(writing)));

/** Blocks in a style of word processors; none is none. */
function styled(name: string, blocks: readonly PandocNode[]): PandocNode[] {
  return blocks.length === 0 ? [] : [{ t: 'Div', c: [['', [], [['custom-style', name]]], blocks] }];
}

/** The style of callouts in word processors; `docx-look.ts` draws it and the import knows it. */
export const CALLOUT_STYLE = 'Encadré';
/** Those of foldings, which lie open on paper: what they are called, and what they hold. */
export const SUMMARY_STYLE = 'Titre de volet';
export const FOLDED_STYLE = 'Volet';

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

function blockOf(node: BlockJson, writing: PandocWriting): PandocNode[] {
  // A document may name a node `constructor`: only our own keys may answer.
  const write = Object.hasOwn(WRITE, node.type) ? WRITE[node.type] : undefined;
  if (write) return write(node, writing);
  const { content = [] } = node;
  if (INLINE.has(node.type)) return [para(inlinesOf([node], writing.source))];
  return content.some(({ type }) => INLINE.has(type))
    ? [para(inlinesOf(content, writing.source))]
    : blocksOf(content, writing);
}

/** An item of a list: alone, its paragraph stands close to the others. */
function itemOf(item: BlockJson, writing: PandocWriting): PandocNode[] {
  const { content = [] } = item;
  const [first, ...others] = blocksOf(content, writing);
  // A numbered list that does not begin at 1 cannot follow a line of text directly: CommonMark reads it as its next words.
  const counts = (node: BlockJson) =>
    node.type === 'orderedList' && readAttrs('orderedList', node.attrs).start !== 1;
  const isTight =
    content.filter(({ type }) => type === 'paragraph').length <= 1 &&
    !(writing.to === 'md' && content.some(counts));
  const box = item.type === 'taskItem' ? [boxOf(item), { t: 'Space' }] : [];
  if (!first) return [{ t: 'Plain', c: box }];
  if (first.t !== 'Para')
    return box.length > 0 ? [{ t: 'Plain', c: box }, first, ...others] : [first, ...others];
  return [{ t: isTight ? 'Plain' : 'Para', c: [...box, ...(first.c as PandocNode[])] }, ...others];
}

function boxOf({ attrs }: BlockJson): PandocNode {
  return { t: 'Str', c: readAttrs('taskItem', attrs).checked ? '☒' : '☐' };
}

/** Width of the text on an A4 page, in centimetres, and how much of it each size takes. */
const PAGE_CM = 16;
/** Between two columns. */
const GUTTER_CM = 0.85;
const SHARE = { full: 1, medium: 0.66, small: 0.4 } as const;

function imageOf(
  { src, alt, width, caption, size }: Attrs<'image'>,
  { to, imageName, within = 1 }: PandocWriting,
): PandocNode[] {
  const name = src === null ? null : imageName(src);
  const described = textInlines(alt ?? words.imageWithoutText);
  if (name === null) return [para([{ t: 'Emph', c: textInlines(alt || words.imageWithoutText) }])];
  const room = (PAGE_CM - GUTTER_CM * (within - 1)) / within;
  const natural = width === null ? room : (width / 96) * 2.54;
  const shown = Math.min(natural, room * SHARE[size]).toFixed(2);
  const attr = to === 'md' ? NO_ATTR : ['', [], [['width', `${shown}cm`]]];
  const image: PandocNode = { t: 'Image', c: [attr, described, [name, '']] };
  if (caption === null) return [para([image])];
  if (to === 'md') return [para([image]), para([{ t: 'Emph', c: textInlines(caption) }])];
  return [
    {
      t: 'Figure',
      c: [NO_ATTR, [null, [{ t: 'Plain', c: textInlines(caption) }]], [{ t: 'Plain', c: [image] }]],
    },
  ];
}
