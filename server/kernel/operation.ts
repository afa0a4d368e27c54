import type { ZodType, z } from 'zod';
import type { Effects } from '#db/kernel/effects.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import type { AccessError, DomainError } from '#shared/errors.ts';
import type { QueueName } from '#shared/kernel/queue.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Letter } from './mail/letter.ts';
import type { Recipient, Sender } from './mail/mailer.ts';
import type { Signature } from './signature.ts';

/** Who asks for a write; null for a visitor, who may hold a link. */
export interface Asker {
  readonly userId: string | null;
}

/** What an operation has at hand while it runs, beside what its right found. */
export interface Act {
  readonly tx: Tx;
  readonly now: Date;
  readonly newId: () => string;
  /** What live rooms hear of after the commit: the same as `effectsOf(tx)`. */
  readonly after: Effects;
  /** Queues a mail in the transaction; gives when it leaves, if it is held back ([MA3]). Whoever asked for the operation sends it, unless said otherwise. */
  readonly mail: (to: Recipient, letter: Letter, sender?: Sender) => Promise<Date | null>;
  /** Queues a piece of work in the transaction: `data` is JSON. */
  readonly job: (queue: QueueName, data: object) => Promise<void>;
  /** A page of ours, as mails name it. */
  readonly link: (path: string) => string;
  /** Marks what links of mails say. */
  readonly signature: Signature;
  /** The address that our mails come from. */
  readonly mailsFrom: string;
}

/**
 * [WR2] Who may do something: asked by the kernel, in the transaction of the operation and before it. Gives the ground that the operation
 * stands on (who acts, in which group), so that none can run without having asked.
 */
export type Right<Input, Ground> = (
  act: Act,
  asker: Asker,
  input: Input,
) => Promise<Result<Ground, AccessError>>;

/** So many times in a day for one person; then it is refused. */
export interface Share<E extends string> {
  readonly perDay: number;
  readonly refusal: E;
}

/** One way to change something, whoever asks for it and by which door: page, REST, job or import. */
export interface Operation<Input extends ZodType = ZodType, T = unknown, E extends string = string> {
  readonly input: Input;
  /** Each refusal and the field of the input that it is about; '' for the whole. */
  readonly refusals: Readonly<Record<string, string>>;
  readonly share: Share<string> | null;
  /** Asks the right, then does it. */
  attempt(act: Act, asker: Asker, input: z.output<Input>): Promise<Result<T, E | AccessError>>;
}

type Refusals = Readonly<Partial<Record<DomainError, string>>>;

/**
 * Declares an operation. Its input is parsed by the kernel, by a schema whose own refusals are codes of the domain
 * (`shared/kernel/input.ts`). `refusals` names each code that `run` refuses with: one that is missing does not compile.
 */
export function operation<
  Input extends ZodType,
  Ground,
  T,
  const R extends Refusals,
  S extends DomainError = never,
>(declared: {
  readonly input: Input;
  readonly right: Right<z.output<Input>, Ground>;
  readonly share?: Share<S>;
  readonly refusals: R;
  readonly run: (
    act: Act & Ground,
    input: z.output<Input>,
  ) => Promise<Result<T, (keyof R & DomainError) | AccessError>>;
}): Operation<Input, T, (keyof R & DomainError) | S> {
  const { input, refusals, share = null, right, run } = declared;
  return {
    input,
    refusals: refusals,
    share,
    async attempt(act, asker, given) {
      const ground = await right(act, asker, given);
      return ground.ok ? run({ ...act, ...ground.value }, given) : ground;
    },
  };
}

/** Anybody, visitors too: for what a link or a code in the input opens. */
export const anybody: Right<unknown, object> = async () => ok({});
