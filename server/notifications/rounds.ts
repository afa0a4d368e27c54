import type { Logger } from 'pino';
import { tellAssignments } from '#db/card-assignments.ts';
import type { Db } from '#db/client.ts';
import { listEdited, type NewlyNamed, tellEdits } from '#db/document-edits.ts';
import { TellingFailed, tellNext } from '#db/notification-fan-out.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { LetterLinks } from './letters.ts';
import { mailNews } from './mail-out.ts';

/** What looks again and again for people to tell. */
export interface NotificationRounds {
  /** Resolves when nothing is left to do for now. */
  run(): Promise<void>;
  /** Ends after what is being done. */
  stop(): Promise<void>;
}

interface RoundsOptions {
  readonly db: Db;
  readonly mailer: Mailer;
  readonly links: LetterLinks;
  readonly newlyNamed: NewlyNamed;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Between two looks; null for a caller that runs the rounds itself. */
  readonly everyMs: number | null;
}

/** Then mails have their turn, however much happens. */
const TOLD_MAX = 200;
const ROOMS_EVERY_MS = 20_000;

/**
 * [NO1] Tells people what happened, some seconds after. What is to be done is in the database only, so that a process that dies
 * leaves it to the next one, and several share it.
 */
export function startNotificationRounds({
  db,
  mailer,
  links,
  newlyNamed,
  log,
  now,
  newId,
  everyMs,
}: RoundsOptions): NotificationRounds {
  /** Left alone until the next start, and seen in the journal. */
  const failed: string[] = [];
  let isStopping = false;
  let readAt = 0;

  async function tellSome(): Promise<void> {
    for (let told = 0; told < TOLD_MAX && !isStopping; told++) {
      try {
        if (!(await tellNext(db, { now: now(), newId, except: failed }))) return;
      } catch (error) {
        if (!(error instanceof TellingFailed)) throw error;
        failed.push(error.activityId);
        log.error({ err: error }, 'an activity could not be told');
      }
    }
  }

  /** A text that cannot be read at this moment is told all the same. */
  const namedOrNobody: NewlyNamed = (documentId, stretch) =>
    newlyNamed(documentId, stretch).catch((error: unknown) => {
      log.error({ err: error, documentId }, 'whom a text names');
      return [];
    });

  /** Live rooms write no activities: what happened in them is read from what they left in the database. */
  async function readRooms(): Promise<void> {
    const at = now();
    if (at.getTime() - readAt < ROOMS_EVERY_MS) return;
    readAt = at.getTime();
    for (const documentId of await listEdited(db))
      await tellEdits(db, { documentId, now: now(), newId, newlyNamed: namedOrNobody });
    await tellAssignments(db, { now: now(), newId });
  }

  const run = async () => {
    await readRooms();
    await tellSome();
    await mailNews({ db, mailer: () => mailer, links, now });
  };
  let running = Promise.resolve();
  const look = () => {
    running = running.then(run).catch((error: unknown) => log.error({ err: error }, 'notifications'));
    return running;
  };
  let timer: NodeJS.Timeout | undefined;
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
