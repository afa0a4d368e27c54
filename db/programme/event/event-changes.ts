import { and, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { EventFields } from '#shared/programme/event/event.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { countTaken, type Placed, placeWaiting } from './event-registrations.ts';
import { eventDocuments, events } from './schema.ts';

type Row = typeof events.$inferSelect;
type Named = { readonly id: string; readonly title: string };
interface Change {
  readonly eventId: string;
  readonly now: Date;
}
const DOCUMENTS_MAX = 20;

/** The event, held: two changes at once follow one another. */
async function hold(tx: Tx, eventId: string): Promise<Row | null> {
  const [row] = await tx.select().from(events).where(eq(events.id, eventId)).for('update');
  return row ?? null;
}

/** [EV3] Keeps a draft. Refused: one that has begun. */
export async function writeEvent(
  tx: Tx,
  { eventId: id, fields, by, now }: Change & { fields: EventFields; by: string },
): Promise<Result<Named, 'event.past'>> {
  if (fields.startsAt <= now) return fail('event.past');
  await tx.insert(events).values({ id, ...fields, createdBy: by, createdAt: now, updatedAt: now });
  return ok({ id, title: fields.title });
}

/** What a change of an event did beside. */
export interface Changed extends Named {
  /** When or where it is, after it was published and before it is over: whoever comes must know. */
  readonly isMoved: boolean;
  /** [EV5] Who has a place now. */
  readonly placed: readonly Placed[];
}

/**
 * [EV3] Changes what an event says. Refused: what is cancelled, another beginning that is past, fewer places than are taken. More places
 * are given to whoever waits.
 */
export async function changeEvent(
  tx: Tx,
  { eventId, fields, now }: Change & { fields: EventFields },
): Promise<Result<Changed, 'access.notFound' | 'event.isCancelled' | 'event.past' | 'event.capacityTaken'>> {
  const row = await hold(tx, eventId);
  if (!row) return fail('access.notFound');
  if (row.cancelledAt) return fail('event.isCancelled');
  const isLater = fields.startsAt.getTime() !== row.startsAt.getTime();
  if (isLater && fields.startsAt <= now) return fail('event.past');
  const { capacity } = fields;
  if (capacity !== null && (await countTaken(tx, eventId)) > capacity) return fail('event.capacityTaken');
  const isElsewhere = fields.place !== row.place || fields.link !== row.link;
  const endsOtherwise = fields.endsAt.getTime() !== row.endsAt.getTime();
  const isTold = row.publishedAt !== null && fields.endsAt > now;
  await tx
    .update(events)
    .set({ ...fields, sequence: row.sequence + 1, updatedAt: now })
    .where(eq(events.id, eventId));
  const placed = fields.startsAt > now ? await placeWaiting(tx, { eventId, capacity }) : [];
  const isMoved = isTold && (isLater || endsOtherwise || isElsewhere);
  return ok({ id: eventId, title: fields.title, isMoved, placed });
}

/** [EV3] Publishes a draft. Refused: what is no draft any more, and what has begun meanwhile. */
export async function publishEvent(
  tx: Tx,
  { eventId, now }: Change,
): Promise<Result<Named, 'access.notFound' | 'event.notDraft' | 'event.past'>> {
  const row = await hold(tx, eventId);
  if (!row) return fail('access.notFound');
  if (row.publishedAt || row.cancelledAt) return fail('event.notDraft');
  if (row.startsAt <= now) return fail('event.past');
  await tx.update(events).set({ publishedAt: now, updatedAt: now }).where(eq(events.id, eventId));
  return ok({ id: row.id, title: row.title });
}

/** [EV3] Cancels an event, or gives it back; registrations stay. `isTold`: it had been published. */
export async function cancelEvent(
  tx: Tx,
  { eventId, isCancelled, now }: Change & { isCancelled: boolean },
): Promise<Result<Named & { readonly isTold: boolean }, 'access.notFound' | 'event.started'>> {
  const row = await hold(tx, eventId);
  if (!row) return fail('access.notFound');
  if (row.endsAt <= now) return fail('event.started');
  const isAlready = (row.cancelledAt !== null) === isCancelled;
  const cancelledAt = isCancelled ? now : null;
  if (!isAlready)
    await tx
      .update(events)
      .set({ cancelledAt, sequence: row.sequence + 1, updatedAt: now })
      .where(eq(events.id, eventId));
  return ok({ id: row.id, title: row.title, isTold: row.publishedAt !== null && !isAlready });
}

/** [EV9] Says where an event is seen again; empty takes it off. Refused: before it began. */
export async function keepReplay(
  tx: Tx,
  { eventId, replay, now }: Change & { replay: string },
): Promise<
  Result<Named & { readonly isNew: boolean }, 'access.notFound' | 'event.notOver' | 'event.isCancelled'>
> {
  const row = await hold(tx, eventId);
  if (!row?.publishedAt) return fail('access.notFound');
  if (row.cancelledAt) return fail('event.isCancelled');
  if (row.startsAt > now) return fail('event.notOver');
  await tx.update(events).set({ replay, updatedAt: now }).where(eq(events.id, eventId));
  return ok({ id: row.id, title: row.title, isNew: replay !== '' && row.replay === '' });
}

/** [EV9] Adds what is there to read. */
export async function addDocument(
  tx: Tx,
  { eventId, id, now, ...said }: Change & { id: string; title: string; url: string },
): Promise<Result<Named, 'access.notFound' | 'event.tooManyDocuments'>> {
  const row = await hold(tx, eventId);
  if (!row) return fail('access.notFound');
  if ((await tx.$count(eventDocuments, eq(eventDocuments.eventId, eventId))) >= DOCUMENTS_MAX)
    return fail('event.tooManyDocuments');
  await tx.insert(eventDocuments).values({ id, eventId, ...said, addedAt: now });
  return ok({ id: row.id, title: row.title });
}

/** [EV9] Takes it off. */
export async function removeDocument(
  tx: Tx,
  { eventId, id }: { eventId: string; id: string },
): Promise<void> {
  await tx.delete(eventDocuments).where(and(eq(eventDocuments.id, id), eq(eventDocuments.eventId, eventId)));
}
