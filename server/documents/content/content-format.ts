import { getSchema } from '@tiptap/core';
import type { ContentError, ContentFormat, ContentText } from '#shared/documents/conversion/content.ts';
import type { ImportReport } from '#shared/documents/conversion/conversion.ts';
import { exactOf } from '#shared/documents/history/exact-node.ts';
import { matchNodes } from '#shared/documents/history/match-nodes.ts';
import type { SaidBlocks } from '#shared/documents/history/merge-text.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';
import { textOf } from '#shared/documents/text/document-text.ts';
import { narrowSchema } from '#shared/documents/text/schema-attributes.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ExportSource } from '../conversion/export-source.ts';
import { Losses } from '../conversion/import/losses.ts';
import { readMarkdown } from '../conversion/import/read-markdown.ts';
import { MARKDOWN_WRITTEN } from '../conversion/markdown-formats.ts';
import { writeTree } from '../conversion/pandoc.ts';
import { blocksOf } from '../conversion/pandoc-blocks.ts';
import type { PandocNode } from '../conversion/pandoc-inlines.ts';

/** A text that somebody gives: in one of the two formats. */
export type GivenContent = ContentText<unknown>;
export type WrittenContent = ContentText<BlockJson>;

/** What the process of conversions does with texts of programs. */
export type ContentTask =
  /** A document in a format. */
  | { readonly kind: 'content'; readonly format: ContentFormat; readonly source: ExportSource }
  /** What a given text says, to be put into a document. */
  | { readonly kind: 'piece'; readonly given: GivenContent; readonly origin: string }
  /** What differs between a document and a given text. `mark` is a word that stands in neither. */
  | {
      readonly kind: 'merge';
      readonly given: GivenContent;
      readonly source: ExportSource;
      readonly mark: string;
    };

export interface PieceFound {
  readonly blocks: readonly BlockJson[];
  readonly losses: ImportReport['losses'];
}
/** As `mergeText` takes it. */
export interface MergeFound {
  readonly said: readonly SaidBlocks[];
  readonly wanted: readonly BlockJson[];
  readonly losses: ImportReport['losses'];
}

/** [WC1] A document as a program reads it. */
export async function writeContent(format: ContentFormat, source: ExportSource): Promise<WrittenContent> {
  if (format === 'json') return { markdown: null, content: source.blocks.flatMap(known) };
  return { markdown: await markdownOf(source.blocks, source), content: null };
}

/** [WC4] A given text as blocks. Refuses 'content.unreadable' for nodes that no document has. @throws {ImportRefused} */
export async function readPiece({
  given: { markdown, content },
  origin,
}: Pick<Extract<ContentTask, { kind: 'piece' }>, 'given' | 'origin'>): Promise<
  Result<PieceFound, ContentError>
> {
  const losses = new Losses();
  const blocks = markdown === null ? strict(content ?? []) : await readMarkdown(markdown, { origin, losses });
  return blocks === null ? fail('content.unreadable') : ok({ blocks, losses: losses.list() });
}

/** [WC2] What a given text changes in a document, both as the format of the given one says them. Refuses as `readPiece`. */
export async function findMerge({
  given,
  source,
  mark,
}: Extract<ContentTask, { kind: 'merge' }>): Promise<Result<MergeFound, ContentError>> {
  const read = await readPiece({ given, origin: source.origin });
  if (!read.ok) return read;
  const { blocks: wanted, losses } = read.value;
  const said =
    given.markdown === null
      ? source.blocks.map((block) => ({ own: 1, blocks: known(block) }))
      : await saidInMarkdown(source, mark);
  return ok({ said, wanted, losses });
}

const schema = narrowSchema(getSchema([...documentExtensions]));

function strict(content: readonly unknown[]): BlockJson[] | null {
  if (content.length === 0) return [];
  try {
    const doc = schema.nodeFromJSON({ type: 'doc', content });
    doc.check();
    return doc.toJSON().content;
  } catch {
    return null;
  }
}

/** The block, if it is of this version: what is not is neither shown nor touched. */
const known = (block: BlockJson): BlockJson[] => strict([block]) ?? [];

async function markdownOf(blocks: readonly BlockJson[], source: ExportSource): Promise<string> {
  return written(blocksOf(blocks, { source, to: 'md', imageName: (src) => src }));
}

async function written(blocks: readonly PandocNode[]): Promise<string> {
  if (blocks.length === 0) return '';
  const { text } = await writeTree({ blocks }, { to: MARKDOWN_WRITTEN, wrap: 'none' });
  return `${text.trimEnd()}\n`;
}

/** What Markdown says of each block: read of a text in which a word stands between them, then of the whole, where neighbours may become one. */
async function saidInMarkdown(source: ExportSource, mark: string): Promise<SaidBlocks[]> {
  const sign: PandocNode = { t: 'Para', c: [{ t: 'Str', c: mark }] };
  const { blocks } = source;
  const marked = blocks.flatMap((block) => [
    ...blocksOf([block], { source, to: 'md', imageName: (src) => src }),
    sign,
  ]);
  const read = async (text: string) => readMarkdown(text, { origin: source.origin, losses: new Losses() });
  const [apart, whole] = [await read(await written(marked)), await read(await markdownOf(blocks, source))];
  const said: SaidBlocks[] = [{ own: 1, blocks: [] }];
  for (const block of apart) {
    if (textOf(block) === mark) said.push({ own: 1, blocks: [] });
    else said.push(withBlock(said.pop(), block));
  }
  return asWhole(said.slice(0, blocks.length), whole);
}

const withBlock = (said: SaidBlocks | undefined, block: BlockJson): SaidBlocks => ({
  own: said?.own ?? 1,
  blocks: [...(said?.blocks ?? []), block],
});

/** The same of what is said of the whole: blocks that read otherwise beside each other than apart are said together. */
function asWhole(said: readonly SaidBlocks[], whole: readonly BlockJson[]): SaidBlocks[] {
  const apart = said.flatMap(({ blocks }) => blocks);
  const matches = matchNodes(exactOf(apart), exactOf(whole), { canPair: () => false, least: 0 });
  const placeOf = new Map(
    matches.flatMap((match) => (match.kind === 'same' ? [[match.before, match.after] as const] : [])),
  );
  /** Where in the whole one may be told from the next, both being there. */
  const cutAt = (at: number): number | null => {
    if (at === 0) return 0;
    const next = at === apart.length ? whole.length : placeOf.get(at);
    return next !== undefined && placeOf.get(at - 1) === next - 1 ? next : null;
  };
  const groups: { own: number; readonly from: number }[] = [];
  let at = 0;
  for (const { own, blocks } of said) {
    const [cut, last] = [cutAt(at), groups.at(-1)];
    if (cut === null && last) last.own += own;
    else groups.push({ own, from: cut ?? 0 });
    at += blocks.length;
  }
  return groups.map(({ own, from }, index) => ({ own, blocks: whole.slice(from, groups[index + 1]?.from) }));
}
