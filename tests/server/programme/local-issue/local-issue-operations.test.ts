import { describe, expect, test } from 'vitest';
import {
  listHeard,
  listIssueCities,
  listTrashedIssues,
} from '#db/programme/local-issue/local-issue-notes.ts';
import { findIssue, listIssues, listSimilarIssues } from '#db/programme/local-issue/local-issues.ts';
import { interviewConsents, localIssueCities } from '#db/programme/local-issue/schema.ts';
import type { Registered } from '#server/registry.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { type MissionWorld, withMission } from '#tests/support/programme/missions.ts';

/** What this person is answered when they do this, at their moment. */
async function does({ db }: Pick<MissionWorld, 'db'>, who: Who, name: keyof Registered, input: object) {
  const done = await operationsOn(db, { now: () => who.now }).run(name, who, input as never);
  return done.ok ? 'ok' : done.error;
}
const INTERVIEW = {
  personName: 'Agnès Thibault',
  personFunction: 'Directrice d’école',
  personOrganisation: 'École du Port',
  metOn: '2023-02-20',
  notes: 'La cour est invivable en juin.',
};
const all = { query: '', theme: '', city: '', page: 1 };
type Who = { userId: string; now: Date };

/** A challenge of Valmont, with an interview of Valmont that it quotes. */
async function heard({ db, people, themeId, valmont }: MissionWorld, consentNote = '') {
  const { nadia } = people;
  const operations = operationsOn(db, { now: () => nadia.now });
  const fields = {
    title: 'Comment rafraîchir les cours d’école ?',
    context: 'Les arbres manquent et les sols sont goudronnés.',
    theme: themeId,
    city: valmont.id,
  };
  const made = await operations.run('localIssue.create', nadia, fields);
  if (!made.ok) throw new Error(made.error);
  const hasConsent = consentNote && 'oui';
  const said = { ...INTERVIEW, city: valmont.id, consentNote, hasConsent };
  const interview = await operations.run('stakeholderInterview.keep', nadia, said);
  if (!interview.ok) throw new Error(interview.error);
  const [issueId, interviewId] = [made.value.id, interview.value.id];
  const quotation = 'La cour est invivable en juin';
  const of = `interview:${interviewId}`;
  await operations.run('localIssue.linkSource', nadia, { issueId, of, quotation });
  return { issueId, interviewId, quotation, fields };
}

describe('[LI1] a challenge', () => {
  test('is read by whoever belongs to an organisation, and by the programme; it is absent for guests', () =>
    withMission(async (world) => {
      const { db, people } = world;
      const { issueId } = await heard(world);
      for (const who of ['claire', 'marc', 'nadia', 'lea', 'camille'] as const) {
        expect(await findIssue(db, { issueId, ...people[who] }), who).toMatchObject({ id: issueId });
        expect((await listIssues(db, { ...people[who], filter: all })).total, who).toBe(1);
      }
      expect(await findIssue(db, { issueId, ...people.guest })).toBeNull();
      expect(await listIssues(db, { ...people.guest, filter: all })).toMatchObject({ issues: [], total: 0 });
      expect(await listSimilarIssues(db, { ...people.guest, text: 'cours d’école' })).toEqual([]);
    }));

  test('is written by its city and coordinators, thrown away and taken back; others only read it', () =>
    withMission(async (world) => {
      const { db, people, valmont } = world;
      const { issueId, fields } = await heard(world);
      const create = (who: Who, city = valmont.id, theme = fields.theme) =>
        does(world, who, 'localIssue.create', { ...fields, city, theme });
      expect(await create(people.guest)).toBe('access.notFound');
      expect(await create(people.lea)).toBe('localIssue.cityNotYours');
      expect(await create(people.nadia, '')).toBe('localIssue.cityNotYours');
      expect(await create(people.camille, world.firm.id)).toBe('localIssue.cityMissing');
      expect(await create(people.nadia, valmont.id, 'none')).toBe('localIssue.themeMissing');
      expect(await create(people.claire, '')).toBe('ok');
      const { city: _, ...others } = fields;
      const change = (who: Who) =>
        does(world, who, 'localIssue.change', { issueId, ...others, title: 'Autre' });
      const trash = (who: Who) => does(world, who, 'localIssue.trash', { issueId });
      for (const who of ['lea', 'marc', 'camille'] as const) {
        expect(await change(people[who]), who).toBe('access.forbidden');
        expect(await trash(people[who])).toBe('access.forbidden');
      }
      expect(await change(people.guest)).toBe('access.notFound');
      expect(await change(people.nadia)).toBe('ok');
      expect(await trash(people.nadia)).toBe('ok');
      expect(await change(people.nadia)).toBe('access.notFound');
      expect(await findIssue(db, { issueId, ...people.nadia })).toBeNull();
      expect(await listTrashedIssues(db, people.nadia)).toHaveLength(1);
      expect(await listTrashedIssues(db, people.lea)).toEqual([]);
      const restore = (who: Who) => does(world, who, 'localIssue.restore', { issueId });
      expect(await restore(people.lea)).toBe('access.forbidden');
      expect(await restore(people.claire)).toBe('ok');
      expect(await restore(people.claire)).toBe('access.notFound');
    }));
});

