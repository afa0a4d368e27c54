import type { Logger } from 'pino';
import type { Database } from '#db/kernel/client.ts';
import { findRoomsToProject } from '#db/realtime/projections.ts';
import { findQuoted } from '#db/search/find-quoted.ts';
import { tellInstalled } from '#db/seed/install/told.ts';
import type { Mailer } from './kernel/mail/mailer.ts';
import { createSignature } from './kernel/signature.ts';
import { createUnsubscribeLinks } from './news/notification/unsubscribe-links.ts';
import { announcementQueue } from './programme/assessment/announcement-queue.ts';
import { DocWorkers } from './realtime/doc/doc-workers.ts';
import { LineageReader } from './realtime/log/lineage.ts';
import { packLogs } from './realtime/log/log-packing.ts';
import { NOBODY } from './realtime/log/stored-rooms.ts';
import { type ProjectionOptions, projectRoom } from './realtime/project-room.ts';
import { SyncMetrics } from './realtime/sync-metrics.ts';
import { reminderQueues } from './reminder-queues.ts';
import { wordQueue } from './search/word-queue.ts';

interface Settling {
  readonly log: Logger;
  readonly now: Date;
  readonly newId: () => string;
}

/** What is past when the demonstration is installed was mailed to nobody, and is not going to be. */
const NO_MAIL: Mailer = { send: async () => null };

/**
 * [DE6] Does at once what rounds of the server would find in a demonstration that was just installed, so that they find nothing: whoever
 * comes first sees it as it stays. `tests/server/rounds.test.ts` has every round look, and names the tables that one of them still changes.
 */
export async function settleDemonstration(database: Database, settling: Settling): Promise<void> {
  const { db } = database;
  const { log, newId } = settling;
  const now = () => settling.now;
  const workers = new DocWorkers(new SyncMetrics(() => NOBODY));
  const ofRooms = { database, workers, log, now };
  try {
    await projectRooms(ofRooms);
    await Promise.all([packLogs({ ...ofRooms, mayGoOn: () => true }), comeRound()]);
  } finally {
    await workers.close();
  }
  await tellInstalled(db, settling);

  async function comeRound(): Promise<void> {
    const signature = createSignature('nobody has these links');
    const given = {
      ...{ db, signature, origin: '', links: { origin: '', unsubscribe: createUnsubscribeLinks(signature) } },
      ...{ log, now, newId },
      mailer: () => NO_MAIL,
      rooms: () => ({ recheck: () => undefined }),
    };
    for (const queue of [...reminderQueues(given), announcementQueue(given), wordQueue(given)])
      if (queue.round) await queue.run(null);
  }
}

/** Makes the tables of the rooms that have none yet, and reads whose their letters are. */
async function projectRooms(of: Omit<ProjectionOptions, 'lineage'>): Promise<void> {
  const { db, run } = of.database;
  const now = of.now();
  const lineage = new LineageReader({ ...of, run, findQuoted: (asked) => findQuoted(db, { ...asked, now }) });
  for (const room of await findRoomsToProject(run, { before: now, limit: 1_000 }))
    await projectRoom({ ...of, lineage }, room, null);
}
