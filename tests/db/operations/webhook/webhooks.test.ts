import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { numberChanges } from '#db/operations/change/changes.ts';
import { applyRetention } from '#db/operations/personal-data/retention.ts';
import { webhookDeliveries, webhooks } from '#db/operations/webhook/schema.ts';
import { noteTry, queueDeliveries, takeDelivery } from '#db/operations/webhook/webhook-deliveries.ts';
import { listDeliveries } from '#db/operations/webhook/webhook-log.ts';
import { findWebhook, listWebhooks } from '#db/operations/webhook/webhooks.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import type { ChangeType } from '#shared/operations/change/change.ts';
import { WEBHOOKS_MAX } from '#shared/operations/webhook/webhook.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { happened } from '#tests/support/programme/heard-objects.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const absent = { ok: false, error: 'access.notFound' };
const forbidden = { ok: false, error: 'access.forbidden' };

/** Nadia facilitates one group, Étienne contributes to it, Olga facilitates another one; an administrator has the whole space. */
async function fill(db: Db) {
  const site = siteOf(db, now);
  const [group, other] = [await aGroup(site, { name: 'Nature' }), await aGroup(site)];
  const person = async (groupId: string, role: 'facilitator' | 'contributor') => {
    const { id } = await aPerson(site);
    await aMember(site, { groupId, userId: id, role });
    return id;
  };
  const nadia = await person(group.id, 'facilitator');
  const etienne = await person(group.id, 'contributor');
  const olga = await person(other.id, 'facilitator');
  const { id: coordinator } = await aPerson(site, { platformRole: 'coordinator' });
  const { id: admin } = await aPerson(site, { platformRole: 'admin' });
  const queued: string[] = [];
  const waits: (number | undefined)[] = [];
  const queue = async (_tx: Db, deliveryId: string, after?: number) => {
    queued.push(deliveryId);
    waits.push(after);
  };
  const operations = operationsOn(db, { now: () => now });
  const make = async (userId: string, groupId: string | null, types: ChangeType[] | null = null) => {
    const secret = `sealed ${site.newId()}`;
    const typed = {
      ...{ name: 'Salon', url: 'https://exemple.fr/entree' },
      ...(types ? { which: 'some' as const, types: [...types] } : { which: 'all' as const, types: [] }),
    };
    const wish = { groupId, ...typed, secret };
    const made = await operations.run('webhook.create', { userId }, wish);
    return { id: made.ok ? made.value.id : '', secret, made };
  };
  /** Says that a document of the first group was renamed, and gives that its place in the feed. */
  const rename = async (visibility: 'group' | 'restricted' = 'group', groupId = group.id) => {
    const document = await aDocument(site, { groupId, createdBy: nadia, title: 'Ombre' });
    await db.update(documents).set({ visibility }).where(eq(documents.id, document.id));
    await happened(site, { id: document.id, verb: 'document.renamed' }, { groupId, by: nadia });
    queued.length = 0;
    await numberChanges(db, (tx, ids) => queueDeliveries(tx, ids, { queue, newId: site.newId, now }));
    return document.id;
  };
  const take = (deliveryId = queued[0] ?? '') => takeDelivery(db, { deliveryId, now });
  const stateOf = async (id: string) => {
    const [row] = await db.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id));
    return row?.state;
  };
  const pauseOf = async (id: string) => {
    const [row] = await db.select().from(webhooks).where(eq(webhooks.id, id));
    return row?.pauseReason;
  };
  const people = { nadia, etienne, olga, coordinator, admin };
  const tools = { operations, make, rename, take, stateOf, pauseOf, queue, queued, waits };
  return { site, group, other, ...people, ...tools };
}

