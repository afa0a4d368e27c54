import { backup as words } from '#shared/operations/backup/backup.fr.ts';
import type { BucketSettings } from '../../kernel/file/bucket-settings.ts';
import { createBucketStore } from '../../kernel/file/bucket-store.ts';
import { BUCKET_FILES, type FileStore } from '../../kernel/file/file-store.ts';
import { StoreAway } from '../../kernel/file/store-away.ts';
import { StartRefusal } from '../../kernel/start-refusal.ts';

/** The files of a restoration on their way into a bucket. */
export interface BucketRestoration {
  /** Where they wait, under names of their own. */
  readonly staged: FileStore;
  /** What was there aside, what waited into its place; under what names the former is, null for nothing. */
  exchange(): Promise<string | null>;
  /** Removes what still waits. */
  clear(): Promise<void>;
}

/** [OP4] A restoration into the bucket of these settings, as into folders: nothing that is there is touched before the end. Null for no bucket. */
export async function restoreBucket(
  settings: BucketSettings | null,
  stamp: string,
): Promise<BucketRestoration | null> {
  if (settings === null) return null;
  const { openBucket } = await import('../../kernel/file/bucket.ts');
  const bucket = openBucket(settings);
  const [waiting, aside] = [`restoring-${stamp}/`, `avant-restauration-${stamp}/`];
  return {
    staged: createBucketStore(bucket, waiting),
    async exchange() {
      try {
        const kept = await bucket.move(BUCKET_FILES, aside);
        await bucket.move(waiting, BUCKET_FILES);
        return kept > 0 ? `${settings.bucket}/${aside}` : null;
      } catch (error) {
        // The database is the new one already; the same command again ends it, from the same file.
        throw error instanceof StoreAway ? new StartRefusal(words.bucketHalfway) : error;
      }
    },
    async clear() {
      try {
        for await (const { name } of bucket.list(waiting)) await bucket.remove(name);
      } catch (error) {
        // A store that is away has been told of already.
        if (!(error instanceof StoreAway)) throw error;
      }
    },
  };
}
