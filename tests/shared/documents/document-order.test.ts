import { expect, test } from 'vitest';
import { byHand, keysToPlace, type Placed } from '#shared/documents/document-order.ts';

const at = (day: number) => new Date(Date.UTC(2023, 2, day));
const made = (id: string, day: number, order: string | null = null): Placed => ({
  id,
  order,
  createdAt: at(day),
});

function apply(siblings: readonly Placed[], keys: ReadonlyMap<string, string>): Placed[] {
  return siblings.map((one) => ({ ...one, order: keys.get(one.id) ?? one.order })).sort(byHand);
}

test('[C3] documents that nobody ordered stand as they were made', () => {
  expect([made('b', 2), made('a', 1), made('c', 3)].sort(byHand).map(({ id }) => id)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('[C3] a document stands where it was put, whatever was ordered before, and the others keep their order', () => {
  let documents = ['a', 'b', 'c', 'd', 'e'].map((id, index) => made(id, index));
  const order = () => documents.map(({ id }) => id).join('');
  const place = (id: string, index: number) => {
    documents = apply(documents, keysToPlace(documents, id, index));
  };
  place('d', 0);
  expect(order()).toBe('dabce');
  place('a', 4);
  expect(order()).toBe('dbcea');
  place('e', 1);
  expect(order()).toBe('debca');
  documents = [...documents, made('f', 9)].sort(byHand);
  expect(order()).toBe('debcaf');
  place('f', 2);
  expect(order()).toBe('defbca');
  for (let round = 0; round < 200; round += 1) place(order()[5] ?? '', 0);
  expect(new Set(order()).size).toBe(6);
});

test('[C3] two people who move at once leave everybody once, in one order for all', () => {
  const documents = ['a', 'b', 'c'].map((id, index) => made(id, index, `a${index}`));
  const one = keysToPlace(documents, 'a', 2);
  const two = keysToPlace(documents, 'c', 0);
  const merged = apply(apply(documents, one), two);
  expect(merged.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});
