import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { includesClosedNeeds } from '#db/library/need/closed-needs.ts';
import { listDataNeedsOf } from '#db/library/need/data-need-lists.ts';
import { users } from '#db/people/person/schema.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { type NeedWorld, now, typed, withNeeds } from '#tests/support/library/data-needs.ts';

/** Somebody of the city, of another one, of none, of the coordination, of the reviewers. */
async function peopleOf({ db, site, valmont, aubin }: NeedWorld) {
  const of = async (options: Parameters<typeof aPerson>[1]) => ({
    userId: (await aPerson(site, options)).id,
  });
  const suspended = await of({ platformRole: 'coordinator' });
  await db.update(users).set({ suspendedAt: now }).where(eq(users.id, suspended.userId));
  return {
    team: await of({ organisationId: valmont.city.id }),
    elsewhere: await of({ organisationId: aubin.city.id }),
    guest: await of({}),
    coordinator: await of({ platformRole: 'coordinator' }),
    reviewer: await of({ platformRole: 'reviewer' }),
    suspended,
    visitor: { userId: null },
  };
}
const forbidden = { ok: false, error: 'access.forbidden' };
const absent = { ok: false, error: 'access.notFound' };

describe('[DN8] who writes the needs of an experiment', () => {
  test('its team and the coordination; whoever only sees it is refused, whoever does not finds nothing', () =>
    withNeeds(async (world) => {
      const { db, site, valmont, add } = world;
      const people = await peopleOf(world);
      const operations = operationsOn(db, { now: () => now });
      const needId = await add(valmont.id);
      const on = { experimentId: valmont.id, needId };
      const named = () => ({ ...typed, wanted: `Besoin ${site.newId()}` });
      type Who = { readonly userId: string | null };
      const writing = async (who: Who) => [
        await operations.run('need.add', who, { experimentId: valmont.id, ...named(), mayBeTwice: false }),
        await operations.run('need.import', who, {
          experimentId: valmont.id,
          lines: [{ line: 2, ...named() }],
        }),
        await operations.run('need.change', who, {
          ...{ ...on, ...typed, comment: 'Vu', rank: '1', why: '', mayBeTwice: false },
        }),
        await operations.run('need.answer', who, { ...on, datasetId: '' }),
      ];
      const switching = async (who: Who) => [
        await operations.run('need.remove', who, on),
        await operations.run('need.restore', who, on),
      ];
      for (const who of [people.elsewhere, people.reviewer])
        for (const done of [...(await writing(who)), ...(await switching(who))])
          expect(done).toMatchObject(forbidden);
      for (const who of [people.guest, people.suspended, people.visitor])
        for (const done of [...(await writing(who)), ...(await switching(who))])
          expect(done).toMatchObject(absent);
      expect(await listDataNeedsOf(db, valmont)).toHaveLength(1);
      for (const who of [people.team, people.coordinator])
        for (const done of await writing(who)) expect(done).toMatchObject({ ok: true });
      expect(await listDataNeedsOf(db, valmont)).toHaveLength(5);
      for (const done of await switching(people.team)) expect(done).toMatchObject({ ok: true });
    }));

  test('[DN2] [DN4] everything that is wrong in a form is told at once', () =>
    withNeeds(async (world) => {
      const { db, valmont, who, add } = world;
      const operations = operationsOn(db, { now: () => now });
      const on = { experimentId: valmont.id, needId: await add(valmont.id), mayBeTwice: false };
      const wrong = { ...typed, wanted: ' ', accessStatus: 'candidate', rank: '1', why: 'x'.repeat(501) };
      expect(await operations.run('need.change', who, { ...on, ...wrong })).toEqual({
        ok: false,
        error: expect.anything(),
        fields: {
          wanted: 'dataNeed.nameMissing',
          opensOn: 'dataNeed.dayMissing',
          inCharge: 'dataNeed.inChargeMissing',
          why: 'dataNeed.textTooLong',
        },
      });
      expect(await operations.run('need.add', who, { ...on, ...typed })).toMatchObject({
        fields: { wanted: 'dataNeed.twice' },
      });
    }));

  test('[DN11] a file with a line that is there already adds nothing and says which', () =>
    withNeeds(async ({ db, valmont, who, add }) => {
      await add(valmont.id);
      const lines = [
        { line: 2, ...typed, wanted: 'Crues' },
        { line: 3, ...typed },
      ];
      const file = { experimentId: valmont.id, lines };
      expect(await operationsOn(db, { now: () => now }).run('need.import', who, file)).toEqual({
        ok: true,
        value: { twiceAt: 3 },
      });
      expect(await listDataNeedsOf(db, valmont)).toHaveLength(1);
    }));
});

test('[SP2] [OD2] nobody but the coordination chooses what is open', () =>
  withNeeds(async (world) => {
    const { coordinator, ...others } = await peopleOf(world);
    const operations = operationsOn(world.db, { now: () => now });
    const choose = (who: { readonly userId: string | null }) =>
      operations.run('closedNeeds.choose', who, { isIncluded: true });
    for (const who of Object.values(others)) expect(await choose(who)).toMatchObject(absent);
    expect(await includesClosedNeeds(world.db)).toBe(false);
    expect(await choose(coordinator)).toMatchObject({ ok: true });
    expect(await includesClosedNeeds(world.db)).toBe(true);
  }));
