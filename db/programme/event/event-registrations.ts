import { and, asc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { RegistrationState } from '#shared/programme/event/event.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { eventRegistrations, events } from './schema.ts';

const { eventId: ofEvent, userId, state } = eventRegistrations;

/** Somebody who is told of their place. */
export interface Placed {
  readonly name: string;
  readonly email: string;
}

/** How many places are taken. */
export const countTaken = (tx: Tx, eventId: string): Promise<number> =>
  tx.$count(eventRegistrations, and(eq(ofEvent, eventId), eq(state, 'registered')));

/** [EV5] Gives the places that are free to whoever waits, in the order in which they asked. The event is held by whoever calls. */
export async function placeWaiting(
  tx: Tx,
  { eventId, capacity }: { eventId: string; capacity: number | null },
): Promise<Placed[]> {
  const free = capacity === null ? null : capacity - (await countTaken(tx, eventId));
  if (free !== null && free <= 0) return [];
  const waiting = tx
    .select({ userId, name: users.name, email: users.email })
    .from(eventRegistrations)
    .innerJoin(users, and(eq(users.id, userId), isNull(users.suspendedAt)))
    .where(and(eq(ofEvent, eventId), eq(state, 'waiting')))
    .orderBy(asc(eventRegistrations.rank));
  const next = free === null ? await waiting : await waiting.limit(free);
  if (next.length === 0) return [];
  const theirs = inArray(
    userId,
    next.map((one) => one.userId),
  );
  await tx
    .update(eventRegistrations)
    .set({ state: 'registered' })
    .where(and(eq(ofEvent, eventId), theirs));
  return next.map(({ name, email }) => ({ name, email }));
}

interface Registering {
  readonly eventId: string;
  readonly userId: string;
  readonly now: Date;
}
type Refusal = 'event.isCancelled' | 'event.started';

/** The event of a registration, held: whoever asks at the same time waits here. */
async function holdOpen(
  tx: Tx,
  { eventId, now }: Registering,
): Promise<Result<{ capacity: number | null }, Refusal>> {
  const [row] = await tx
    .select({ startsAt: events.startsAt, cancelledAt: events.cancelledAt, capacity: events.capacity })
    .from(events)
    .where(eq(events.id, eventId))
    .for('update');
  if (!row || row.cancelledAt) return fail('event.isCancelled');
  return row.startsAt <= now ? fail('event.started') : ok(row);
}

/** [EV5] Gives somebody a place, or one in the waiting list; who has one keeps it. Refused: once it began, or is cancelled. */
export async function register(
  tx: Tx,
  asking: Registering,
): Promise<Result<{ readonly state: RegistrationState }, Refusal>> {
  const event = await holdOpen(tx, asking);
  if (!event.ok) return event;
  const { eventId, userId: who, now } = asking;
  const isTheirs = and(eq(ofEvent, eventId), eq(userId, who));
  const [known] = await tx.select({ state }).from(eventRegistrations).where(isTheirs);
  if (known) return ok(known);
  const { capacity } = event.value;
  const isFull = capacity !== null && (await countTaken(tx, eventId)) >= capacity;
  const given = isFull ? 'waiting' : 'registered';
  await tx.insert(eventRegistrations).values({ eventId, userId: who, state: given, registeredAt: now });
  return ok({ state: given });
}

/** [EV5] Gives the place of somebody back; whoever waits longest has it. */
export async function unregister(
  tx: Tx,
  asking: Registering,
): Promise<Result<{ readonly placed: readonly Placed[] }, Refusal>> {
  const event = await holdOpen(tx, asking);
  if (!event.ok) return event;
  const { eventId, userId: who } = asking;
  await tx.delete(eventRegistrations).where(and(eq(ofEvent, eventId), eq(userId, who)));
  return ok({ placed: await placeWaiting(tx, { eventId, ...event.value }) });
}

/**
 * [EV6] Whoever has a place in what begins before this moment, and was not reminded of that beginning. Of two processes at once one
 * reminds; the mails leave in the same transaction.
 */
export async function claimReminders(
  tx: Tx,
  { now, before }: { now: Date; before: Date },
): Promise<{ event: typeof events.$inferSelect; people: Placed[] }[]> {
  const soon = and(gt(events.startsAt, now), lte(events.startsAt, before));
  const coming = await tx
    .select()
    .from(events)
    .where(and(soon, isNull(events.cancelledAt), sql`${events.publishedAt} is not null`))
    .orderBy(asc(events.startsAt), asc(events.id))
    .for('update');
  if (coming.length === 0) return [];
  const claimed = await tx
    .update(eventRegistrations)
    .set({ remindedOf: sql`${events.startsAt}` })
    .from(events)
    .innerJoin(users, isNull(users.suspendedAt))
    .where(
      and(
        inArray(
          events.id,
          coming.map(({ id }) => id),
        ),
        eq(ofEvent, events.id),
        eq(users.id, userId),
        eq(state, 'registered'),
        sql`${eventRegistrations.remindedOf} is distinct from ${events.startsAt}`,
      ),
    )
    .returning({ eventId: ofEvent, name: users.name, email: users.email });
  return coming.map((event) => ({ event, people: claimed.filter(({ eventId }) => eventId === event.id) }));
}

/** The event as it is kept, for whoever holds it. */
export async function findHeldEvent(tx: Tx, eventId: string): Promise<typeof events.$inferSelect | null> {
  const [row] = await tx.select().from(events).where(eq(events.id, eventId));
  return row ?? null;
}
