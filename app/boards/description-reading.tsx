import { useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { findDescription } from '#shared/board/description-doc.ts';
import { readFragment } from '#shared/document/document-json.ts';
import { drawBlocks } from '#shared/document/document-reader.ts';
import { useBoardWorld } from './board-world.ts';

/** The description of a card with its formatting, as others write it, for whoever only reads. */
export default function DescriptionReading({ doc, cardId }: { doc: Y.Doc; cardId: string }) {
  const { view } = useBoardWorld();
  const read = () => htmlOf(doc, cardId);
  const html = useSyncExternalStore(view.subscribe, read, read);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our reader, which escapes and filters everything.
  return <div className="prose side-prose is-read" dangerouslySetInnerHTML={{ __html: html }} />;
}

function htmlOf(doc: Y.Doc, cardId: string): string {
  const fragment = findDescription(doc, cardId);
  return fragment ? drawBlocks(readFragment(fragment)).blocks.join('') : '';
}
