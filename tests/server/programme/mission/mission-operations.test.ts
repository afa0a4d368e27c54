import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { missionConsumptionAt, remainingQuarters } from '#db/programme/mission/mission-counts.ts';
import { listMissionDays } from '#db/programme/mission/mission-days.ts';
import { consultingMissions, missionDays } from '#db/programme/mission/schema.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { doing } from '#tests/support/programme/mission-operations.ts';
import { type MissionWorld, missionWorld, withMission } from '#tests/support/programme/missions.ts';

const refused = (error: string) => expect.objectContaining({ ok: false, error });
const remaining = ({ db, missionId }: MissionWorld) => remainingQuarters(db, { missionId, without: null });

/** Logs a day of Camille’s for Valmont. */
function logger(world: MissionWorld) {
  const { people, valmont } = world;
  const { userId: consultant } = people.camille;
  const base = { city: valmont.id, consultant, day: '2023-03-13', quarters: '1', work: 'Atelier' };
  return (given: Partial<typeof base> = {}, by: { userId: string; now: Date } = people.camille) =>
    doing(world, by, 'missionDay.log', { ...base, ...given });
}

describe('[MS4] logging days', () => {
  test('by the consultants themselves, or a coordinator in their name; nobody else', () =>
    withMission(async (world) => {
      const log = logger(world);
      const { people } = world;
      expect(await log({ consultant: '' })).toMatchObject({ ok: true });
      expect(await remaining(world)).toBe(36);
      expect(await log({ day: '2023-03-10' }, people.claire)).toMatchObject({ ok: true });
      for (const who of ['nadia', 'marc'] as const)
        expect(await log({ day: '2023-03-09' }, people[who]), who).toEqual(refused('access.forbidden'));
      for (const who of ['basile', 'rivale', 'lea', 'guest'] as const)
        expect(await log({ day: '2023-03-09' }, people[who]), who).toEqual(refused('access.notFound'));
      expect(await log({ consultant: people.basile.userId })).toEqual(refused('access.forbidden'));
      expect(await log({ consultant: people.basile.userId }, people.claire)).toEqual(
        refused('mission.consultantUnknown'),
      );
    }));

  test('not in the future, not outside the mission, not for another city', () =>
    withMission(async (world) => {
      const log = logger(world);
      expect(await log({ day: '2023-03-15' })).toEqual(refused('mission.dayInFuture'));
      expect(await log({ day: '2023-02-28' })).toEqual(refused('mission.dayOutside'));
      expect(await log({ city: world.castelbrume.id })).toEqual(refused('mission.citiesMissing'));
      expect(await log({ day: '2023-03-14' })).toMatchObject({ ok: true });
    }));

  test('no more than a whole day of one person', () =>
    withMission(async (world) => {
      const log = logger(world);
      expect(await log({ quarters: '0,75' })).toMatchObject({ ok: true });
      expect(await log({ quarters: '0,5', city: world.aubin.id })).toEqual(refused('mission.beyondDay'));
      expect(await log({ quarters: '0,25', city: world.aubin.id })).toMatchObject({ ok: true });
    }));

  test('beyond the grant is refused; what remains may be logged', () =>
    withMission(
      async (world) => {
        const log = logger(world);
        expect(await log()).toMatchObject({ ok: true });
        expect(await log({ day: '2023-03-10', quarters: '0,75' })).toEqual(refused('mission.beyondGrant'));
        expect(await remaining(world)).toBe(2);
        expect(await log({ day: '2023-03-10', quarters: '0,5' })).toMatchObject({ ok: true });
      },
      { quarters: 6 },
    ));

  test('two at once do not pass the grant together', async () => {
    const database = await openFreshDatabase();
    try {
      const world = await missionWorld(database.db, { quarters: 5 });
      const log = logger(world);
      const done = await Promise.all(['2023-03-06', '2023-03-07', '2023-03-08'].map((day) => log({ day })));
      expect(done.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await database.db.select().from(missionDays)).toHaveLength(1);
    } finally {
      await database.close();
    }
  });

  test('nothing on a mission that is suspended or ended', () =>
    withMission(async (world) => {
      const { people } = world;
      const log = logger(world);
      const suspended = { to: 'suspended', reason: 'Élections' };
      expect(await doing(world, people.claire, 'mission.changeState', suspended)).toMatchObject({ ok: true });
      expect(await log()).toEqual(refused('access.notFound'));
      expect(await log({}, people.claire)).toEqual(refused('mission.suspended'));
    }));
});

