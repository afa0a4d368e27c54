import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, onTestFinished, test } from 'vitest';
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
    { length: 3 * availableParallelism() },
    () => new Worker('for (;;);', { eval: true }),
  );
  try {
    await read(lane, heavy, 2 * alone);
  } finally {
    await Promise.all(busy.map((worker) => worker.terminate()));
  }
});

test('[SC12] of what its thread could not read the log is told the kind and the place, not the words', async () => {
  const failed = await read(laneOf(1), new Uint8Array([0xff])).catch((error: unknown) => error);
  const told = toldError(failed);
  expect(told).toEqual({ type: 'Error', stack: expect.stringMatching(/^at /) });
});

/** A text of so many letters, each a struct of its own. */
function scattered(letters: number): Uint8Array {
  const doc = new Y.Doc();
  const words = new Y.XmlText();
  doc.getXmlFragment('default').insert(0, [words]);
  doc.transact(() => {
    for (let at = 0; at < letters; at++) words.insert(0, 'a');
  });
  return Y.encodeStateAsUpdate(doc);
}

/** Megabytes that we hold, and the most of them since: whoever has more than so many is told. */
function watchMemory() {
  const held = () => process.memoryUsage.rss() / 1024 / 1024;
  const watched = { before: held(), most: 0, held, onMore: (_more: number) => {} };
  const look = setInterval(() => {
    watched.most = Math.max(watched.most, held());
    watched.onMore(watched.most - watched.before);
  }, 20);
  onTestFinished(() => clearInterval(look));
  return watched;
}

test.for(['answered', 'given up'] as const)(
  '[SC21] what a heavy task took is the system’s again once its thread has gone, whether it was %s',
  {
    timeout: 60_000,
  },
  async (how) => {
    const lane = laneOf(1);
    const parts = [scattered(1_000_000)];
    const stop = new AbortController();
    const memory = watchMemory();
    if (how === 'given up') memory.onMore = (more) => more > 100 && stop.abort();
    const work = lane.run(
      { kind: 'read', reader: 'document', parts },
      { limitMs: 60_000, signal: stop.signal },
    );
    const outcome = await work.then(
      () => 'answered',
      (error) => (error instanceof AskerGone ? 'given up' : error),
    );
    expect(outcome).toBe(how);
    const most = Math.max(memory.most, memory.held());
    await lane.emptied();
    expect(most - memory.before).toBeGreaterThan(100);
    expect(memory.held() - memory.before).toBeLessThan((most - memory.before) / 2);
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
