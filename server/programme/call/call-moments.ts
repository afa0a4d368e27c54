import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listUntoldMoments } from '#db/programme/call/call-moments.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import { tellProgramme } from '../tell-programme.ts';

/** [NO18] Tells, some minutes after at the latest, that a call has opened or closed. */
export function callMomentQueue({ db, now }: { readonly db: Db; readonly now: () => Date }): JobQueue {
  return {
    name: 'call-moments',
    round: { minutesAfterStart: 2, cron: '*/5 * * * *' },
    run: () =>
      inTransaction(db, async (tx) => {
        for (const { verb, callId: objectId, id } of await listUntoldMoments(tx, now()))
          await tellProgramme({ tx, by: null, now: now(), newId: () => id }, { verb, objectId });
      }),
  };
}
