import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { OutlineEntry } from '#shared/document/document-outline.ts';
import type { ReadDocument } from '#shared/document/document-reader.ts';
import { fr } from '#shared/messages/fr.ts';
import type { LiveRoom } from '../realtime/live-room.ts';
import type { RoomState } from '../realtime/room-state.ts';
import { ReadingView } from './reading-view.tsx';
import { useReadDocument } from './use-read-document.ts';

const loadEditor = () => import('./document-editor.tsx');
const DocumentEditor = lazy(loadEditor);

interface LiveTextProps {
  readonly documentId: string;
  readonly room: LiveRoom | null;
  readonly state: RoomState;
  /** Whether the page was drawn for somebody who may write: a place is kept for the tools. */
  readonly isWriter: boolean;
  readonly drawn: ReadDocument;
  readonly me: { readonly id: string; readonly name: string; readonly colour: number };
  readonly uploadMegabytes: number;
  readonly onOutline: (entries: readonly OutlineEntry[]) => void;
  /** Stands between the tools and the text, and stays there whatever happens to them. */
  readonly children: ReactNode;
}

/**
 * The text of the page: read as the server drew it, then live; replaced by the editor for those who may write, once the
 * content is here and the editor loaded. Whoever loses the right to write goes on reading.
 */
export function LiveText({ room, state, isWriter, drawn, onOutline, children, ...editor }: LiveTextProps) {
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const [isLoaded, setLoaded] = useState(false);
  const mayWrite =
    state.isAllowed && (room ? state.canWrite || state.save.state === 'opening' : true) && isWriter;
  useEffect(() => {
    if (mayWrite) void loadEditor().then(() => setLoaded(true));
  }, [mayWrite]);
  const isEditing = mayWrite && isLoaded && state.isReady && state.canWrite;
  const read = useReadDocument(state.isReady && !isEditing ? room : null, drawn);
  useEffect(() => {
    if (!isEditing) onOutline(read.outline);
  }, [isEditing, read, onOutline]);

  const reading =
    read.blocks.length > 0 ? (
      <ReadingView blocks={read.blocks} />
    ) : (
      <p className="prose muted">{fr.document.textEmpty}</p>
    );
  return (
    <>
      {mayWrite && <div className="tools" ref={setTools} />}
      {children}
      {isEditing && room && tools ? (
        <Suspense fallback={reading}>
          <DocumentEditor {...editor} room={room} tools={tools} onOutline={onOutline}>
            {reading}
          </DocumentEditor>
        </Suspense>
      ) : (
        state.isAllowed && reading
      )}
    </>
  );
}
