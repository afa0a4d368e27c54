import { byOrder, orderAt, rankIn } from '#shared/boards/order.ts';

/** A document among those of its folder. */
export interface Placed {
  readonly id: string;
  /** Its key in the order by hand; null while nobody has ordered it. */
  readonly order: string | null;
  readonly createdAt: Date;
}

/** [C3] The order by hand: those that were placed, by their keys, then the others as they were made. */
export function byHand(a: Placed, b: Placed): number {
  if (a.order !== null && b.order !== null) {
    return byOrder({ id: a.id, order: a.order }, { id: b.id, order: b.order });
  }
  if (a.order !== b.order) return a.order === null ? 1 : -1;
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}

/**
 * [C3] The keys to write so that `id` stands at `index` among the documents of its folder (`siblings`, it included or not):
 * its own, and those that its siblings lack.
 */
export function keysToPlace(
  siblings: readonly Placed[],
  id: string,
  index: number,
): ReadonlyMap<string, string> {
  const others = siblings.filter((sibling) => sibling.id !== id).sort(byHand);
  const keys: string[] = [];
  const written = new Map<string, string>();
  for (const other of others) {
    const key = other.order ?? orderAt(keys, keys.length, other.id);
    if (other.order === null) written.set(other.id, key);
    keys.push(key);
  }
  written.set(id, orderAt(keys, rankIn(keys.length, index), id));
  return written;
}