describe('[LI2] interviews and watch notes', () => {
  test('are read by the people of the city, coordinators and reviewers; kept for one’s own city', () =>
    withMission(async (world) => {
      const { db, people, valmont, castelbrume } = world;
      await heard(world);
      for (const who of ['nadia', 'claire', 'marc'] as const)
        expect((await listHeard(db, people[who]))?.interviews, who).toHaveLength(1);
      expect((await listHeard(db, people.lea))?.interviews).toEqual([]);
      expect(await listHeard(db, people.camille)).toBeNull();
      expect(await listHeard(db, people.guest)).toBeNull();
      expect((await listHeard(db, people.marc))?.writable).toEqual([]);
      const study = { title: 'Étude', url: 'https://exemple.test/', says: 'Les cours…' };
      const note = (who: Who, city: string) => does(world, who, 'watchNote.keep', { city, ...study });
      expect(await note(people.nadia, castelbrume.id)).toBe('localIssue.cityNotYours');
      expect(await note(people.marc, valmont.id)).toBe('localIssue.cityNotYours');
      expect(await note(people.guest, valmont.id)).toBe('access.notFound');
      expect(await note(people.camille, world.firm.id)).toBe('localIssue.cityMissing');
      expect(await note(people.nadia, valmont.id)).toBe('ok');
      const to = { ...INTERVIEW, city: valmont.id, metOn: '2023-03-15', consentNote: '', hasConsent: '' };
      expect(await does(world, people.nadia, 'stakeholderInterview.keep', to)).toBe('localIssue.dayInFuture');
      expect((await listIssueCities(db, people.nadia)).cities).toMatchObject([{ id: valmont.id }]);
      expect((await listIssueCities(db, people.camille)).cities).toEqual([]);
    }));
});

describe('[LI3] [LI4] a quotation', () => {
  const seen = async (world: MissionWorld, issueId: string, who: Who) =>
    (await findIssue(world.db, { issueId, ...who }))?.sources[0];

  test('without consent is the city’s only: others learn that there is an interview, and no more', () =>
    withMission(async (world) => {
      const { people } = world;
      const { issueId, quotation } = await heard(world);
      for (const who of ['nadia', 'claire', 'marc'] as const)
        expect(await seen(world, issueId, people[who]), who).toMatchObject({ quotation, isCityOnly: true });
      for (const who of ['lea', 'yann', 'camille'] as const)
        expect(await seen(world, issueId, people[who]), who).toMatchObject({ quotation: '', person: null });
      expect(JSON.stringify(await findIssue(world.db, { issueId, ...people.lea }))).not.toContain('Thibault');
    }));

  test('is shown once the person consents, and gone at once when they no longer do; each is a dated row', () =>
    withMission(async (world) => {
      const { db, people } = world;
      const { issueId, interviewId, quotation } = await heard(world, 'Par courriel');
      expect(await seen(world, issueId, people.lea)).toMatchObject({
        quotation,
        person: { name: 'Agnès Thibault' },
      });
      const of = { interview: interviewId };
      const withdraw = (who: Who) => does(world, who, 'stakeholderInterview.withdrawConsent', of);
      expect(await withdraw(people.lea)).toBe('access.notFound');
      expect(await withdraw(people.guest)).toBe('access.notFound');
      expect(await withdraw(people.marc)).toBe('access.forbidden');
      expect(await does(world, people.nadia, 'stakeholderInterview.giveConsent', of)).toBe('ok');
      expect(await withdraw(people.nadia)).toBe('ok');
      expect(await seen(world, issueId, people.lea)).toMatchObject({ quotation: '', person: null });
      const consents = await db.select().from(interviewConsents).orderBy(interviewConsents.notedAt);
      expect(consents.map(({ isGiven }) => isGiven)).toEqual([true, false]);
    }));

  test('comes from an interview of the same city, linked by who writes both', () =>
    withMission(async (world) => {
      const { db, people, themeId, aubin } = world;
      const { interviewId, issueId } = await heard(world);
      const fields = { title: 'Autre', context: '', theme: themeId, city: aubin.id };
      expect(await does(world, people.yann, 'localIssue.create', fields)).toBe('ok');
      const { issues } = await listIssues(db, { ...people.yann, filter: { ...all, query: 'Autre' } });
      const other = issues[0]?.id ?? '';
      const link = (who: Who, to: string) =>
        does(world, who, 'localIssue.linkSource', {
          ...{ issueId: to, of: `interview:${interviewId}`, quotation: '' },
        });
      expect(await link(people.yann, other)).toBe('localIssue.sourceNotOfCity');
      expect(await link(people.claire, other)).toBe('localIssue.sourceNotOfCity');
      expect(await link(people.yann, issueId)).toBe('access.forbidden');
      expect(await link(people.guest, issueId)).toBe('access.notFound');
      const source = (await seen(world, issueId, people.nadia))?.id ?? '';
      const unlink = (who: Who) => does(world, who, 'localIssue.unlinkSource', { issueId, source });
      expect(await unlink(people.yann)).toBe('access.forbidden');
      expect(await unlink(people.nadia)).toBe('ok');
      expect(await seen(world, issueId, people.nadia)).toBeUndefined();
    }));
});

