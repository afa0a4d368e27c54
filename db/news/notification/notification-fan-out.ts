import { and, asc, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { deliveryOf, objectOf } from '#shared/news/notification/notification.ts';
import { DEFAULT_QUIET, mailTime } from '#shared/news/notification/quiet-hours.ts';
import type { Db } from '../../kernel/client.ts';
import { inTransaction, type Tx } from '../../kernel/transaction.ts';
import { activities } from '../../people/activity/schema.ts';
import { type KeptActivity, listRecipients } from './notification-recipients.ts';
import { notificationSettings, notifications } from './schema.ts';

/** News that a long stop has made old is in the centre, and nobody's mail. */
const MAILED_WITHIN_MS = 3 * 24 * 3_600_000;

interface Telling {
  readonly now: Date;
  readonly newId: () => string;
  /** Ids of activities to leave for later. */
  readonly except?: readonly string[];
}

/**
 * [NO1] Takes the oldest activity that nobody was told of, and tells those whom it concerns, in one transaction: whatever is cut
 * off is done again, and of several processes each takes another. True while there may be more.
 * @throws {TellingFailed} with the id of the activity, which is left as it was.
 */
export async function tellNext(db: Db, { now, newId, except = [] }: Telling): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const [event] = await tx
      .select()
      .from(activities)
      .where(
        and(
          isNull(activities.toldAt),
          except.length > 0 ? notInArray(activities.id, [...except]) : undefined,
        ),
      )
      .orderBy(asc(activities.at), asc(activities.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!event) return false;
    try {
      await tell(tx, event, { now, newId });
    } catch (error) {
      throw new TellingFailed(event.id, { cause: error });
    }
    await tx.update(activities).set({ toldAt: now }).where(eq(activities.id, event.id));
    return true;
  });
}

/** One activity could not be told; the others need not wait for it. */
export class TellingFailed extends Error {
  readonly activityId: string;
  constructor(activityId: string, options: ErrorOptions) {
    super(`activity ${activityId} could not be told`, options);
    this.activityId = activityId;
  }
}

async function tell(tx: Tx, event: KeptActivity, { now, newId }: Telling): Promise<void> {
  const recipients = await listRecipients(tx, event, now);
  if (recipients.length === 0) return;
  const ids = recipients.map(({ userId }) => userId);
  const chosen = await tx
    .select()
    .from(notificationSettings)
    .where(inArray(notificationSettings.userId, ids));
  const object = objectOf(event);
  const isNews = now.getTime() - event.at.getTime() < MAILED_WITHIN_MS;
  const rows = recipients.map(({ userId, reason }) => {
    const settings = chosen.find((row) => row.userId === userId);
    const delivery = deliveryOf(reason, event.verb, settings?.deliveries ?? {});
    const mailDueAt = delivery === 'mail' && isNews ? mailTime(now, settings ?? DEFAULT_QUIET) : null;
    return {
      id: newId(),
      userId,
      activityId: event.id,
      objectKind: object.kind,
      objectId: object.id,
      reason,
      delivery,
      at: event.at,
      mailDueAt,
    };
  });
  await tx.insert(notifications).values(rows).onConflictDoNothing();
}
