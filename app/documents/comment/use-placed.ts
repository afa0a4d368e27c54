import { useEffect, useState } from 'react';
import type { ThreadJson } from '#shared/documents/comment/thread-wire.ts';
import type { CommentState } from '../../realtime/comment/comment-store.ts';
import type { LiveRoom } from '../../realtime/live-room.ts';
import { type PlacedThread, placeThreads } from './thread-order.ts';

/** Between two looks at where passages are, while somebody writes. */
const EVERY_MS = 300;

/** These threads in the order of the text as it is now. */
export function usePlaced(
  room: LiveRoom,
  isReady: boolean,
  { threads }: CommentState<ThreadJson>,
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
