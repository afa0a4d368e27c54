import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { findAnswer, keepAnswer } from '#db/kernel/idempotent-answers.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ApiServices, Caller } from './operation.ts';
import type { ApiError } from './problem.ts';

/**
 * [I1] Runs a write once for its `Idempotency-Key`: the same request again gets the first answer, another request with
 * the same key is refused. Refusals are not kept, so that a corrected request may use the key again. The second of two at
 * once, on whichever instance, waits for the first one's answer.
 */
export async function once(
  { database, db, now }: Pick<ApiServices, 'database' | 'db' | 'now'>,
  { userId }: Caller,
  request: Request,
  status: number,
  run: () => Promise<Result<unknown, ApiError>>,
): Promise<Result<unknown, ApiError>> {
  const key = request.get('Idempotency-Key');
  if (!key || request.method === 'GET') return run();
  if (key.length > 200) return fail('api.invalid');
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.originalUrl} ${JSON.stringify(request.body ?? null)}`)
    .digest('hex');

  return database.locks.holding(`answer ${userId} ${key}`, async () => {
    const kept = await findAnswer(db, { userId, key });
    if (kept) return kept.requestHash === requestHash ? ok(kept.body) : fail('api.keyReused');
    const outcome = await run();
    if (outcome.ok)
      await keepAnswer(db, { userId, key, requestHash, status, body: outcome.value ?? null, at: now() });
    return outcome;
  });
}
