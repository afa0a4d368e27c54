import { copyName } from './device-copies.ts';

/**
 * [K4] The generation of the room whose content this device holds. In the local storage and not beside the content: it must be
 * said before anything is loaded or sent.
 */
export interface HeldGeneration {
  /** 0 when nothing is held yet, or this browser keeps nothing. */
  readonly held: number;
  hold(generation: number): void;
}

const keyOf = (userId: string, room: string) => `${copyName(userId, room)}:generation`;

export function heldGeneration(userId: string, room: string): HeldGeneration {
  let held = 0;
  try {
    held = Number(localStorage.getItem(keyOf(userId, room))) || 0;
  } catch {
    // A browser that keeps nothing: the room is told that nothing is held, which is true.
  }
  return {
    get held() {
      return held;
    },
    hold(generation) {
      held = generation;
      try {
        if (generation > 0) localStorage.setItem(keyOf(userId, room), String(generation));
        else localStorage.removeItem(keyOf(userId, room));
      } catch {
        // As above.
      }
    },
  };
}
