import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byOrder, orderAt, rankIn, readOrder } from '#shared/boards/order.ts';

/** Inserts one thing after another at these ranks, and gives the keys in the order wanted. */
function insertAll(ranks: readonly number[]): string[] {
  const orders: string[] = [];
  for (const [at, rank] of ranks.entries()) {
    const index = rank % (orders.length + 1);
    orders.splice(index, 0, orderAt(orders, index, `card-${at}`));
  }
  return orders;
}

const increasing = (orders: readonly string[]) =>
  orders.every((order, at) => at === 0 || (orders[at - 1] ?? '') < order);

describe('keys between neighbours', () => {
  test('[B4] whatever the ranks, each insertion lands where it was asked', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 120, size: 'max' }), (ranks) => {
        const orders = insertAll(ranks);
        expect(increasing(orders)).toBe(true);
        expect(orders.map(readOrder)).toEqual(orders);
      }),
    );
  });

  test('[B4] 300 insertions in a row at the same second rank keep their order', () => {
    const orders = insertAll(Array.from({ length: 300 }, (_, at) => (at === 0 ? 0 : 1)));
    expect(increasing(orders)).toBe(true);
  });

  test('[B12] the same insertion gives the same key, two different cards in one gap seldom do', () => {
    expect(orderAt(['a0', 'a1'], 1, 'one')).toBe(orderAt(['a0', 'a1'], 1, 'one'));
    const ids = Array.from({ length: 60 }, (_, at) => `card-${at}`);
    for (const [siblings, index] of [
      [[], 0],
      [['a0'], 0],
      [['a0'], 1],
      [['a0', 'a1'], 1],
    ] as const) {
      expect(new Set(ids.map((id) => orderAt(siblings, index, id))).size).toBeGreaterThan(55);
    }
  });
});

describe('where there is no room', () => {
  const run = ['a1', 'a5', 'a5', 'a5', 'a9'];

  test.each([
    ['after', 2, 4],
    ['after', 3, 4],
    ['before', 2, 1],
    ['before', 3, 1],
    ['after', 1, 1],
    ['before', 4, 4],
  ] as const)(
    '[B4] leaning %s from rank %i, the run of equal keys is stepped over to rank %i',
    (lean, index, rank) => {
      const order = orderAt(run, index, 'x', lean);
      expect(run.filter((key) => key < order)).toHaveLength(rank);
      expect(run).not.toContain(order);
    },
  );

  test('[B4] a gap whose keys are as long as they may be is stepped over too', () => {
    const low = `a1${'0'.repeat(147)}1`;
    const order = orderAt([low, `a1${'0'.repeat(147)}2`, 'a2'], 1, 'x');
    expect(order > 'a1' && order < 'a2' && order > low).toBe(true);
    expect(readOrder(order)).toBe(order);
  });

  test('[B8] the outermost keys that read leave a place all the same', () => {
    const [lowest, highest] = [`B${'0'.repeat(25)}`, `y${'z'.repeat(25)}`];
    for (const siblings of [[lowest], [highest], [lowest, highest], [lowest, lowest], [highest, highest]]) {
      for (const index of siblings.keys()) {
        for (const lean of ['before', 'after'] as const) {
          const order = orderAt(siblings, index, 'x', lean);
          expect(readOrder(order)).toBe(order);
        }
      }
    }
  });

  test('[B8] no siblings of any key make an insertion throw, hang or give a key that does not read', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'019ABMYZabmyz'), maxLength: 170, size: 'max' });
    const keys = fc.array(fc.oneof(digits, fc.string(), fc.anything()), { maxLength: 12, size: 'max' });
    fc.assert(
      fc.property(keys, fc.nat(12), fc.constantFrom('after', 'before'), (raw, rank, lean) => {
        const siblings = raw.map(readOrder).sort();
        const order = orderAt(siblings, rankIn(siblings.length, rank), 'x', lean);
        expect(readOrder(order)).toBe(order);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['a0', 'a0'],
  ['a1V', 'a1V'],
  ['Zz', 'Zz'],
  ['b00', 'b00'],
  ['a00', 'a0'],
  ['a1V0', 'a0'],
  ['b0', 'a0'],
  ['a', 'a0'],
  ['', 'a0'],
  ['a1é', 'a0'],
  ['A0', 'a0'],
  ['z0', 'a0'],
  ['0a', 'a0'],
  [`a1${'V'.repeat(149)}`, 'a0'],
  [7, 'a0'],
  [null, 'a0'],
  [{ order: 'a1' }, 'a0'],
])('[B8] a stored key of %j reads as %s', (stored, read) => {
  expect(readOrder(stored)).toBe(read);
});

test('[B3] ties break by id, by code unit: no language decides', () => {
  const placed = ['é', 'b', 'B', 'a'].map((id) => ({ id, order: 'a1' }));
  const first = { id: 'z', order: 'Zz' };
  expect([...placed, first].sort(byOrder).map(({ id }) => id)).toEqual(['z', 'B', 'a', 'b', 'é']);
});

test.each([
  [undefined, 4],
  [0, 0],
  [4, 4],
  [9, 4],
  [-1, 0],
  [1.9, 1],
  [Number.NaN, 0],
  [Number.POSITIVE_INFINITY, 4],
])('[B4] a rank of %s among 4 is %i', (index, rank) => {
  expect(rankIn(4, index)).toBe(rank);
});
