import { useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { Prose } from '#app/ui/prose.tsx';
import { findDescription } from '#shared/boards/card/description-doc.ts';
import { readFragment } from '#shared/documents/text/document-json.ts';
import { drawBlocks } from '#shared/documents/text/document-reader.ts';
import { useBoardWorld } from '../parts/board-world.ts';

/** The description of a card with its formatting, as others write it, for whoever only reads. */
export default function DescriptionReading({ doc, cardId }: { doc: Y.Doc; cardId: string }) {
  const { view } = useBoardWorld();
  const read = () => htmlOf(doc, cardId);
  const html = useSyncExternalStore(view.subscribe, read, read);
  return <Prose className="prose side-prose is-read" html={html} />;
}

function htmlOf(doc: Y.Doc, cardId: string): string {
  const fragment = findDescription(doc, cardId);
  return fragment ? drawBlocks(readFragment(fragment)).blocks.join('') : '';
}