describe('[WH1] who manages webhooks', () => {
  test('of a group its facilitators, of the whole space administrators: for anybody else each function refuses', () =>
    withDb(async (db) => {
      const { group, other, nadia, etienne, olga, coordinator, admin, make, operations } = await fill(db);
      const { id: ofGroup } = await make(nadia, group.id);
      const { id: ofSpace } = await make(admin, null);
      const each = async (userId: string, groupId: string | null, webhookId: string) => {
        const asked = { userId, groupId, webhookId, now };
        const fields = { name: 'Autre', url: 'https://autre.exemple/', which: 'all' as const, types: [] };
        const one = { groupId, webhookId };
        const by = { userId };
        return [
          await findWebhook(db, asked),
          await operations.run('webhook.change', by, { ...one, ...fields }),
          await operations.run('webhook.pause', by, one),
          await operations.run('webhook.resume', by, one),
          await operations.run('webhook.rotate', by, { ...one, secret: 'stolen' }),
          await operations.run('webhook.test', by, one),
          await operations.run('webhook.again', by, { ...one, delivery: 'any' }),
          await listDeliveries(db, { ...asked, page: 1 }),
          await operations.run('webhook.remove', by, one),
        ];
      };
      const all = async (userId: string, groupId: string | null, webhookId: string) => {
        const [first, ...rest] = await each(userId, groupId, webhookId);
        for (const one of rest) expect(one).toMatchObject(first ?? {});
        return first;
      };
      expect(await all(etienne, group.id, ofGroup)).toEqual(forbidden);
      expect(await all(olga, group.id, ofGroup)).toEqual(absent);
      expect(await all(olga, other.id, ofGroup)).toEqual(absent);
      expect(await all(coordinator, null, ofSpace)).toEqual(absent);
      expect(await all(admin, null, ofGroup)).toEqual(absent);
      await db.update(users).set({ suspendedAt: now }).where(eq(users.id, nadia));
      expect(await all(nadia, group.id, ofGroup)).toEqual(absent);
      expect((await make(etienne, group.id)).made).toMatchObject(forbidden);
      expect((await make(coordinator, null)).made).toMatchObject(absent);
      expect(await listWebhooks(db, { groupId: group.id, userId: etienne, now })).toEqual(forbidden);
      const kept = await listWebhooks(db, { groupId: group.id, userId: coordinator, now });
      expect(kept).toMatchObject({ ok: true, value: [{ id: ofGroup, name: 'Salon', pausedAt: null }] });
    }));

  test('[WH2] [WH8] twenty in one place; each change is a line of the audit trail, and no secret is in it', () =>
    withDb(async (db) => {
      const { group, nadia, make, admin, operations } = await fill(db);
      const { id } = await make(nadia, group.id);
      const [one, by] = [{ groupId: group.id, webhookId: id }, { userId: nadia }];
      const fields = { name: 'Équipe', url: 'https://b.exemple/', which: 'all' as const, types: [] };
      await operations.run('webhook.change', by, { ...one, ...fields });
      await operations.run('webhook.pause', by, one);
      await operations.run('webhook.resume', by, one);
      await operations.run('webhook.rotate', by, { ...one, secret: 'sealed new' });
      await operations.run('webhook.remove', by, one);
      const lines = await db
        .select()
        .from(auditEntries)
        .where(eq(auditEntries.subjectId, id))
        .orderBy(auditEntries.sequence);
      expect(lines.map(({ action }) => action.split('.')[1])).toEqual([
        ...['created', 'changed', 'paused', 'resumed', 'secretRotated', 'deleted'],
      ]);
      expect(JSON.stringify(lines)).not.toContain('sealed');
      for (let count = 0; count < WEBHOOKS_MAX; count++) await make(nadia, group.id);
      expect((await make(nadia, group.id)).made).toMatchObject({ ok: false, error: 'webhook.tooMany' });
      expect((await make(admin, null)).made.ok).toBe(true);
    }));
});

describe('[WH9] what a webhook is told', () => {
  test('the events that it chose, of its group only; of the whole space those of every group; each once', () =>
    withDb(async (db) => {
      const { group, other, nadia, olga, admin, make, rename, queued, take } = await fill(db);
      await make(nadia, group.id, ['board.created']);
      const { id: mine } = await make(nadia, group.id, ['document.renamed']);
      await make(olga, other.id);
      const { id: ofSpace } = await make(admin, null);
      await rename();
      expect(queued).toHaveLength(2);
      const told = [await take(queued[0]), await take(queued[1])];
      expect(told.map((due) => due?.webhook.id).toSorted()).toEqual([mine, ofSpace].toSorted());
      expect(told[0]?.change).toMatchObject({ type: 'document.renamed', object: { title: 'Ombre' } });
      expect(told[0]?.change?.id).toBe(told[1]?.change?.id);
    }));

  test('nothing of a restricted document, nor of what became so or went away before it left', () =>
    withDb(async (db) => {
      const { nadia, group, make, rename, queued, take, stateOf } = await fill(db);
      const { id } = await make(nadia, group.id);
      await rename('restricted');
      expect(queued).toEqual([]);
      const documentId = await rename();
      const [delivery = ''] = queued;
      await db.update(documents).set({ visibility: 'restricted' }).where(eq(documents.id, documentId));
      expect(await take(delivery)).toBeNull();
      expect(await stateOf(delivery)).toBe('withdrawn');
      const log = await listDeliveries(db, {
        ...{ userId: nadia, groupId: group.id, webhookId: id },
        ...{ now, page: 1 },
      });
      expect(log).toMatchObject({ ok: true, value: { deliveries: [{ title: null, state: 'withdrawn' }] } });
    }));

  test('nothing of before it was made, and nothing while it is paused', () =>
    withDb(async (db) => {
      const { operations, nadia, group, make, rename, queued, take, stateOf } = await fill(db);
      await rename();
      const { id } = await make(nadia, group.id);
      await db.update(webhooks).set({ createdAt: new Date(now.getTime() + 1) });
      await rename();
      expect(queued).toEqual([]);
      await db.update(webhooks).set({ createdAt: now });
      await rename();
      const [delivery = ''] = queued;
      await operations.run('webhook.pause', { userId: nadia }, { groupId: group.id, webhookId: id });
      expect(await take(delivery)).toBeNull();
      expect(await stateOf(delivery)).toBe('skipped');
      await rename();
      expect(queued).toEqual([]);
    }));

  test('[WH6] it is paused when whoever answers for it may manage it no more; whoever sets it going again answers', () =>
    withDb(async (db) => {
      const { nadia, coordinator, group, make, rename, queued, take, pauseOf, operations } = await fill(db);
      const { id } = await make(nadia, group.id);
      await rename();
      await db.update(groupMembers).set({ role: 'contributor' }).where(eq(groupMembers.userId, nadia));
      expect(await take()).toBeNull();
      expect(await pauseOf(id)).toBe('owner');
      await operations.run('webhook.resume', { userId: coordinator }, { groupId: group.id, webhookId: id });
      await rename();
      expect(queued).toHaveLength(1);
      expect(await take()).not.toBeNull();
    }));
});

