import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { documentVisits } from '#db/documents/history/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { idempotentAnswers } from '#db/kernel/idempotency-schema.ts';
import { applyRetention, findRetention, setRetention } from '#db/operations/personal-data/retention.ts';
import { invitations } from '#db/people/invitation/schema.ts';
import { sessions, verifications } from '#db/people/person/schema.ts';
import { aDocument, aGroup, aPerson } from '#db/seed/builders/builders.ts';
import {
  parseRetentionDays,
  RETENTION_KEYS,
  RETENTIONS,
} from '#shared/operations/personal-data/retention.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2026-03-14T09:00:00Z');
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY);

/** One row of each kind, that many days old. */
async function rowsOf(db: Db, days: number) {
  const site = siteOf(db, now);
  const person = await aPerson(site);
  const group = await aGroup(site);
  const document = await aDocument(site, { groupId: group.id, createdBy: person.id });
  const at = daysAgo(days);
  const id = site.newId();
  await db
    .insert(sessions)
    .values({ id, tokenHash: id, userId: person.id, expiresAt: at, createdAt: at, updatedAt: at });
  await db
    .insert(verifications)
    .values({ id, identifier: id, value: '', expiresAt: at, createdAt: at, updatedAt: at });
  await db.insert(invitations).values({
    id,
    tokenHash: id,
    email: 'a@b.example',
    name: 'A',
    invitedBy: person.id,
    createdAt: at,
    expiresAt: at,
  });
  await db.insert(documentVisits).values({ documentId: document.id, userId: person.id, seq: 1, at });
  await db
    .insert(idempotentAnswers)
    .values({ userId: person.id, key: id, requestHash: '', status: 200, body: {}, at });
  return id;
}

describe('how long things are kept', () => {
  test('[PD9] is what the product proposes until the coordination sets it, which the audit trail says; nobody else may', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      const [coordinator, member] = [
        await aPerson(site, { platformRole: 'coordinator' }),
        await aPerson(site),
      ];
      const proposed = await findRetention(db);
      for (const key of RETENTION_KEYS) expect(proposed[key]).toBe(RETENTIONS[key].days);
      const retention = { ...proposed, invitations: 30 };
      const typed = Object.fromEntries(Object.entries(retention).map(([key, days]) => [key, String(days)]));
      const set = (userId: string) =>
        operationsOn(db, { now: () => now }).run('retention.set', { userId }, typed);
      expect(await set(member.id)).toMatchObject({ error: 'access.notFound' });
      expect((await set(coordinator.id)).ok).toBe(true);
      expect(await findRetention(db)).toEqual(retention);
    }));

  test('[PD9] is a whole number of days within its bounds', () => {
    expect(parseRetentionDays('invitations', ' 45 ')).toBe(45);
    for (const typed of ['', '0', '-1', '1.5', '731', 'trente', '1e2'])
      expect(parseRetentionDays('invitations', typed)).toBeNull();
  });

  test('[PD10] what is older goes, a day before it stays, and another duration moves the day', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      const coordinator = await aPerson(site, { platformRole: 'coordinator' });
      const [young, old] = [await rowsOf(db, 89), await rowsOf(db, 91)];
      const kept = async (id: string) =>
        (await db.select().from(invitations).where(eq(invitations.id, id))).length === 1;
      const { deleted, mailsBefore } = await applyRetention(db, { now });
      expect(deleted).toMatchObject({
        sessions: 2,
        verifications: 2,
        invitations: 1,
        documentVisits: 0,
        answers: 2,
      });
      expect(mailsBefore).toEqual(daysAgo(30));
      expect([await kept(young), await kept(old)]).toEqual([true, false]);
      const retention = { ...(await findRetention(db)), invitations: 60, visits: 90 };
      await setRetention(db, { retention, userId: coordinator.id, now });
      expect((await applyRetention(db, { now })).deleted).toMatchObject({
        invitations: 1,
        documentVisits: 1,
      });
      expect(await kept(young)).toBe(false);
    }));

  test('[PD10] a sign-in ends after its days, however much it is used', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      const coordinator = await aPerson(site, { platformRole: 'coordinator' });
      const used = { userId: coordinator.id, expiresAt: daysAgo(-14), updatedAt: now };
      for (const days of [29, 31]) {
        const id = `${days} days`;
        await db.insert(sessions).values({ id, tokenHash: id, createdAt: daysAgo(days), ...used });
      }
      const left = async () => (await db.select({ id: sessions.id }).from(sessions)).map(({ id }) => id);
      expect((await applyRetention(db, { now })).deleted.sessions).toBe(1);
      expect(await left()).toEqual(['29 days']);
      const retention = { ...(await findRetention(db)), signIns: 29 };
      await setRetention(db, { retention, userId: coordinator.id, now });
      await applyRetention(db, { now });
      expect(await left()).toEqual([]);
    }));
});
