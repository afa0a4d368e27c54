import * as Y from 'yjs';
import { entryAt } from '../../kernel/entry-at.ts';
import { type Written, writtenIn } from '../history/document-authors.ts';
import { blocksOf, childrenOf } from '../history/exact-node.ts';
import { type BlockJson, DOCUMENT_FRAGMENT } from '../text/document-blocks.ts';
import { headingAnchors, isHeading, textOf } from '../text/document-text.ts';
import { wordsSha } from './excerpt.ts';
import { quotedBlocks } from './quoted-blocks.ts';

/** A top-level block of a text that may be quoted. */
export interface SourceBlock {
  /** Of the block itself, whatever it says: the Yjs id of its element. */
  readonly key: string;
  /** Of its words. */
  readonly sha: string;
  readonly block: BlockJson;
  /** Its characters, as it is known whose they are. */
  readonly written: readonly Written[];
  /** The anchor of the heading under which it stands; null above the first. */
  readonly anchor: string | null;
}

/** A block as a passage remembers it: found by its key, or, moved or deleted and brought back, by its words. */
export interface PassageBlock {
  readonly key: string;
  readonly sha: string;
}

/** [EC4] What was chosen of a source: runs of neighbours. What is written between two blocks of a run is of the passage. */
export type ExcerptPassage = readonly (readonly PassageBlock[])[];

/** A passage as its source says it now. */
export interface FoundExcerpt {
  readonly passage: ExcerptPassage;
  readonly blocks: readonly SourceBlock[];
}

/** How much of one text is quoted at once. */
export const MOST_QUOTED = { blocks: 40, characters: 20_000 } as const;

/** The top-level blocks of a text, in order. Total and read-only. */
export function sourceBlocks(doc: Y.Doc): SourceBlock[] {
  const given = childrenOf(doc.getXmlFragment(DOCUMENT_FRAGMENT)).flatMap(({ node, type }) => {
    const [block] = blocksOf(node);
    const id = type._item?.id;
    return block && id && type instanceof Y.XmlElement ? [{ id, node, block }] : [];
  });
  const anchors = headingAnchors(given.map(({ block }) => block)).values();
  let anchor: string | null = null;
  return given.map(({ id, node, block }) => {
    if (isHeading(block)) anchor = anchors.next().value ?? null;
    return {
      key: `${id.client}-${id.clock}`,
      sha: wordsSha(quotedBlocks([block])),
      block,
      written: writtenIn(node),
      anchor,
    };
  });
}

/** [EC4] Where a passage is today; null when nothing is left of it. */
export function findExcerpt(source: readonly SourceBlock[], passage: ExcerptPassage): FoundExcerpt | null {
  const places = new Set<number>();
  for (const run of passage) {
    const found = run.map((block) => placeOf(source, block)).filter((place) => place >= 0);
    const [first, last] = [Math.min(...found), Math.max(...found)];
    // A run whose ends were taken far apart is those blocks, not everything between.
    const isTogether = last - first < run.length + MOST_QUOTED.blocks;
    if (found.length > 0 && isTogether) for (let at = first; at <= last; at += 1) places.add(at);
    else for (const at of found) places.add(at);
  }
  if (places.size === 0) return null;
  const ordered = [...places].sort((a, b) => a - b);
  const runs: PassageBlock[][] = [];
  for (const [rank, at] of ordered.entries()) {
    const { key, sha } = entryAt(source, at);
    const run = at - 1 === ordered[rank - 1] ? runs.at(-1) : undefined;
    if (run) run.push({ key, sha });
    else runs.push([{ key, sha }]);
  }
  return { passage: runs, blocks: ordered.map((at) => entryAt(source, at)) };
}

/** By its key; else by its words, when one block only has them. */
function placeOf(source: readonly SourceBlock[], { key, sha }: PassageBlock): number {
  const own = source.findIndex((block) => block.key === key);
  if (own >= 0) return own;
  const same = source.flatMap((block, at) => (block.sha === sha ? [at] : []));
  return same.length === 1 ? (same[0] ?? -1) : -1;
}

/** Is it more than one quotes at once? */
export function isTooLong(blocks: readonly BlockJson[]): boolean {
  const length = blocks.reduce((sum, block) => sum + textOf(block).length, 0);
  return blocks.length > MOST_QUOTED.blocks || length > MOST_QUOTED.characters;
}

/** The ids of the excerpts that stand in these blocks. */
export function excerptsIn(blocks: readonly BlockJson[]): string[] {
  return blocks.flatMap(({ type, attrs, content = [] }) => [
    ...(type === 'excerpt' && typeof attrs?.id === 'string' ? [attrs.id] : []),
    ...excerptsIn(content),
  ]);
}
