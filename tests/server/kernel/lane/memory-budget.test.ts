import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AskerGone } from '#server/kernel/lane/lane.ts';
import {
  fitting,
  fittingBeside,
  type Holding,
  MemoryBudget,
  PROCESS_MOST_BYTES,
  processMostBytes,
} from '#server/kernel/lane/memory-budget.ts';

const MEBIBYTE = 1024 * 1024;

/** What has been given by now; whoever waits is not in it. */
async function given(asked: readonly Promise<Holding>[]): Promise<boolean[]> {
  const none = Symbol('none');
  return Promise.all(asked.map(async (one) => (await Promise.race([one, none])) !== none));
}

test('[SC21] limits are as they are written where there is room for them, and in proportion where there is not', () => {
  expect(fitting(80 * MEBIBYTE, 4_096 * MEBIBYTE)).toBe(80 * MEBIBYTE);
  expect(fitting(80 * MEBIBYTE, 512 * MEBIBYTE)).toBe(40 * MEBIBYTE);
  // Beside the heap there is less: 256 MB of it are the program's.
  expect(fittingBeside(80 * MEBIBYTE, 4_096 * MEBIBYTE)).toBe(80 * MEBIBYTE);
  expect(fittingBeside(96 * MEBIBYTE, 512 * MEBIBYTE)).toBe(32 * MEBIBYTE);
  expect(fittingBeside(80 * MEBIBYTE, 64 * MEBIBYTE)).toBe(10 * MEBIBYTE);
});

test('[SC21] a process may hold what the server leaves of twice its heap, and what is ordinary whatever it leaves', () => {
  const most = (held: number, heap: number) =>
    Math.round(processMostBytes(held * MEBIBYTE, heap * MEBIBYTE) / MEBIBYTE);
  expect(most(500, 512)).toBe(Math.round(0.9 * 1_024 + 64 - 500));
  expect(most(900, 512)).toBe(448);
  expect(most(500, 8_192)).toBe(Math.round(PROCESS_MOST_BYTES / MEBIBYTE));
});

test('[SC21] whoever finds no memory waits in order, and what is larger than all of it counts as all of it', async () => {
  const budget = new MemoryBudget(10);
  const first = await budget.hold(6);
  const waiting = [budget.hold(25), budget.hold(2)];
  expect(await given(waiting)).toEqual([false, false]);
  first.release();
  expect(await given(waiting)).toEqual([true, false]);
  (await waiting[0])?.release();
  expect(await given(waiting)).toEqual([true, true]);
});

test('[SC21] what is kept in case of more work is given back to who needs it, and not while it is needed itself', async () => {
  const budget = new MemoryBudget(10);
  const kept = await budget.hold(6);
  kept.spare(() => kept.release());
  kept.spare(null);
  const other = budget.hold(6);
  expect(await given([other])).toEqual([false]);
  kept.spare(() => kept.release());
  expect(await given([other])).toEqual([true]);
});

test('[SC21] who leaves while they wait holds up nobody', async () => {
  const budget = new MemoryBudget(10);
  const first = await budget.hold(6);
  const gone = new AbortController();
  const large = budget.hold(10, gone.signal);
  const small = budget.hold(4);
  expect(await given([small])).toEqual([false]);
  gone.abort();
  await expect(large).rejects.toBeInstanceOf(AskerGone);
  expect(await given([small])).toEqual([true]);
  first.release();
  await expect(budget.hold(1, gone.signal)).rejects.toBeInstanceOf(AskerGone);
});

test('[SC21] whatever is held, kept and given back, it is never more than there is, and nobody waits once all is given back', async () => {
  const step = fc.record({
    what: fc.constantFrom('hold', 'hold', 'release', 'spare'),
    bytes: fc.integer({ min: 1, max: 14 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const budget = new MemoryBudget(10);
      const held = new Map<Holding, number>();
      const asked: Promise<void>[] = [];
      const giveBack = (one: Holding) => {
        held.delete(one);
        one.release();
      };
      for (const { what, bytes } of steps) {
        const [oldest] = held.keys();
        if (what === 'hold')
          asked.push(budget.hold(bytes).then((one) => void held.set(one, Math.min(bytes, 10))));
        else if (oldest && what === 'release') giveBack(oldest);
        else oldest?.spare(() => giveBack(oldest));
        await Promise.resolve();
        expect([...held.values()].reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(10);
      }
      let left = asked.length;
      for (const one of asked) one.then(() => left--);
      while (left > 0 || held.size > 0) {
        for (const one of held.keys()) giveBack(one);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }),
  );
});
