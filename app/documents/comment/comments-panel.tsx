import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import type { CommentRequest, ThreadJson } from '#shared/documents/comment/thread-wire.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { paths } from '#shared/paths.ts';
import { useCommentState, useComments } from '../../realtime/comment/use-comments.ts';
import { useAct, useCopyLink } from '../../realtime/comment/use-discussion.ts';
import { draftKey } from '../../realtime/kept-drafts.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';
import { AriaFrame } from '../../ui/late/aria-frame.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type Composing, compose, resume } from './composer.ts';
import { Composer } from './composer-card.tsx';
import { decidedWords } from './decided-words.ts';
import type { CommentAsk, CommentCounts, ShownText } from './page-comments.ts';
import { PanelHead } from './panel-head.tsx';
import { PassagePicker } from './passage-picker.tsx';
import { readingSurface } from './reading-surface.ts';
import { SelectionBar } from './selection-bar.tsx';
import type { TextSurface } from './text-surface.ts';
import { ThreadCard } from './thread-card.tsx';
import { type Filter, filterOf, filterThreads, isClosed, type PlacedThread } from './thread-order.ts';
import type { ThreadWorld } from './thread-world.ts';
import { useBeside } from './use-beside.ts';
import { NEW_MARK, useMarks } from './use-marks.ts';
import { usePlaced } from './use-placed.ts';

export interface CommentsPanelProps {
  readonly documentId: string;
  readonly room: LiveRoom;
  readonly isReady: boolean;
  readonly me: { readonly id: string };
  readonly access: RoomAccess;
  /** The text as it is shown now. */
  readonly shown: ShownText | null;
  /** What a button or a key outside of the panel asked for last. */
  readonly ask: CommentAsk | null;
  readonly onCounts: (counts: CommentCounts) => void;
  /** The panel has something to show: where it is folded, it opens. */
  readonly onReveal: () => void;
}

/** Everything about the comments of a document: loaded at the first use of them. */
export function CommentsPanel(props: CommentsPanelProps) {
  return (
    <AriaFrame>
      <Panel {...props} />
    </AriaFrame>
  );
}

