import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import { type PagePlace, placeOfPage } from '#shared/kernel/paging.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { DeliveryState } from '#shared/operations/webhook/webhook.ts';
import type { Db } from '../../kernel/client.ts';
import { isHeardByGroup } from '../../news/notification/group-hearing.ts';
import { activities } from '../../people/activity/schema.ts';
import { webhookDeliveries, webhookTries } from './schema.ts';
import type { Tried } from './webhook-deliveries.ts';
import { type AskedOfWebhooks, findWebhook } from './webhooks.ts';

/** One line of the log. */
export interface LoggedDelivery {
  readonly id: string;
  /** A type of the change feed, or of a test. */
  readonly type: string;
  /** What it was about; null for a test, and for what may not be told any more. */
  readonly title: string | null;
  readonly state: DeliveryState;
  readonly at: Date;
  /** The first one first. */
  readonly tries: readonly (Tried & { readonly number: number })[];
}

/** [WH7] A page of what a webhook sent, the newest first, for those who manage it. */
export async function listDeliveries(
  db: Db,
  { webhookId, page, ...asked }: AskedOfWebhooks & { webhookId: string; page: number },
): Promise<
  Result<{ deliveries: LoggedDelivery[]; place: PagePlace }, 'access.notFound' | 'access.forbidden'>
> {
  const found = await findWebhook(db, { ...asked, webhookId });
  if (!found.ok) return found;
  const ofWebhook = eq(webhookDeliveries.webhookId, webhookId);
  const [held] = await db.select({ count: count() }).from(webhookDeliveries).where(ofWebhook);
  const place = placeOfPage(page, held?.count ?? 0, LINES);
  const rows = await db
    .select({
      id: webhookDeliveries.id,
      type: webhookDeliveries.type,
      state: webhookDeliveries.state,
      at: webhookDeliveries.createdAt,
      data: activities.data,
    })
    .from(webhookDeliveries)
    .leftJoin(activities, and(eq(activities.id, webhookDeliveries.activityId), isHeardByGroup(db)))
    .where(ofWebhook)
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(LINES)
    .offset(place.offset);
  const ids = rows.map(({ id }) => id);
  const tries = await db
    .select()
    .from(webhookTries)
    .where(inArray(webhookTries.deliveryId, ids))
    .orderBy(asc(webhookTries.deliveryId), asc(webhookTries.number));
  const deliveries = rows.map(({ data, ...row }) => ({
    ...row,
    title: data?.title ?? null,
    tries: tries.filter(({ deliveryId }) => deliveryId === row.id),
  }));
  return ok({ deliveries, place });
}

const LINES = 25;
