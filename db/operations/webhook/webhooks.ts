import { and, asc, count, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { AuditAction } from '#shared/kernel/audit/audit.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  type DeliveryState,
  OLDER_SECRET_HOURS,
  type PauseReason,
  WEBHOOKS_MAX,
  type WebhookFields,
} from '#shared/operations/webhook/webhook.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { webhookDeliveries, webhooks } from './schema.ts';
import { mayManageWebhooks } from './webhook-rights.ts';

/** Who asks, where (null: the whole space) and when. */
export interface AskedOfWebhooks {
  readonly groupId: string | null;
  readonly userId: string;
  readonly now: Date;
}
type AccessRefusal = 'access.notFound' | 'access.forbidden';
type OneAsked = AskedOfWebhooks & { readonly webhookId: string };

/** A webhook as its managers see it: no secret is in it. */
export interface Webhook extends WebhookFields {
  readonly id: string;
  readonly groupId: string | null;
  /** Null for somebody who left. */
  readonly owner: string | null;
  readonly pausedAt: Date | null;
  readonly pauseReason: PauseReason | null;
  readonly olderSecretUntil: Date | null;
  readonly createdAt: Date;
}

/** Beside it, what was sent last. */
export interface ListedWebhook extends Webhook {
  readonly last: { readonly at: Date; readonly state: DeliveryState } | null;
}

const SHOWN = {
  id: webhooks.id,
  groupId: webhooks.groupId,
  name: webhooks.name,
  url: webhooks.url,
  types: webhooks.types,
  owner: users.name,
  pausedAt: webhooks.pausedAt,
  pauseReason: webhooks.pauseReason,
  olderSecretUntil: webhooks.olderSecretUntil,
  createdAt: webhooks.createdAt,
};

/** [WH1] The webhooks of a group or of the whole space, the oldest first, for those who manage them. */
export async function listWebhooks(
  db: Db,
  asked: AskedOfWebhooks,
): Promise<Result<ListedWebhook[], AccessRefusal>> {
  const may = await mayManageWebhooks(db, asked);
  if (!may.ok) return may;
  const last = db
    .selectDistinctOn([webhookDeliveries.webhookId], {
      webhookId: webhookDeliveries.webhookId,
      at: webhookDeliveries.createdAt,
      state: webhookDeliveries.state,
    })
    .from(webhookDeliveries)
    .orderBy(
      webhookDeliveries.webhookId,
      sql`${webhookDeliveries.createdAt} desc`,
      sql`${webhookDeliveries.id} desc`,
    )
    .as('last');
  const rows = await db
    .select({ ...SHOWN, at: last.at, state: last.state })
    .from(webhooks)
    .leftJoin(users, eq(users.id, webhooks.ownerId))
    .leftJoin(last, eq(last.webhookId, webhooks.id))
    .where(ofPlace(asked.groupId))
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id));
  return ok(rows.map(({ at, state, ...row }) => ({ ...row, last: at && state ? { at, state } : null })));
}

/** [WH1] One of them. Of another group, or unknown: 'access.notFound'. */
export async function findWebhook(db: Db, asked: OneAsked): Promise<Result<Webhook, AccessRefusal>> {
  const may = await mayManageWebhooks(db, asked);
  if (!may.ok) return may;
  const [row] = await db
    .select(SHOWN)
    .from(webhooks)
    .leftJoin(users, eq(users.id, webhooks.ownerId))
    .where(isOne(asked));
  return row ? ok(row) : fail('access.notFound');
}

/** [WH2] [WH8] Makes a webhook; `secret` is closed by the seal. */
export async function createWebhook(
  tx: Tx,
  { id, fields, secret, ...asked }: AskedOfWebhooks & { id: string; fields: WebhookFields; secret: string },
): Promise<Result<void, 'webhook.tooMany'>> {
  const { groupId, userId, now } = asked;
  // Of two that are made at once the second waits, and is counted after the first.
  if (groupId) await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('update');
  const [held] = await tx.select({ count: count() }).from(webhooks).where(ofPlace(groupId));
  if ((held?.count ?? 0) >= WEBHOOKS_MAX) return fail('webhook.tooMany');
  const stamps = { createdAt: now, updatedAt: now };
  await tx.insert(webhooks).values({ id, groupId, ...fields, ownerId: userId, secret, ...stamps });
  await note(tx, { ...asked, webhookId: id }, fields.name, 'webhook.created', { url: fields.url });
  return ok();
}

