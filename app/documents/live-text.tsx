import { TriangleAlert } from 'lucide-react';
import { type ComponentType, memo, type ReactNode, useEffect, useMemo, useState } from 'react';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import type { OutlineEntry } from '#shared/documents/text/document-outline.ts';
import { realtime } from '#shared/realtime/realtime.fr.ts';
import type { LiveRoom } from '../realtime/live-room.ts';
import type { RoomState } from '../realtime/room-state.ts';
import type { EditorComments } from './comment/comment-buttons.tsx';
import type { DocumentEditorProps } from './editor/document-editor.tsx';
import type { Drawn } from './editor/drawn.ts';
import { TextLength } from './editor/text-length.tsx';
import { ReadingView } from './reading-view.tsx';
import { useReadDocument } from './use-read-document.ts';

type Editor = ComponentType<DocumentEditorProps>;

let loaded: Editor | undefined;
// Remembers what it was given: the state of saving, which changes at each key, does not draw it again.
const loadEditor = () =>
  import('./editor/document-editor.tsx').then(({ DocumentEditor }) => (loaded ??= memo(DocumentEditor)));

// The server drew a place for the tools: this person may write. The editor comes while the page wakes up; whether it came is
// looked at below.
if (typeof document !== 'undefined' && document.querySelector('.tools')) loadEditor().catch(() => undefined);

interface LiveTextProps {
  readonly documentId: string;
  readonly room: LiveRoom | null;
  readonly state: RoomState;
  /** Whether the page was drawn for somebody who may write: a place is kept for the tools. */
  readonly isWriter: boolean;
  readonly drawn: Drawn;
  readonly me: { readonly id: string; readonly name: string; readonly colour: number };
  readonly uploadMegabytes: number;
  readonly onOutline: (entries: readonly OutlineEntry[]) => void;
  /** Null where nothing is said about the text. */
  readonly comments: EditorComments | null;
  /** The text that is read was drawn anew, or is gone. */
  readonly onDrawn?: (element: HTMLElement | null) => void;
  /** The page, with its tools and its text where they belong; it stays whatever happens to them. */
  readonly children: (tools: ReactNode, text: ReactNode) => ReactNode;
}

/**
 * The text of the page: read as the server drew it, then live; replaced by the editor for those who may write, once the
 * content is here and the editor loaded. Whoever loses the right to write goes on reading.
 */
export function LiveText({
  room,
  state,
  isWriter,
  drawn,
  onOutline,
  onDrawn,
  children,
  ...editor
}: LiveTextProps) {
  const [tools, setTools] = useState<HTMLElement | null>(null);
  // Not React.lazy: its first drawing always waits, and the reveal is then held back by a third of a second.
  const [Editor, setEditor] = useState<Editor | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const mayWrite =
    state.isAllowed && (room ? state.canWrite || state.save.state === 'opening' : true) && isWriter;
  useEffect(() => {
    if (!mayWrite) return;
    loadEditor().then(
      (found) => setEditor(() => found),
      () => setFailed(true),
    );
  }, [mayWrite]);
  const isEditing = mayWrite && Editor !== null && state.isReady && state.canWrite;
  const read = useReadDocument(state.isReady && !isEditing ? room : null, drawn);
  useEffect(() => {
    if (!isEditing) onOutline(read.outline);
  }, [isEditing, read, onOutline]);

  const reading = useMemo(
    () =>
      read.blocks.length > 0 ? (
        <>
          <ReadingView blocks={read.blocks} {...(onDrawn && { onDrawn })} />
          <TextLength editor={null} words={read.words} />
        </>
      ) : (
        <p className="prose muted">{documentWords.textEmpty}</p>
      ),
    [read.blocks, read.words, onDrawn],
  );
  return children(
    mayWrite && <div className="tools" ref={setTools} />,
    <>
      {mayWrite && hasFailed && <EditorMissing />}
      {isEditing && Editor && room && tools ? (
        <Editor {...editor} room={room} tools={tools} words={drawn.words} onOutline={onOutline}>
          {reading}
        </Editor>
      ) : (
        state.isAllowed && reading
      )}
    </>,
  );
}

/** The network, or a new version of the site, took the editor away: the text is still read and live. */
function EditorMissing() {
  return (
    <div className="doc-head note warning" role="alert">
      <TriangleAlert className="icon" aria-hidden="true" />
      <div>
        <p>{documentWords.editorMissing}</p>
        <button className="btn sm mt-2" type="button" onClick={() => window.location.reload()}>
          {realtime.reload}
        </button>
      </div>
    </div>
  );
}
