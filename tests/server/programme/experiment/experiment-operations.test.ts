import { expect, test } from 'vitest';
import { listExperimentComments } from '#db/programme/experiment/experiment-comments.ts';
import { listDifficulties } from '#db/programme/experiment/experiment-difficulties.ts';
import { listEvaluations } from '#db/programme/experiment/experiment-evaluations.ts';
import { listIndicators } from '#db/programme/experiment/experiment-indicators.ts';
import { listLogReminders, takeLogReminder } from '#db/programme/experiment/experiment-reminders.ts';
import { listTeam } from '#db/programme/experiment/experiment-settings.ts';
import { listEvents } from '#db/programme/experiment/experiment-states.ts';
import { listLinked, listPartners } from '#db/programme/experiment/experiment-surroundings.ts';
import { findExperiment } from '#db/programme/experiment/experiments.ts';
import { aBoard, aGroup, aMember } from '#db/seed/builders/builders.ts';
import { EVALUATION_KEYS } from '#shared/programme/experiment/evaluation.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import {
  answersOf,
  answerTo,
  type Person,
  TEAM_ONLY,
} from '#tests/support/programme/experiment-operations.ts';
import { withExperiment, withExperimentWorld } from '#tests/support/programme/experiments.ts';

const RUNNING = { state: 'running', reason: '' };

test('[EX5] an experiment is opened by the coordination; everything that is wrong is told at once', () =>
  withExperimentWorld(async (world) => {
    const { db, people, themeId, valmont, aubin } = world;
    const typed = {
      ...{ title: 'Ombres', summary: '', themeId, startsOn: '2023-04-01', endsOn: '2023-09-30' },
      ...{ leadId: valmont.id, city: [aubin.id] },
    };
    const run = (person: Person, change: object = {}) =>
      operationsOn(db, { now: () => person.now }).run('experiment.open', person, { ...typed, ...change });
    for (const person of [people.nadia, people.marc, people.aurelie, people.guest])
      expect(await run(person)).toMatchObject({ ok: false, error: 'access.notFound' });
    expect(
      await run(people.claire, { title: ' ', startsOn: '1900-01-01', leadId: '', city: [valmont.id] }),
    ).toMatchObject({
      fields: {
        ...{ title: 'title.empty', startsOn: 'experiment.dayInvalid', leadId: 'experiment.leadNotOne' },
      },
    });
    const wrong = async (change: object) => {
      const made = await run(people.claire, change);
      return made.ok ? {} : made.fields;
    };
    expect(await wrong({ themeId: 'none' })).toEqual({ themeId: 'experiment.themeNotFound' });
    expect(await wrong({ city: ['none'] })).toEqual({ leadId: 'experiment.citiesMissing' });
    const made = await run(people.claire);
    const experimentId = made.ok ? made.value.id : '';
    expect(await findExperiment(db, { experimentId, ...people.yann })).toMatchObject({
      cities: [{ name: 'Valmont', isLead: true }, { name: 'Aubin' }],
      role: 'team',
    });
  }));

test('[EX2] [EX14] difficulties are the team’s, and come back', () =>
  withExperiment(async (world) => {
    const { db, experimentId, people } = world;
    const typed = { kind: 'data', description: 'Plan refusé', lever: '', metOn: '', resolvedOn: '' };
    const add = { ...typed, difficultyId: '' };
    expect(await answersOf(world, 'experimentDifficulty.write', add)).toEqual(TEAM_ONLY);
    const [first] = await listDifficulties(db, experimentId);
    const of = { difficultyId: first?.id ?? '' };
    expect(await answersOf(world, 'experimentDifficulty.remove', of)).toEqual(TEAM_ONLY);
    expect(await listDifficulties(db, experimentId)).toHaveLength(2);
    expect(await answerTo(world, people.yann, 'experimentDifficulty.restore', of)).toBe('ok');
    const resolved = { ...typed, ...of, resolvedOn: '2023-03-14' };
    expect(await answerTo(world, people.yann, 'experimentDifficulty.write', resolved)).toBe('ok');
    expect(await listDifficulties(db, experimentId)).toHaveLength(3);
  }));

