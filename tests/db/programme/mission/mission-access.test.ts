import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { users } from '#db/people/person/schema.ts';
import {
  findExperimentPerson,
  findExperimentRole,
  findProgrammeReader,
} from '#db/programme/experiment/experiment-rights.ts';
import { consultingMissions, missionConsultants } from '#db/programme/mission/schema.ts';
import { aMission } from '#tests/support/programme/builders/mission-builders.ts';
import { isConsultantOf, now, withMission } from '#tests/support/programme/missions.ts';

test('[A13] a consultant is of the programme while the mission runs, and sees no other experiment for that', () =>
  withMission(async ({ db, site, people, rival, castelbrume, themeId, experimentId }) => {
    const seen = async () => {
      const found = await Promise.all(
        Object.entries(people).map(async ([name, who]) =>
          (await findProgrammeReader(db, who)) ? name : null,
        ),
      );
      return found.filter((name) => name !== null);
    };
    expect(await seen()).toEqual(['claire', 'marc', 'nadia', 'yann', 'lea', 'camille']);
    const other = await aMission(site, {
      firmId: rival.id,
      cityIds: [castelbrume.id],
      consultantIds: [],
      themeId,
    });
    const role = (id: string) => findExperimentRole(db, { ...people.camille, experimentId: id });
    expect(await role(experimentId)).toBe('consultant');
    expect(await role(other.experimentId)).toBeNull();
    await db.update(consultingMissions).set({ state: 'suspended' });
    expect(await seen()).toEqual(['claire', 'marc', 'nadia', 'yann', 'lea']);
  }));

describe('[MS2] who is a consultant of an experiment', () => {
  test('those who are named on a mission that runs, and nobody else', () =>
    withMission(async ({ db, people, experimentId }) => {
      expect(await isConsultantOf(db, { ...people.camille, experimentId })).toBe(true);
      for (const who of ['basile', 'rivale', 'nadia', 'claire', 'marc', 'guest'] as const)
        expect(await isConsultantOf(db, { ...people[who], experimentId }), who).toBe(false);
    }));

  test('of its experiment only', () =>
    withMission(async ({ db, site, people, rival, castelbrume, themeId, experimentId }) => {
      const other = await aMission(site, {
        firmId: rival.id,
        cityIds: [castelbrume.id],
        consultantIds: [people.rivale.userId],
        themeId,
      });
      expect(await isConsultantOf(db, { ...people.camille, experimentId: other.experimentId })).toBe(false);
      expect(await isConsultantOf(db, { ...people.rivale, experimentId })).toBe(false);
      expect((await findExperimentPerson(db, people.camille))?.consulted).toEqual([experimentId]);
      expect((await findExperimentPerson(db, people.nadia))?.consulted).toEqual([]);
    }));

  test('from the first day to the last one, as a clock in Paris shows them', () =>
    withMission(async ({ db, people: { camille }, experimentId }) => {
      const at = (when: string) =>
        isConsultantOf(db, { userId: camille.userId, experimentId, now: new Date(when) });
      expect(await at('2023-02-28T22:59:59Z')).toBe(false);
      expect(await at('2023-02-28T23:00:00Z')).toBe(true);
      expect(await at('2023-06-30T21:59:59Z')).toBe(true);
      expect(await at('2023-06-30T22:00:00Z')).toBe(false);
    }));

  test.each(['suspended', 'ended'] as const)('nobody of a mission that is %s', (state) =>
    withMission(
      async ({ db, people, experimentId }) => {
        expect(await isConsultantOf(db, { ...people.camille, experimentId })).toBe(false);
        await db.update(consultingMissions).set({ state: 'running' });
        expect(await isConsultantOf(db, { ...people.camille, experimentId })).toBe(true);
      },
      { state },
    ),
  );

  test('nobody who was taken off it, went to another firm, or whose account is suspended', () =>
    withMission(async ({ db, people: { camille }, rival, firm, experimentId }) => {
      const is = () => isConsultantOf(db, { ...camille, experimentId });
      const set = (values: Partial<typeof users.$inferInsert>) =>
        db.update(users).set(values).where(eq(users.id, camille.userId));
      await set({ organisationId: rival.id });
      expect(await is()).toBe(false);
      await set({ organisationId: firm.id, suspendedAt: now });
      expect(await is()).toBe(false);
      await set({ suspendedAt: null });
      expect(await is()).toBe(true);
      await db.update(missionConsultants).set({ removedAt: now });
      expect(await is()).toBe(false);
    }));
});
