import type { RoomAccess } from '#shared/kernel/access/access.ts';
import type { Returned } from './absence.ts';

/** What is shown about the safety of what was typed; words and icons are in `save-state.tsx`. */
export type SaveState =
  /** Nothing was typed and nothing has come yet. */
  | { readonly state: 'opening' }
  /** The server has said that the last local change is in its database. */
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** `isKept`: the changes are on this device; else in this tab only. `code`: why, when the server has said it (1012, 1013). */
  | {
      readonly state: 'offline';
      readonly changes: number;
      readonly isKept: boolean;
      readonly code: number | null;
    }
  | {
      readonly state: 'readonly';
      readonly reason: string | null;
      readonly isConnected: boolean;
      readonly changes: number;
    }
  /** This page knows an older document schema than the server: it reads, and must be loaded again to write. */
  | { readonly state: 'outdated'; readonly changes: number }
  /** The server closed for good, with one of `CLOSE`. */
  | { readonly state: 'closed'; readonly code: number; readonly changes: number; readonly isKept: boolean };

/** What a page needs to know of its live room. Immutable: a new object at each change. */
export interface RoomState {
  readonly save: SaveState;
  /** Connected, over HTTP: something on the way refuses WebSockets. */
  readonly isFallback: boolean;
  /** The content is there, from the server or from this device. */
  readonly isReady: boolean;
  /** Whether an editor may be bound to the document now. Without connection, what was last known holds. */
  readonly canWrite: boolean;
  /** False once the server has taken the room away (4403, 4404): its content must be hidden. */
  readonly isAllowed: boolean;
  /** What the end of the last time without connection brought. */
  readonly returned: Returned | null;
}

export const OPENING: RoomState = {
  save: { state: 'opening' },
  isFallback: false,
  isReady: false,
  canWrite: false,
  isAllowed: true,
  returned: null,
};

/** Everything that `decideRoomState` looks at. */
export interface RoomFacts {
  readonly access: RoomAccess;
  readonly reason: string | null;
  readonly isOutdated: boolean;
  readonly closedWith: number | null;
  /** The server asked to come back later, with this code, and nothing has come since. */
  readonly sentAwayWith: number | null;
  readonly isHidden: boolean;
  readonly isConnected: boolean;
  /** The line in use, or to be opened next, is the HTTP fallback. */
  readonly isFallback: boolean;
  /** A first connection has succeeded or failed. */
  readonly wasTried: boolean;
  readonly isSynced: boolean;
  readonly isSettled: boolean;
  /** Changes that the server does not have. */
  readonly pending: number;
  /** … of which this device has this many: what was typed a moment ago is still on its way there. */
  readonly onDevice: number;
  /** This device keeps what is written. */
  readonly isKept: boolean;
  readonly hasContent: boolean;
  readonly returned: Returned | null;
}

/** [L1] « Enregistré » only when the server has everything; otherwise where the changes are. Pure. */
export function decideRoomState(facts: RoomFacts): RoomState {
  const isOver = facts.closedWith !== null;
  return {
    save: decideSave(facts),
    isFallback: facts.isFallback && facts.isConnected && !facts.isOutdated && !isOver,
    isReady: facts.hasContent,
    canWrite: facts.access === 'write' && !facts.isOutdated && !isOver,
    isAllowed: !facts.isHidden,
    returned: facts.returned,
  };
}

function decideSave(facts: RoomFacts): SaveState {
  const { pending, isKept, isConnected } = facts;
  // Only what is on the device is said to be kept there.
  const changes = isKept ? facts.onDevice : pending;
  if (facts.closedWith !== null) return { state: 'closed', code: facts.closedWith, changes, isKept };
  if (facts.isOutdated) return { state: 'outdated', changes };
  if (facts.access !== 'write') return { state: 'readonly', reason: facts.reason, isConnected, changes };
  if (!isConnected || facts.sentAwayWith !== null)
    return facts.wasTried || pending > 0
      ? { state: 'offline', changes, isKept, code: facts.sentAwayWith }
      : { state: 'opening' };
  if (facts.isSynced && facts.isSettled) return { state: 'saved' };
  // What is there already was written by nobody here.
  return { state: pending > 0 ? 'saving' : 'opening' };
}
