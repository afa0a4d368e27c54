import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveRoom } from '../../realtime/live-room.ts';
import { type CommentState, type CommentStore, openComments } from './comment-store.ts';
import { type PlacedThread, placeThreads } from './thread-order.ts';

/** Between two looks at where passages are, while somebody writes. */
const EVERY_MS = 300;
const NOTHING: CommentState = { threads: [], status: 'loading' };

/** The threads of a document, live, null until the page is mounted. */
export function useComments(documentId: string, room: LiveRoom): CommentStore | null {
  const [store, setStore] = useState<CommentStore | null>(null);
  useEffect(() => {
    const opened = openComments(documentId, room);
    setStore(opened);
    return () => {
      opened.destroy();
      setStore(null);
    };
  }, [documentId, room]);
  return store;
}

/** What is known of them, always fresh. */
export function useCommentState(store: CommentStore | null): CommentState {
  const subscribe = useCallback(
    (listener: () => void) => store?.subscribe(listener) ?? (() => undefined),
    [store],
  );
  return useSyncExternalStore(
    subscribe,
    () => store?.getState() ?? NOTHING,
    () => NOTHING,
  );
}

/** These threads in the order of the text as it is now. */
export function usePlaced(
  room: LiveRoom,
  isReady: boolean,
  { threads }: CommentState,
): readonly PlacedThread[] {
  const [placed, setPlaced] = useState<readonly PlacedThread[]>([]);
  useEffect(() => {
    if (!isReady) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      setPlaced(placeThreads(room.doc, threads));
    };
    const onUpdate = () => {
      timer ??= setTimeout(look, EVERY_MS);
    };
    look();
    room.doc.on('update', onUpdate);
    return () => {
      room.doc.off('update', onUpdate);
      clearTimeout(timer);
    };
  }, [room, isReady, threads]);
  return placed;
}
