import { describe, expect, test } from 'vitest';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import { chooseClosedNeeds, includesClosedNeeds } from '#db/library/need/closed-needs.ts';
import {
  findSitePage,
  findSitePageVersion,
  listSitePageVersions,
  writeSitePage,
} from '#db/publication/public-site/site-pages.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';

const now = new Date('2023-05-12T09:00:00Z');
const later = new Date('2023-05-13T09:00:00Z');

const withPeople = (run: (world: Awaited<ReturnType<typeof people>>) => Promise<void>) =>
  withDb(async (db) => run(await people(db)));

async function people(db: Parameters<Parameters<typeof withDb>[0]>[0]) {
  let count = 0;
  const site = { db, now: () => now, newId: () => `site-${++count}` };
  const { id: organisationId } = await anOrganisation(site, { name: 'Valmont' });
  const person = async (platformRole: 'admin' | 'coordinator' | 'reviewer' | 'member') =>
    (await aPerson(site, { name: platformRole, platformRole, organisationId })).id;
  return {
    db,
    claire: await person('coordinator'),
    admin: await person('admin'),
    others: [await person('reviewer'), await person('member'), 'nobody'],
  };
}

describe('pages of the site', () => {
  test('[SP2] the coordination writes a page, each text is kept with its author, and the trail says so', () =>
    withPeople(async ({ db, claire, admin }) => {
      const page = 'mentions-legales' as const;
      expect(await findSitePage(db, page)).toBeNull();
      expect(await writeSitePage(db, { page, text: 'Un', seen: 0, userId: claire, now })).toEqual({
        ok: true,
        value: undefined,
      });
      await writeSitePage(db, { page, text: 'Deux', seen: 1, userId: admin, now: later });
      expect(await findSitePage(db, page)).toEqual({ rank: 2, text: 'Deux', byName: 'admin', at: later });
      expect(await findSitePage(db, 'accessibilite')).toBeNull();
      expect((await listSitePageVersions(db, page)).map(({ text }) => text)).toEqual(['Deux', 'Un']);
      expect(await findSitePageVersion(db, { page, rank: 1 })).toMatchObject({ text: 'Un' });
      expect(await findSitePageVersion(db, { page, rank: 9 })).toBeNull();
      const trail = await db.select({ action: auditEntries.action }).from(auditEntries);
      expect(trail).toEqual([{ action: 'site.pageChanged' }, { action: 'site.pageChanged' }]);
    }));

  test('[SP2] of two who write on the same text, the second is told and nothing is lost', () =>
    withPeople(async ({ db, claire, admin }) => {
      const page = 'accessibilite' as const;
      await writeSitePage(db, { page, text: 'Un', seen: 0, userId: claire, now });
      expect(await writeSitePage(db, { page, text: 'Autre', seen: 0, userId: admin, now })).toEqual({
        ok: false,
        error: 'site.changedMeanwhile',
      });
      expect(await findSitePage(db, page)).toMatchObject({ text: 'Un' });
    }));

  test('[SP2] nobody else writes a page', () =>
    withPeople(async ({ db, claire, others }) => {
      const operations = operationsOn(db, { now: () => now });
      const write = (userId: string, texte: string) =>
        operations.run('sitePage.write', { userId }, { page: 'accessibilite', texte, vu: '0' });
      for (const userId of others)
        expect(await write(userId, 'Un')).toMatchObject({ error: 'access.notFound' });
      expect(await write(claire, ' ')).toMatchObject({ fields: { texte: 'site.textMissing' } });
      expect(await findSitePage(db, 'accessibilite')).toBeNull();
      expect(await write(claire, 'Un')).toMatchObject({ ok: true });
    }));
});

test('[OD2] closed needs stay out of the open data until the coordination chooses otherwise, and can go again', () =>
  withPeople(async ({ db, claire }) => {
    expect(await includesClosedNeeds(db)).toBe(false);
    await chooseClosedNeeds(db, { isIncluded: true, userId: claire, now });
    expect(await includesClosedNeeds(db)).toBe(true);
    await chooseClosedNeeds(db, { isIncluded: false, userId: claire, now: later });
    expect(await includesClosedNeeds(db)).toBe(false);
  }));