test('[EX2] [EX16] indicators and measures are the team’s; a day has one measure', () =>
  withExperiment(async (world) => {
    const { db, experimentId, people } = world;
    const typed = { name: 'Arbres', unit: '', target: '10' };
    expect(await answersOf(world, 'experimentIndicator.add', typed)).toEqual(TEAM_ONLY);
    const of = { indicatorId: (await listIndicators(db, experimentId))[0]?.id ?? '' };
    const measure = { ...of, on: '2023-03-14', value: '4' };
    expect(await answersOf(world, 'experimentMeasure.add', measure)).toEqual(TEAM_ONLY);
    const [kept] = await listIndicators(db, experimentId);
    expect(kept?.measures).toMatchObject([{ on: '2023-03-14', value: 4 }]);
    const takenOff = { ...of, measureId: kept?.measures[0]?.id ?? '' };
    expect(await answersOf(world, 'experimentMeasure.remove', takenOff)).toEqual(TEAM_ONLY);
    expect(await answersOf(world, 'experimentIndicator.remove', of)).toEqual(TEAM_ONLY);
    expect(await answerTo(world, people.nadia, 'experimentIndicator.restore', of)).toBe('ok');
    expect(await listIndicators(db, experimentId)).toHaveLength(3);
  }));

test('[EX18] the evaluation keeps its versions, and [EX19] those inside comment it', () =>
  withExperiment(async (world) => {
    const { db, experimentId, people } = world;
    const nothing = Object.fromEntries(EVALUATION_KEYS.map((key) => [key, '']));
    const write = (person: Person, seen: number, typed: object, publish = '') =>
      answerTo(world, person, 'experimentEvaluation.write', { ...nothing, ...typed, seen, publish });
    for (const person of [people.marc, people.aurelie])
      expect(await write(person, 0, { results: 'x' })).toBe('access.forbidden');
    for (const person of [people.camille, people.guest])
      expect(await write(person, 0, { results: 'x' })).toBe('access.notFound');
    expect(await write(people.nadia, 0, {}, '1')).toBe('experiment.evaluationEmpty');
    expect(await write(people.nadia, 0, { results: 'Mieux' }, '1')).toBe('ok');
    expect(await write(people.yann, 0, { results: 'Autre' })).toBe('experiment.changedMeanwhile');
    expect(await write(people.yann, 1, {})).toBe('ok');
    expect(await listEvaluations(db, experimentId)).toMatchObject([
      { version: 2, answers: {}, publishedAt: null },
      { version: 1, answers: { results: 'Mieux' }, publishedAt: people.nadia.now },
    ]);
    const said = { subject: 'evaluation:relevance', text: 'Bien' };
    expect(await answersOf(world, 'experimentComment.add', said)).toEqual({ ...TEAM_ONLY, marc: 'ok' });
    const comments = await listExperimentComments(db, { experimentId, about: 'evaluation' });
    expect(comments).toHaveLength(4);
    const of = { commentId: comments.find(({ author }) => author === 'Marc')?.id ?? '' };
    const remove = (person: Person) => answerTo(world, person, 'experimentComment.remove', of);
    expect(await remove(people.nadia)).toBe('experiment.changedMeanwhile');
    expect(await remove(people.marc)).toBe('ok');
    expect(await answerTo(world, people.claire, 'experimentComment.restore', of)).toBe('ok');
    const astray = { subject: 'other:x', text: 'x' };
    expect(await answerTo(world, people.nadia, 'experimentComment.add', astray)).toBe(
      'experiment.monthInvalid',
    );
  }));

