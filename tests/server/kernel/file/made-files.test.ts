import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { FileStore } from '#server/kernel/file/file-store.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import { madeFileQueues } from '#server/kernel/file/made-files.ts';

const NOW = new Date('2023-03-14T09:00:00Z');

async function newStore(): Promise<FileStore> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-made-files-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return createFolderStore(folder);
}

/** The two queues over a store, whose file is written as each attempt says; what they tell of those that could not be made. */
function queuesOver(store: FileStore, attempts: readonly ('made' | 'unwanted' | 'fails')[], isWanted = true) {
  const failed: unknown[] = [];
  const left = [...attempts];
  const [making, clearing] = madeFileQueues({
    name: 'own-data',
    store,
    log: pino({ level: 'silent' }),
    now: () => NOW,
    start: async () => (isWanted ? {} : null),
    async make({ storageKey }) {
      await store.put(storageKey, new Uint8Array(3));
      const attempt = left.shift();
      if (attempt === 'fails') throw new Error('no room');
      return attempt === 'made';
    },
    fail: async (which) => void failed.push(which),
    expire: async (at) => (at.getTime() === NOW.getTime() ? ['own-data/old.zip'] : []),
    clearedAtMinute: 7,
  });
  return { making, clearing, failed, left };
}

test.each([
  ['made', ['made'], 3, [], 0],
  ['no longer wanted when it is made', ['unwanted'], 0, [], 0],
  ['made at the third attempt', ['fails', 'fails', 'made'], 3, [], 0],
  ['given up after three', ['fails', 'fails', 'fails', 'made'], 0, [{ id: 'a' }], 1],
] as const)(
  '[PD3] of a file that is %s nothing else stays, and whoever asked is told',
  async (_what, attempts, bytes, told, left) => {
    const store = await newStore();
    const queues = queuesOver(store, attempts);
    await queues.making?.run({ id: 'a' });
    expect(await store.sizeOf('own-data/a.zip')).toBe(bytes);
    expect([queues.failed, queues.left.length]).toEqual([told, left]);
  },
);

test('[PD3] what nobody waits for any more is not begun', async () => {
  const store = await newStore();
  const queues = queuesOver(store, ['made'], false);
  await queues.making?.run({ id: 'a' });
  expect([await store.sizeOf('own-data/a.zip'), queues.left]).toEqual([0, ['made']]);
});

test('[PD3] the bytes of what is over go, and what was asked a day ago is given up', async () => {
  const store = await newStore();
  for (const key of ['own-data/old.zip', 'own-data/new.zip']) await store.put(key, new Uint8Array(3));
  const { clearing, failed } = queuesOver(store, []);
  await clearing?.run({});
  expect([await store.sizeOf('own-data/old.zip'), await store.sizeOf('own-data/new.zip')]).toEqual([0, 3]);
  expect(failed).toEqual([{ askedBefore: new Date('2023-03-13T09:00:00Z') }]);
});
