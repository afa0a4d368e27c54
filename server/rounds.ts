import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import type { Excerpts } from './documents/excerpt/excerpts.ts';
import { startEffectRounds } from './kernel/effects.ts';
import { type Rounds, startRounds } from './kernel/job/rounds.ts';
import type { Mailer } from './kernel/mail/mailer.ts';
import type { Outcomes } from './meetings/decision/outcomes.ts';
import type { LetterLinks } from './news/notification/letters.ts';
import { newlyNamed } from './news/notification/newly-named.ts';
import { startNotificationRounds } from './news/notification/rounds.ts';
import { startChangeRounds } from './operations/change/change-rounds.ts';
import type { Webhooks } from './operations/webhook/webhooks.ts';
import type { Rooms } from './realtime/rooms.ts';

interface RoundsOptions {
  readonly db: Db;
  readonly rooms: Rooms;
  readonly outcomes: Pick<Outcomes, 'sweep'>;
  readonly excerpts: Pick<Excerpts, 'sweep'>;
  readonly mailer: Mailer;
  readonly links: LetterLinks;
  readonly webhooks: Pick<Webhooks, 'tell'>;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Between two looks of those that start here; null for a caller that runs them itself. */
  readonly everyMs: number | null;
}

/** What is followed as it happens is looked for too, now and then: a process that dies leaves some of it undone. */
const SWEPT_EVERY_MS = 30_000;

/** All that looks every few seconds for what is left to do in the database, in this process; with `everyQueue`, all that is done by itself. */
export function startEveryRound({ rooms, outcomes, excerpts, ...given }: RoundsOptions) {
  const sweeps = (what: string, sweep: () => Promise<void>) =>
    startRounds({
      look: sweep,
      onError: (error) => given.log.warn({ err: error }, `${what} that are left could not be looked for`),
      everyMs: given.everyMs === null ? null : SWEPT_EVERY_MS,
    });
  return {
    projections: sweeps('rooms to project', rooms.sweep),
    outcomes: sweeps('decisions and actions', outcomes.sweep),
    excerpts: sweeps('sources of excerpts', excerpts.sweep),
    notifications: startNotificationRounds({ ...given, newlyNamed: newlyNamed(rooms) }),
    changes: startChangeRounds(given),
    effects: startEffectRounds({ ...given, hearing: () => rooms }),
  } satisfies Record<string, Rounds>;
}
