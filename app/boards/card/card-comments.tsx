import { uuidv4 } from 'lib0/random';
import { MessageSquarePlus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import type { CardCommentRequest, DiscussionJson } from '#shared/documents/comment/thread-wire.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { paths } from '#shared/paths.ts';
import { CommentForm } from '../../realtime/comment/comment-form.tsx';
import type { DiscussionWorld } from '../../realtime/comment/discussion-world.ts';
import { settledWords } from '../../realtime/comment/settled-words.ts';
import { ThreadBox } from '../../realtime/comment/thread-box.tsx';
import { useCommentState, useComments } from '../../realtime/comment/use-comments.ts';
import { useAct, useCopyLink } from '../../realtime/comment/use-discussion.ts';
import { draftKey, readDraft } from '../../realtime/kept-drafts.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';
import { useToast } from '../../ui/toast.tsx';
import { useSeen } from '../use-seen.ts';

export interface CardCommentsProps {
  readonly boardId: string;
  readonly cardId: string;
  readonly room: LiveRoom;
  readonly me: { readonly id: string };
  readonly access: RoomAccess;
  /** This person has read something: what the board counts is no longer so. */
  readonly onRead: () => void;
}

/** What people say of the open card. Loaded with the first card that opens. */
export default function CardComments({ boardId, cardId, room, me, access, onRead }: CardCommentsProps) {
  const address = useMemo(() => paths.cardComments({ id: boardId }, cardId), [boardId, cardId]);
  const store = useComments<DiscussionJson, CardCommentRequest>(address, room);
  const state = useCommentState(store);
  const act = useAct(store, settledWords);
  const copyLink = useCopyLink();
  const show = useToast();
  const place = useRef<HTMLDivElement>(null);
  const newKey = draftKey(me.id, boardId, `carte-${cardId}`);
  const [begun, setBegun] = useState(() => (readDraft(newKey) ? newIds() : null));
  const [isAllShown, setAllShown] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const [arrival, setArrival] = useState<string | null>(null);

  // Whoever has said something, or thought better of it, is back at the button.
  const button = useRef<HTMLButtonElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    if (!begun && isDone.current) button.current?.focus();
    isDone.current = false;
  }, [begun]);

  const { threads, status } = state;
  const unread = useMemo(() => threads.flatMap(({ id, isUnread }) => (isUnread ? [id] : [])), [threads]);
  const markRead = useCallback(
    async (threadIds: readonly string[]) => {
      if ((await store?.send({ intent: 'read', threadIds }))?.ok) onRead();
    },
    [store, onRead],
  );
  const news = useSeen(place, unread, markRead);

  // The thread that the address names.
  const wanted = useRef(new URLSearchParams(window.location.search).get('fil'));
  useEffect(() => {
    const id = wanted.current;
    if (!id || status !== 'ready') return;
    wanted.current = null;
    const thread = threads.find((one) => one.id === id);
    if (!thread) return show({ text: words.threadGone });
    if (thread.resolved) setAllShown(true);
    setCurrent(id);
    setArrival(id);
  }, [status, threads, show]);
  // A resolved thread is there only once React has shown them all: on a busy machine later than the next frame.
  useEffect(() => {
    const box = arrival && document.getElementById(`fil-${arrival}`);
    if (!box) return;
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: 'center' });
  }, [arrival]);

  if (!store || status === 'loading') return <p className="muted small">{words.loading}</p>;
  if (status === 'failed')
    return (
      <div className="note warning small">
        <div>
          <p>{words.failed}</p>
          <button className="btn sm mt-2" type="button" onClick={() => void store.refresh()}>
            {words.retry}
          </button>
        </div>
      </div>
    );
  const world: DiscussionWorld = {
    me,
    access,
    now: new Date(),
    store,
    draftKey: (what) => draftKey(me.id, boardId, what),
    act,
    select: setCurrent,
    copyLink,
  };
  // A thread that was just resolved stays where it was until one turns elsewhere.
  const visible = threads.filter(({ id, resolved }) => isAllShown || !resolved || id === current);
  const resolved = threads.filter((thread) => thread.resolved).length;
  const end = () => {
    isDone.current = true;
    setBegun(null);
  };
  return (
    <div ref={place}>
      {threads.length === 0 && <p className="muted small">{words.cardEmpty}</p>}
      {resolved > 0 && (
        <button
          className="btn quiet sm"
          type="button"
          aria-expanded={isAllShown}
          onClick={() => setAllShown(!isAllShown)}
        >
          {words.resolvedThreads(resolved)}
        </button>
      )}
      <ol className="threads" aria-label={words.title}>
        {visible.map((thread) => (
          <li key={thread.id}>
            <ThreadBox
              thread={news.has(thread.id) ? { ...thread, isUnread: true } : thread}
              label={words.threadBy(thread.author?.name ?? words.formerMember)}
              isCurrent={thread.id === current}
              world={world}
            />
          </li>
        ))}
      </ol>
      {access !== 'read' &&
        (begun ? (
          <CommentForm
            label={words.bodyLabel}
            submit={words.send}
            draftKey={newKey}
            loadPeople={store.people}
            onSend={(body, mentions) => store.send({ intent: 'start', ...begun, body, mentions })}
            onDone={() => {
              show({ text: words.sent });
              onRead();
              end();
            }}
            onCancel={end}
          />
        ) : (
          <button className="btn sm mt-2" type="button" ref={button} onClick={() => setBegun(newIds())}>
            <MessageSquarePlus className="icon" aria-hidden="true" />
            {words.comment}
          </button>
        ))}
    </div>
  );
}

function newIds() {
  return { threadId: uuidv4(), commentId: uuidv4() };
}