describe('[WH4] [WH6] [WH7] what becomes of a delivery', () => {
  const tried = { at: now, milliseconds: 12, status: 503, error: null, answer: 'plus tard' };

  test('tried eight times, later and later, then the webhook is paused and whoever answers for it is told', () =>
    withDb(async (db) => {
      const { nadia, group, make, rename, queue, queued, waits, stateOf, pauseOf } = await fill(db);
      const { id } = await make(nadia, group.id);
      await rename();
      const [deliveryId = ''] = queued;
      waits.length = 0;
      for (let count = 1; count < 8; count++)
        expect(await noteTry(db, { deliveryId, tried, now, queue })).toBeNull();
      expect(waits).toEqual([30, 300, 1_800, 7_200, 21_600, 50_400, 86_400]);
      const paused = await noteTry(db, { deliveryId, tried, now, queue });
      expect(paused).toMatchObject({ id, reason: 'failed', group: { name: 'Nature' }, owner: {} });
      expect(await stateOf(deliveryId)).toBe('failed');
      expect(await pauseOf(id)).toBe('failed');
      expect(await noteTry(db, { deliveryId, tried, now, queue })).toBeNull();
    }));

  test('paused at once by a 410; sent again by hand once, under the same id, although it is paused', () =>
    withDb(async (db) => {
      const { nadia, group, make, rename, queue, queued, take, stateOf, pauseOf, operations } =
        await fill(db);
      const { id } = await make(nadia, group.id);
      await rename();
      const [deliveryId = ''] = queued;
      const first = await take(deliveryId);
      const gone = { ...tried, status: 410 };
      expect(await noteTry(db, { deliveryId, tried: gone, now, queue })).toMatchObject({ reason: 'gone' });
      expect(await pauseOf(id)).toBe('gone');
      const asked = { userId: nadia, groupId: group.id, webhookId: id, now };
      const again = () =>
        operations.run(
          'webhook.again',
          { userId: nadia },
          { groupId: group.id, webhookId: id, delivery: deliveryId },
        );
      expect((await again()).ok).toBe(true);
      expect(await again()).toMatchObject({ error: 'webhook.busy' });
      expect((await take(deliveryId))?.change).toEqual(first?.change);
      await noteTry(db, { deliveryId, tried, now, queue });
      expect(await stateOf(deliveryId)).toBe('failed');
      const log = await listDeliveries(db, { ...asked, page: 1 });
      expect(log).toMatchObject({
        ok: true,
        value: {
          deliveries: [
            {
              title: 'Ombre',
              tries: [
                { number: 1, status: 410 },
                { number: 2, status: 503 },
              ],
            },
          ],
        },
      });
      await applyRetention(db, { now: new Date(now.getTime() + 31 * 86_400_000) });
      expect(await listDeliveries(db, { ...asked, page: 1 })).toMatchObject({ value: { deliveries: [] } });
    }));

  test('[WH3] the secret before signs beside the new one for a day', () =>
    withDb(async (db) => {
      const { nadia, group, make, rename, queued, operations } = await fill(db);
      const { id, secret } = await make(nadia, group.id);
      const rotated = { groupId: group.id, webhookId: id, secret: 'sealed new' };
      await operations.run('webhook.rotate', { userId: nadia }, rotated);
      await rename();
      const at = (hours: number) =>
        takeDelivery(db, { deliveryId: queued[0] ?? '', now: new Date(now.getTime() + hours * 3_600_000) });
      expect((await at(23))?.webhook.secrets).toEqual(['sealed new', secret]);
      expect((await at(25))?.webhook.secrets).toEqual(['sealed new']);
    }));
});
