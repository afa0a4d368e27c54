import { expect, test } from 'vitest';
import {
  addComment,
  listExperimentComments,
  removeComment,
} from '#db/programme/experiment/experiment-comments.ts';
import {
  listDifficulties,
  removeDifficulty,
  writeDifficulty,
} from '#db/programme/experiment/experiment-difficulties.ts';
import { listEvaluations, writeEvaluation } from '#db/programme/experiment/experiment-evaluations.ts';
import {
  addIndicator,
  addMeasure,
  listIndicators,
  removeIndicator,
  removeMeasure,
} from '#db/programme/experiment/experiment-indicators.ts';
import { listLogReminders, takeLogReminder } from '#db/programme/experiment/experiment-reminders.ts';
import {
  editExperiment,
  listTeam,
  nameTeamMember,
  setCities,
  unnameTeamMember,
} from '#db/programme/experiment/experiment-settings.ts';
import { changeState, listEvents, undoState } from '#db/programme/experiment/experiment-states.ts';
import {
  addPartner,
  linkObject,
  listLinked,
  listPartners,
  removePartner,
} from '#db/programme/experiment/experiment-surroundings.ts';
import { findExperiment } from '#db/programme/experiment/experiments.ts';
import { aBoard, aGroup, aMember } from '#db/seed/builders/builders.ts';
import { type ExperimentWorld, withExperiment } from '#tests/support/programme/experiments.ts';

type Person = ExperimentWorld['people']['nadia'];
type Gesture = (change: { experimentId: string; newId: () => string } & Person) => Promise<{
  ok: boolean;
  error?: string;
}>;

/** What each gesture answers to each sort of person. */
async function answersOf({ people, site, experimentId }: ExperimentWorld, gesture: Gesture) {
  const said: Record<string, string> = {};
  for (const [name, person] of Object.entries(people)) {
    const { ok, error } = await gesture({ experimentId, newId: site.newId, ...person });
    said[name] = ok ? 'ok' : (error ?? '');
  }
  return said;
}
const TEAM_ONLY = {
  nadia: 'ok',
  yann: 'ok',
  claire: 'ok',
  marc: 'access.forbidden',
  aurelie: 'access.forbidden',
  paul: 'access.forbidden',
  camille: 'access.notFound',
  guest: 'access.notFound',
};
const of = (world: ExperimentWorld, person: Person) => ({
  experimentId: world.experimentId,
  newId: world.site.newId,
  ...person,
});

test('[EX2] [EX14] difficulties are the team’s, and come back', () =>
  withExperiment(async (world) => {
    const { db, experimentId, people } = world;
    const typed = { kind: 'data', description: 'Plan refusé', lever: '', metOn: '', resolvedOn: '' };
    const add: Gesture = (change) => writeDifficulty(db, { ...change, difficultyId: null, typed });
    expect(await answersOf(world, add)).toEqual(TEAM_ONLY);
    const [first] = await listDifficulties(db, experimentId);
    const difficultyId = first?.id ?? '';
    const remove: Gesture = (change) => removeDifficulty(db, { ...change, difficultyId, isBack: false });
    expect(await answersOf(world, remove)).toEqual(TEAM_ONLY);
    expect(await listDifficulties(db, experimentId)).toHaveLength(2);
    await removeDifficulty(db, { ...of(world, people.yann), difficultyId, isBack: true });
    const resolved = { ...typed, resolvedOn: '2023-03-14' };
    await writeDifficulty(db, { ...of(world, people.yann), difficultyId, typed: resolved });
    expect(await listDifficulties(db, experimentId)).toHaveLength(3);
  }));

