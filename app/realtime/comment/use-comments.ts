import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { DiscussionJson } from '#shared/documents/comment/thread-wire.ts';
import type { LiveRoom } from '../live-room.ts';
import { type CommentState, type CommentStore, openComments } from './comment-store.ts';

const NOTHING = { threads: [], status: 'loading' } as const;

/** The threads at an address, live, null until the page is mounted. */
export function useComments<T extends DiscussionJson, R>(
  address: string,
  room: LiveRoom,
): CommentStore<T, R> | null {
  const [store, setStore] = useState<CommentStore<T, R> | null>(null);
  useEffect(() => {
    const opened = openComments<T, R>(address, room);
    setStore(opened);
    return () => {
      opened.destroy();
      setStore(null);
    };
  }, [address, room]);
  return store;
}

/** What is known of them, always fresh. */
export function useCommentState<T extends DiscussionJson, R>(
  store: CommentStore<T, R> | null,
): CommentState<T> {
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
