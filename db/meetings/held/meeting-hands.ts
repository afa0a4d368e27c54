import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { nameOf } from './meeting-attendances.ts';
import { type HeldChange, lockOpenMeeting, type NotOpen, touchMeeting } from './meeting-runs.ts';
import { meetingHands as hands } from './schema.ts';

/** Somebody who wants to speak, or speaks. */
export interface Hand extends PersonBadge {
  readonly raisedAt: Date;
  /** Since when they have the floor. */
  readonly floorAt: Date | null;
}

/** [MR11] Who has the floor, then who waits for it, the longest first. */
export function listHands(db: Db, meetingId: string): Promise<Hand[]> {
  return db
    .select({
      id: users.id,
      name: users.name,
      organisation: organisationBadge,
      raisedAt: hands.raisedAt,
      floorAt: hands.floorAt,
    })
    .from(hands)
    .innerJoin(users, eq(users.id, hands.userId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(hands.meetingId, meetingId))
    .orderBy(desc(isNotNull(hands.floorAt)), asc(hands.raisedAt), asc(hands.userId));
}

/** [MR11] Raises one's hand; a hand that is up keeps its place. */
export function raiseHand(tx: Tx, change: HeldChange): Promise<Result<void, NotOpen>> {
  return inOpenMeeting<void>(tx, change, async () => {
    const { meetingId, by: userId, now: raisedAt } = change;
    await tx.insert(hands).values({ meetingId, userId, raisedAt }).onConflictDoNothing();
    return ok();
  });
}

/** [MR11] Lowers a hand, or ends somebody's turn to speak. */
export function lowerHand(
  tx: Tx,
  { userId, ...change }: HeldChange & { userId: string },
): Promise<Result<{ name: string; hadFloor: boolean }, NotOpen>> {
  return inOpenMeeting(tx, change, async () => {
    const [lowered] = await tx
      .delete(hands)
      .where(and(eq(hands.meetingId, change.meetingId), eq(hands.userId, userId)))
      .returning({ floorAt: hands.floorAt });
    return ok({ name: await nameOf(tx, userId), hadFloor: lowered?.floorAt != null });
  });
}

/** [MR11] Gives the floor to somebody whose hand is up: whoever had it has spoken. */
export function giveFloor(
  tx: Tx,
  { userId, ...change }: HeldChange & { userId: string },
): Promise<Result<{ name: string }, NotOpen | 'meetingHeld.nobody'>> {
  return inOpenMeeting(tx, change, async () => {
    const { meetingId, now } = change;
    const isTheirs = and(eq(hands.meetingId, meetingId), eq(hands.userId, userId));
    const [hand] = await tx.select({ floorAt: hands.floorAt }).from(hands).where(isTheirs);
    if (!hand) return fail('meetingHeld.nobody');
    const named = ok({ name: await nameOf(tx, userId) });
    if (hand.floorAt) return named;
    await tx.delete(hands).where(and(eq(hands.meetingId, meetingId), isNotNull(hands.floorAt)));
    await tx.update(hands).set({ floorAt: now }).where(isTheirs);
    return named;
  });
}

async function inOpenMeeting<T, E extends string = never>(
  tx: Tx,
  change: HeldChange,
  run: () => Promise<Result<T, E>>,
): Promise<Result<T, NotOpen | E>> {
  const open = await lockOpenMeeting(tx, change);
  if (!open.ok) return open;
  const done = await run();
  if (done.ok) await touchMeeting(tx, change.meetingId);
  return done;
}
