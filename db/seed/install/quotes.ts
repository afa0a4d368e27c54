import { excerptSha, wordsSha } from '#shared/documents/excerpt/excerpt.ts';
import { excerptLine } from '#shared/documents/excerpt/excerpt-line.ts';
import { findExcerpt, type SourceBlock, sourceBlocks } from '#shared/documents/excerpt/excerpt-source.ts';
import { quotedBlocks } from '#shared/documents/excerpt/quoted-blocks.ts';
import { appendBlocks, type BlockJson } from '#shared/documents/text/document-blocks.ts';
import { textOf } from '#shared/documents/text/document-text.ts';
import { Authorship } from '#shared/realtime/lineage/authorship.ts';
import type { RoomDraft } from '#shared/realtime/room-draft.ts';
import { createExcerpt } from '../../documents/excerpt/excerpts.ts';
import { listPeople } from '../../documents/history/document-history.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { DemoQuote } from '../demo/demo-document.ts';
import type { DemoWorld } from '../demo-world.ts';

/** Texts of documents that were installed already, by the key of the document. */
export type InstalledTexts = Map<string, RoomDraft>;

/** Puts what a document of the demonstration quotes at the end of its text, by the same rules as the server. */
export async function installQuotes(
  tx: Tx,
  world: DemoWorld,
  {
    documentId,
    draft,
    quotes,
    texts,
  }: { documentId: string; draft: RoomDraft; quotes: readonly DemoQuote[]; texts: InstalledTexts },
): Promise<void> {
  const { idOf } = world;
  for (const [rank, quote] of quotes.entries()) {
    const source = texts.get(quote.document);
    const block = source?.read(sourceBlocks).find((one) => textOf(one.block).includes(quote.words));
    if (!source || !block) throw new Error(`nothing to quote: ${quote.words}`);
    const excerpt = await excerptOf(tx, world, { documentId, source, block, quote });
    draft.write(idOf(quote.by), 1_000 + rank, (doc) => appendBlocks(doc, { blocks: [excerpt] }));
  }
}

/** Whose the letters of a text are that was written here. */
export function authorshipOfDraft({ updates }: RoomDraft): Authorship {
  return new Authorship(new Map(updates.map(({ clientId, userId }) => [clientId, userId])));
}

async function excerptOf(
  tx: Tx,
  { idOf, newId, at }: DemoWorld,
  {
    documentId,
    source,
    block,
    quote,
  }: { documentId: string; source: RoomDraft; block: SourceBlock; quote: DemoQuote },
): Promise<BlockJson> {
  const authorship = authorshipOfDraft(source);
  const people = await listPeople(tx, authorship.people);
  const takenAt = at(quote.at);
  const { line, colour } = excerptLine([block], { authorship, people }, takenAt);
  const content = quotedBlocks([block.block]);
  const found = findExcerpt([block], [[block]]);
  const [id, by, seq, words] = [newId(), idOf(quote.by), source.updates.length, wordsSha(content)];
  await createExcerpt(tx, {
    excerpt: {
      id,
      documentId,
      sourceId: idOf(`document ${quote.document}`),
      mode: quote.mode,
      passage: found?.passage ?? [],
      latestWords: words,
      seenSeq: seq,
      followedBy: quote.mode === 'live' ? by : null,
      createdBy: by,
      createdAt: takenAt,
    },
    state: {
      sha: excerptSha({ source: line, content }),
      words,
      seq,
      anchor: block.anchor,
      colour,
      takenBy: by,
      takenAt,
    },
  });
  return { type: 'excerpt', attrs: { id, source: line }, content };
}
