import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { claimKey, findAnswer, keepAnswer } from '#db/kernel/idempotent-answers.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { isAway } from '../../kernel/away.ts';
import { type ReadyWrite, writeNow } from '../../kernel/ready-write.ts';
import type { ApiServices, Caller } from './operation.ts';
import type { ApiError } from './problem.ts';
import type { RoomWrite, Write } from './write.ts';

/** Makes ready what is asked for. `madeId` is for what a room is to hold: the same request with the same key has the same one. */
type Prepare<T> = (madeId: string, isKeyed: boolean) => Promise<Result<Write<T>, ApiError>>;

/** What a request with files brings, however its form marks where one ends and the next begins. */
export function contentOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): string {
  return files
    .map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')} ${JSON.stringify(name)}`)
    .join(' ');
}

type Done = Result<unknown, ApiError>;
type Services = Pick<ApiServices, 'database' | 'db' | 'now' | 'newId'>;

/** What a request asks for, beside its address: the status of what is done, and what it brings. */
interface Asked {
  readonly status: number;
  readonly content: string | Uint8Array;
}

/**
 * [I1] Does a write once for its `Idempotency-Key`: the same request again gets the first answer, another request with the same key is
 * refused. The key is written in the transaction of the work, with the answer: whoever lost the answer, we of the database or the asker of us,
 * finds it by looking. Refusals are not kept, so that a corrected request may use the key again. The second of two at once, on whichever
 * instance, waits for the first one's answer.
 */
export async function writeOnce<T>(
  services: Services,
  { userId }: Caller,
  request: Request,
  { status, content }: Asked,
  prepare: Prepare<T>,
): Promise<Done> {
  const key = request.get('Idempotency-Key');
  if (!key) {
    const write = await prepare(services.newId(), false);
    if (!write.ok) return write;
    return 'apply' in write.value ? write.value.apply() : writeNow(services.db, write.value);
  }
  if (key.length > 200) return fail('api.invalid');
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.originalUrl} `)
    .update(content)
    .digest('hex');
  const row = { userId, key, requestHash, status, at: services.now() };
  return services.database.locks.holding(`answer ${userId} ${key}`, async () => {
    const known = await look(services, row);
    if (known) return known;
    const write = await prepare(idOf(row), true);
    if (!write.ok) return write;
    return 'apply' in write.value
      ? applyKeyed(services, row, write.value)
      : makeKeyed(services, row, write.value);
  });
}

interface Row {
  readonly userId: string;
  readonly key: string;
  readonly requestHash: string;
  readonly status: number;
  readonly at: Date;
}

/** What became of this key, or null. */
async function look({ db }: Services, row: Row): Promise<Done | null> {
  const kept = await findAnswer(db, row);
  return kept && (kept.requestHash === row.requestHash ? ok(kept.body) : fail('api.keyReused'));
}

async function makeKeyed<T>(services: Services, row: Row, { make }: ReadyWrite<T, ApiError>): Promise<Done> {
  let isTaken = false;
  try {
    const done = await inTransaction<Result<T, ApiError>>(services.db, async (tx) => {
      isTaken = !(await claimKey(tx, row));
      if (isTaken) return fail('api.keyReused');
      const made = await make(tx);
      if (made.ok) await keepAnswer(tx, { ...row, body: made.value });
      return made;
    });
    if (isTaken) return (await look(services, row)) ?? done;
    return done;
  } catch (error) {
    // Of a COMMIT whose answer was lost nobody knows whether it was done: the key, which it wrote, says so.
    if (!isAway(error)) throw error;
    const found = await look(services, row);
    if (found) return found;
    throw error;
  }
}

async function applyKeyed<T>({ db }: Services, row: Row, { apply }: RoomWrite<T>): Promise<Done> {
  const done = await apply();
  if (done.ok) await keepAnswer(db, { ...row, body: done.value });
  return done;
}

/** An id that follows from account, key and request. */
function idOf({ userId, key, requestHash }: Row): string {
  const hex = createHash('sha256').update(`${userId} ${key} ${requestHash}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
