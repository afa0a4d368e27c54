import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { missionConsumptionAt } from '#db/programme/mission/mission-counts.ts';
import { correctDay, listMissionDays, logDay } from '#db/programme/mission/mission-days.ts';
import { changeMissionState, extendMission } from '#db/programme/mission/mission-orders.ts';
import { consultingMissions, missionDays } from '#db/programme/mission/schema.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { type MissionWorld, missionWorld, withMission } from '#tests/support/programme/missions.ts';

const refused = (error: string) => ({ ok: false, error });

/** Logs a day of Camille’s for Valmont. */
function logger({ db, site, people, missionId, valmont }: MissionWorld) {
  const { userId: consultantId } = people.camille;
  const base = { organisationId: valmont.id, consultantId, day: '2023-03-13', quarters: 4, work: 'Atelier' };
  return (given: Partial<typeof base> = {}, by: { userId: string; now: Date } = people.camille) =>
    logDay(db, { ...by, missionId, dayId: site.newId(), worked: { ...base, ...given } });
}

describe('[MS4] logging days', () => {
  test('by the consultants themselves, or a coordinator in their name; nobody else', () =>
    withMission(async (world) => {
      const log = logger(world);
      const { people } = world;
      expect(await log()).toMatchObject({ ok: true, value: { remainingQuarters: 36 } });
      expect(await log({ day: '2023-03-10' }, people.claire)).toMatchObject({ ok: true });
      for (const who of ['nadia', 'marc'] as const)
        expect(await log({ day: '2023-03-09' }, people[who]), who).toEqual(refused('access.forbidden'));
      for (const who of ['basile', 'rivale', 'lea', 'guest'] as const)
        expect(await log({ day: '2023-03-09' }, people[who]), who).toEqual(refused('access.notFound'));
      expect(await log({ consultantId: people.basile.userId })).toEqual(refused('access.forbidden'));
      expect(await log({ consultantId: people.basile.userId }, people.claire)).toEqual(
        refused('mission.consultantUnknown'),
      );
    }));

  test('not in the future, not outside the mission, not for another city', () =>
    withMission(async (world) => {
      const log = logger(world);
      expect(await log({ day: '2023-03-15' })).toMatchObject(refused('mission.dayInFuture'));
      expect(await log({ day: '2023-02-28' })).toMatchObject(refused('mission.dayOutside'));
      expect(await log({ organisationId: world.castelbrume.id })).toMatchObject(
        refused('mission.citiesMissing'),
      );
      expect(await log({ day: '2023-03-14' })).toMatchObject({ ok: true });
    }));

  test('no more than a whole day of one person', () =>
    withMission(async (world) => {
      const log = logger(world);
      expect(await log({ quarters: 3 })).toMatchObject({ ok: true });
      expect(await log({ quarters: 2, organisationId: world.aubin.id })).toMatchObject(
        refused('mission.beyondDay'),
      );
      expect(await log({ quarters: 1, organisationId: world.aubin.id })).toMatchObject({ ok: true });
    }));

  test('beyond the grant is refused with what remains', () =>
    withMission(
      async (world) => {
        const log = logger(world);
        expect(await log({ quarters: 4 })).toMatchObject({ ok: true });
        expect(await log({ day: '2023-03-10', quarters: 3 })).toEqual({
          ...refused('mission.beyondGrant'),
          remainingQuarters: 2,
        });
        expect(await log({ day: '2023-03-10', quarters: 2 })).toMatchObject({ ok: true });
      },
      { quarters: 6 },
    ));

  test('two at once do not pass the grant together', async () => {
    const database = await openFreshDatabase();
    try {
      const world = await missionWorld(database.db, { quarters: 5 });
      const log = logger(world);
      const done = await Promise.all(
        ['2023-03-06', '2023-03-07', '2023-03-08'].map((day) => log({ day, quarters: 4 })),
      );
      expect(done.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await database.db.select().from(missionDays)).toHaveLength(1);
    } finally {
      await database.close();
    }
  });

  test('nothing on a mission that is suspended or ended', () =>
    withMission(async (world) => {
      const { db, site, people, missionId } = world;
      const log = logger(world);
      const change = { ...people.claire, missionId, reason: 'Élections', changeId: site.newId() };
      expect(await changeMissionState(db, { ...change, to: 'suspended' })).toMatchObject({ ok: true });
      expect(await log()).toEqual(refused('access.notFound'));
      expect(await log({}, people.claire)).toMatchObject(refused('mission.suspended'));
    }));
});

