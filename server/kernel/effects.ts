import type { Logger } from 'pino';
import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import { type Effect, forgetEffects, type Scope, type Topic } from '#db/kernel/effects.ts';
import { takeLeftEffects } from '#db/kernel/left-effects.ts';
import { telling } from '#db/kernel/transaction.ts';
import { type Rounds, startRounds } from './job/rounds.ts';

/** Effects as rows keep them, of this version or another. */
const Kept: z.ZodType<readonly Effect[]> = z.array(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('recheck'),
      scope: z.object({
        userId: z.string().optional(),
        groupId: z.string().optional(),
        room: z.string().optional(),
      }),
    }),
    z.object({ kind: z.literal('news'), room: z.string(), topic: z.enum(['comments', 'objects']) }),
    z.object({ kind: z.literal('made'), room: z.string() }),
  ]),
);

/** The live rooms of the process, as far as writes concern them. */
export interface Hearing {
  readonly recheck: (scope: Scope) => void;
  readonly tellNews: (room: string, topic: Topic) => void;
  readonly tellMade: (room: string) => void;
}

/** Tells them. One that fails keeps none of the others. @throws {AggregateError} of those that failed. */
function tellAll(effects: readonly Effect[], hearing: Hearing): void {
  const errors: unknown[] = [];
  for (const effect of effects) {
    try {
      if (effect.kind === 'recheck') hearing.recheck(effect.scope);
      else if (effect.kind === 'news') hearing.tellNews(effect.room, effect.topic);
      else hearing.tellMade(effect.room);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'some of what a write had to tell was not told');
}

interface Telling {
  readonly db: Db;
  /** Asked for at each write: rooms are made after the database. */
  readonly hearing: () => Hearing;
  readonly log: Logger;
}

/** [WR3] The same database, of whose transactions these live rooms hear after the commit. What cannot be told or forgotten now stays for the rounds; nobody's answer waits or fails for it. */
export function heardBy({ db, hearing, log }: Telling): Db {
  return telling(db, async (id, effects) => {
    try {
      tellAll(effects, hearing());
      await forgetEffects(db, id);
    } catch (error) {
      log.warn({ err: error }, 'what a write had to tell is told later');
    }
  });
}

/** What a process that lives needs at most between its commit and what it tells. */
const LEFT_AFTER_MS = 10_000;

/** [WR3] Tells what a process committed and did not live to tell, or had nobody to tell. Several processes share the work. */
export function startEffectRounds({
  db,
  hearing,
  log,
  now,
  everyMs,
}: Telling & { readonly now: () => Date; readonly everyMs: number | null }): Rounds {
  return startRounds({
    async look(isStopping) {
      const before = new Date(now().getTime() - LEFT_AFTER_MS);
      const tell = (told: unknown) => {
        try {
          tellAll(Kept.parse(told), hearing());
        } catch (error) {
          log.error({ err: error }, 'what a write had to tell is not told');
        }
      };
      while (!isStopping() && (await takeLeftEffects(db, { before, tell })) > 0);
    },
    onError: (error) => log.error({ err: error }, 'what writes had to tell'),
    everyMs,
  });
}