test('[EX2] [EX16] indicators and measures are the team’s; a day has one measure', () =>
  withExperiment(async (world) => {
    const { db, experimentId, people } = world;
    const typed = { name: 'Arbres', unit: '', target: '10' };
    expect(await answersOf(world, (change) => addIndicator(db, { ...change, typed }))).toEqual(TEAM_ONLY);
    const indicatorId = (await listIndicators(db, experimentId))[0]?.id ?? '';
    const measure = { on: '2023-03-14', value: '4' };
    const add: Gesture = (change) => addMeasure(db, { ...change, indicatorId, typed: measure });
    expect(await answersOf(world, add)).toEqual(TEAM_ONLY);
    const [kept] = await listIndicators(db, experimentId);
    expect(kept?.measures).toMatchObject([{ on: '2023-03-14', value: 4 }]);
    const measureId = kept?.measures[0]?.id ?? '';
    const takeOff: Gesture = (change) => removeMeasure(db, { ...change, indicatorId, measureId });
    expect(await answersOf(world, takeOff)).toEqual(TEAM_ONLY);
    const remove: Gesture = (change) => removeIndicator(db, { ...change, indicatorId, isBack: false });
    expect(await answersOf(world, remove)).toEqual(TEAM_ONLY);
    await removeIndicator(db, { ...of(world, people.nadia), indicatorId, isBack: true });
    expect(await listIndicators(db, experimentId)).toHaveLength(3);
  }));

test('[EX18] the evaluation keeps its versions, and [EX19] those inside comment it', () =>
  withExperiment(async (world) => {
    const { db, experimentId, people } = world;
    const write = async (person: Person, seen: number, typed: object, isPublished = false) => {
      const done = await writeEvaluation(db, {
        ...of(world, person),
        seen,
        typed: { ...typed },
        isPublished,
      });
      return done.ok ? 'ok' : done.error;
    };
    for (const person of [people.marc, people.aurelie])
      expect(await write(person, 0, { results: 'x' })).toBe('access.forbidden');
    for (const person of [people.camille, people.guest])
      expect(await write(person, 0, { results: 'x' })).toBe('access.notFound');
    expect(await write(people.nadia, 0, {}, true)).toBe('experiment.evaluationEmpty');
    expect(await write(people.nadia, 0, { results: 'Mieux' }, true)).toBe('ok');
    expect(await write(people.yann, 0, { results: 'Autre' })).toBe('experiment.changedMeanwhile');
    expect(await write(people.yann, 1, {})).toBe('ok');
    expect(await listEvaluations(db, experimentId)).toMatchObject([
      { version: 2, answers: {}, publishedAt: null },
      { version: 1, answers: { results: 'Mieux' }, publishedAt: people.nadia.now },
    ]);
    const comment: Gesture = (change) =>
      addComment(db, { ...change, subject: 'evaluation:relevance', text: 'Bien' });
    expect(await answersOf(world, comment)).toEqual({ ...TEAM_ONLY, marc: 'ok' });
    const comments = await listExperimentComments(db, { experimentId, about: 'evaluation' });
    expect(comments).toHaveLength(4);
    const commentId = comments.find(({ author }) => author === 'Marc')?.id ?? '';
    const remove = async (person: Person, isBack = false) =>
      (await removeComment(db, { ...of(world, person), commentId, isBack })).ok;
    expect(await remove(people.nadia)).toBe(false);
    expect(await remove(people.marc)).toBe(true);
    expect(await remove(people.claire, true)).toBe(true);
    const astray = await addComment(db, { ...of(world, people.nadia), subject: 'other:x', text: 'x' });
    expect(astray.ok).toBe(false);
  }));

test('[EX20] partners are the team’s; an object is linked by who may read it, and named to who may', () =>
  withExperiment(async (world) => {
    const { db, site, experimentId, people } = world;
    const typed = { name: 'Syndicat', part: '' };
    expect(await answersOf(world, (change) => addPartner(db, { ...change, typed }))).toEqual(TEAM_ONLY);
    const partnerId = (await listPartners(db, experimentId))[0]?.id ?? '';
    const takeOff: Gesture = (change) => removePartner(db, { ...change, partnerId, isBack: false });
    expect(await answersOf(world, takeOff)).toEqual(TEAM_ONLY);
    const group = await aGroup(site);
    await aMember(site, { groupId: group.id, userId: people.nadia.userId, role: 'contributor' });
    const board = await aBoard(site, { groupId: group.id, createdBy: people.nadia.userId });
    const link = async (person: Person, key = `board:${board.id}`) => {
      const done = await linkObject(db, { ...of(world, person), key });
      return done.ok ? 'ok' : done.error;
    };
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
  }));

