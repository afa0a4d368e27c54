import type { Logger } from 'pino';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { ZodError, z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import { traced } from '#db/kernel/traced.ts';
import { effectsOf, type Tx } from '#db/kernel/transaction.ts';
import type { AccessError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Counters, memoryCounters } from './counters.ts';
import type { Jobs } from './job/jobs.ts';
import type { Mailer, Sender } from './mail/mailer.ts';
import type { Asker, Operation } from './operation.ts';
import { type ReadyWrite, writeNow } from './ready-write.ts';
import type { Signature } from './signature.ts';

/** All operations by name: `<noun>.<verb>`. */
export type Registry = Readonly<Record<string, Operation>>;

export type InputOf<O> = O extends Operation<infer Input> ? z.input<Input> : never;
export type MadeBy<O> = O extends Operation<infer _, infer T> ? T : never;
export type RefusalOf<O> =
  O extends Operation<infer _, infer _T, infer E> ? E | AccessError | 'api.invalid' : never;

/** A refusal with the fields that it is about, by name: all of them at once where the input could not be read. '' is the whole. */
export interface Refused<E extends string> {
  readonly ok: false;
  readonly error: E;
  readonly fields: Readonly<Partial<Record<string, E>>>;
}
export type Outcome<T, E extends string> = { readonly ok: true; readonly value: T } | Refused<E>;

/** Hears what an operation does besides what it gives. */
export interface Heard {
  /** [IB4] A mail was queued, for now or later. */
  readonly mailed: () => void;
}

/** The one way to change something. */
export interface Operations<R extends Registry> {
  /**
   * [WR1] [WR2] Parses the input, asks the right and does it, all in one transaction, then tells whoever is to hear of it. Refused besides what
   * the operation refuses: 'access.notFound', 'access.forbidden', and 'api.invalid' for what no door of ours sends.
   */
  run<N extends keyof R & string>(
    name: N,
    asker: Asker,
    input: InputOf<R[N]>,
    heard?: Heard,
  ): Promise<Outcome<MadeBy<R[N]>, RefusalOf<R[N]>>>;
  /** The same, ready but for its transaction: for a door that has something to write beside it. */
  ready<N extends keyof R & string>(
    name: N,
    asker: Asker,
    input: InputOf<R[N]>,
  ): Promise<{ ok: true; value: ReadyWrite<MadeBy<R[N]>, RefusalOf<R[N]>> } | Refused<RefusalOf<R[N]>>>;
}

/** What operations stand on. */
export interface Ground {
  readonly db: Db;
  readonly mailer: Mailer;
  readonly jobs: Pick<Jobs, 'send'>;
  /** Where our links start. */
  readonly origin: string;
  readonly signature: Signature;
  /** MAIL_FROM, with or without a name before its address. */
  readonly from: string;
  readonly counters?: Counters | undefined;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}

const DAY = 24 * 3600;

/** Makes the door of all doors. */
export function createOperations<R extends Registry>(registry: R, ground: Ground): Operations<R> {
  const { db, counters = memoryCounters } = ground;
  const shares = new Map(
    Object.entries(registry).flatMap(([name, { share }]) =>
      share ? [[name, counters(name, { points: share.perDay, duration: DAY })] as const] : [],
    ),
  );

  async function hasShare(name: string, { userId }: Asker): Promise<boolean> {
    try {
      await shares.get(name)?.consume(userId ?? '');
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }

  async function ready(name: string, asker: Asker, given: unknown, heard?: Heard) {
    const declared = registry[name];
    if (!declared) throw new Error(`no operation ${name}`);
    const parsed = declared.input.safeParse(given);
    if (!parsed.success) return refusedInput(parsed.error);
    if (declared.share && !(await hasShare(name, asker))) return refusedBy(declared, declared.share.refusal);
    return ok(readyWrite(ground, declared, { name, asker, input: parsed.data, heard }));
  }

  return {
    ready: ((name: string, asker: Asker, given: unknown) =>
      ready(name, asker, given)) as Operations<R>['ready'],
    run: (async (name: string, asker: Asker, given: unknown, heard?: Heard) => {
      const write = await ready(name, asker, given, heard);
      if (!write.ok) return write;
      const done = await writeNow(db, write.value);
      return done.ok ? done : refusedBy(registry[name], done.error, done.fields);
    }) as Operations<R>['run'],
  };
}

interface Asked {
  readonly name: string;
  readonly asker: Asker;
  readonly input: unknown;
  readonly heard: Heard | undefined;
}

function readyWrite(
  ground: Ground,
  declared: Operation,
  { name, asker, input, heard }: Asked,
): ReadyWrite<unknown, string> {
  const { mailer, jobs, origin, signature, from, now, newId } = ground;
  return {
    make: (tx: Tx) =>
      traced(
        () => ({ kind: 'operation', name, attributes: { 'cordee.operation': name } }),
        (): Promise<Result<unknown, string>> =>
          declared.attempt(
            {
              ...{ tx, newId, after: effectsOf(tx), now: now() },
              mail: (to, letter, sender = senderOf(asker)) => {
                heard?.mailed();
                return mailer.send(tx, to, letter, sender);
              },
              job: (queue, data) => jobs.send(tx, queue, data),
              link: (path) => origin + path,
              ...{ signature, mailsFrom: /<([^>]+)>/.exec(from)?.[1] ?? from },
            },
            asker,
            input,
          ),
      ),
  };
}

/** [MA1] A visitor has no day of their own: an operation that they may ask for says who sends its mails. */
function senderOf({ userId }: Asker): Sender {
  if (userId === null) throw new Error('nobody is known to send this mail');
  return { userId };
}

function refusedBy(
  declared: Operation | undefined,
  error: string,
  fields: Refused<string>['fields'] = { [declared?.refusals[error] ?? '']: error },
): Refused<string> {
  return { ok: false, error, fields };
}

/** Our own functions refuse with codes; whatever else a schema finds is nothing that a door of ours sends. */
function refusedInput({ issues }: ZodError): Refused<string> {
  const [first] = issues;
  if (!first || issues.some(({ code }) => code !== 'custom')) {
    const fields = Object.fromEntries(issues.map(({ path }) => [path.join('.'), 'api.invalid']));
    return { ok: false, error: 'api.invalid', fields };
  }
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) fields[path.join('.')] ??= message;
  return { ok: false, error: first.message, fields };
}
