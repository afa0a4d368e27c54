import { expect, test } from 'vitest';
import { countInstallation } from '#db/news/installation.ts';
import { aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

test('[HO2] what there is on an installation is counted in one statement', () =>
  withDb(async (db) => {
    const site = siteOf(db, new Date('2023-03-14T09:00:00Z'));
    const admin = await aPerson(site, { platformRole: 'admin' });
    const counted = () => countInstallation(db, { userId: admin.id, today: '2023-03-14' });
    expect(await counted()).toEqual({
      ...{ hasSecondFactor: false, cities: 0, seasons: 0, groups: 0, invitations: 0, people: 1 },
    });
    await aGroup(site);
    expect(await counted()).toMatchObject({ groups: 1, people: 1 });
    expect(await countInstallation(db, { userId: 'unknown', today: '2023-03-14' })).toMatchObject({
      people: 0,
    });
  }));