test('[EX1] [EX3] [EX4] settings: the team’s facts and names, the coordination’s cities', () =>
  withExperiment(async (world) => {
    const { db, experimentId, people, clairvigne, roleOf } = world;
    const typed = { title: 'Ombres', summary: '', startsOn: '2022-10-01', endsOn: '2023-06-30' };
    expect(await answersOf(world, (change) => editExperiment(db, { ...change, typed }))).toEqual(TEAM_ONLY);
    const wrong = { ...typed, endsOn: '2022-09-01' };
    expect(await editExperiment(db, { ...of(world, people.nadia), typed: wrong })).toEqual({
      ok: false,
      error: 'experiment.periodReversed',
    });
    const events = await listEvents(db, experimentId);
    expect(events.filter(({ kind }) => kind === 'period.changed')).toHaveLength(1);
    const name = async (by: Person, person: Person) =>
      (await nameTeamMember(db, { ...of(world, by), person: person.userId, role: 'data' })).ok;
    expect(await name(people.nadia, people.yann)).toBe(true);
    expect(await name(people.nadia, people.paul)).toBe(false);
    expect(await name(people.claire, people.paul)).toBe(true);
    expect(await roleOf(people.paul)).toBe('team');
    expect((await listTeam(db, experimentId)).map((member) => member.name)).toEqual(['Paul', 'Yann']);
    const unname = { ...of(world, people.nadia), memberId: people.paul.userId, role: 'data' as const };
    expect(await unnameTeamMember(db, { ...unname, ...people.aurelie })).toMatchObject({ ok: false });
    expect(await unnameTeamMember(db, unname)).toMatchObject({ ok: true });
    expect(await roleOf(people.paul)).toBe('programme');
    const cities = { organisationIds: [clairvigne.id], leadId: clairvigne.id };
    const others = await answersOf(world, (change) =>
      change.userId === people.claire.userId
        ? Promise.resolve({ ok: true })
        : setCities(db, { ...change, ...cities }),
    );
    expect(others).toEqual({ ...TEAM_ONLY, nadia: 'access.forbidden', yann: 'access.forbidden' });
    expect(await setCities(db, { ...of(world, people.claire), ...cities, leadId: 'none' })).toEqual({
      ok: false,
      error: 'experiment.leadNotOne',
    });
    expect((await setCities(db, { ...of(world, people.claire), ...cities })).ok).toBe(true);
    expect(await findExperiment(db, { experimentId, ...people.aurelie })).toMatchObject({ role: 'team' });
    expect(await roleOf(people.nadia)).toBe('programme');
  }));

test('[EX6] whoever changed the state takes it back, once, within a day', () =>
  withExperiment(async (world) => {
    const { db, site, people, experimentId } = world;
    const change = { experimentId, eventId: site.newId() };
    await changeState(db, { ...change, ...people.nadia, to: 'running', reason: '' });
    const undo = async (person: Person) => {
      const done = await undoState(db, { experimentId, eventId: site.newId(), ...person });
      return done.ok ? 'ok' : done.error;
    };
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
    const { db, site, people, experimentId, namePaul } = world;
    const friday = new Date('2023-03-31T07:00:00Z');
    const names = async (now: Date) => (await listLogReminders(db, now)).map(({ person }) => person.name);
    expect(await names(friday)).toEqual([]);
    await changeState(db, {
      experimentId,
      eventId: site.newId(),
      ...people.nadia,
      to: 'running',
      reason: '',
    });
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
