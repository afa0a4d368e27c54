import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { numberChanges } from '#db/operations/change/changes.ts';
import { type Rounds, startRounds } from '../../kernel/job/rounds.ts';
import type { Webhooks } from '../webhook/webhooks.ts';

/** [CF2] Gives what was committed its place in the change feed, some seconds after. Several processes share the work. */
export function startChangeRounds({
  db,
  webhooks,
  log,
  everyMs,
}: {
  readonly db: Db;
  /** Told of each line, in the transaction that gives it its place. */
  readonly webhooks: Pick<Webhooks, 'tell'>;
  readonly log: Logger;
  /** Between two looks; null for a caller that runs the rounds itself. */
  readonly everyMs: number | null;
}): Rounds {
  return startRounds({
    async look(isStopping) {
      while (!isStopping() && (await numberChanges(db, webhooks.tell)) > 0);
    },
    onError: (error) => log.error({ err: error }, 'changes'),
    everyMs,
  });
}
