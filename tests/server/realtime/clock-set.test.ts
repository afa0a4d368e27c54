import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClockSet } from '#server/realtime/clock-set.ts';

const ranges = fc.array(
  fc
    .record({
      client: fc.integer({ min: 1, max: 2 }),
      from: fc.integer({ min: 0, max: 40 }),
      size: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ client, from, size }) => ({ client, from, to: from + size })),
  { maxLength: 30 },
);

test('[R5] a set of clocks knows exactly what was put in, in any order', () => {
  fc.assert(
    fc.property(ranges, (added) => {
      const set = new ClockSet();
      const plain = new Map([1, 2].map((client) => [client, new Set<number>()]));
      for (const range of added) {
        set.add(range);
        for (let clock = range.from; clock < range.to; clock++) plain.get(range.client)?.add(clock);
      }
      let detached = 0;
      for (const [client, clocks] of plain) {
        let end = 0;
        while (clocks.has(end)) end++;
        expect(set.end(client)).toBe(end);
        let runs = 0;
        for (const clock of clocks) if (clock > 0 && !clocks.has(clock - 1)) runs++;
        expect(set.detachedOf(client)).toBe(runs);
        detached += runs;
        for (let from = 0; from < 50; from++) {
          for (let to = from + 1; to < 50; to += 7) {
            const all = Array.from({ length: to - from }, (_, i) => from + i).every((clock) =>
              clocks.has(clock),
            );
            expect(set.has({ client, from, to })).toBe(all);
          }
        }
      }
      expect(set.detached).toBe(detached);
      expect([...set.vector()].every(([client, end]) => set.end(client) === end)).toBe(true);
    }),
  );
});
