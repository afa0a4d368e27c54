import { expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { listChanges } from '#db/meetings/decision/decision-changes.ts';
import { decisions } from '#db/meetings/decision/schema.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { paths } from '#shared/paths.ts';
import { withDb } from '#tests/support/database.ts';
import { hearing, ORIGIN, operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2026-03-03T09:00:00Z');
const absent = expect.objectContaining({ error: 'access.notFound' });
const forbidden = expect.objectContaining({ error: 'access.forbidden' });

/** Two decisions of a document, the earlier first. */
async function around(db: Tx) {
  const site = siteOf(db, now);
  const group = await aGroup(site);
  const person = async (role: GroupRole | null) => {
    const { id } = await aPerson(site);
    if (role) await aMember(site, { groupId: group.id, userId: id, role });
    return { userId: id };
  };
  const [anna, observer, outsider] = [
    await person('facilitator'),
    await person('observer'),
    await person(null),
  ];
  const document = await aDocument(site, { groupId: group.id, createdBy: anna.userId });
  const ids = ['Avant', 'Après'].map((text, rank) => ({ id: site.newId(), text, rank }));
  await db.insert(decisions).values(
    ids.map(({ id, text, rank }) => ({
      ...{ id, text, rank, groupId: group.id, documentId: document.id, createdBy: anna.userId },
      ...{ isInText: true, seenAt: now, decidedOn: '2026-03-03', year: 2026, number: rank + 1 },
    })),
  );
  const rooms = hearing();
  const { run } = operationsOn(db, { now: () => now, rooms });
  const [old = '', recent = ''] = ids.map(({ id }) => id);
  return { group, document, anna, observer, outsider, old, recent, run, rooms };
}

test('[DA4] who may changes an earlier decision, its document hears of it, and takes the change back', () =>
  withDb(async (db) => {
    const { anna, old, recent, document, run, rooms } = await around(db);
    const amends = (decisionId: string, target: string) =>
      run('decision.change', anna, { decisionId, kind: 'amends', target });
    expect(await amends(old, recent)).toMatchObject({ fields: { target: 'decision.notEarlier' } });
    expect(await amends(recent, '')).toMatchObject({ fields: { target: 'decision.notFound' } });
    expect(rooms.told).toEqual([]);
    expect(await amends(recent, old)).toMatchObject({ ok: true, value: { number: 1 } });
    const news = { news: `document:${document.id}`, topic: 'objects' };
    expect(rooms.told).toEqual([news]);
    const [change] = await listChanges(db, { decisionId: recent, userId: anna.userId, now });
    const back = { decisionId: recent, change: change?.id ?? '' };
    expect(await run('decision.removeChange', anna, back)).toMatchObject({
      ok: true,
      value: { kind: 'amends', targetId: old },
    });
    expect(rooms.told).toEqual([news, news]);
  }));

test('[DA4] a decision concerns an object that one may see, by its address', () =>
  withDb(async (db) => {
    const { anna, recent, document, run } = await around(db);
    const concern = (address: string) => run('decision.concern', anna, { decisionId: recent, address });
    const here = ORIGIN + paths.document({ id: document.id, title: 'Texte' });
    expect(await concern(` ${here} `)).toMatchObject({ ok: true });
    expect(await concern(here)).toMatchObject({ fields: { address: 'decision.already' } });
    const elsewhere = { fields: { address: 'decision.targetInvalid' } };
    expect(await concern('https://example.org/documents/x')).toMatchObject(elsewhere);
  }));

test('[DA4] who only reads is told so, and outsiders and visitors find nothing', () =>
  withDb(async (db) => {
    const { observer, outsider, old, recent, run } = await around(db);
    const attempts = async (asker: { userId: string | null }) => [
      await run('decision.change', asker, { decisionId: recent, kind: 'amends', target: old }),
      await run('decision.concern', asker, { decisionId: recent, address: 'x' }),
      await run('decision.removeChange', asker, { decisionId: recent, change: crypto.randomUUID() }),
    ];
    expect(await attempts(observer)).toEqual(Array(3).fill(forbidden));
    expect(await attempts(outsider)).toEqual(Array(3).fill(absent));
    expect(await attempts({ userId: null })).toEqual(Array(3).fill(absent));
  }));
