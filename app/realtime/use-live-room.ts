import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { type LiveRoom, openLiveRoom } from './live-room.ts';
import type { Renewed } from './renewed-copy.ts';
import { OPENING, type RoomState } from './room-state.ts';
import { whenOpened } from './when-opened.ts';

/**
 * The live room of a page, null on the server and until the page is mounted. It is opened once per room and person, and
 * anew when its clientID turns out to be somebody else's: `access` is only what the page knew first, the server says the rest.
 */
export function useLiveRoom(room: string, userId: string, access: RoomAccess): LiveRoom | null {
  const [opened, setOpened] = useState<LiveRoom | null>(null);
  const [opening, setOpening] = useState(0);
  const renewed = useRef<Renewed | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a right that changes later comes through the room itself.
  useEffect(() => {
    let live: LiveRoom | null = null;
    let isLeft = false;
    void whenOpened(userId).then(() => {
      if (isLeft) return;
      live = openLiveRoom({
        room,
        userId,
        access,
        renewed: renewed.current,
        onRenewed(held) {
          renewed.current = held;
          setOpening((count) => count + 1);
        },
      });
      renewed.current = null;
      setOpened(live);
    });
    return () => {
      isLeft = true;
      live?.destroy();
      setOpened(null);
    };
  }, [room, userId, opening]);
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
