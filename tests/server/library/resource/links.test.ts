import { beforeAll, expect, test } from 'vitest';
import { listLinksToCheck, saveLinkCheck } from '#db/library/resource/resource-links.ts';
import { createResource, findResourceForMember } from '#db/library/resource/resources.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { linkQueue } from '#server/library/resource/check-links.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { warmDatabase, withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

// Opening and migrating takes longer than a test may, on a busy machine.
beforeAll(warmDatabase);

const now = new Date('2023-03-14T09:00:00Z');
const DAY = 24 * 3_600_000;
const address = 'https://exemple.fr/';

test('[RS15] a link is asked once a week, or each night while it is lost; since when, its page says', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const person = await aPerson(site);
    const group = await aGroup(site);
    await aMember(site, { groupId: group.id, role: 'contributor', userId: person.id });
    const id = site.newId();
    await createResource(db, {
      resourceId: id,
      groupId: group.id,
      by: person.id,
      now,
      activityId: site.newId(),
      facts: {
        title: 'Guide',
        kind: 'link',
        description: '',
        producer: 'Cerema',
        licence: 'unknown',
        language: 'fr',
        contentOn: null,
        reviewOn: null,
      },
      content: { address },
      themeIds: [],
    });
    const on = (days: number) => new Date(now.getTime() + days * DAY);
    const asked: string[] = [];
    const round = (days: number, isThere: boolean, isOn = true) =>
      linkQueue({
        db,
        now: () => on(days),
        outside: {
          isOn,
          async check(url) {
            asked.push(url);
            const seen = { url, contentType: 'text/html', bytes: null, lastModified: null };
            return isThere ? ok(seen) : fail('outside.unreachable');
          },
        },
      }).run({});
    const find = () => findResourceForMember(db, { resourceId: id, userId: person.id, now });
    await round(0, true, false);
    expect(asked).toEqual([]);
    await round(0, true);
    expect(await find()).toMatchObject({ linkCheckedAt: on(0), linkLostAt: null });
    await round(1, true);
    expect(asked).toHaveLength(1);
    await round(8, false);
    await round(9, false);
    expect(await find()).toMatchObject({ linkCheckedAt: on(9), linkLostAt: on(8) });
    await round(10, true);
    expect(await find()).toMatchObject({ linkCheckedAt: on(10), linkLostAt: null });
    // It leads elsewhere by now: what the old address answered says nothing.
    await saveLinkCheck(db, { resourceId: id, address: 'https://autre.fr/', isThere: false, now: on(11) });
    expect(await find()).toMatchObject({ linkLostAt: null });
    expect(await listLinksToCheck(db, { before: on(10), limit: 9 })).toEqual([]);
  }));
