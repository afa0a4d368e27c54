import type { Db } from '#db/kernel/client.ts';
import { learnWords } from '#db/search/search-words.ts';
import type { JobQueue } from '../kernel/job/jobs.ts';

const AT_ONCE = 200;

/** [SE6] Every ten minutes, the words of what has changed are kept for slips of the keyboard. */
export function wordQueue({ db }: { db: Db }): JobQueue {
  return {
    name: 'search-words',
    round: { minutesAfterStart: 0, cron: '*/10 * * * *' },
    async run() {
      while ((await learnWords(db, { limit: AT_ONCE })) > 0);
    },
  };
}
