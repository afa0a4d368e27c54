import type { Logger } from 'pino';
import { numberChanges } from '#db/changes.ts';
import type { Db } from '#db/client.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';

/** What looks again and again for what happened, to give it its place in the change feed. */
export interface ChangeRounds {
  /** Resolves when nothing is left to do for now. */
  run(): Promise<void>;
  /** Ends after what is being done. */
  stop(): Promise<void>;
}

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
}): ChangeRounds {
  let isStopping = false;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const numberAll = async () => {
    while (!isStopping && (await numberChanges(db, webhooks.tell)) > 0);
  };
  const look = () => {
    running = running.then(numberAll).catch((error: unknown) => log.error({ err: error }, 'changes'));
    return running;
  };
  const next = async () => {
    await look();
    if (!isStopping && everyMs !== null) timer = setTimeout(next, everyMs);
  };
  if (everyMs !== null) timer = setTimeout(next, everyMs);
  return {
    run: look,
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
