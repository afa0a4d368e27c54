import { describe, expect, test } from 'vitest';
import { listEfforts, writeEffort } from '#db/programme/experiment/experiment-efforts.ts';
import { listLog, listLogVersions, writeLog } from '#db/programme/experiment/experiment-logs.ts';
import {
  addMilestone,
  listMilestones,
  removeMilestone,
  setActual,
  slipMilestone,
} from '#db/programme/experiment/experiment-milestones.ts';
import { changeState } from '#db/programme/experiment/experiment-states.ts';
import { createExperiment } from '#db/programme/experiment/experiments.ts';
import { experimentsAt } from '#db/programme/experiment/experiments-past.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import {
  type ExperimentWorld,
  fillExperiments,
  withExperiment,
} from '#tests/support/programme/experiments.ts';

type Person = ExperimentWorld['people']['nadia'];

const said = (result: { ok: boolean; error?: string }) => (result.ok ? 'ok' : result.error);
const on = (day: string) => new Date(`${day}T09:00:00Z`);

describe('milestones', () => {
  test('[EX10] come with the season, and [EX2] are written by the team alone', () =>
    withExperiment(async ({ db, site, people, experimentId }) => {
      expect(await listMilestones(db, experimentId)).toHaveLength(5);
      const typed = { title: 'Atelier', from: '2023-03-20', to: '2023-03-21' };
      const add = async (person: Person) =>
        said(await addMilestone(db, { experimentId, typed, newId: site.newId, ...person }));
      expect(await add(people.guest)).toBe('access.notFound');
      expect(await add(people.camille)).toBe('access.notFound');
      expect(await add(people.aurelie)).toBe('access.forbidden');
      expect(await add(people.marc)).toBe('access.forbidden');
      expect(await add(people.yann)).toBe('ok');
      expect(await listMilestones(db, experimentId)).toHaveLength(6);
    }));

  test('[EX9] slip with a reason, the first day kept; [EX8] are taken off and come back', () =>
    withExperiment(async ({ db, site, people, experimentId }) => {
      const [first] = await listMilestones(db, experimentId);
      const change = { experimentId, milestoneId: first?.id ?? '', newId: site.newId };
      const slip = async (person: Person, to: string, reason: string) =>
        said(await slipMilestone(db, { ...change, ...person, typed: { to, reason } }));
      expect(await slip(people.aurelie, '2022-12-01', 'x')).toBe('access.forbidden');
      expect(await slip(people.camille, '2022-12-01', 'x')).toBe('access.notFound');
      expect(await slip(people.nadia, '2022-12-01', '')).toBe('experiment.reasonMissing');
      expect(await slip(people.nadia, '2022-12-01', 'Élections')).toBe('ok');
      const actual = (person: Person, doneOn: string) =>
        setActual(db, { ...change, ...person, typed: { startedOn: '', doneOn } });
      expect(said(await actual(people.marc, '2022-12-02'))).toBe('access.forbidden');
      expect(said(await actual(people.nadia, '2023-03-15'))).toBe('experiment.dayToCome');
      expect(said(await actual(people.nadia, '2022-12-02'))).toBe('ok');
      expect((await listMilestones(db, experimentId))[0]).toMatchObject({
        firstTo: first?.firstTo,
        plannedTo: '2022-12-01',
        doneOn: '2022-12-02',
      });
      const remove = async (person: Person, isBack: boolean) =>
        said(await removeMilestone(db, { ...change, ...person, isBack }));
      expect(await remove(people.aurelie, false)).toBe('access.forbidden');
      expect(await remove(people.nadia, false)).toBe('ok');
      expect(await listMilestones(db, experimentId)).toHaveLength(4);
      expect(await remove(people.nadia, false)).toBe('experiment.changedMeanwhile');
      expect(await remove(people.yann, true)).toBe('ok');
      expect(await listMilestones(db, experimentId)).toHaveLength(5);
      const elsewhere = await slipMilestone(db, {
        ...change,
        milestoneId: 'none',
        ...people.claire,
        typed: { to: '2023-01-01', reason: 'x' },
      });
      expect(said(elsewhere)).toBe('experiment.changedMeanwhile');
    }));
});

const text = { mood: 'good', done: 'Relevés repris le 20.', difficulties: '', help: '' };
const writing = (world: ExperimentWorld, person: Person, given: object = {}) =>
  writeLog(world.db, {
    experimentId: world.experimentId,
    newId: world.site.newId,
    month: '2023-03',
    seen: 0,
    typed: text,
    efforts: [],
    ...person,
    ...given,
  });

