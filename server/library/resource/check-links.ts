import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listLinksToCheck, saveLinkCheck } from '#db/library/resource/resource-links.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Outside } from '../../kernel/outside/outside.ts';

/** A night does not ask more of the web than that. */
const AT_ONCE = 500;
const DAY_MS = 24 * 3600 * 1000;
const WEEK_DAYS = 7;

interface Options {
  readonly db: Db;
  readonly outside: Pick<Outside, 'isOn' | 'check'>;
  readonly now: () => Date;
}

/** [RS15] Every night: asks each link of which nothing is known for a week, or which did not answer, whether it is still there. */
export function linkQueue({ db, outside, now }: Options): JobQueue {
  return {
    name: 'resource-links',
    round: { minutesAfterStart: 15, cron: '20 4 * * *' },
    async run() {
      if (!outside.isOn) return;
      const before = new Date(now().getTime() - WEEK_DAYS * DAY_MS);
      for (const { id, address } of await listLinksToCheck(db, { before, limit: AT_ONCE })) {
        const seen = await outside.check(address);
        const answer = { resourceId: id, address, isThere: seen.ok, now: now() };
        await inTransaction(db, (tx) => saveLinkCheck(tx, answer));
      }
    },
  };
}
