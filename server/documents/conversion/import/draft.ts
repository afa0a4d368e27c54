import type { Passage } from '#shared/documents/comment/passage.ts';
import { type LineSpan, passagesIn } from '#shared/documents/comment/passage-spans.ts';
import { appendBlocks, type BlockJson } from '#shared/documents/text/document-blocks.ts';
import { readTexts } from '#shared/documents/text/document-json.ts';
import { type DraftUpdate, RoomDraft } from '#shared/realtime/room-draft.ts';

/** What became of an image of a file: ours now, or null when it could not be read. */
export type KeptImage = { readonly src: string; readonly width: number; readonly height: number } | null;

/** Nobody has written in a new room, so any clientID is free. */
const FIRST_CLIENT = 1;

/** A first content, and the passages that were asked for in it. */
export interface Draft {
  readonly updates: readonly DraftUpdate[];
  readonly passages: readonly (Passage | null)[];
}

/** The first content of a document in its importer's name, its images under their own addresses; `spans` are in the lines of `blocks`. */
export function draftOf(
  blocks: readonly BlockJson[],
  images: Readonly<Record<string, KeptImage>>,
  { by, spans }: { readonly by: string; readonly spans: readonly LineSpan[] },
): Draft {
  const draft = new RoomDraft();
  const settled = blocks.map((block) => settle(block, images));
  draft.write(by, FIRST_CLIENT, (doc) => appendBlocks(doc, { blocks: settled }));
  const isOfFile = areOfFile(blocks, images);
  const passages = draft.read((doc) => {
    const texts = readTexts(doc).filter(({ length }) => length > 0);
    return passagesIn(
      texts.filter((_, index) => isOfFile[index] ?? true),
      spans,
    );
  });
  return { updates: draft.updates, passages };
}

/** Of each text in order, whether it is one of the file: the others are the words that stand for an image. */
function areOfFile(blocks: readonly BlockJson[], images: Readonly<Record<string, KeptImage>>): boolean[] {
  return blocks.flatMap((block, index) => {
    if (block.type === 'text') return blocks[index - 1]?.type === 'text' ? [] : [true];
    if (block.type !== 'image') return areOfFile(block.content ?? [], images);
    return settle(block, images).content ? [false] : [];
  });
}

function settle(block: BlockJson, images: Readonly<Record<string, KeptImage>>): BlockJson {
  if (block.type === 'image') {
    const src = String(block.attrs?.src ?? '');
    const kept = Object.hasOwn(images, src) ? images[src] : null;
    if (kept) return { ...block, attrs: { ...block.attrs, ...kept } };
    // Its words stay where it stood.
    const said = [block.attrs?.alt, block.attrs?.caption].filter(
      (one) => typeof one === 'string' && one !== '',
    );
    const text = { type: 'text', text: said.join(' – '), marks: [{ type: 'italic' }] };
    return { type: 'paragraph', ...(said.length > 0 && { content: [text] }) };
  }
  return block.content ? { ...block, content: block.content.map((child) => settle(child, images)) } : block;
}
