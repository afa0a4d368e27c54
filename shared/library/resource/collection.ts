import { byOrder, orderAt } from '../../boards/order.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

export const COLLECTION_MAX = 200;

/** A resource in a collection: its id, and its key in the order by hand. */
interface Placed {
  readonly id: string;
  readonly order: string;
}

/** [RS13] The key of a resource that comes in at the end. */
export function keyAtEnd(
  items: readonly Placed[],
  id: string,
): Result<string, 'collection.already' | 'collection.full'> {
  if (items.some((item) => item.id === id)) return fail('collection.already');
  if (items.length >= COLLECTION_MAX) return fail('collection.full');
  const keys = [...items].sort(byOrder).map(({ order }) => order);
  return ok(orderAt(keys, keys.length, id));
}

/** [RS13] The key that brings a resource one step up (-1) or down (1); null at the end of its way, or when it is not there. */
export function keyOneStep(items: readonly Placed[], id: string, step: -1 | 1): string | null {
  const sorted = [...items].sort(byOrder);
  const from = sorted.findIndex((item) => item.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= sorted.length) return null;
  const others = sorted.filter((item) => item.id !== id).map(({ order }) => order);
  return orderAt(others, to, id);
}
