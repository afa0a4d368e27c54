import type { NewAuthor } from './room-authors.ts';
import type { RoomCut } from './room-cut.ts';
import type { RoomState } from './room-state.ts';
import type { AwarenessEntry } from './wire.ts';

/** What a room needs of the rest. */
export interface RoomOptions<Room> {
  readonly open: (
    name: string,
  ) => Promise<{ state: RoomState; epoch: number; clients: ReadonlyMap<number, string> }>;
  /** Who owns these clientIDs by what the database says. */
  readonly ownersOf: (name: string, clientIds: readonly number[]) => Promise<readonly NewAuthor[]>;
  /** Something was received: the log must come and cut. */
  readonly onReceived: (room: Room, bytes: number) => void;
  /** What was cut waits again, so many bytes more, or fewer, than before: the log must come and cut. */
  readonly onPutBack: (room: Room, bytes: number) => void;
  /** A change of a reader was refused. */
  readonly onReadOnly: () => void;
  readonly onGrown: (room: Room) => void;
  /** A row of ours is in the log: the other instances may want to hear of it. */
  readonly onStored: (room: Room, seq: number, cut: RoomCut) => void;
  /** Those who are connected here have news of where they are. */
  readonly onPresence: (room: Room, entries: readonly AwarenessEntry[]) => void;
  /** Updates of this many bytes had to be given up. */
  readonly onUnmergeable: (room: Room, error: unknown, bytes: number) => void;
}
