import { MessageSquare } from 'lucide-react';
import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { commentEntry as words } from '#shared/documents/comment/comment-entry.fr.ts';
import type { CommentAnswer, ThreadJson } from '#shared/documents/comment/thread-wire.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { paths } from '#shared/paths.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';
import { onNews } from '../../realtime/room-news.ts';
import type { CommentsPanelProps } from './comments-panel.tsx';
import type { CommentAsk, CommentCounts, ShownText } from './page-comments.ts';

interface CommentsAsideProps {
  readonly documentId: string;
  readonly room: LiveRoom | null;
  readonly isReady: boolean;
  readonly me: { readonly id: string };
  readonly access: RoomAccess;
  readonly counts: CommentCounts;
  readonly shown: ShownText | null;
  readonly ask: CommentAsk | null;
  readonly onAsk: (ask: CommentAsk) => void;
}

/**
 * The margin of a document. Only its counts come with the page; the panel is loaded once somebody has a use for it, or
 * when there is something to show, after the text.
 */
export function CommentsAside({
  counts: first,
  room,
  isReady,
  access,
  shown,
  ask,
  onAsk,
  ...of
}: CommentsAsideProps) {
  const { documentId } = of;
  const [counts, setCounts] = useState(first);
  const [isWanted, setWanted] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [Panel, setPanel] = useState<ComponentType<CommentsPanelProps> | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const reveal = useCallback(() => setOpen(true), []);
  const want = useCallback(() => setWanted(true), []);
  const mayComment = canInDocument({ access }, 'document.comment');

  useEffect(() => {
    if (!isReady) return;
    const search = new URLSearchParams(window.location.search);
    const isNamed = search.has('fil') || search.has('commentaires');
    if (isNamed) setOpen(true);
    if (isNamed || first.open > 0 || first.unread > 0) return whenIdle(() => setWanted(true));
  }, [isReady, first]);

  useEffect(() => {
    if (!isWanted) return;
    import('./comments-panel.tsx').then(
      ({ CommentsPanel }) => setPanel(() => CommentsPanel),
      () => setFailed(true),
    );
  }, [isWanted]);

  useFirstThread(isWanted ? null : room, documentId, want);

  useEffect(() => {
    if (!ask) return;
    setWanted(true);
    setOpen(true);
  }, [ask]);

  useEffect(() => {
    if (!mayComment) return;
    const onKey = (event: KeyboardEvent) => {
      const isKey = event.key.toLowerCase() === 'm' || event.code === 'KeyM';
      if (!isKey || !event.altKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onAsk({ kind: 'comment', typed: null });
    };
    const onSelect = () => {
      const selection = document.getSelection();
      if (
        selection?.isCollapsed === false &&
        shown?.kind === 'reading' &&
        shown.element.contains(selection.anchorNode)
      )
        setWanted(true);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('selectionchange', onSelect);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('selectionchange', onSelect);
    };
  }, [mayComment, onAsk, shown]);

  return (
    <aside className="comments sheet" data-open={isOpen ? '' : undefined} aria-labelledby="commentaires">
      <h2 id="commentaires" className="row">
        <button
          type="button"
          className="sheet-door"
          aria-expanded={isOpen}
          onClick={() => {
            setWanted(true);
            setOpen(!isOpen);
          }}
        >
          <MessageSquare className="icon" aria-hidden="true" />
          {words.title}
        </button>
        <span className="not-s">{words.title}</span>
        <span className="count">
          <span aria-hidden="true">{counts.open}</span>
          <span className="vh">{words.open(counts.open)}</span>
        </span>
        {counts.unread > 0 && <span className="badge info push">{words.unread(counts.unread)}</span>}
      </h2>
      <div className="panel">
        {Panel && room ? (
          <Panel
            {...of}
            room={room}
            isReady={isReady}
            access={access}
            shown={shown}
            ask={ask}
            onCounts={setCounts}
            onReveal={reveal}
          />
        ) : hasFailed ? (
          <p className="note warning small">{words.failed}</p>
        ) : isWanted ? (
          <p className="muted small panel-note">{words.loading}</p>
        ) : (
          <p className="muted small panel-note">{mayComment ? words.empty : words.emptyForReaders}</p>
        )}
        {!Panel && mayComment && room && (
          <p className="row small">
            <button
              className="btn quiet sm"
              type="button"
              onClick={() => onAsk({ kind: 'comment', typed: null })}
            >
              {words.pick}
            </button>
          </p>
        )}
      </div>
    </aside>
  );
}

/** Runs when the page has nothing better to do. Answers how to give it up. */
function whenIdle(run: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 200);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(run, { timeout: 2_000 });
  return () => window.cancelIdleCallback(handle);
}

/** Somebody comments for the first time while one reads; or did before this page heard of news, or while it was without connection. */
function useFirstThread(room: LiveRoom | null, documentId: string, onOne: () => void): void {
  useEffect(() => {
    if (!room) return;
    const look = () =>
      void hasOpenThread(documentId).then(
        (isOne) => isOne && onOne(),
        () => undefined,
      );
    if (room.provider.synced) look();
    return onNews(room, (topic) => {
      if (topic === 'comments') onOne();
      else if (topic === null) look();
    });
  }, [room, documentId, onOne]);
}

async function hasOpenThread(documentId: string): Promise<boolean> {
  const answer = await fetch(paths.documentComments({ id: documentId }), { cache: 'no-store' });
  const { threads }: CommentAnswer<ThreadJson> = await answer.json();
  return threads.some(({ resolved }) => resolved === null);
}
