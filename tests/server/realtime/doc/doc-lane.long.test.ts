import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { AskerGone } from '#server/kernel/lane/lane.ts';
import { toldError } from '#server/kernel/told-error.ts';
import { DocLane, TookTooLong } from '#server/realtime/doc/doc-lane.ts';
import { hostileUpdates } from '#tests/support/realtime/hostile-updates.ts';

const STOPPING = new Error('the server is stopping');
const lanes: DocLane[] = [];
afterEach(() => Promise.all(lanes.splice(0).map((lane) => lane.close(STOPPING))));

function laneOf(mostThreads: number): DocLane {
  const lane = new DocLane({ mostThreads });
  lanes.push(lane);
  return lane;
}

function read(lane: DocLane, update: Uint8Array, limitMs = 60_000): Promise<unknown> {
  return lane.run({ kind: 'read', reader: 'document', parts: [update] }, { limitMs });
}

const page = Y.encodeStateAsUpdate(new Y.Doc());
/** Keeps whoever reads it busy for far longer than the rest of the test takes. */
const hostile = hostileUpdates.conflicts(60_000);

test('[R8] a document that takes long to read holds up no other page', async () => {
  const lane = laneOf(2);
  const ended: string[] = [];
  const slow = read(lane, hostile).catch(() => ended.push('hostile'));
  await Promise.all(['one', 'two'].map((name) => read(lane, page).then(() => ended.push(name))));
  expect(ended).toEqual(['one', 'two']);
  await lane.close(STOPPING);
  await slow;
  expect(ended).toEqual(['one', 'two', 'hostile']);
});

test('[R8] a reading that takes too long is given up, and its thread with it', async () => {
  const lane = laneOf(1);
  const slow = expect(read(lane, hostile, 200)).rejects.toThrow(TookTooLong);
  const after = read(lane, page);
  await slow;
  await after;
  expect(lane.isBusy).toBe(false);
});

test('[R8] its time is that of the processor: on a machine that is busy with others a reading is given up no sooner', async () => {
  const lane = laneOf(1);
  const heavy = hostileUpdates.conflicts(3_000);
  await read(lane, page);
  const begun = performance.now();
  await read(lane, heavy);
  const alone = performance.now() - begun;
  const busy = Array.from(
    { length: 8 * availableParallelism() },
    () => new Worker('for (;;);', { eval: true }),
  );
  try {
    // Eight others a core make it nine times as long by the clock; what they push out of the caches costs it time of its own.
    await read(lane, heavy, 7 * alone);
  } finally {
    await Promise.all(busy.map((worker) => worker.terminate()));
  }
});

test('[SC12] of what its thread could not read the log is told the kind and the place, not the words', async () => {
  const failed = await read(laneOf(1), new Uint8Array([0xff])).catch((error: unknown) => error);
  const told = toldError(failed);
  expect(told).toEqual({ type: 'Error', stack: expect.stringMatching(/^at /) });
});

test.for(['answered', 'given up'] as const)(
  '[SC21] where memory is short, what a heavy task took is the system’s again once its thread has gone, whether it was %s',
  async (how) => {
    const script = ['--max-old-space-size=512', 'tests/support/realtime/heavy-thread.ts', how];
    const { stdout } = await promisify(execFile)(process.execPath, script);
    const { outcome, before, most, after } = JSON.parse(stdout) as Record<string, number | string>;
    expect(outcome).toBe(how);
    const taken = Number(most) - Number(before);
    expect(taken).toBeGreaterThan(100);
    expect(Number(after) - Number(before)).toBeLessThan(taken / 2);
  },
);

test('a lane that is closed answers nothing more', async () => {
  const lane = laneOf(1);
  lane.warm();
  await read(lane, page);
  await lane.close(STOPPING);
  await expect(read(lane, page)).rejects.toThrow('stopping');
});

test('[R12] what nobody waits for any more ends with its thread; what waited behind it goes on', async () => {
  const lane = laneOf(1);
  const [first, second] = [new AbortController(), new AbortController()];
  const given = (signal: AbortSignal) =>
    lane.run({ kind: 'read', reader: 'document', parts: [hostile] }, { limitMs: 60_000, signal });
  const left = [given(first.signal), given(second.signal)].map((one) =>
    expect(one).rejects.toThrow(AskerGone),
  );
  const after = read(lane, page);
  second.abort();
  first.abort();
  await Promise.all([...left, after]);
  await expect(given(first.signal)).rejects.toThrow(AskerGone);
});
