import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Change } from '#shared/operations/change/change.ts';
import { TEST_TYPE, waitAfter } from '#shared/operations/webhook/webhook.ts';
import type { Db } from '../../kernel/client.ts';
import { inTransaction, type Tx } from '../../kernel/transaction.ts';
import { isHeardByGroup } from '../../news/notification/group-hearing.ts';
import { isHeardByAll } from '../../news/notification/programme-events.ts';
import { activities } from '../../people/activity/schema.ts';
import { groups } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { asChange, WRITTEN } from '../change/changes.ts';
import { webhookDeliveries, webhooks, webhookTries } from './schema.ts';
import { mayManageWebhooks } from './webhook-rights.ts';
import { type AskedOfWebhooks, hold, pauseByPlatform } from './webhooks.ts';

/** Puts a delivery in the queue, in this transaction. */
export type QueueDelivery = (tx: Db, deliveryId: string, afterSeconds?: number) => Promise<void>;

interface Queueing {
  readonly queue: QueueDelivery;
  readonly newId: () => string;
  readonly now: Date;
}

/** [WH7] Of what has just got its place in the change feed: a delivery for each webhook that wants it, once. */
export async function queueDeliveries(
  tx: Db,
  activityIds: readonly string[],
  { queue, newId, now }: Queueing,
): Promise<void> {
  const active = await tx.select().from(webhooks).where(isNull(webhooks.pausedAt));
  if (active.length === 0) return;
  const changes = await findChanges(tx, activityIds, now);
  for (const { activityId, change } of changes) {
    for (const webhook of active) {
      const isWanted =
        (webhook.groupId === null || webhook.groupId === change.group?.id) &&
        (webhook.types === null || webhook.types.some((type) => type === change.type)) &&
        change.at >= webhook.createdAt;
      if (!isWanted) continue;
      const row = { id: newId(), webhookId: webhook.id, activityId, type: change.type, createdAt: now };
      const [made] = await tx
        .insert(webhookDeliveries)
        .values({ ...row, isByHand: false, state: 'waiting' })
        .onConflictDoNothing()
        .returning({ id: webhookDeliveries.id });
      if (made) await queue(tx, made.id);
    }
  }
}

/** What is to be sent now, where, and signed with what. */
export interface DueDelivery {
  readonly webhook: {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly groupId: string | null;
    readonly groupName: string | null;
    /** Closed by the seal: the newest first. */
    readonly secrets: readonly string[];
  };
  /** Null for a test. */
  readonly change: Change | null;
  readonly createdAt: Date;
}

/**
 * [WH6] [WH9] What a delivery says at this moment. Null, and noted, when it is not to be sent: it was already, its webhook is paused, whoever
 * answers for that may no longer manage it (it is then paused), or what it told may not be told any more.
 */
export function takeDelivery(
  db: Db,
  { deliveryId, now }: { deliveryId: string; now: Date },
): Promise<DueDelivery | null> {
  return inTransaction(db, async (tx) => {
    const [found] = await tx
      .select({ delivery: webhookDeliveries, webhook: webhooks, groupName: groups.name })
      .from(webhookDeliveries)
      .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
      .leftJoin(groups, eq(groups.id, webhooks.groupId))
      .where(and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.state, 'waiting')));
    if (!found) return null;
    const { delivery, webhook, groupName } = found;
    const end = async (state: 'skipped' | 'withdrawn') => {
      await tx.update(webhookDeliveries).set({ state }).where(eq(webhookDeliveries.id, deliveryId));
      return null;
    };
    if (!delivery.isByHand) {
      if (webhook.pausedAt) return end('skipped');
      const { ownerId, groupId } = webhook;
      const may = ownerId ? await mayManageWebhooks(tx, { groupId, userId: ownerId, now }) : fail('left');
      if (!may.ok) {
        await end('skipped');
        await pauseByPlatform(tx, { webhookId: webhook.id, reason: 'owner', now });
        return null;
      }
    }
    const [told] = delivery.activityId ? await findChanges(tx, [delivery.activityId], now) : [];
    if (delivery.activityId && !told) return end('withdrawn');
    const isOlderValid = webhook.olderSecretUntil !== null && webhook.olderSecretUntil > now;
    const { id, name, url, groupId, secret, olderSecret } = webhook;
    const secrets = [secret, ...(isOlderValid && olderSecret ? [olderSecret] : [])];
    return {
      webhook: { id, name, url, groupId, groupName, secrets },
      change: told?.change ?? null,
      createdAt: delivery.createdAt,
    };
  });
}

/** One request, and what came of it. */
export interface Tried {
  readonly at: Date;
  readonly milliseconds: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly answer: string;
}

/** That a webhook was paused, and who is to know. */
export interface PausedWebhook {
  readonly id: string;
  readonly name: string;
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly reason: 'failed' | 'gone';
  readonly owner: { readonly name: string; readonly email: string } | null;
}

/**
 * [WH4] [WH6] Writes down what came of a try: delivered by any 2xx; else again later, or never and the webhook is paused, which a 410 does at
 * once. `onPaused` is called in the same transaction; that it was is answered too.
 */
