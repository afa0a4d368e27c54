import type { Logger } from 'pino';
import { tellAssignments } from '#db/boards/card/card-assignments.ts';
import { listEdited } from '#db/documents/document-edits.ts';
import type { Db } from '#db/kernel/client.ts';
import { TellingFailed, tellNext } from '#db/news/notification/notification-fan-out.ts';
import { type NewlyNamed, tellEdits } from '../../documents/document-edits.ts';
import { type Rounds, startRounds } from '../../kernel/job/rounds.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import type { LetterLinks } from './letters.ts';
import { mailNews } from './mail-out.ts';

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
  /** [NO11] Between two mails to one person; tests do not wait. */
  readonly apartMs?: number;
}

/** Then mails have their turn, however much happens. */
const TOLD_MAX = 200;
const ROOMS_EVERY_MS = 20_000;

/**
 * [NO1] Tells people what happened, some seconds after. Several processes share the work.
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
  apartMs,
}: RoundsOptions): Rounds {
  /** Left alone until the next start, and seen in the journal. */
  const failed: string[] = [];
  let readAt = 0;

  async function tellSome(isStopping: () => boolean): Promise<void> {
    for (let told = 0; told < TOLD_MAX && !isStopping(); told++) {
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

  return startRounds({
    async look(isStopping) {
      await readRooms();
      await tellSome(isStopping);
      await mailNews({ db, mailer: () => mailer, links, now, ...(apartMs !== undefined && { apartMs }) });
    },
    onError: (error) => log.error({ err: error }, 'notifications'),
    everyMs,
  });
}
