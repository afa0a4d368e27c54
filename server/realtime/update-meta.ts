import type { ClockRange } from './clock-set.ts';

/** What an update brings: structs by client, and deletions. */
export interface UpdateMeta {
  readonly structs: readonly ClockRange[];
  readonly deletes: readonly ClockRange[];
  /** Structs and deletions, and plain values by the sixteen: what it costs to read, whatever it weighs in bytes. */
  readonly elements: number;
}