function Panel({
  documentId,
  room,
  isReady,
  me,
  access,
  shown,
  ask,
  onCounts,
  onReveal,
}: CommentsPanelProps) {
  const show = useToast();
  const margin = useRef<HTMLDivElement>(null);
  const store = useComments<ThreadJson, CommentRequest>(paths.documentComments({ id: documentId }), room);
  const act = useAct(store, decidedWords);
  const copyLink = useCopyLink();
  const state = useCommentState(store);
  const placed = usePlaced(room, isReady, state);
  const [filter, setFilter] = useState<Filter>(() => filterOf(new URLSearchParams(window.location.search)));
  const [current, setCurrent] = useState<string | null>(null);
  const [composing, setComposing] = useState<Composing | null>(() =>
    resume(draftKey(me.id, documentId, 'nouveau')),
  );
  const [isPicking, setPicking] = useState(false);
  const surface = useMemo<TextSurface | null>(() => {
    if (!shown) return null;
    return shown.kind === 'editor' ? shown.surface : readingSurface(shown.element, room.doc);
  }, [shown, room]);
  // A thread that was just resolved stays where it was until one turns elsewhere.
  const visible = useMemo(() => {
    const filtered = filterThreads(placed, filter, me.id);
    return placed.filter((one) => filtered.includes(one) || one.thread.id === current);
  }, [placed, filter, me.id, current]);
  useMarks({ surface, visible, current, composing, doc: room.doc });
  useBeside(margin, surface, composing ? NEW_MARK : current);

  useEffect(() => {
    if (state.status !== 'ready') return;
    const open = state.threads.filter((thread) => !isClosed(thread)).length;
    onCounts({ open, unread: state.threads.filter(({ isUnread }) => isUnread).length });
  }, [state, onCounts]);

  const begin = useCallback(
    (kind: Composing['kind'], typed: string | null) => {
      onReveal();
      const chosen = surface?.chosen();
      if (!chosen || (kind === 'comment' && chosen.text === '')) {
        setPicking(true);
        return;
      }
      setPicking(false);
      setComposing(compose(kind, chosen, typed));
    },
    [surface, onReveal],
  );

  const select = useCallback(
    (threadId: string) => {
      setCurrent(threadId);
      const thread = store?.getState().threads.find(({ id }) => id === threadId);
      if (thread?.isUnread) void store?.send({ intent: 'read', threadIds: [threadId] });
    },
    [store],
  );

  const goTo = useCallback(
    (threadId: string) => {
      select(threadId);
      surface?.element
        .querySelector(`[data-thread="${CSS.escape(threadId)}"]`)
        ?.scrollIntoView({ block: 'center' });
    },
    [select, surface],
  );

  const toCard = useCallback(
    (threadId: string) => {
      select(threadId);
      onReveal();
      requestAnimationFrame(() => {
        const card = document.getElementById(`fil-${threadId}`);
        card?.focus({ preventScroll: true });
        card?.scrollIntoView({ block: 'nearest' });
        goTo(threadId);
      });
    },
    [select, goTo, onReveal],
  );

  // What was asked from outside: once each.
  const done = useRef<CommentAsk | null>(null);
  useEffect(() => {
    if (!ask || ask === done.current || !surface) return;
    done.current = ask;
    begin(ask.kind, ask.typed);
  }, [ask, surface, begin]);

  // The thread that the address names.
  const wanted = useRef(new URLSearchParams(window.location.search).get('fil'));
  useEffect(() => {
    const id = wanted.current;
    if (!id || state.status !== 'ready' || !surface || !isReady) return;
    const thread = state.threads.find((one) => one.id === id);
    if (thread && !placed.some((one) => one.thread.id === id)) return;
    wanted.current = null;
    if (!thread) return show({ text: words.threadGone });
    toCard(id);
  }, [state, surface, isReady, placed, show, toCard]);

  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>('[data-thread]') : null;
      const id = mark?.dataset.thread;
      if (!id || !surface?.element.contains(mark)) return;
      onReveal();
      select(id);
      document.getElementById(`fil-${id}`)?.scrollIntoView({ block: 'nearest' });
    };
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || (event.key !== 'PageDown' && event.key !== 'PageUp')) return;
      if (visible.length === 0) return;
      event.preventDefault();
      const at = visible.findIndex(({ thread }) => thread.id === current);
      const step = event.key === 'PageDown' ? 1 : at < 0 ? 0 : -1;
      const next = visible[(at + step + visible.length) % visible.length];
      if (next) toCard(next.thread.id);
    };
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKey);
    };
  }, [surface, visible, current, select, toCard, onReveal]);

  if (!store || (state.status === 'loading' && placed.length === 0))
    return <p className="muted small panel-note">{words.loading}</p>;
  if (state.status === 'failed')
    return (
      <div className="note warning panel-note">
        <div>
          <p>{words.failed}</p>
          <button className="btn sm mt-2" type="button" onClick={() => void store.refresh()}>
            {words.retry}
          </button>
        </div>
      </div>
    );
  const mayComment = canInDocument({ access }, 'document.comment');
  const world: ThreadWorld = {
    me,
    access,
    now: new Date(),
    store,
    draftKey: (what) => draftKey(me.id, documentId, what),
    act,
    select,
    goTo,
    copyLink,
  };
  const end = () => {
    setComposing(null);
    surface?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back to the text from wherever one is in the panel.
    <div
      onKeyDown={({ key }) => {
        if (key === 'Escape') surface?.focus();
      }}
    >
      <PanelHead
        placed={placed}
        filter={filter}
        world={world}
        onFilter={(next) => {
          setFilter(next);
          setCurrent(null);
        }}
        onPick={mayComment ? () => setPicking(true) : null}
      />
      {mayComment && shown?.kind === 'reading' && surface && (
        <SelectionBar surface={surface} onBegin={(kind) => begin(kind, null)} />
      )}
      {isPicking && (
        <PassagePicker
          doc={room.doc}
          onCancel={() => {
            setPicking(false);
            surface?.focus();
          }}
          onChosen={(kind, chosen) => {
            setPicking(false);
            setComposing(compose(kind, chosen, null));
          }}
        />
      )}
      {visible.length === 0 && !composing && !isPicking && (
        <p className="muted small panel-note">
          {state.threads.length === 0 ? words.empty : words.emptyFilter}
        </p>
      )}
      <div ref={margin}>
        {composing && (
          <div data-beside={NEW_MARK}>
            <Composer key={composing.threadId} composing={composing} world={world} onDone={end} />
          </div>
        )}
        <Threads visible={visible} current={current} world={world} />
      </div>
    </div>
  );
}

function Threads({
  visible,
  current,
  world,
}: {
  visible: readonly PlacedThread[];
  current: string | null;
  world: ThreadWorld;
}) {
  return (
    <ol className="threads" aria-label={words.title}>
      {visible.map((one) => (
        <li key={one.thread.id} data-beside={one.thread.id}>
          <ThreadCard placed={one} isCurrent={one.thread.id === current} world={world} />
        </li>
      ))}
    </ol>
  );
}
