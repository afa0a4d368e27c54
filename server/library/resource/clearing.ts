import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { deleteExpiredResources } from '#db/library/resource/resource-trash.ts';
import { trashLimit } from '#shared/documents/trash/trash.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Resources } from './resources.ts';

const AT_ONCE = 100;

interface Options {
  readonly db: Db;
  readonly resources: () => Pick<Resources, 'remove' | 'uploads'>;
  readonly log: Logger;
  readonly now: () => Date;
}

/** [RS10] [RS12] Every night: what has been in the trash for thirty days, and uploads of which nothing comes any more. */
export function resourceClearing({ db, resources, log, now }: Options): JobQueue {
  return {
    name: 'resource-clearing',
    round: { minutesAfterStart: 9, cron: '50 3 * * *' },
    async run() {
      for (;;) {
        const { count, gone } = await inTransaction(db, (tx) =>
          deleteExpiredResources(tx, { before: trashLimit(now()), limit: AT_ONCE }),
        );
        await resources().remove(gone);
        if (count > 0) log.info({ count }, 'resources deleted for good after thirty days in the trash');
        if (count < AT_ONCE) break;
      }
      const stale = await resources().uploads.clearStale();
      if (stale > 0) log.info({ stale }, 'uploads removed of which nothing has come for days');
    },
  };
}