describe('[MS5] correcting', () => {
  test('keeps the former row, which no longer counts; only the last one is corrected', () =>
    withMission(async (world) => {
      const { db, site, people, missionId, valmont } = world;
      await logger(world)();
      const [first] = await listMissionDays(db, missionId);
      if (!first) throw new Error('a day was logged');
      const correction = (who: { userId: string; now: Date }, quarters: number, replacesId = first.id) =>
        correctDay(db, {
          ...who,
          missionId,
          dayId: site.newId(),
          replacesId,
          reason: 'La réunion a duré une demi-journée',
          worked: { organisationId: valmont.id, day: '2023-03-13', quarters, work: 'Atelier' },
        });
      expect(await correction(people.nadia, 2)).toEqual(refused('access.forbidden'));
      expect(await correction(people.lea, 2)).toEqual(refused('access.notFound'));
      expect(await correction(people.camille, 2)).toMatchObject({
        ok: true,
        value: { remainingQuarters: 38 },
      });
      expect(await correction(people.camille, 1)).toEqual(refused('mission.alreadyCorrected'));
      const rows = await listMissionDays(db, missionId);
      expect(rows).toHaveLength(2);
      expect(rows.find(({ id }) => id === first.id)?.replacedBy).not.toBeNull();
      const last = rows.find(({ replacedBy }) => replacedBy === null);
      expect(await correction(people.claire, 0, last?.id)).toMatchObject({
        ok: true,
        value: { remainingQuarters: 40 },
      });
    }));
});

describe('[MS6] extending', () => {
  const extend = (
    { db, site, missionId, people }: MissionWorld,
    given: { quarters?: number; endsOn?: string },
    who = people.claire,
  ) =>
    extendMission(db, {
      ...who,
      missionId,
      grantId: site.newId(),
      reason: 'Un atelier de plus',
      quarters: 0,
      endsOn: '2023-06-30',
      ...given,
    });

  test('by coordinators, days or a later end; what is refused changes nothing', () =>
    withMission(async (world) => {
      const { db, people } = world;
      expect(await extend(world, {})).toEqual(refused('mission.extendsNothing'));
      expect(await extend(world, { endsOn: '2023-02-01' })).toEqual(refused('mission.endBeforeStart'));
      for (const who of ['camille', 'nadia', 'marc'] as const)
        expect(await extend(world, { quarters: 4 }, people[who])).toEqual(refused('access.forbidden'));
      expect(await extend(world, { quarters: 4 }, people.lea)).toEqual(refused('access.notFound'));
      expect(await extend(world, { quarters: 8, endsOn: '2023-09-15' })).toMatchObject({ ok: true });
      const [mission] = await db.select().from(consultingMissions);
      expect(mission).toMatchObject({ grantedQuarters: 48, endsOn: '2023-09-15' });
    }));

  test('the last day does not move before a day that was logged', () =>
    withMission(async (world) => {
      await logger(world)({ day: '2023-03-13' });
      expect(await extend(world, { endsOn: '2023-03-12' })).toEqual(refused('mission.endBeforeLogged'));
      expect(await extend(world, { endsOn: '2023-03-13' })).toMatchObject({ ok: true });
    }));
});

describe('[MS8] what is consumed', () => {
  test('by city and in all, at a past day as it was known that day', () =>
    withMission(async (world) => {
      const { db, site, people, missionId, valmont, aubin } = world;
      const at = (when: string) => ({ userId: people.camille.userId, now: new Date(when) });
      const log = logger(world);
      await log({ day: '2023-03-13', quarters: 4 }, at('2023-03-14T10:00:00Z'));
      await log({ day: '2023-03-14', quarters: 2, organisationId: aubin.id }, at('2023-03-16T10:00:00Z'));
      const first = (await listMissionDays(db, missionId)).find(({ day }) => day === '2023-03-13');
      await correctDay(db, {
        ...at('2023-03-20T10:00:00Z'),
        missionId,
        dayId: site.newId(),
        replacesId: first?.id ?? '',
        reason: 'Erreur',
        worked: { organisationId: valmont.id, day: '2023-03-13', quarters: 1, work: 'Atelier' },
      });
      await extendMission(db, {
        userId: people.claire.userId,
        now: new Date('2023-03-21T10:00:00Z'),
        missionId,
        grantId: site.newId(),
        reason: 'De plus',
        quarters: 8,
        endsOn: '2023-06-30',
      });
      const used = async (day: string) => {
        const [found] = await missionConsumptionAt(db, { day });
        return (
          found && [
            found.grantedQuarters,
            found.usedQuarters,
            ...found.cities.map((city) => city.usedQuarters),
          ]
        );
      };
      expect(await used('2023-03-13')).toBeUndefined();
      // Saint-Aubin before Valmont.
      expect(await used('2023-03-14')).toEqual([40, 4, 0, 4]);
      expect(await used('2023-03-16')).toEqual([40, 6, 2, 4]);
      expect(await used('2023-03-20')).toEqual([40, 3, 2, 1]);
      expect(await used('2023-03-21')).toEqual([48, 3, 2, 1]);
      await db.delete(missionDays).where(eq(missionDays.missionId, missionId));
      expect(await used('2023-03-21')).toEqual([48, 0, 0, 0]);
    }));
});