export function noteTry(
  db: Db,
  {
    deliveryId,
    tried,
    now,
    queue,
    onPaused = async () => undefined,
  }: {
    deliveryId: string;
    tried: Tried;
    now: Date;
    queue: QueueDelivery;
    onPaused?: (tx: Db, paused: PausedWebhook) => Promise<void>;
  },
): Promise<PausedWebhook | null> {
  return inTransaction(db, async (tx) => {
    const isDelivered = tried.status !== null && tried.status >= 200 && tried.status < 300;
    const [delivery] = await tx
      .update(webhookDeliveries)
      .set({ tries: sql`${webhookDeliveries.tries} + 1` })
      .where(and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.state, 'waiting')))
      .returning();
    if (!delivery) return null;
    await tx.insert(webhookTries).values({ deliveryId, number: delivery.tries, ...tried });
    const isGone = tried.status === 410;
    const wait = isDelivered || isGone || delivery.isByHand ? null : waitAfter(delivery.tries);
    if (wait !== null) {
      await queue(tx, deliveryId, wait);
      return null;
    }
    const state = isDelivered ? 'delivered' : 'failed';
    await tx.update(webhookDeliveries).set({ state }).where(eq(webhookDeliveries.id, deliveryId));
    if (isDelivered || (delivery.isByHand && !isGone)) return null;
    const reason = isGone ? 'gone' : 'failed';
    const { webhookId } = delivery;
    if (!(await pauseByPlatform(tx, { webhookId, reason, now }))) return null;
    const paused = await findPaused(tx, webhookId, reason, now);
    if (paused) await onPaused(tx, paused);
    return paused;
  });
}

async function findPaused(
  tx: Db,
  webhookId: string,
  reason: PausedWebhook['reason'],
  now: Date,
): Promise<PausedWebhook | null> {
  const [row] = await tx
    .select({
      id: webhooks.id,
      name: webhooks.name,
      group: { id: groups.id, name: groups.name },
      ownerId: webhooks.ownerId,
      owner: { name: users.name, email: users.email },
    })
    .from(webhooks)
    .leftJoin(groups, eq(groups.id, webhooks.groupId))
    .leftJoin(users, eq(users.id, webhooks.ownerId))
    .where(eq(webhooks.id, webhookId));
  if (!row) return null;
  const { ownerId, owner, ...webhook } = row;
  const groupId = webhook.group?.id ?? null;
  const may = ownerId !== null && (await mayManageWebhooks(tx, { groupId, userId: ownerId, now })).ok;
  return { ...webhook, reason, owner: may ? owner : null };
}

/** [WH7] Sends a test, once. Refused: 'access.notFound', 'webhook.busy' while another one waits. */
export async function sendTest(
  tx: Tx,
  { webhookId, queue, newId, ...asked }: AskedOfWebhooks & Queueing & { webhookId: string },
): Promise<Result<void, 'access.notFound' | 'webhook.busy'>> {
  const held = await hold(tx, { ...asked, webhookId });
  if (!held.ok) return held;
  const [waiting] = await tx
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.webhookId, webhookId),
        eq(webhookDeliveries.type, TEST_TYPE),
        eq(webhookDeliveries.state, 'waiting'),
      ),
    );
  if (waiting) return fail('webhook.busy');
  const row = { id: newId(), webhookId, activityId: null, type: TEST_TYPE, createdAt: asked.now };
  await tx.insert(webhookDeliveries).values({ ...row, isByHand: true, state: 'waiting' });
  await queue(tx, row.id);
  return ok();
}

/** [WH7] Sends one again, once, under the same id. Refused: 'access.notFound', 'webhook.busy' while it waits. */
export async function sendAgain(
  tx: Tx,
  {
    webhookId,
    deliveryId,
    queue,
    ...asked
  }: AskedOfWebhooks & Pick<Queueing, 'queue'> & { webhookId: string; deliveryId: string },
): Promise<Result<void, 'access.notFound' | 'webhook.busy'>> {
  const held = await hold(tx, { ...asked, webhookId });
  if (!held.ok) return held;
  const [delivery] = await tx
    .select({ state: webhookDeliveries.state })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.webhookId, webhookId)));
  if (!delivery) return fail('access.notFound');
  if (delivery.state === 'waiting') return fail('webhook.busy');
  await tx
    .update(webhookDeliveries)
    .set({ isByHand: true, state: 'waiting' })
    .where(eq(webhookDeliveries.id, deliveryId));
  await queue(tx, deliveryId);
  return ok();
}

/** [WH9] [WH10] Lines of these activities that everybody in their group, or in the programme, may hear at this moment, in the order of the feed. */
async function findChanges(
  db: Db,
  activityIds: readonly string[],
  now: Date,
): Promise<{ activityId: string; change: Change }[]> {
  const rows = await db
    .select(WRITTEN)
    .from(activities)
    .leftJoin(groups, eq(groups.id, activities.groupId))
    .leftJoin(users, eq(users.id, activities.actorId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(
      and(
        inArray(activities.id, [...activityIds]),
        or(and(isNotNull(activities.groupId), isHeardByGroup(db)), await isHeardByAll(db, now)),
      ),
    )
    .orderBy(activities.position);
  return rows.flatMap((row) => asChange(row).map((change) => ({ activityId: row.id, change })));
}