/** [WH6] [WH8] Changes it; whoever does answers for it from then on. */
export function changeWebhook(
  tx: Tx,
  { fields, ...asked }: OneAsked & { fields: WebhookFields },
): Promise<Result<void, 'access.notFound'>> {
  return changing(tx, asked, 'webhook.changed', { url: fields.url }, () => ({
    ...fields,
    ownerId: asked.userId,
  }));
}

/** [WH6] [WH8] Sends nothing any more, until it is set going again. */
export function pauseWebhook(tx: Tx, asked: OneAsked): Promise<Result<void, 'access.notFound'>> {
  return changing(tx, asked, 'webhook.paused', { reason: 'byHand' }, () => ({
    pausedAt: asked.now,
    pauseReason: 'byHand',
  }));
}

/** [WH6] [WH8] Sends again what happens from now on; whoever says so answers for it. */
export function resumeWebhook(tx: Tx, asked: OneAsked): Promise<Result<void, 'access.notFound'>> {
  return changing(tx, asked, 'webhook.resumed', {}, () => ({
    pausedAt: null,
    pauseReason: null,
    ownerId: asked.userId,
  }));
}

/** [WH3] [WH8] Another secret, closed by the seal; the one before signs beside it for a day. */
export function rotateWebhookSecret(
  tx: Tx,
  { secret, ...asked }: OneAsked & { secret: string },
): Promise<Result<void, 'access.notFound'>> {
  return changing(tx, asked, 'webhook.secretRotated', {}, (before) => ({
    secret,
    olderSecret: before.secret,
    olderSecretUntil: new Date(asked.now.getTime() + OLDER_SECRET_HOURS * 3_600_000),
  }));
}

/** [WH8] Deletes it, with its log. */
export async function deleteWebhook(tx: Tx, asked: OneAsked): Promise<Result<void, 'access.notFound'>> {
  const held = await hold(tx, asked);
  if (!held.ok) return held;
  await tx.delete(webhooks).where(eq(webhooks.id, asked.webhookId));
  await note(tx, asked, held.value.name, 'webhook.deleted', { url: held.value.url });
  return ok();
}

/** [WH6] [WH8] The platform itself pauses it; false when it was paused already. */
export async function pauseByPlatform(
  tx: Tx,
  { webhookId, reason, now }: { webhookId: string; reason: Exclude<PauseReason, 'byHand'>; now: Date },
): Promise<boolean> {
  const [paused] = await tx
    .update(webhooks)
    .set({ pausedAt: now, pauseReason: reason, updatedAt: now })
    .where(and(eq(webhooks.id, webhookId), isNull(webhooks.pausedAt)))
    .returning({ name: webhooks.name });
  if (!paused) return false;
  const subject = { kind: 'webhook' as const, id: webhookId, name: paused.name };
  await recordAudit(tx, { actorId: null, action: 'webhook.paused', subject, payload: { reason }, now });
  return true;
}

async function changing(
  tx: Tx,
  asked: OneAsked,
  action: AuditAction,
  payload: Record<string, string>,
  change: (before: typeof webhooks.$inferSelect) => Partial<typeof webhooks.$inferInsert>,
): Promise<Result<void, 'access.notFound'>> {
  const held = await hold(tx, asked);
  if (!held.ok) return held;
  const set = { ...change(held.value), updatedAt: asked.now };
  await tx.update(webhooks).set(set).where(eq(webhooks.id, asked.webhookId));
  await note(tx, asked, set.name ?? held.value.name, action, payload);
  return ok();
}

/** The row, locked. */
export async function hold(
  tx: Tx,
  one: Pick<OneAsked, 'groupId' | 'webhookId'>,
): Promise<Result<typeof webhooks.$inferSelect, 'access.notFound'>> {
  const [row] = await tx.select().from(webhooks).where(isOne(one)).for('update');
  return row ? ok(row) : fail('access.notFound');
}

function note(
  tx: Tx,
  { webhookId, userId, groupId, now }: OneAsked,
  name: string,
  action: AuditAction,
  payload: Record<string, string>,
) {
  const subject = { kind: 'webhook' as const, id: webhookId, name };
  return recordAudit(tx, { actorId: userId, action, subject, payload: { ...payload, groupId }, now });
}

function ofPlace(groupId: string | null): SQL {
  return groupId === null ? isNull(webhooks.groupId) : eq(webhooks.groupId, groupId);
}

function isOne({ webhookId, groupId }: Pick<OneAsked, 'groupId' | 'webhookId'>) {
  return and(eq(webhooks.id, webhookId), ofPlace(groupId));
}
