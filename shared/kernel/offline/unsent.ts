/** What only this device has. */
export interface Unsent {
  /** How many changes, by room; rooms without any are absent. */
  readonly changes: ReadonlyMap<string, number>;
  /** Rooms of which a copy is there that could not be read now: nobody knows what it holds. Empty for one whose room is not known either. */
  readonly unread: ReadonlySet<string>;
}

/** Whether a room has something that only this device has, as far as anybody knows. */
export const mayHold = ({ changes, unread }: Unsent, room: string): boolean =>
  unread.has(room) || (changes.get(room) ?? 0) > 0;

/** Nothing, and sure of it. */
export const NOTHING_UNSENT: Unsent = { changes: new Map(), unread: new Set() };
