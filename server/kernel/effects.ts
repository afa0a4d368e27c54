import type { Logger } from 'pino';
import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import { forgetEffects, keepEffects, takeLeftEffects } from '#db/kernel/effects.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { type Rounds, startRounds } from './job/rounds.ts';

/** What live rooms hear of once a write is committed. The rest (mail, activity, audit, jobs, search) is rows of the transaction itself. */
const Effect = z.discriminatedUnion('kind', [
  /** Rights changed: whoever is connected is decided again. */
  z.object({
    kind: z.literal('recheck'),
    scope: z.object({
      userId: z.string().optional(),
      groupId: z.string().optional(),
      room: z.string().optional(),
    }),
  }),
  /** Something beside the content of a room changed. */
  z.object({ kind: z.literal('news'), room: z.string(), topic: z.enum(['comments', 'objects']) }),
  /** A room was made with content in it. */
  z.object({ kind: z.literal('made'), room: z.string() }),
]);
type Effect = z.output<typeof Effect>;
type Scope = Extract<Effect, { kind: 'recheck' }>['scope'];
type Topic = Extract<Effect, { kind: 'news' }>['topic'];

/** The live rooms of the process, as far as writes concern them. */
export interface Hearing {
  readonly recheck: (scope: Scope) => void;
  readonly tellNews: (room: string, topic: Topic) => void;
  readonly tellMade: (room: string) => void;
}

/** [WR3] What one operation has to tell, each thing once. Nothing of it is told unless its transaction is committed. */
export class Effects {
  readonly #queued = new Map<string, Effect>();

  recheck(scope: Scope): void {
    this.#add({ kind: 'recheck', scope });
  }

  news(room: string, topic: Topic): void {
    this.#add({ kind: 'news', room, topic });
  }

  made(room: string): void {
    this.#add({ kind: 'made', room });
  }

  #add(effect: Effect): void {
    this.#queued.set(JSON.stringify(effect), effect);
  }

  /** Writes them in the transaction of their operation; gives under which id, null for none. */
  async keep(tx: Tx, { newId, now }: { newId: () => string; now: () => Date }): Promise<string | null> {
    if (this.#queued.size === 0) return null;
    const id = newId();
    await keepEffects(tx, { id, told: [...this.#queued.values()], at: now() });
    return id;
  }

  /** Tells them. One that fails keeps none of the others. @throws {AggregateError} of those that failed. */
  tell(hearing: Hearing): void {
    tellAll([...this.#queued.values()], hearing);
  }
}

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
  readonly hearing: () => Hearing;
  readonly log: Logger;
}

/** [WR3] After the commit: tells, and forgets. What cannot be told or forgotten now stays for the rounds; nobody's answer waits or fails for it. */
export async function flush({ db, hearing, log }: Telling, id: string, effects: Effects): Promise<void> {
  try {
    effects.tell(hearing());
    await forgetEffects(db, id);
  } catch (error) {
    log.warn({ err: error }, 'what a write had to tell is told later');
  }
}

/** What a process that lives needs at most between its commit and what it tells. */
const LEFT_AFTER_MS = 10_000;

/** [WR3] Tells what a process committed and did not live to tell. Several processes share the work. */
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
          tellAll(z.array(Effect).parse(told), hearing());
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
