import * as Y from 'yjs';
import type { ClockSet } from './clock-set.ts';
import { readUpdate } from './read-update.ts';
import { encodeVector } from './room-state.ts';
import type { UpdateMeta } from './update-meta.ts';

/**
 * An update without the structs that are known already: a copy of them is of no use, and one that is not the same would
 * be a way to write in somebody else's name.
 */
export function withoutKnown(
  data: Uint8Array,
  meta: UpdateMeta,
  structs: ClockSet,
): { data: Uint8Array; meta: UpdateMeta } {
  const known = new Map<number, number>();
  for (const range of meta.structs) {
    const end = structs.has(range) ? range.to : structs.end(range.client);
    if (range.from < end) known.set(range.client, Math.max(end, known.get(range.client) ?? 0));
  }
  if (known.size === 0) return { data, meta };
  const rest = Y.diffUpdate(data, encodeVector(known));
  return { data: rest, meta: readUpdate(rest) };
}
