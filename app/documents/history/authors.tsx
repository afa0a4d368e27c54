import { type ComponentType, useEffect, useState } from 'react';
import { documentPast as words } from '#shared/documents/document-past.fr.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';
import type { AuthorsGutterProps } from './authors-gutter.tsx';

/** Whether the authors of paragraphs are shown, and how to change that. */
export interface Authors {
  readonly documentId: string;
  readonly room: LiveRoom | null;
  /** The page is alive: before that nobody's paragraphs can be told apart. */
  readonly isPossible: boolean;
  readonly isShown: boolean;
  toggle(): void;
}

export function useAuthors(documentId: string, room: LiveRoom | null): Authors {
  const [isShown, setShown] = useState(false);
  return { documentId, room, isPossible: room !== null, isShown, toggle: () => setShown(!isShown) };
}

/** Shows and hides the authors of each paragraph. */
export function AuthorsButton({ authors: { isPossible, isShown, toggle } }: { authors: Authors }) {
  if (!isPossible) return null;
  return (
    <button className="btn sm mt-2" type="button" aria-pressed={isShown} onClick={toggle}>
      {words.who.show}
    </button>
  );
}

/** The authors beside the paragraphs; what draws them is loaded when it is first asked for. */
export function AuthorsLayer({ authors: { documentId, room, isShown, toggle } }: { authors: Authors }) {
  const [Gutter, setGutter] = useState<ComponentType<AuthorsGutterProps> | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isShown) return;
    setFailed(false);
    import('./authors-gutter.tsx').then(
      ({ AuthorsGutter }) => setGutter(() => AuthorsGutter),
      () => setFailed(true),
    );
  }, [isShown]);
  if (!isShown || !room) return null;
  if (hasFailed) return <p role="alert">{words.who.failed}</p>;
  return Gutter && <Gutter documentId={documentId} room={room} onClose={toggle} />;
}