test('[EX20] partners are the team’s; an object is linked by who may read it, and named to who may', () =>
  withExperiment(async (world) => {
    const { db, site, experimentId, people } = world;
    const typed = { name: 'Syndicat', part: '' };
    expect(await answersOf(world, 'experimentPartner.add', typed)).toEqual(TEAM_ONLY);
    const of = { partnerId: (await listPartners(db, experimentId))[0]?.id ?? '' };
    expect(await answersOf(world, 'experimentPartner.remove', of)).toEqual(TEAM_ONLY);
    expect(await listPartners(db, experimentId)).toHaveLength(2);
    expect(await answersOf(world, 'experimentPartner.restore', of)).toEqual(TEAM_ONLY);
    expect(await listPartners(db, experimentId)).toHaveLength(3);
    const group = await aGroup(site);
    await aMember(site, { groupId: group.id, userId: people.nadia.userId, role: 'contributor' });
    const board = await aBoard(site, { groupId: group.id, createdBy: people.nadia.userId });
    const link = (person: Person, object = `board:${board.id}`) =>
      answerTo(world, person, 'experimentLink.add', { object });
    expect(await link(people.yann)).toBe('experiment.linkInvalid');
    expect(await link(people.marc)).toBe('access.forbidden');
    expect(await link(people.camille)).toBe('access.notFound');
    expect(await link(people.nadia, `person:${people.yann.userId}`)).toBe('experiment.linkInvalid');
    expect(await link(people.nadia)).toBe('ok');
    expect(await listLinked(db, { experimentId, ...people.nadia })).toMatchObject({
      linked: [{ name: board.title }],
      hidden: 0,
    });
    expect(await listLinked(db, { experimentId, ...people.yann })).toEqual({ linked: [], hidden: 1 });
    const off = { object: `board:${board.id}` };
    expect(await answersOf(world, 'experimentLink.remove', off)).toEqual(TEAM_ONLY);
    expect(await listLinked(db, { experimentId, ...people.nadia })).toEqual({ linked: [], hidden: 0 });
  }));

test('[EX1] [EX3] [EX4] settings: the team’s facts and names, the coordination’s cities', () =>
  withExperiment(async (world) => {
    const { db, experimentId, people, clairvigne, roleOf } = world;
    const typed = { title: 'Ombres', summary: '', startsOn: '2022-10-01', endsOn: '2023-06-30' };
    expect(await answersOf(world, 'experiment.edit', typed)).toEqual(TEAM_ONLY);
    const wrong = { ...typed, endsOn: '2022-09-01' };
    expect(await answerTo(world, people.nadia, 'experiment.edit', wrong)).toBe('experiment.periodReversed');
    const events = await listEvents(db, experimentId);
    expect(events.filter(({ kind }) => kind === 'period.changed')).toHaveLength(1);
    const name = (by: Person, { userId: person }: Person) =>
      answerTo(world, by, 'experimentTeam.name', { person, email: '', role: 'data' });
    expect(await name(people.nadia, people.yann)).toBe('ok');
    expect(await name(people.nadia, people.paul)).toBe('experiment.personNotFound');
    expect(await name(people.claire, people.paul)).toBe('ok');
    expect(await roleOf(people.paul)).toBe('team');
    expect((await listTeam(db, experimentId)).map((member) => member.name)).toEqual(['Paul', 'Yann']);
    const unname = (by: Person) =>
      answerTo(world, by, 'experimentTeam.unname', { memberId: people.paul.userId, role: 'data' });
    expect(await unname(people.aurelie)).toBe('access.forbidden');
    expect(await unname(people.nadia)).toBe('ok');
    expect(await roleOf(people.paul)).toBe('programme');
    const set = (by: Person, leadId = clairvigne.id) =>
      answerTo(world, by, 'experiment.setCities', { city: [clairvigne.id], leadId });
    for (const who of ['nadia', 'yann', 'marc', 'aurelie', 'paul'] as const)
      expect(await set(people[who])).toBe('access.forbidden');
    for (const who of ['camille', 'guest'] as const) expect(await set(people[who])).toBe('access.notFound');
    expect(await set(people.claire, 'none')).toBe('experiment.leadNotOne');
    expect(await set(people.claire)).toBe('ok');
    expect(await findExperiment(db, { experimentId, ...people.aurelie })).toMatchObject({ role: 'team' });
    expect(await roleOf(people.nadia)).toBe('programme');
  }));

