import { and, eq, gt, lt, lte } from 'drizzle-orm';
import type { Tx } from '../../kernel/transaction.ts';
import { activities } from '../../people/activity/schema.ts';
import { calls } from './schema.ts';

/** What came without anybody’s doing longer ago than this, while nothing ran, is no news. */
const DAYS_MS = 7 * 86_400_000;

/** A published call that has opened, or closed, and of which that was not told. */
export interface CallMoment {
  readonly verb: 'call.opened' | 'call.closed';
  readonly callId: string;
  /** The id of what tells it: the same for the same moment of the same call. */
  readonly id: string;
}

/**
 * [NO18] The openings and closings that nobody was told of, the rows of their calls locked: of two processes one tells. A call that is
 * published once it is open says so by being published; a closing is put off with the end of the call.
 */
export async function listUntoldMoments(tx: Tx, now: Date): Promise<CallMoment[]> {
  const since = new Date(now.getTime() - DAYS_MS);
  const { opensAt, closesAt, publishedAt } = calls;
  const untold: CallMoment[] = [];
  for (const [verb, at, isNews] of [
    ['call.opened', opensAt, lt(publishedAt, opensAt)],
    ['call.closed', closesAt, undefined],
  ] as const) {
    const come = and(lte(publishedAt, now), lte(at, now), gt(at, since), isNews);
    const found = await tx
      .select({ callId: calls.id, at })
      .from(calls)
      .where(come)
      .orderBy(calls.id)
      .for('update');
    for (const { callId, at: moment } of found) {
      const id = `${verb} ${callId} ${moment.toISOString()}`;
      if ((await tx.$count(activities, eq(activities.id, id))) === 0) untold.push({ verb, callId, id });
    }
  }
  return untold;
}