test('[LI5] a city shares a challenge and leaves it; since when and until when is kept', () =>
  withMission(async (world) => {
    const { db, people } = world;
    const { issueId } = await heard(world);
    const share = (who: Who, isSharing: boolean) =>
      does(world, who, isSharing ? 'localIssue.share' : 'localIssue.leave', { issueId });
    expect(await share(people.camille, true)).toBe('localIssue.noCity');
    expect(await share(people.claire, true)).toBe('localIssue.noCity');
    expect(await share(people.guest, true)).toBe('access.notFound');
    expect(await share(people.nadia, false)).toBe('localIssue.ownCity');
    expect(await share(people.yann, true)).toBe('ok');
    expect(await share(people.yann, true)).toBe('ok');
    const sharing = async () =>
      (await findIssue(db, { issueId, ...people.lea }))?.sharing.map(({ name }) => name);
    expect(await sharing()).toEqual(['Saint-Aubin', 'Valmont']);
    expect(await share(people.yann, false)).toBe('ok');
    expect(await sharing()).toEqual(['Valmont']);
    expect(await share(people.yann, true)).toBe('ok');
    const rows = await db.select().from(localIssueCities);
    expect(rows.filter(({ leftAt }) => leftAt !== null)).toHaveLength(1);
    expect(rows).toHaveLength(3);
  }));

test('[LI6] challenges with like words are proposed, the nearest first, whatever their French forms', () =>
  withMission(async (world) => {
    const { db, people, themeId, valmont } = world;
    const { issueId } = await heard(world);
    const add = (title: string) =>
      does(world, people.nadia, 'localIssue.create', {
        ...{ title, context: '', theme: themeId, city: valmont.id },
      });
    await add('Comment compter les vélos ?');
    await add('Comment ouvrir les écoles au quartier ?');
    const near = await listSimilarIssues(db, { ...people.lea, text: 'Rafraîchir une cour d’écoles' });
    expect(near.map(({ title }) => title)).toEqual([
      'Comment rafraîchir les cours d’école ?',
      'Comment ouvrir les écoles au quartier ?',
    ]);
    expect(
      await listSimilarIssues(db, { ...people.lea, text: 'Rafraîchir une cour', except: issueId }),
    ).toEqual([]);
    expect(await listSimilarIssues(db, { ...people.lea, text: "' | & ( :* \\" })).toEqual([]);
    const found = await listIssues(db, { ...people.lea, filter: { ...all, query: 'vélos' } });
    expect(found.issues.map(({ title }) => title)).toEqual(['Comment compter les vélos ?']);
    const ofValmont = await listIssues(db, { ...people.lea, filter: { ...all, city: valmont.id } });
    expect(ofValmont.total).toBe(3);
  }));

test('[LI7] an experiment is linked by who writes the challenge and sees the experiment', () =>
  withMission(async (world) => {
    const { db, site, people, experimentId } = world;
    const { issueId } = await heard(world);
    const link = (who: Who, experiment = experimentId) =>
      does(world, who, 'localIssue.linkExperiment', { issueId, experiment });
    expect(await link(people.lea)).toBe('access.forbidden');
    expect(await link(people.nadia, site.newId())).toBe('localIssue.experimentNotFound');
    expect(await link(people.nadia)).toBe('ok');
    expect((await findIssue(db, { issueId, ...people.nadia }))?.experiments).toHaveLength(1);
    const off = { issueId, experiment: experimentId };
    expect(await does(world, people.nadia, 'localIssue.unlinkExperiment', off)).toBe('ok');
    expect((await findIssue(db, { issueId, ...people.nadia }))?.experiments).toEqual([]);
  }));
