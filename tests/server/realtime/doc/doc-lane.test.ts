import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { DocLane, TookTooLong } from '#server/realtime/doc/doc-lane.ts';
import type { DocTask } from '#server/realtime/doc/doc-worker.ts';
import { hostileUpdates } from '#tests/support/realtime/hostile-updates.ts';

const lanes: DocLane[] = [];
afterEach(() => Promise.all(lanes.splice(0).map((lane) => lane.close())));

function laneOf(mostThreads: number): DocLane {
  const lane = new DocLane({ mostThreads });
  lanes.push(lane);
  return lane;
}

function read(lane: DocLane, update: Uint8Array, limitMs = 60_000): Promise<unknown> {
  const task: DocTask = { kind: 'read', reader: 'document', parts: [update] };
  return new Promise((resolve, reject) => lane.run({ task, limitMs, resolve, reject }));
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
  await lane.close();
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

test('a lane that is closed answers nothing more', async () => {
  const lane = laneOf(1);
  lane.warm();
  await read(lane, page);
  await lane.close();
  await expect(read(lane, page)).rejects.toThrow('stopping');
});
