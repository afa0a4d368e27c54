import { join } from 'node:path';
import type { Logger } from 'pino';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import type { Env } from '../env.ts';
import { StartRefusal } from '../start-refusal.ts';
import { createBucketStore } from './bucket-store.ts';
import { BUCKET_FILES, type FileStore } from './file-store.ts';
import { createFolderStore } from './folder-store.ts';
import { StoreAway } from './store-away.ts';

/** The store of these settings: a bucket, whose client is loaded only then ([FS2]), or the folder of files. Nothing is asked of it yet. */
export async function openFileStore(env: Pick<Env, 's3'>, dataDir: string): Promise<FileStore> {
  if (env.s3 === null) return createFolderStore(join(dataDir, 'files'));
  const { openBucket } = await import('./bucket.ts');
  return createBucketStore(openBucket(env.s3), BUCKET_FILES);
}

/**
 * [FS3] Asks the store once, at the start. One that is silent comes back, and nothing else waits for it; one that refuses us never
 * will.
 * @throws {StartRefusal} for a bucket that is not there, or that these keys do not open.
 */
export async function checkFileStore(store: FileStore, log: Logger): Promise<void> {
  await store.ping().catch((error: unknown) => {
    if (error instanceof StoreAway && error.isRefusal) throw new StartRefusal(words.bucketRefused);
    log.error({ err: error }, 'the store of files does not answer');
  });
}
