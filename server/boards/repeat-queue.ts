import type { Logger } from 'pino';
import { findBoardsToRepeat } from '#db/boards/card/cards.ts';
import type { Db } from '#db/kernel/client.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { PLATFORM_ID } from '#shared/people/person/platform.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { JobQueue } from '../kernel/job/jobs.ts';
import type { Rooms } from '../realtime/rooms.ts';

interface RepeatQueueOptions {
  readonly db: Db;
  readonly rooms: () => Pick<Rooms, 'apply'>;
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * [B28] Soon after midnight in Paris, and every hour for what was set during the day, cards that come back are made, in the name
 * of the platform. What a stop left undone is done after the next start.
 */
export function repeatQueue({ db, rooms, log, now }: RepeatQueueOptions): JobQueue {
  return {
    name: 'card-repeats',
    round: { minutesAfterStart: 1, cron: '2 * * * *' },
    async run() {
      const today = dates.iso(now());
      for (const id of await findBoardsToRepeat(db, { today })) {
        const by = { userId: PLATFORM_ID };
        const input = { today, createdAt: now(), createdBy: by.userId };
        const made = await rooms().apply(roomName({ kind: 'board', id }), by, 'board.makeRepeats', input);
        if (made > 0) log.info({ board: id, made }, 'cards that come back were made');
      }
    },
  };
}
