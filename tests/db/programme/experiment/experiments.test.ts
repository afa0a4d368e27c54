import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { users } from '#db/people/person/schema.ts';
import { listEvents } from '#db/programme/experiment/experiment-states.ts';
import { findExperiment, listExperiments } from '#db/programme/experiment/experiments.ts';
import { withExperiment, withExperimentWorld } from '#tests/support/programme/experiments.ts';

describe('who sees an experiment', () => {
  test('[EX1] its cities, who is named, the coordination, reviewers and the programme; no guest', () =>
    withExperiment(async ({ db, people, roleOf, namePaul }) => {
      expect(await roleOf(people.nadia)).toBe('team');
      expect(await roleOf(people.yann)).toBe('team');
      expect(await roleOf(people.claire)).toBe('coordinator');
      expect(await roleOf(people.marc)).toBe('reviewer');
      expect(await roleOf(people.aurelie)).toBe('programme');
      expect(await roleOf(people.camille)).toBeNull();
      expect(await roleOf(people.guest)).toBeNull();
      expect(await roleOf(people.paul)).toBe('programme');
      await namePaul();
      expect(await roleOf(people.paul)).toBe('team');
      expect(await findExperiment(db, { experimentId: 'none', ...people.claire })).toBeNull();
      const listed = async (person: typeof people.nadia) => (await listExperiments(db, person)).total;
      expect(await listed(people.aurelie)).toBe(1);
      expect(await listed(people.camille)).toBe(0);
      expect(await listed(people.guest)).toBe(0);
    }));

  test('[EX3] whoever leaves the organisation leaves the team, and a suspended account sees nothing', () =>
    withExperiment(async ({ db, people, roleOf, namePaul, clairvigne }) => {
      await namePaul();
      const move = (userId: string) =>
        db.update(users).set({ organisationId: clairvigne.id }).where(eq(users.id, userId));
      await move(people.paul.userId);
      await move(people.nadia.userId);
      expect(await roleOf(people.paul)).toBe('programme');
      expect(await roleOf(people.nadia)).toBe('programme');
      await db.update(users).set({ suspendedAt: people.yann.now }).where(eq(users.id, people.yann.userId));
      expect(await roleOf(people.yann)).toBeNull();
    }));
});

describe('[EX5] opening an experiment', () => {
  test('dates it, and shows its cities with the lead first', () =>
    withExperimentWorld(async ({ db, people, create, experimentId }) => {
      expect(await create()).toMatchObject({ ok: true });
      expect(await findExperiment(db, { experimentId, ...people.aurelie })).toMatchObject({
        state: 'preparing',
        cities: [
          { name: 'Valmont', isLead: true },
          { name: 'Aubin', isLead: false },
        ],
      });
      expect((await listEvents(db, experimentId))[0]).toMatchObject({ kind: 'experiment.created' });
    }));

  test('wants exactly one lead, known cities, a theme, and days in their order', () =>
    withExperimentWorld(async ({ create, given, valmont, aubin }) => {
      const refused = async (change: object) => {
        const made = await create({ ...given(), ...change });
        return made.ok ? null : made.error;
      };
      const led = (isLead: boolean) => [valmont, aubin].map(({ id }) => ({ organisationId: id, isLead }));
      expect(await refused({ organisations: led(true) })).toBe('experiment.leadNotOne');
      expect(await refused({ organisations: led(false) })).toBe('experiment.leadNotOne');
      expect(await refused({ organisations: [] })).toBe('experiment.citiesMissing');
      expect(await refused({ organisations: [{ organisationId: 'none', isLead: true }] })).toBe(
        'experiment.citiesMissing',
      );
      expect(await refused({ themeId: 'none' })).toBe('experiment.themeNotFound');
      expect(await refused({ startsOn: '2023-05-02', endsOn: '2023-05-01' })).toBe(
        'experiment.periodReversed',
      );
      expect(await refused({ startsOn: '1900-01-01' })).toBe('experiment.dayInvalid');
      expect(await refused({ title: ' ' })).toBe('title.empty');
      expect(await refused({ summary: 'a'.repeat(20_000) })).toBe('experiment.textTooLong');
    }));
});

describe('[EX1] the list', () => {
  test('is filtered by theme, state and organisation, and paged', () =>
    withExperiment(async ({ db, people, site, given, create, valmont, clairvigne }) => {
      const other = {
        ...given(site.newId()),
        organisations: [{ organisationId: clairvigne.id, isLead: true }],
      };
      expect(await create(other)).toMatchObject({ ok: true });
      const total = async (filter: object) => (await listExperiments(db, { ...people.marc, filter })).total;
      expect(await total({})).toBe(2);
      expect(await total({ organisationId: valmont.id })).toBe(1);
      expect(await total({ theme: 'biodiversite', state: 'preparing' })).toBe(2);
      expect(await total({ theme: 'risques' })).toBe(0);
      expect(await total({ regionCode: '24' })).toBe(0);
      const page = await listExperiments(db, { ...people.marc, page: 2, size: 1 });
      expect(page).toMatchObject({ total: 2, experiments: [{ role: 'reviewer' }] });
    }));
});
