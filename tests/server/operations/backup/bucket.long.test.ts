import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnv } from '#server/kernel/env.ts';
import { openBucket } from '#server/kernel/file/bucket.ts';
import { asStream } from '#server/kernel/file/byte-stream.ts';
import type { FileStore } from '#server/kernel/file/file-store.ts';
import { openFileStore } from '#server/kernel/file/open-file-store.ts';
import { TEMPLATE } from '#tests/support/database.ts';
import { emptyMachine, freshFolder, runCommand } from '#tests/support/operations/backups.ts';
import { type BucketServer, startBucketServer } from '#tests/support/operations/bucket-server.ts';

const cleanups: (() => Promise<unknown>)[] = [];
let bucket: BucketServer;
let inBucket: Record<string, string>;
let folder: string;
/** The backup of it. */
let file: string;
const SHORT = Buffer.from('quelques octets, é');
/** More than one object of a bucket holds, when it comes as a whole. */
const LONG = Buffer.alloc(9_000_000, 'un fichier de plusieurs morceaux');

beforeAll(async () => {
  bucket = await startBucketServer();
  cleanups.push(() => bucket.close());
  inBucket = { ...(await emptyMachine(cleanups, 'postgres', TEMPLATE)), ...bucket.variables };
  const store = await storeOf(inBucket);
  await store.put('groupe/court.webp', SHORT);
  for (const piece of [LONG.subarray(0, 4_000_000), LONG.subarray(4_000_000)])
    await store.append('groupe/long', asStream([piece]));
  folder = await freshFolder(cleanups);
  file = join(folder, 'un.cordee');
  expect(await runCommand('back-up', inBucket, file)).toMatchObject({ code: 0, err: '' });
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const storeOf = (machine: Record<string, string>): Promise<FileStore> =>
  openFileStore(readEnv(machine), machine.DATA_DIR ?? '');

async function contentOf(machine: Record<string, string>): Promise<Record<string, Buffer>> {
  const store = await storeOf(machine);
  const found: Record<string, Buffer> = {};
  for await (const { key } of store.list())
    found[key] = Buffer.from(await new Response(await store.read(key)).arrayBuffer());
  return found;
}

test('[FS4] files of a bucket are in the backup, restore to a folder, and from there into a bucket again, what was there kept aside', async () => {
  const second = join(folder, 'deux.cordee');
  const onFolder = await emptyMachine(cleanups);
  expect(await runCommand('restore', onFolder, file)).toMatchObject({ code: 0, err: '' });
  expect(await contentOf(onFolder)).toEqual({ 'groupe/court.webp': SHORT, 'groupe/long': LONG });

  expect(await runCommand('back-up', onFolder, second)).toMatchObject({ code: 0, err: '' });
  await (await storeOf(inBucket)).put('groupe/de-plus', SHORT);
  const restored = await runCommand('restore', inBucket, second, '--replace');
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(restored.out).toContain('cordee/avant-restauration-');
  expect(await contentOf(inBucket)).toEqual({ 'groupe/court.webp': SHORT, 'groupe/long': LONG });
  const names: string[] = [];
  for await (const { name } of openBucket(bucket.settings).list('')) names.push(name);
  expect(names.some((name) => /^avant-restauration-\S+\/groupe\/de-plus$/.test(name))).toBe(true);
  expect(names.filter((name) => name.startsWith('restoring-'))).toEqual([]);
});

test('[FS4] a store that is away refuses backup and restoration in one sentence, and nothing is changed', async () => {
  const before = await contentOf(inBucket);
  await bucket.stop();
  for (const [command, ...args] of [
    ['back-up', join(folder, 'quatre.cordee')],
    ['restore', file, '--replace'],
  ] as const) {
    const refused = await runCommand(command, inBucket, ...args);
    expect(refused.code).toBe(1);
    expect(refused.err.trim()).toMatch(/^Le stockage S3 ne répond pas[^\n]*$/);
  }
  await bucket.start();
  expect(await contentOf(inBucket)).toEqual(before);
});