test('[EX6] states are changed by the team, abandoned and taken up again by the coordination, each time dated', () =>
  withExperiment(async (world) => {
    const { db, people, experimentId } = world;
    const change = (person: Person, state: string, reason = '') =>
      answerTo(world, person, 'experiment.changeState', { state, reason });
    expect(await change(people.guest, 'running')).toBe('access.notFound');
    expect(await change(people.camille, 'running')).toBe('access.notFound');
    expect(await change(people.aurelie, 'running')).toBe('access.forbidden');
    expect(await change(people.marc, 'running')).toBe('access.forbidden');
    expect(await change(people.nadia, 'suspended')).toBe('experiment.stateUnreachable');
    expect(await change(people.nadia, 'running')).toBe('ok');
    expect(await change(people.yann, 'suspended')).toBe('experiment.reasonMissing');
    expect(await change(people.yann, 'suspended', 'Crue')).toBe('ok');
    expect(await change(people.nadia, 'abandoned', 'Plus de binôme')).toBe('experiment.stateOthers');
    expect(await change(people.claire, 'abandoned', 'Plus de binôme')).toBe('ok');
    expect(await change(people.claire, 'running')).toBe('experiment.reasonMissing');
    expect(await change(people.claire, 'running', 'Nouveau binôme')).toBe('ok');
    const states = (await listEvents(db, experimentId)).filter(({ kind }) => kind === 'state.changed');
    expect(states.map(({ data }) => data.to)).toEqual(['running', 'suspended', 'abandoned', 'running']);
  }));

test('[EX6] whoever changed the state takes it back, once, within a day', () =>
  withExperiment(async (world) => {
    const { db, people, experimentId } = world;
    expect(await answerTo(world, people.nadia, 'experiment.changeState', RUNNING)).toBe('ok');
    const undo = (person: Person) => answerTo(world, person, 'experiment.undoState', {});
    expect(await undo(people.camille)).toBe('access.notFound');
    expect(await undo(people.marc)).toBe('access.forbidden');
    expect(await undo(people.yann)).toBe('experiment.undoTooLate');
    const later = new Date(people.nadia.now.getTime() + 25 * 3_600_000);
    expect(await undo({ ...people.nadia, now: later })).toBe('experiment.undoTooLate');
    expect(await undo(people.nadia)).toBe('ok');
    expect(await undo(people.nadia)).toBe('experiment.undoTooLate');
    expect(await findExperiment(db, { experimentId, ...people.nadia })).toMatchObject({ state: 'preparing' });
  }));

test('[EX13] reminders go to the team on the last two working days, once a day, while nothing is written', () =>
  withExperiment(async (world) => {
    const { db, people, namePaul } = world;
    const friday = new Date('2023-03-31T07:00:00Z');
    const names = async (now: Date) => (await listLogReminders(db, now)).map(({ person }) => person.name);
    expect(await names(friday)).toEqual([]);
    expect(await answerTo(world, people.nadia, 'experiment.changeState', RUNNING)).toBe('ok');
    expect(await names(people.nadia.now)).toEqual([]);
    expect(await names(friday)).toEqual(['Nadia']);
    await namePaul();
    expect(await names(friday)).toEqual(['Paul']);
    const [reminder] = await listLogReminders(db, friday);
    if (!reminder) throw new Error('a reminder was expected');
    expect(await takeLogReminder(db, reminder, friday)).toBe(true);
    expect(await takeLogReminder(db, reminder, friday)).toBe(false);
    expect(await takeLogReminder(db, reminder, new Date('2023-03-30T07:00:00Z'))).toBe(true);
  }));
