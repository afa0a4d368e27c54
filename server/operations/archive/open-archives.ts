import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import {
  expireOpenArchives,
  failOpenArchive,
  findOpenArchiveFile,
  finishOpenArchive,
  mayArchive,
  startOpenArchive,
  tellOpenArchive,
} from '#db/operations/archive/open-archives.ts';
import { findGroup, listGroupsForMember } from '#db/people/group/groups.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { madeFileQueues } from '../../kernel/file/made-files.ts';
import { storeWhileMade } from '../../kernel/file/store-while-made.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import { writeOpenArchive } from './write-archive.ts';
import type { ArchiveSources } from './write-group.ts';

/** Makes archives that were asked for. */
export const ARCHIVE_QUEUE = 'open-archives';

/** Archives in open formats, of a group or of the whole space. */
export interface OpenArchives {
  /** [OA5] [OA6] One that is ready, for whoever asked for it and may still have it; null for anybody else, and once it is over. */
  open(asked: {
    id: string;
    userId: string;
  }): Promise<{ body: ReadableStream<Uint8Array>; bytes: number; group: string | null } | null>;
}

interface Options {
  readonly db: Db;
  readonly store: Pick<FileStore, 'read'>;
  readonly now: () => Date;
}

/** Makes what pages ask of archives. */
export function createOpenArchives({ db, store, now }: Options): OpenArchives {
  return {
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

/** What archives need done: made, and removed once they are over. */
export function openArchiveQueues({ db, store, origin, log, now, later }: QueueOptions): JobQueue[] {
  return madeFileQueues({
    ...{ name: ARCHIVE_QUEUE, store, log, now, clearedAtMinute: 10 },
    start: (id) => startOpenArchive(db, { id }),
    make: (asked) => keep({ db, store, origin, now, ...later() }, asked),
    fail: (which) => failOpenArchive(db, which),
    expire: (at) => expireOpenArchives(db, { now: at }),
  });
}

/** [OA6] Makes one archive, as it is made into the file store; false when it is no longer wanted. */
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
  // [MV2] What an organisation keeps for itself is in nobody else’s hands.
  const groups = workingGroups(await listGroupsForMember(db, { userId, now: now() })).filter(
    (group) => groupId === null || group.id === groupId,
  );
  const tell = (done: number, total: number) => tellOpenArchive(db, { id, done, total });
  const { made, bytes } = await storeWhileMade(store, storageKey, (send) =>
    writeOpenArchive(sources, { userId, groups, isWhole: groupId === null, send, tell }),
  );
  return made && (await finishOpenArchive(db, { id, storageKey, bytes, now: now() }));
}
