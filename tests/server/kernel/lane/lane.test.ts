import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AskerGone, type Asking, Lane, LaneFull } from '#server/kernel/lane/lane.ts';

/** A piece of work that ends when it is told to. */
interface Piece {
  readonly by: string;
  readonly done: Promise<unknown>;
  hasBegun: boolean;
  end(): void;
}

function ask(lane: Lane, by: string, asking: Omit<Asking, 'by'> = {}): Piece {
  const ended = Promise.withResolvers<void>();
  const piece: Piece = {
    by,
    hasBegun: false,
    end: () => ended.resolve(),
    done: lane.run({ ...asking, by: { account: by } }, () => {
      piece.hasBegun = true;
      return ended.promise;
    }),
  };
  return piece;
}

describe('[R12] heavy work is shared by those who ask for it', () => {
  test('whoever comes waits for at most one piece of each other account, whatever was asked before', async () => {
    const steps = fc.array(
      fc.record({ by: fc.constantFrom('anna', 'boris', 'carla', 'mallory'), ends: fc.nat(9) }),
      {
        maxLength: 40,
      },
    );
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom(1, 2, Number.POSITIVE_INFINITY), async (asked, atOnce) => {
        const lane = new Lane({ waiting: 100, atOnce });
        const all: Piece[] = [];
        /** The first piece of an asker that waits, and what others had of the lane since it came to be the first. */
        const first = new Map<Piece, Set<Piece>>();
        const look = async () => {
          await turnOfTheLoop();
          const running = all.filter(({ hasBegun }) => hasBegun);
          expect(running.length).toBeLessThanOrEqual(atOnce);
          expect(new Set(running.map(({ by }) => by)).size).toBe(running.length);
          for (const piece of all) {
            const isFirst = all.find(({ by, hasBegun }) => by === piece.by && !hasBegun) === piece;
            if (!isFirst || running.some(({ by }) => by === piece.by)) continue;
            const seen = first.get(piece) ?? new Set<Piece>();
            first.set(piece, seen);
            for (const one of running) seen.add(one);
            for (const by of new Set(running.map((one) => one.by)))
              expect([...seen].filter((one) => one.by === by).length, by).toBeLessThanOrEqual(1);
          }
        };
        const end = async (nth: number) => {
          const running = all.filter(({ hasBegun }) => hasBegun);
          const piece = running[nth % running.length];
          if (!piece) return;
          piece.end();
          all.splice(all.indexOf(piece), 1);
          await look();
        };
        for (const { by, ends } of asked) {
          all.push(ask(lane, by));
          await look();
          if (ends < 5) await end(ends);
        }
        // Nobody is forgotten.
        for (let left = all.length; left > 0; left--) await end(0);
        expect(all).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('a few pieces of one asker wait, the next one is refused; others are not', async () => {
    const lane = new Lane({ waiting: 2, atOnce: 1 });
    const own = [ask(lane, 'mallory'), ask(lane, 'mallory'), ask(lane, 'mallory')];
    expect(lane.isFull({ account: 'mallory' })).toBe(true);
    await expect(ask(lane, 'mallory').done).rejects.toThrow(LaneFull);
    const patient = ask(lane, 'mallory', { isPatient: true });
    const other = ask(lane, 'anna');
    for (const { end } of [...own, patient, other]) end();
    await Promise.all([...own, patient, other].map(({ done }) => done));
    expect(lane.isFull({ account: 'mallory' })).toBe(false);
  });

  test('what waits is not begun once its asker is gone, and those behind it hear that they are nearer', async () => {
    const lane = new Lane({ waiting: 9 });
    const [gone, places] = [new AbortController(), [] as number[]];
    const running = ask(lane, 'anna');
    const left = ask(lane, 'anna', { signal: gone.signal });
    const last = ask(lane, 'anna', { onPlace: (before) => places.push(before) });
    gone.abort();
    await expect(left.done).rejects.toThrow(AskerGone);
    await expect(ask(lane, 'anna', { signal: gone.signal }).done).rejects.toThrow(AskerGone);
    running.end();
    last.end();
    await last.done;
    expect([left.hasBegun, places]).toEqual([false, [2, 1]]);
  });

  test('work that fails gives its turn on; a closed lane refuses what waits and what comes', async () => {
    const lane = new Lane({ waiting: 9 });
    const by = { account: 'anna' };
    const broken = lane.run({ by }, () => Promise.reject(new Error('broken')));
    const next = ask(lane, 'anna');
    const waiting = ask(lane, 'anna');
    await expect(broken).rejects.toThrow('broken');
    lane.close(new Error('stopping'));
    await expect(waiting.done).rejects.toThrow('stopping');
    await expect(ask(lane, 'anna').done).rejects.toThrow('stopping');
    next.end();
    await next.done;
  });
});
