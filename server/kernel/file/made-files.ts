import type { Logger } from 'pino';
import { z } from 'zod';
import type { JobQueue } from '../job/jobs.ts';
import type { FileStore } from './file-store.ts';

/** A process that dies leaves its work to the next; work that fails three times is given up, and whoever asked is told. */
const RETRY = { retryLimit: 3, retryDelay: 30, retryBackoff: true };
const TRIES = 3;
const GIVEN_UP_MS = 24 * 3_600_000;
const Order = z.object({ id: z.string() });

/** Files that a job makes for whoever asked, and that are kept for some days. */
export interface MadeFiles<Asked> {
  /** Of the queue that makes them (the one that clears them bears its name too), of the folder of the store, and of what is said in the log. */
  readonly name: 'open-archives' | 'own-data';
  readonly store: FileStore;
  readonly log: Logger;
  readonly now: () => Date;
  /** What was asked, while it is still to be made; null when there is nothing to do. */
  start(id: string): Promise<Asked | null>;
  /** Makes it into the store under this key; false when it is no longer wanted. */
  make(asked: Asked & { readonly id: string; readonly storageKey: string }): Promise<boolean>;
  /** One could not be made, or those that were asked for before an instant were not. */
  fail(which: { id: string } | { askedBefore: Date }): Promise<void>;
  /** Takes away what is no longer kept; the keys of its bytes. */
  expire(at: Date): Promise<string[]>;
  /** When, in each hour, what is over goes. */
  readonly clearedAtMinute: number;
}

/** What such files need done: made, and removed once they are over. */
export function madeFileQueues<Asked extends object>(files: MadeFiles<Asked>): JobQueue[] {
  return [makingQueue(files), clearingQueue(files)];
}

function makingQueue<Asked extends object>({
  name,
  store,
  log,
  start,
  make,
  fail,
}: MadeFiles<Asked>): JobQueue {
  return {
    name,
    retry: RETRY,
    async run(data) {
      const { id } = Order.parse(data);
      const asked = await start(id);
      if (!asked) return;
      const storageKey = `${name}/${id}.zip`;
      for (let attempt = 1; ; attempt++) {
        try {
          if (!(await make({ ...asked, id, storageKey }))) await store.remove(storageKey);
          return;
        } catch (error) {
          await store.remove(storageKey);
          if (attempt < TRIES) continue;
          log.error({ err: error, file: storageKey }, 'a file that somebody asked for could not be made');
          await fail({ id });
          return;
        }
      }
    },
  };
}

function clearingQueue<Asked>({
  name,
  store,
  log,
  now,
  fail,
  expire,
  clearedAtMinute,
}: MadeFiles<Asked>): JobQueue {
  return {
    name: `${name}-clearing`,
    round: { minutesAfterStart: 3, cron: `${clearedAtMinute} * * * *` },
    async run() {
      const at = now();
      await fail({ askedBefore: new Date(at.getTime() - GIVEN_UP_MS) });
      const gone = await expire(at);
      for (const key of gone) await store.remove(key);
      if (gone.length > 0) log.info({ folder: name, removed: gone.length }, 'made files are over');
    },
  };
}
