import type { Logger } from 'pino';
import { z } from 'zod';
import type { Db } from '#db/client.ts';
import {
  askOwnData,
  expireOwnData,
  failOwnData,
  findOwnDataFile,
  finishOwnData,
  startOwnData,
  tellOwnData,
} from '#db/own-data-exports.ts';
import type { PersonalDataError } from '#shared/personal-data/personal-data.ts';
import type { Result } from '#shared/result.ts';
import type { FileStore } from '../files/file-store.ts';
import { storeWhileMade } from '../files/store-while-made.ts';
import type { JobQueue, Jobs } from '../jobs/jobs.ts';
import { type OwnDataSources, writeOwnData } from './own-data-archive.ts';

const QUEUE = 'own-data';
const Asked = z.object({ id: z.string() });

/** What somebody takes away of what is known of them. */
export interface OwnDataExports {
  /** [PD1] Asks for an archive, made by a job. Refuses 'personalData.exportRunning'. */
  ask(userId: string): Promise<Result<void, PersonalDataError>>;
  /** [PD2] An archive that is ready, for whoever asked for it; null for anybody else, and once it is over. */
  open(asked: {
    id: string;
    userId: string;
  }): Promise<{ body: ReadableStream<Uint8Array>; bytes: number } | null>;
}

interface Options {
  readonly db: Db;
  readonly jobs: Pick<Jobs, 'send'>;
  readonly store: Pick<FileStore, 'read'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Makes what pages ask of exports. */
export function createOwnDataExports({ db, jobs, store, now, newId }: Options): OwnDataExports {
  return {
    ask(userId) {
      const id = newId();
      return askOwnData(db, { id, userId, now: now(), send: (tx) => jobs.send(tx, QUEUE, { id }) });
    },
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

/** A process that dies leaves its work to the next; work that fails three times is given up, and its owner is told. */
const RETRY = { retryLimit: 3, retryDelay: 30, retryBackoff: true };
const TRIES = 3;
const GIVEN_UP_MS = 24 * 3_600_000;

/** What exports need done: archives made, and removed once they are over. */
export function ownDataQueues(options: QueueOptions): JobQueue[] {
  return [ownDataQueue(options), ownDataClearing(options)];
}

/** [PD1] The work of the queue: makes one archive, as it is made into the file store. */
function ownDataQueue({ db, store, log, now, later }: QueueOptions): JobQueue {
  return {
    name: QUEUE,
    retry: RETRY,
    async run(data) {
      const { id } = Asked.parse(data);
      const started = await startOwnData(db, { id });
      if (!started) return;
      const storageKey = `own-data/${id}.zip`;
      for (let attempt = 1; ; attempt++) {
        try {
          const made = await keep({ db, store, now, ...later() }, { id, storageKey, userId: started.userId });
          if (!made) await store.remove(storageKey);
          return;
        } catch (error) {
          await store.remove(storageKey);
          if (attempt < TRIES) continue;
          log.error({ err: error, export: id }, 'the data of a person could not be gathered');
          await failOwnData(db, { id });
          return;
        }
      }
    },
  };
}

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

/** [PD3] Every hour, archives that are over are removed. */
function ownDataClearing({
  db,
  store,
  log,
  now,
}: Pick<QueueOptions, 'db' | 'store' | 'log' | 'now'>): JobQueue {
  return {
    name: 'own-data-clearing',
    round: { minutesAfterStart: 3, cron: '5 * * * *' },
    async run() {
      const at = now();
      await failOwnData(db, { askedBefore: new Date(at.getTime() - GIVEN_UP_MS) });
      const gone = await expireOwnData(db, { now: at });
      for (const key of gone) await store.remove(key);
      if (gone.length > 0) log.info({ removed: gone.length }, 'archives of personal data are over');
    },
  };
}
