import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBucket } from '#server/kernel/file/bucket.ts';
import { asStream } from '#server/kernel/file/byte-stream.ts';
import type { FileStore } from '#server/kernel/file/file-store.ts';
import { checkFileStore, openFileStore } from '#server/kernel/file/open-file-store.ts';
import { StoreAway } from '#server/kernel/file/store-away.ts';
import { StartRefusal } from '#server/kernel/start-refusal.ts';
import { type BucketServer, startBucketServer } from '#tests/support/operations/bucket-server.ts';

let server: BucketServer;
let folder: string;
beforeAll(async () => {
  server = await startBucketServer();
  folder = await mkdtemp(join(tmpdir(), 'cordee-store-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const MEBIBYTE = 1024 * 1024;
const streamOf = (...chunks: Uint8Array[]) => asStream(chunks);
/** What arrives, then a line that is cut. */
const cutAfter = (bytes: Uint8Array) =>
  asStream(
    (async function* () {
      yield bytes;
      throw new Error('aborted');
    })(),
  );
async function bytesOf(store: FileStore, key: string): Promise<Buffer | null> {
  const stored = await store.read(key);
  return stored && Buffer.from(await new Response(stored).arrayBuffer());
}
async function allOf<T>(given: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of given) all.push(one);
  return all;
}
const keysOf = async (store: FileStore) =>
  (await allOf(store.list())).toSorted((a, b) => (a.key < b.key ? -1 : 1));

describe.each([
  ['a folder', () => openFileStore({ s3: null }, folder)],
  ['a bucket', () => openFileStore({ s3: server.settings }, folder)],
])('[FS1] files in %s', (_name, open) => {
  let store: FileStore;
  beforeAll(async () => {
    store = await open();
  });

  test('what was put is read, counted, listed, and gone once it is removed', async () => {
    const bytes = randomBytes(300_000);
    await store.put('groupe/put.webp', bytes);
    expect(await bytesOf(store, 'groupe/put.webp')).toEqual(bytes);
    expect(await store.sizeOf('groupe/put.webp')).toBe(300_000);
    expect(await keysOf(store)).toEqual([{ key: 'groupe/put.webp', bytes: 300_000 }]);
    await store.remove('groupe/put.webp');
    await store.remove('groupe/put.webp');
    expect(await bytesOf(store, 'groupe/put.webp')).toBeNull();
    expect(await store.sizeOf('groupe/put.webp')).toBe(0);
    expect(await keysOf(store)).toEqual([]);
  });

  test('a long file is stored as it arrives, to the byte, and takes the place of what a crash left of it', async () => {
    const bytes = randomBytes(20 * MEBIBYTE + 17);
    await store.putStream('groupe/long', streamOf(randomBytes(21 * MEBIBYTE)));
    await store.putStream('groupe/long', streamOf(bytes.subarray(0, 9_000_000), bytes.subarray(9_000_000)));
    expect((await bytesOf(store, 'groupe/long'))?.equals(bytes)).toBe(true);
    expect(await keysOf(store)).toEqual([{ key: 'groupe/long', bytes: bytes.length }]);
    await store.remove('groupe/long');
    expect(await keysOf(store)).toEqual([]);
  });

  test('of a stream that fails nothing stays', async () => {
    const failing = store.putStream('groupe/cut', cutAfter(randomBytes(9 * MEBIBYTE)));
    await expect(failing).rejects.toThrow();
    expect(await bytesOf(store, 'groupe/cut')).toBeNull();
    expect(await keysOf(store)).toEqual([]);
  });

  test('[RS8] a file in pieces: each after the last, and of one that is cut what had come stays', async () => {
    const bytes = randomBytes(10 * MEBIBYTE);
    const neighbour = randomBytes(10);
    await store.append('groupe/pieces2', streamOf(neighbour));
    await store.append('groupe/pieces', streamOf(bytes.subarray(0, 9 * MEBIBYTE)));
    const cut = store.append('groupe/pieces', cutAfter(bytes.subarray(9 * MEBIBYTE, 9 * MEBIBYTE + 1_000)));
    await expect(cut).rejects.toThrow('aborted');
    const at = await store.sizeOf('groupe/pieces');
    expect(at).toBeGreaterThanOrEqual(9 * MEBIBYTE);
    await store.append('groupe/pieces', streamOf(bytes.subarray(at)));
    expect((await bytesOf(store, 'groupe/pieces'))?.equals(bytes)).toBe(true);
    expect(await keysOf(store)).toEqual([
      { key: 'groupe/pieces', bytes: bytes.length },
      { key: 'groupe/pieces2', bytes: 10 },
    ]);
    await store.remove('groupe/pieces');
    expect(await bytesOf(store, 'groupe/pieces2')).toEqual(neighbour);
    await store.remove('groupe/pieces2');
  });

  test('nothing is read of a file beyond what was asked', async () => {
    await store.putStream('groupe/head', streamOf(randomBytes(17 * MEBIBYTE)));
    const reader = (await store.read('groupe/head'))?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    await reader?.cancel();
    await store.remove('groupe/head');
  });

  test('it says that it is there', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });
});

test('[FS1] an upload goes on through another instance, even after two of them stored one piece, cut differently', async () => {
  const [one, other] = [
    await openFileStore({ s3: server.settings }, folder),
    await openFileStore({ s3: server.settings }, folder),
  ];
  const bytes = randomBytes(30_000);
  await one.append('groupe/deux', streamOf(bytes.subarray(0, 10_000)));
  // Both were at 10,000: the one that ends last had less of the piece.
  const piece = Promise.withResolvers<Uint8Array>();
  const late = one.append(
    'groupe/deux',
    asStream(
      (async function* () {
        yield await piece.promise;
      })(),
    ),
  );
  await other.append('groupe/deux', streamOf(bytes.subarray(10_000, 20_000)));
  await other.append('groupe/deux', streamOf(bytes.subarray(20_000, 24_000)));
  piece.resolve(bytes.subarray(10_000, 13_000));
  await late;
  for (const store of [other, one]) {
    const at = await store.sizeOf('groupe/deux');
    await store.append('groupe/deux', streamOf(bytes.subarray(at, at === 13_000 ? 22_000 : 30_000)));
  }
  expect((await bytesOf(other, 'groupe/deux'))?.equals(bytes)).toBe(true);
});

test('[FS3] a store that is away refuses by one name, keeps nothing half-stored, and takes again what comes once it is back', async () => {
  const store = await openFileStore({ s3: server.settings }, folder);
  await store.append('groupe/avant', streamOf(randomBytes(5_000)));
  await server.stop();
  const body = randomBytes(9 * MEBIBYTE);
  for (const asked of [
    () => store.put('groupe/absent', body),
    () => store.putStream('groupe/absent', streamOf(body)),
    () => store.append('groupe/avant', streamOf(body)),
    () => store.read('groupe/avant'),
    () => store.sizeOf('groupe/avant'),
    () => store.remove('groupe/avant'),
    () => store.ping(),
  ])
    await expect(asked()).rejects.toBeInstanceOf(StoreAway);
  // It may come back by itself: the start waits for nothing.
  await expect(checkFileStore(store, pino({ level: 'silent' }))).resolves.toBeUndefined();
  await server.start();
  expect(await store.sizeOf('groupe/absent')).toBe(0);
  expect(await store.sizeOf('groupe/avant')).toBe(5_000);
  await store.append('groupe/avant', streamOf(randomBytes(100)));
  expect(await store.sizeOf('groupe/avant')).toBe(5_100);
});

test.each([
  ['S3_BUCKET', { bucket: 'absent' }],
  ['S3_ACCESS_KEY', { accessKey: 'nobody' }],
])('[FS3] a wrong %s stops the start with one sentence', async (name, wrong) => {
  const store = await openFileStore({ s3: { ...server.settings, ...wrong } }, folder);
  const refusal = await checkFileStore(store, pino({ level: 'silent' })).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartRefusal);
  expect((refusal as StartRefusal).sentences).toEqual([expect.stringContaining(name)]);
});

test('[OP4] what stands in a bucket is put aside by its names, and nothing else is touched', async () => {
  const bucket = openBucket(server.settings);
  await bucket.put('a-ranger/un', randomBytes(3));
  await bucket.put('a-ranger/deux é.parts/000', randomBytes(4));
  await bucket.put('a-ranger-pas/trois', randomBytes(5));
  expect(await bucket.move('a-ranger/', 'range/')).toBe(2);
  const names = (await allOf(bucket.list(''))).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['range/deux é.parts/000', 'range/un', 'a-ranger-pas/trois']));
  expect(names.filter((name) => name.startsWith('a-ranger/'))).toEqual([]);
});
