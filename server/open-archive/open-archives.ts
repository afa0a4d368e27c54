import type { Logger } from 'pino';
import { z } from 'zod';
import type { Db } from '#db/client.ts';
import { findGroup, listGroupsForMember } from '#db/groups.ts';
import {
  askOpenArchive,
  expireOpenArchives,
  failOpenArchive,
  findOpenArchiveFile,
  finishOpenArchive,
  mayArchive,
  startOpenArchive,
  tellOpenArchive,
} from '#db/open-archives.ts';
import type { OpenArchiveError } from '#shared/open-archive/open-archive.ts';
import type { Result } from '#shared/result.ts';
import type { FileStore } from '../files/file-store.ts';
import { storeWhileMade } from '../files/store-while-made.ts';
import type { JobQueue, Jobs } from '../jobs/jobs.ts';
import { writeOpenArchive } from './write-archive.ts';
import type { ArchiveSources } from './write-group.ts';

const QUEUE = 'open-archives';
const Asked = z.object({ id: z.string() });

/** Archives in open formats, of a group or of the whole space. */
export interface OpenArchives {
  /** [OA6] Asks for an archive, made by a job. Refuses 'running'. The caller has checked `mayArchive`. */
  ask(asked: { userId: string; groupId: string | null }): Promise<Result<void, OpenArchiveError>>;
  /** [OA5] [OA6] One that is ready, for whoever asked for it and may still have it; null for anybody else, and once it is over. */
  open(asked: {
    id: string;
    userId: string;
  }): Promise<{ body: ReadableStream<Uint8Array>; bytes: number; group: string | null } | null>;
}

interface Options {
  readonly db: Db;
  readonly jobs: Pick<Jobs, 'send'>;
  readonly store: Pick<FileStore, 'read'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Makes what pages ask of archives. */
export function createOpenArchives({ db, jobs, store, now, newId }: Options): OpenArchives {
  return {
    ask(asked) {
      const id = newId();
      return askOpenArchive(db, { ...asked, id, now: now(), send: (tx) => jobs.send(tx, QUEUE, { id }) });
    },
    async open(asked) {
      const file = await findOpenArchiveFile(db, { ...asked, now: now() });
      const body = file && (await store.read(file.storageKey));
      if (!body) return null;
      const group = file.groupId && (await findGroup(db, file.groupId));
      return { body, bytes: file.bytes, group: group ? group.name : null };
    },
  };
}

interface QueueOptions extends Pick<ArchiveSources, 'db' | 'origin' | 'now'> {
  readonly store: FileStore;
  readonly log: Logger;
  /** What is made after the jobs have started. */
  readonly later: () => Pick<ArchiveSources, 'rooms' | 'conversions'>;
}

/** A process that dies leaves its work to the next; work that fails three times is given up, and whoever asked is told. */
const RETRY = { retryLimit: 3, retryDelay: 30, retryBackoff: true };
const TRIES = 3;
const GIVEN_UP_MS = 24 * 3_600_000;

/** What archives need done: made, and removed once they are over. */
export function openArchiveQueues(options: QueueOptions): JobQueue[] {
  return [makingQueue(options), clearingQueue(options)];
}

/** [OA6] The work of the queue: makes one archive, as it is made into the file store. */
function makingQueue({ db, store, origin, log, now, later }: QueueOptions): JobQueue {
  return {
    name: QUEUE,
    retry: RETRY,
    async run(data) {
      const { id } = Asked.parse(data);
      const started = await startOpenArchive(db, { id });
      if (!started) return;
      const storageKey = `open-archives/${id}.zip`;
      for (let attempt = 1; ; attempt++) {
        try {
          const sources = { db, store, origin, now, ...later() };
          if (!(await keep(sources, { id, storageKey, ...started }))) await store.remove(storageKey);
          return;
        } catch (error) {
          await store.remove(storageKey);
          if (attempt < TRIES) continue;
          log.error({ err: error, archive: id }, 'an open archive could not be made');
          await failOpenArchive(db, { id });
          return;
        }
      }
    },
  };
}

async function keep(
  sources: ArchiveSources & { readonly store: FileStore },
  {
    id,
    storageKey,
    userId,
    groupId,
  }: { id: string; storageKey: string; userId: string; groupId: string | null },
): Promise<boolean> {
  const { db, store, now } = sources;
  // Whoever was a facilitator when they asked may be none by now.
  if (!(await mayArchive(db, { userId, groupId, now: now() }))) {
    await failOpenArchive(db, { id });
    return false;
  }
  const groups = (await listGroupsForMember(db, { userId, now: now() })).filter(
    (group) => groupId === null || group.id === groupId,
  );
  const tell = (done: number, total: number) => tellOpenArchive(db, { id, done, total });
  const { made, bytes } = await storeWhileMade(store, storageKey, (send) =>
    writeOpenArchive(sources, { userId, groups, isWhole: groupId === null, send, tell }),
  );
  return made && (await finishOpenArchive(db, { id, storageKey, bytes, now: now() }));
}

/** [OA6] Every hour, archives that are over are removed. */
function clearingQueue({ db, store, log, now }: QueueOptions): JobQueue {
  return {
    name: 'open-archives-clearing',
    round: { minutesAfterStart: 4, cron: '10 * * * *' },
    async run() {
      const at = now();
      await failOpenArchive(db, { askedBefore: new Date(at.getTime() - GIVEN_UP_MS) });
      const gone = await expireOpenArchives(db, { now: at });
      for (const key of gone) await store.remove(key);
      if (gone.length > 0) log.info({ removed: gone.length }, 'open archives are over');
    },
  };
}
