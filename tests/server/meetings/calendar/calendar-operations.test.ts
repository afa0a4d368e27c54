import { expect, test } from 'vitest';
import { listCalendarFeeds, readCalendarFeed } from '#db/meetings/calendar/calendar-feeds.ts';
import { aBoard, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const absent = expect.objectContaining({ error: 'access.notFound' });

test('[B73] [M12] an address of a board or group that one may not read is refused, and nothing is kept', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [own, foreign] = [await aGroup(site), await aGroup(site)];
    const [nadia, etienne] = [await aPerson(site), await aPerson(site)];
    await aMember(site, { groupId: own.id, userId: nadia.id, role: 'observer' });
    const board = await aBoard(site, { groupId: own.id, createdBy: nadia.id });
    const other = await aBoard(site, { groupId: foreign.id, createdBy: etienne.id });
    const { run } = operationsOn(db, { now: () => now });
    const create = (userId: string | null, what: string) =>
      run('calendarFeed.create', { userId }, { board: what });
    expect(await create(nadia.id, other.id)).toEqual(absent);
    expect(await create(nadia.id, `groupe-${foreign.id}`)).toEqual(absent);
    expect(await create(etienne.id, board.id)).toEqual(absent);
    expect(await create(null, '')).toEqual(absent);
    expect(await listCalendarFeeds(db, { userId: nadia.id })).toEqual([]);
    const made = await create(nadia.id, `groupe-${own.id}`);
    const token = made.ok ? made.value.token : '';
    expect(await readCalendarFeed(db, { token, now })).toMatchObject({ meetingsOf: { group: own.name } });
    const [feed] = await listCalendarFeeds(db, { userId: nadia.id });
    const revoke = (userId: string) => run('calendarFeed.revoke', { userId }, { feed: feed?.id ?? '' });
    await revoke(etienne.id);
    expect(await readCalendarFeed(db, { token, now })).not.toBeNull();
    await revoke(nadia.id);
    expect(await readCalendarFeed(db, { token, now })).toBeNull();
  }));