describe('[MS5] correcting', () => {
  test('keeps the former row, which no longer counts; only the last one is corrected', () =>
    withMission(async (world) => {
      const { db, people, missionId, valmont } = world;
      await logger(world)();
      const [first] = await listMissionDays(db, missionId);
      if (!first) throw new Error('a day was logged');
      const correction = (who: typeof people.nadia, quarters: string, replaces = first.id) =>
        doing(world, who, 'missionDay.correct', {
          ...{ replaces, reason: 'La réunion a duré une demi-journée' },
          ...{ city: valmont.id, day: '2023-03-13', quarters, work: 'Atelier' },
        });
      expect(await correction(people.nadia, '0,5')).toEqual(refused('access.forbidden'));
      expect(await correction(people.lea, '0,5')).toEqual(refused('access.notFound'));
      expect(await remainingQuarters(db, { missionId, without: first.id })).toBe(40);
      expect(await correction(people.camille, '0,5')).toMatchObject({ ok: true });
      expect(await remaining(world)).toBe(38);
      expect(await correction(people.camille, '0,25')).toEqual(refused('mission.alreadyCorrected'));
      const rows = await listMissionDays(db, missionId);
      expect(rows).toHaveLength(2);
      expect(rows.find(({ id }) => id === first.id)?.replacedBy).not.toBeNull();
      const last = rows.find(({ replacedBy }) => replacedBy === null);
      expect(await correction(people.claire, '0', last?.id)).toMatchObject({ ok: true });
      expect(await remaining(world)).toBe(40);
    }));
});

describe('[MS6] extending', () => {
  const extend = (
    world: MissionWorld,
    given: { added?: string; endsOn?: string },
    who = world.people.claire,
  ) =>
    doing(world, who, 'mission.extend', {
      ...{ reason: 'Un atelier de plus', added: '', endsOn: '2023-06-30' },
      ...given,
    });

  test('by coordinators, days or a later end; what is refused changes nothing', () =>
    withMission(async (world) => {
      const { db, people } = world;
      expect(await extend(world, {})).toEqual(refused('mission.extendsNothing'));
      expect(await extend(world, { endsOn: '2023-02-01' })).toEqual(refused('mission.endBeforeStart'));
      for (const who of ['camille', 'nadia', 'marc'] as const)
        expect(await extend(world, { added: '1' }, people[who])).toEqual(refused('access.forbidden'));
      expect(await extend(world, { added: '1' }, people.lea)).toEqual(refused('access.notFound'));
      expect(await extend(world, { added: '2', endsOn: '2023-09-15' })).toMatchObject({ ok: true });
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
      const { db, people, missionId, valmont, aubin } = world;
      const at = (when: string) => ({ userId: people.camille.userId, now: new Date(when) });
      const log = logger(world);
      await log({ day: '2023-03-13' }, at('2023-03-14T10:00:00Z'));
      await log({ day: '2023-03-14', quarters: '0,5', city: aubin.id }, at('2023-03-16T10:00:00Z'));
      const first = (await listMissionDays(db, missionId)).find(({ day }) => day === '2023-03-13');
      await doing(world, at('2023-03-20T10:00:00Z'), 'missionDay.correct', {
        ...{ replaces: first?.id ?? '', reason: 'Erreur' },
        ...{ city: valmont.id, day: '2023-03-13', quarters: '0,25', work: 'Atelier' },
      });
      const claire = { userId: people.claire.userId, now: new Date('2023-03-21T10:00:00Z') };
      const more = { reason: 'De plus', added: '2', endsOn: '2023-06-30' };
      await doing(world, claire, 'mission.extend', more);
      const used = async (day: string) => {
        const [found] = await missionConsumptionAt(db, { day, missionId });
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
