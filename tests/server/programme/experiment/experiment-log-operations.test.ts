import { describe, expect, test } from 'vitest';
import { listEfforts } from '#db/programme/experiment/experiment-efforts.ts';
import { listLog, listLogVersions } from '#db/programme/experiment/experiment-logs.ts';
import { listMilestones } from '#db/programme/experiment/experiment-milestones.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { answerTo, type Person } from '#tests/support/programme/experiment-operations.ts';
import {
  type ExperimentWorld,
  fillExperiments,
  withExperiment,
} from '#tests/support/programme/experiments.ts';

describe('milestones', () => {
  test('[EX10] come with the season, and [EX2] are written by the team alone', () =>
    withExperiment(async (world) => {
      const { db, people, experimentId } = world;
      expect(await listMilestones(db, experimentId)).toHaveLength(5);
      const typed = { title: 'Atelier', from: '2023-03-20', to: '2023-03-21' };
      const add = (person: Person) => answerTo(world, person, 'milestone.add', typed);
      expect(await add(people.guest)).toBe('access.notFound');
      expect(await add(people.camille)).toBe('access.notFound');
      expect(await add(people.aurelie)).toBe('access.forbidden');
      expect(await add(people.marc)).toBe('access.forbidden');
      expect(await add(people.yann)).toBe('ok');
      expect(await listMilestones(db, experimentId)).toHaveLength(6);
    }));

  test('[EX9] slip with a reason, the first day kept; [EX8] are taken off and come back', () =>
    withExperiment(async (world) => {
      const { db, site, people, experimentId } = world;
      const [first] = await listMilestones(db, experimentId);
      const of = { milestoneId: first?.id ?? '' };
      const slip = (person: Person, to: string, reason: string) =>
        answerTo(world, person, 'milestone.slip', { ...of, to, reason });
      expect(await slip(people.aurelie, '2022-12-01', 'x')).toBe('access.forbidden');
      expect(await slip(people.camille, '2022-12-01', 'x')).toBe('access.notFound');
      expect(await slip(people.nadia, '2022-12-01', '')).toBe('experiment.reasonMissing');
      expect(await slip(people.nadia, '2022-12-01', 'Élections')).toBe('ok');
      const actual = (person: Person, doneOn: string) =>
        answerTo(world, person, 'milestone.setActual', { ...of, startedOn: '', doneOn });
      expect(await actual(people.marc, '2022-12-02')).toBe('access.forbidden');
      expect(await actual(people.nadia, '2023-03-15')).toBe('experiment.dayToCome');
      expect(await actual(people.nadia, '2022-12-02')).toBe('ok');
      expect((await listMilestones(db, experimentId))[0]).toMatchObject({
        firstTo: first?.firstTo,
        plannedTo: '2022-12-01',
        doneOn: '2022-12-02',
      });
      const remove = (person: Person) => answerTo(world, person, 'milestone.remove', of);
      expect(await remove(people.aurelie)).toBe('access.forbidden');
      expect(await remove(people.nadia)).toBe('ok');
      expect(await listMilestones(db, experimentId)).toHaveLength(4);
      expect(await remove(people.nadia)).toBe('experiment.changedMeanwhile');
      expect(await answerTo(world, people.yann, 'milestone.restore', of)).toBe('ok');
      expect(await listMilestones(db, experimentId)).toHaveLength(5);
      const elsewhere = { milestoneId: site.newId(), to: '2023-01-01', reason: 'x' };
      expect(await answerTo(world, people.claire, 'milestone.slip', elsewhere)).toBe(
        'experiment.changedMeanwhile',
      );
      expect(await answerTo(world, people.claire, 'milestone.planSeason', {})).toBe(
        'experiment.milestonesFull',
      );
    }));
});

const text = { mood: 'good', done: 'Relevés repris le 20.', difficulties: '', help: '' };
const writing = (world: Pick<ExperimentWorld, 'db' | 'experimentId'>, person: Person, given: object = {}) =>
  answerTo(world, person, 'experimentLog.write', { month: '2023-03', seen: 0, ...text, ...given });

describe('the log', () => {
  test('[EX2] [EX11] is written by the team, month by month, each version kept', () =>
    withExperiment(async (world) => {
      const { people, db, experimentId } = world;
      const write = (person: Person, given: object = {}) => writing(world, person, given);
      for (const person of [people.guest, people.camille])
        expect(await write(person)).toBe('access.notFound');
      for (const person of [people.aurelie, people.marc])
        expect(await write(person)).toBe('access.forbidden');
      expect(await write(people.nadia, { month: '2023-04' })).toBe('experiment.monthToCome');
      expect(await write(people.nadia, { month: '2023-01' })).toBe('experiment.monthClosed');
      expect(await write(people.claire, { month: '2023-01' })).toBe('ok');
      expect(await write(people.nadia)).toBe('ok');
      expect(await write(people.yann, { done: 'Autre' })).toBe('experiment.changedMeanwhile');
      expect(await write(people.yann, { seen: 1, done: 'Les deux' })).toBe('ok');
      expect(await listLog(db, experimentId)).toMatchObject([
        { month: '2023-03', version: 2, done: 'Les deux', author: 'Yann' },
        { month: '2023-01' },
      ]);
      expect(await listLogVersions(db, { experimentId, month: '2023-03' })).toMatchObject([
        { version: 1, done: text.done },
        { version: 2, done: 'Les deux' },
      ]);
    }));

  test('[EX15] takes its days with it, and neither when one of them is refused', () =>
    withExperiment(async (world) => {
      const { people, db, experimentId } = world;
      const gave = (days: string) => ({ 'days-business': days });
      expect(await writing(world, people.nadia, gave('-2'))).toBe('experiment.daysInvalid');
      expect(await listLog(db, experimentId)).toEqual([]);
      expect(await writing(world, people.nadia, gave('2,5'))).toBe('ok');
      expect(await writing(world, people.nadia, { seen: 1, ...gave('3') })).toBe('ok');
      expect(await writing(world, people.nadia, { seen: 2 })).toBe('ok');
      expect(await listEfforts(db, experimentId)).toEqual([
        { month: '2023-03', role: 'business', days: 3, cost: 0 },
      ]);
      const effort = (person: Person, month = '2023-03') =>
        answerTo(world, person, 'experimentEffort.write', { month, role: 'data', days: '1', cost: '400' });
      expect(await effort(people.camille)).toBe('access.notFound');
      expect(await effort(people.marc)).toBe('access.forbidden');
      expect(await effort(people.nadia, '2023-05')).toBe('experiment.monthToCome');
      expect(await effort(people.yann)).toBe('ok');
    }));

  test('[EX11] of two people who save a month at once one is told, and nothing is lost', async () => {
    const database = await openFreshDatabase();
    try {
      const world = await fillExperiments(database.db);
      expect(await world.create()).toMatchObject({ ok: true });
      const { nadia, yann } = world.people;
      const both = await Promise.all([nadia, yann].map((person) => writing(world, person)));
      expect(both.sort()).toEqual(['experiment.changedMeanwhile', 'ok']);
      expect(await listLog(world.db, world.experimentId)).toHaveLength(1);
    } finally {
      await database.close();
    }
  });
});
