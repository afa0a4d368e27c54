import { appendBlocks, type BlockJson } from '#shared/documents/text/document-blocks.ts';
import { type DraftUpdate, RoomDraft } from '#shared/realtime/room-draft.ts';

/** What became of an image of a file: ours now, or null when it could not be read. */
export type KeptImage = { readonly src: string; readonly width: number; readonly height: number } | null;

/** Nobody has written in a new room, so any clientID is free. */
const FIRST_CLIENT = 1;

/** The first content of a document in its importer's name, its images under their own addresses. */
export function draftOf(
  blocks: readonly BlockJson[],
  images: Readonly<Record<string, KeptImage>>,
  by: string,
): readonly DraftUpdate[] {
  const draft = new RoomDraft();
  const settled = blocks.map((block) => settle(block, images));
  draft.write(by, FIRST_CLIENT, (doc) => appendBlocks(doc, { blocks: settled }));
  return draft.updates;
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
