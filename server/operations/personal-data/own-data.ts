import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import {
  expireOwnData,
  failOwnData,
  findOwnDataFile,
  finishOwnData,
  startOwnData,
  tellOwnData,
} from '#db/operations/personal-data/own-data-exports.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { madeFileQueues } from '../../kernel/file/made-files.ts';
import { storeWhileMade } from '../../kernel/file/store-while-made.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import { type OwnDataSources, writeOwnData } from './own-data-archive.ts';

/** Makes exports that were asked for. */
export const OWN_DATA_QUEUE = 'own-data';

/** What somebody takes away of what is known of them. */
export interface OwnDataExports {
  /** [PD2] An archive that is ready, for whoever asked for it; null for anybody else, and once it is over. */
  open(asked: {
    id: string;
    userId: string;
  }): Promise<{ body: ReadableStream<Uint8Array>; bytes: number } | null>;
}

interface Options {
  readonly db: Db;
  readonly store: Pick<FileStore, 'read'>;
  readonly now: () => Date;
}

/** Makes what pages ask of exports. */
export function createOwnDataExports({ db, store, now }: Options): OwnDataExports {
  return {
    async open(asked) {
      const file = await findOwnDataFile(db, { ...asked, now: now() });
      const body = file && (await store.read(file.storageKey));
      return body ? { body, bytes: file.bytes } : null;
    },
  };
}

interface QueueOptions extends Pick<OwnDataSources, 'db' | 'now'> {
  readonly store: FileStore;
  readonly log: Logger;
  /** What is made after the jobs have started. */
  readonly later: () => Pick<OwnDataSources, 'rooms' | 'conversions'>;
}

/** [PD1] [PD3] What exports need done: archives made, and removed once they are over. */
export function ownDataQueues({ db, store, log, now, later }: QueueOptions): JobQueue[] {
  return madeFileQueues({
    ...{ name: OWN_DATA_QUEUE, store, log, now, clearedAtMinute: 5 },
    start: (id) => startOwnData(db, { id }),
    make: (asked) => keep({ db, store, now, ...later() }, asked),
    fail: (which) => failOwnData(db, which),
    expire: (at) => expireOwnData(db, { now: at }),
  });
}

/** [PD1] Makes one archive, as it is made into the file store; false when it is no longer wanted. */
async function keep(
  sources: OwnDataSources & { readonly store: FileStore },
  { id, storageKey, userId }: { id: string; storageKey: string; userId: string },
): Promise<boolean> {
  const { db, store, now } = sources;
  const tell = (done: number, total: number) => tellOwnData(db, { id, done, total });
  const { made, bytes } = await storeWhileMade(store, storageKey, (send) =>
    writeOwnData(sources, { userId, send, tell }),
  );
  return made && (await finishOwnData(db, { id, storageKey, bytes, now: now() }));
}
