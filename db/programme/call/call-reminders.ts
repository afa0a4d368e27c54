import { and, eq, gt, lte } from 'drizzle-orm';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { listApplicationWriters } from './call-extensions.ts';
import { callEvents, calls } from './schema.ts';

const TWO_DAYS = 2 * 86_400_000;

/** A call that closes soon, and who has begun to answer and submitted nothing. */
interface ClosingSoon {
  readonly call: { readonly id: string; readonly title: string; readonly closesAt: Date };
  readonly writers: readonly { readonly name: string; readonly email: string }[];
}

/**
 * [CA14] Calls that close within two days, with whom to remind: each closing once, a line of the call’s history says so. Of two
 * processes at once one reminds. The mails leave in the same transaction.
 */
export async function claimClosingReminders(
  tx: Tx,
  { now, newId }: { now: Date; newId: () => string },
): Promise<ClosingSoon[]> {
  const soon = new Date(now.getTime() + TWO_DAYS);
  const closing = await tx
    .select({ id: calls.id, title: calls.title, closesAt: calls.closesAt })
    .from(calls)
    .where(
      and(
        lte(calls.publishedAt, now),
        lte(calls.opensAt, now),
        gt(calls.closesAt, now),
        lte(calls.closesAt, soon),
      ),
    )
    .orderBy(calls.id)
    .for('update');
  const claimed: ClosingSoon[] = [];
  for (const call of closing) {
    const closing = parisWall(call.closesAt);
    const reminded = and(
      eq(callEvents.callId, call.id),
      eq(callEvents.kind, 'reminded'),
      eq(callEvents.after, closing),
    );
    if ((await tx.$count(callEvents, reminded)) > 0) continue;
    await tx
      .insert(callEvents)
      .values({ id: newId(), callId: call.id, kind: 'reminded', after: closing, doneBy: null, doneAt: now });
    claimed.push({ call, writers: await listApplicationWriters(tx, call.id, ['draft']) });
  }
  return claimed;
}
