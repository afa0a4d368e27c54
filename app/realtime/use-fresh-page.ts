import { useEffect, useRef } from 'react';
import { useRevalidator } from 'react-router';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import type { LiveRoom } from './live-room.ts';
import type { RoomState } from './room-state.ts';

/** Field of our awareness that tells the others under which title we see the document or board. */
const TITLE = 'title';

/**
 * Asks the server for the page again when it is out of date: a right that changed, or a title that somebody else changed.
 * The title lives in the database; awareness only whispers that it may have changed.
 */
export function useFreshPage(
  room: LiveRoom | null,
  state: RoomState,
  access: RoomAccess,
  title: string,
): void {
  const { revalidate } = useRevalidator();
  const asked = useRef(access === 'write');
  useEffect(() => {
    if (!room || state.save.state === 'opening' || state.save.state === 'closed') return;
    if (asked.current === state.canWrite) return;
    asked.current = state.canWrite;
    void revalidate();
  }, [room, state.canWrite, state.save.state, revalidate]);

  useEffect(() => {
    if (!room) return;
    const { awareness } = room;
    const seen = new Set([title]);
    awareness.setLocalStateField(TITLE, title);
    const onChange = () => {
      for (const other of awareness.getStates().values()) {
        const theirs: unknown = other[TITLE];
        // Each title is asked about once: somebody whose page is behind ours must not make us ask without end.
        if (typeof theirs !== 'string' || seen.has(theirs)) continue;
        seen.add(theirs);
        void revalidate();
      }
    };
    awareness.on('change', onChange);
    return () => awareness.off('change', onChange);
  }, [room, title, revalidate]);
}
