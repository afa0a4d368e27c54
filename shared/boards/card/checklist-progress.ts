import type { Card } from '../board.ts';

/** How many steps of a card are done, over all its lists. */
export function progressOf({ checklists }: Pick<Card, 'checklists'>): { done: number; total: number } {
  let [done, total] = [0, 0];
  for (const { items } of checklists) {
    total += items.length;
    for (const item of items) if (item.done) done += 1;
  }
  return { done, total };
}