describe('the log', () => {
  test('[EX2] [EX11] is written by the team, month by month, each version kept', () =>
    withExperiment(async (world) => {
      const { people, db, experimentId } = world;
      const write = async (person: Person, given: object = {}) => said(await writing(world, person, given));
      for (const person of [people.guest, people.camille])
        expect(await write(person)).toBe('access.notFound');
      for (const person of [people.aurelie, people.marc])
        expect(await write(person)).toBe('access.forbidden');
      expect(await write(people.nadia, { month: '2023-04' })).toBe('experiment.monthToCome');
      expect(await write(people.nadia, { month: '2023-01' })).toBe('experiment.monthClosed');
      expect(await write(people.claire, { month: '2023-01' })).toBe('ok');
      expect(await write(people.nadia)).toBe('ok');
      expect(await write(people.yann, { typed: { ...text, done: 'Autre' } })).toBe(
        'experiment.changedMeanwhile',
      );
      expect(await write(people.yann, { seen: 1, typed: { ...text, done: 'Les deux' } })).toBe('ok');
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
      const efforts = (days: string) => ({ efforts: [{ role: 'business', days, cost: '' }] });
      expect(said(await writing(world, people.nadia, efforts('-2')))).toBe('experiment.daysInvalid');
      expect(await listLog(db, experimentId)).toEqual([]);
      expect(said(await writing(world, people.nadia, efforts('2,5')))).toBe('ok');
      expect(said(await writing(world, people.nadia, { seen: 1, ...efforts('3') }))).toBe('ok');
      expect(await listEfforts(db, experimentId)).toEqual([
        { month: '2023-03', role: 'business', days: 3, cost: 0 },
      ]);
      const effort = async (person: Person, month = '2023-03') =>
        said(
          await writeEffort(db, {
            experimentId,
            month,
            newId: world.site.newId,
            typed: { role: 'data', days: '1', cost: '400' },
            ...person,
          }),
        );
      expect(await effort(people.camille)).toBe('access.notFound');
      expect(await effort(people.marc)).toBe('access.forbidden');
      expect(await effort(people.nadia, '2023-05')).toBe('experiment.monthToCome');
      expect(await effort(people.yann)).toBe('ok');
    }));

  test('[EX11] of two people who save a month at once one is told, and nothing is lost', async () => {
    const database = await openFreshDatabase();
    try {
      const world = await fillExperiments(database.db);
      expect(await createExperiment(world.db, world.given())).toMatchObject({ ok: true });
      const { nadia, yann } = world.people;
      const both = await Promise.all([nadia, yann].map(async (person) => said(await writing(world, person))));
      expect(both.sort()).toEqual(['experiment.changedMeanwhile', 'ok']);
      expect(await listLog(world.db, world.experimentId)).toHaveLength(1);
    } finally {
      await database.close();
    }
  });
});

test('[EX7] [EX12] what stood on a past day is read as it was', () =>
  withExperiment(async (world) => {
    const { db, site, people, experimentId } = world;
    const id = site.newId();
    const newId = site.newId;
    const claire = (day: string) => ({ userId: people.claire.userId, now: on(day) });
    expect(
      said(
        await createExperiment(db, { ...world.given(id), title: 'Zones humides', ...claire('2022-10-03') }),
      ),
    ).toBe('ok');
    const state = async (to: 'running' | 'abandoned', day: string, reason = '') =>
      said(await changeState(db, { experimentId: id, to, reason, eventId: newId(), ...claire(day) }));
    expect(await state('running', '2022-10-10')).toBe('ok');
    const log = await writeLog(db, {
      experimentId: id,
      newId,
      month: '2022-10',
      seen: 0,
      typed: text,
      efforts: [{ role: 'data', days: '2', cost: '100' }],
      ...claire('2022-10-28'),
    });
    expect(said(log)).toBe('ok');
    const [first] = await listMilestones(db, id);
    const slip = await slipMilestone(db, {
      experimentId: id,
      newId,
      milestoneId: first?.id ?? '',
      typed: { to: '2022-12-15', reason: 'Élections' },
      ...claire('2022-11-20'),
    });
    expect(said(slip)).toBe('ok');
    expect(await state('abandoned', '2023-02-01', 'Plus de binôme')).toBe('ok');
    const at = async (day: string) => (await experimentsAt(db, day)).find((found) => found.id === id);

    expect(await at('2022-10-02')).toBeUndefined();
    expect(await at('2022-10-03')).toMatchObject({ state: 'preparing', logMonths: [], isLate: false });
    expect(await at('2022-10-27')).toMatchObject({ state: 'running', logMonths: [], effort: { days: 0 } });
    expect(await at('2022-10-28')).toMatchObject({
      logMonths: ['2022-10'],
      lateMonths: [],
      effort: { days: 2, cost: 100 },
    });
    expect(await at('2022-11-19')).toMatchObject({ slips: [], lateMilestones: 1, isLate: true });
    expect(await at('2022-11-20')).toMatchObject({
      slips: [{ from: first?.plannedTo, to: '2022-12-15', reason: 'Élections' }],
      lateMilestones: 0,
      isLate: false,
    });
    expect(await at('2022-12-01')).toMatchObject({ lateMonths: ['2022-11'], isLate: true });
    expect(await at('2023-02-01')).toMatchObject({ state: 'abandoned', isLate: false });
    expect((await experimentsAt(db, '2023-03-14')).map((found) => found.id)).toEqual([experimentId, id]);
  }));
