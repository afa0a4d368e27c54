import { describe, expect, test } from 'vitest';
import { recordAudit } from '#db/kernel/audit/audit.ts';
import type { Db } from '#db/kernel/client.ts';
import { type AuditFilter, eachAudit, listAudit } from '#db/operations/audit/audit-lists.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';

const all: AuditFilter = {
  action: null,
  subjectKind: null,
  subject: '',
  person: '',
  from: null,
  to: null,
};

let count = 0;
const withTrail = (
  run: (db: Db, who: Record<'claire' | 'julien' | 'admin' | 'paul', string>) => Promise<void>,
) =>
  withDb(async (db) => {
    const site = { db, now: () => new Date('2023-03-01T08:00:00Z'), newId: () => `audit-${count++}` };
    const person = async (name: string, platformRole: 'admin' | 'coordinator' | 'reviewer' | 'member') =>
      (await aPerson(site, { name, platformRole })).id;
    const who = {
      claire: await person('Claire Fabre', 'coordinator'),
      admin: await person('Ada Min', 'admin'),
      paul: await person('Paul Lecteur', 'reviewer'),
      julien: await person('Julien 100 %', 'member'),
    };
    const tell = (
      actorId: string | null,
      day: number,
      name: string,
      action: 'call.published' | 'application.submitted',
    ) =>
      recordAudit(db, {
        actorId,
        action,
        subject: { kind: action === 'call.published' ? 'call' : 'application', id: `id-${day}`, name },
        now: new Date(Date.UTC(2023, 2, day, 9)),
      });
    await tell(who.claire, 2, 'Appel 2', 'call.published');
    await tell(who.julien, 3, 'Îlots de fraîcheur', 'application.submitted');
    await tell(null, 4, 'Haies_bocagères', 'application.submitted');
    await run(db, who);
  });

const sequences = async (db: Db, userId: string, filter: Partial<AuditFilter>) =>
  (await listAudit(db, { userId, filter: { ...all, ...filter }, page: 1, size: 50 }))?.entries.map(
    ({ sequence }) => sequence,
  );

async function everyPage<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

describe('[AU5] the trail is read', () => {
  test('by coordinators and administrators, and looks absent to all others', () =>
    withTrail(async (db, { claire, admin, paul, julien }) => {
      expect(await sequences(db, claire, {})).toEqual([3, 2, 1]);
      expect(await sequences(db, admin, {})).toEqual([3, 2, 1]);
      for (const userId of [paul, julien, 'nobody']) {
        expect(await sequences(db, userId, {})).toBeUndefined();
        expect(await everyPage(eachAudit(db, { userId, filter: all }))).toEqual([]);
      }
    }));

  test('by action, kind, subject, person and day; signs of patterns are only signs', () =>
    withTrail(async (db, { claire }) => {
      expect(await sequences(db, claire, { action: 'call.published' })).toEqual([1]);
      expect(await sequences(db, claire, { subjectKind: 'application' })).toEqual([3, 2]);
      expect(await sequences(db, claire, { subject: 'fraîcheur' })).toEqual([2]);
      expect(await sequences(db, claire, { subject: 'id-2' })).toEqual([1]);
      expect(await sequences(db, claire, { subject: '_' })).toEqual([3]);
      expect(await sequences(db, claire, { person: 'julien' })).toEqual([2]);
      expect(await sequences(db, claire, { person: '%' })).toEqual([2]);
      const from = new Date('2023-03-03T09:00:00Z');
      expect(await sequences(db, claire, { from, to: new Date('2023-03-04T09:00:00Z') })).toEqual([2]);
    }));

  test('[AU6] a person it is about is named as today, and found by that name', () =>
    withTrail(async (db, { claire, admin, julien }) => {
      const subject = { kind: 'person', id: julien, name: '' } as const;
      await recordAudit(db, { actorId: admin, action: 'person.suspended', subject, now: new Date() });
      const [line] = (await listAudit(db, { userId: claire, filter: all, page: 1, size: 1 }))?.entries ?? [];
      expect(line).toMatchObject({ subjectName: '', subjectLabel: 'Julien 100 %' });
      expect(await sequences(db, claire, { subject: 'julien' })).toEqual([4]);
      const file = await everyPage(eachAudit(db, { userId: claire, filter: all }));
      expect(
        file
          .flat()
          .map(({ subjectLabel }) => subjectLabel)
          .slice(-2),
      ).toEqual(['Haies_bocagères', 'Julien 100 %']);
    }));

  test('page by page, and as a file from its first line', () =>
    withTrail(async (db, { claire }) => {
      const page = await listAudit(db, { userId: claire, filter: all, page: 2, size: 2 });
      expect([page?.total, page?.entries.map(({ sequence }) => sequence)]).toEqual([3, [1]]);
      const pages = await everyPage(eachAudit(db, { userId: claire, filter: all }));
      expect(pages.flat().map(({ sequence, actorName }) => [sequence, actorName])).toEqual([
        [1, 'Claire Fabre'],
        [2, 'Julien 100 %'],
        [3, null],
      ]);
    }));
});
