import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { activities } from '#db/people/activity/schema.ts';
import { calls } from '#db/programme/call/schema.ts';
import { callMomentQueue } from '#server/programme/call/call-moments.ts';
import { withDb } from '#tests/support/database.ts';
import { aCall } from '#tests/support/programme/builders/application-builders.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const NOW = new Date('2023-03-14T09:00:00Z');
const DAY = 86_400_000;
const daysFromNow = (count: number) => new Date(NOW.getTime() + count * DAY);

test('[NO18] that a call opens and closes is told once for each moment, again when its end was put off', () =>
  withDb(async (db) => {
    const site = siteOf(db, NOW);
    const call = await aCall(site, { opensAt: daysFromNow(1), closesAt: daysFromNow(5) });
    const round = async (day: number) => {
      await callMomentQueue({ db, now: () => daysFromNow(day) }).run(null);
      return (await db.select().from(activities).orderBy(activities.at)).map(({ verb, actorId, data }) => [
        verb,
        actorId,
        data.title,
      ]);
    };
    const opened = ['call.opened', null, call.title];
    const closed = ['call.closed', null, call.title];
    expect(await round(0)).toEqual([]);
    expect(await round(2)).toEqual([opened]);
    expect(await round(3)).toEqual([opened]);
    expect(await round(6)).toEqual([opened, closed]);
    expect(await round(7)).toEqual([opened, closed]);
    await db
      .update(calls)
      .set({ closesAt: daysFromNow(8) })
      .where(eq(calls.id, call.id));
    expect(await round(9)).toEqual([opened, closed, closed]);
  }));

test('[NO18] nothing is told of a call that nobody sees, that was published once it was open, or of long ago', () =>
  withDb(async (db) => {
    const site = siteOf(db, NOW);
    const soon = { opensAt: daysFromNow(-1), closesAt: daysFromNow(9) };
    await aCall(site, { ...soon, publishedAt: null });
    await aCall(site, { ...soon, publishedAt: NOW });
    await aCall(site, { opensAt: daysFromNow(-40), closesAt: daysFromNow(-8) });
    await callMomentQueue({ db, now: () => NOW }).run(null);
    expect(await db.$count(activities)).toBe(0);
  }));
