import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { type LiveRoom, openLiveRoom } from './live-room.ts';
import { OPENING, type RoomState } from './room-state.ts';

/**
 * The live room of a page, null on the server and until the page is mounted. It is opened once per room and person:
 * `access` is only what the page knew first, the server says the rest.
 */
export function useLiveRoom(room: string, userId: string, access: RoomAccess): LiveRoom | null {
  const [opened, setOpened] = useState<LiveRoom | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a right that changes later comes through the room itself.
  useEffect(() => {
    const live = openLiveRoom({ room, userId, access });
    setOpened(live);
    return () => {
      live.destroy();
      setOpened(null);
    };
  }, [room, userId]);
  return opened;
}

/** Its state, always fresh. */
export function useRoomState(room: LiveRoom | null): RoomState {
  const subscribe = useCallback(
    (listener: () => void) => room?.subscribe(listener) ?? (() => undefined),
    [room],
  );
  return useSyncExternalStore(
    subscribe,
    () => room?.getState() ?? OPENING,
    () => OPENING,
  );
}
