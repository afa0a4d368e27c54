import { expect, test } from 'vitest';
import { KIND_NAMES } from '#shared/kinds.ts';
import { withDb } from '#tests/support/database.ts';
import { find, WORD } from '#tests/support/search/search.ts';
import { searchWorld } from '#tests/support/search/search-world.ts';

test('[SE4] everybody finds exactly what they may read elsewhere: every kind, every way to stand towards it', () =>
  withDb(async (db) => {
    const { readers, readableBy } = await searchWorld(db);
    const sizes: Record<string, number> = {};
    const kinds = new Set<string>();
    for (const [name, userId] of Object.entries(readers)) {
      const { items, counts } = await find(db, userId, WORD);
      const found = items.map(({ kind, id }) => `${kind}:${id}`);
      expect(found.sort(), name).toEqual((await readableBy(userId)).sort());
      expect(
        Object.values(counts).reduce((sum, count) => sum + count, 0),
        name,
      ).toBe(found.length);
      sizes[name] = found.length;
      for (const { kind } of items) kinds.add(kind);
    }
    // The other rights do say no: the comparison would pass on nothing at all.
    expect(sizes).toMatchObject({
      facilitator: 26,
      'platform admin': 45,
      contributor: 23,
      ended: 9,
      outsider: 9,
      suspended: 0,
    });
    // Whoever adds a kind adds it to this world.
    expect([...kinds].sort()).toEqual([...KIND_NAMES].sort());
  }));
