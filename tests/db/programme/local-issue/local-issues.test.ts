import { describe, expect, test } from 'vitest';
import {
  changeIssue,
  createIssue,
  linkExperiment,
  linkSource,
  shareIssue,
  trashIssue,
  unlinkSource,
} from '#db/programme/local-issue/local-issue-changes.ts';
import {
  keepInterview,
  keepNote,
  listHeard,
  listIssueCities,
  listTrashedIssues,
  noteConsent,
} from '#db/programme/local-issue/local-issue-notes.ts';
import { findIssue, listIssues, listSimilarIssues } from '#db/programme/local-issue/local-issues.ts';
import { interviewConsents, localIssueCities } from '#db/programme/local-issue/schema.ts';
import { type MissionWorld, withMission } from '#tests/support/programme/missions.ts';

const refused = (error: string) => ({ ok: false, error });
const all = { query: '', theme: '', city: '', page: 1 };
type Who = { userId: string; now: Date };

/** A challenge of Valmont, with an interview of Valmont that it quotes. */
async function heard({ db, site, people, themeId, valmont }: MissionWorld, consent: string | null = null) {
  const issueId = site.newId();
  const fields = {
    title: 'Comment rafraîchir les cours d’école ?',
    context: 'Les arbres manquent et les sols sont goudronnés.',
    themeId,
    organisationId: valmont.id,
  };
  const made = await createIssue(db, { issueId, fields, newId: site.newId, ...people.nadia });
  if (!made.ok) throw new Error(made.error);
  const interview = await keepInterview(db, {
    organisationId: valmont.id,
    fields: {
      personName: 'Agnès Thibault',
      personFunction: 'Directrice d’école',
      personOrganisation: 'École du Port',
      metOn: '2023-02-20',
      notes: 'La cour est invivable en juin.',
    },
    consent,
    newId: site.newId,
    ...people.nadia,
  });
  if (!interview.ok) throw new Error(interview.error);
  const interviewId = interview.value.id;
  const quotation = 'La cour est invivable en juin';
  const change = { issueId, ...people.nadia };
  await linkSource(db, { ...change, of: { interviewId }, quotation, rowId: site.newId() });
  return { issueId, interviewId, quotation, fields, change };
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
      const { db, site, people, valmont } = world;
      const { issueId, fields } = await heard(world);
      const create = (who: Who, organisationId: string | null = valmont.id) =>
        createIssue(db, {
          issueId: site.newId(),
          fields: { ...fields, organisationId },
          newId: site.newId,
          ...who,
        });
      expect(await create(people.guest)).toEqual(refused('access.notFound'));
      expect(await create(people.lea)).toEqual(refused('localIssue.cityNotYours'));
      expect(await create(people.nadia, null)).toEqual(refused('localIssue.cityNotYours'));
      expect(await create(people.camille, world.firm.id)).toEqual(refused('localIssue.cityMissing'));
      expect(await create(people.claire, null)).toMatchObject({ ok: true });
      const change = (who: Who) =>
        changeIssue(db, { issueId, fields: { ...fields, title: 'Autre' }, ...who });
      for (const who of ['lea', 'marc', 'camille'] as const) {
        expect(await change(people[who]), who).toEqual(refused('access.forbidden'));
        expect(await trashIssue(db, { issueId, isTrashed: true, ...people[who] })).toEqual(
          refused('access.forbidden'),
        );
      }
      expect(await change(people.guest)).toEqual(refused('access.notFound'));
      expect(await change(people.nadia)).toMatchObject({ ok: true });
      expect(await trashIssue(db, { issueId, isTrashed: true, ...people.nadia })).toMatchObject({ ok: true });
      expect(await findIssue(db, { issueId, ...people.nadia })).toBeNull();
      expect(await listTrashedIssues(db, people.nadia)).toHaveLength(1);
      expect(await listTrashedIssues(db, people.lea)).toEqual([]);
      expect(await trashIssue(db, { issueId, isTrashed: false, ...people.lea })).toEqual(
        refused('access.forbidden'),
      );
      expect(await trashIssue(db, { issueId, isTrashed: false, ...people.claire })).toMatchObject({
        ok: true,
      });
    }));
});

describe('[LI2] interviews and watch notes', () => {
  test('are read by the people of the city, coordinators and reviewers; kept for one’s own city', () =>
    withMission(async (world) => {
      const { db, site, people, valmont, castelbrume } = world;
      await heard(world);
      for (const who of ['nadia', 'claire', 'marc'] as const)
        expect((await listHeard(db, people[who]))?.interviews, who).toHaveLength(1);
      expect((await listHeard(db, people.lea))?.interviews).toEqual([]);
      expect(await listHeard(db, people.camille)).toBeNull();
      expect(await listHeard(db, people.guest)).toBeNull();
      expect((await listHeard(db, people.marc))?.writable).toEqual([]);
      const note = (who: Who, organisationId: string) =>
        keepNote(db, {
          organisationId,
          fields: { title: 'Étude', url: 'https://exemple.test/', says: 'Les cours…' },
          noteId: site.newId(),
          ...who,
        });
      expect(await note(people.nadia, castelbrume.id)).toEqual(refused('localIssue.cityNotYours'));
      expect(await note(people.marc, valmont.id)).toEqual(refused('localIssue.cityNotYours'));
      expect(await note(people.guest, valmont.id)).toEqual(refused('access.notFound'));
      expect(await note(people.camille, world.firm.id)).toEqual(refused('localIssue.cityMissing'));
      expect(await note(people.nadia, valmont.id)).toMatchObject({ ok: true });
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
      const { db, site, people } = world;
      const { issueId, interviewId, quotation } = await heard(world, 'Par courriel');
      expect(await seen(world, issueId, people.lea)).toMatchObject({
        quotation,
        person: { name: 'Agnès Thibault' },
      });
      const withdraw = (who: Who, isGiven = false) =>
        noteConsent(db, { interviewId, isGiven, note: '', consentId: site.newId(), ...who });
      expect(await withdraw(people.lea)).toEqual(refused('access.notFound'));
      expect(await withdraw(people.guest)).toEqual(refused('access.notFound'));
      expect(await withdraw(people.marc)).toEqual(refused('access.forbidden'));
      expect(await withdraw(people.nadia, true)).toEqual(refused('localIssue.consentUnchanged'));
      expect(await withdraw(people.nadia)).toMatchObject({ ok: true });
      expect(await seen(world, issueId, people.lea)).toMatchObject({ quotation: '', person: null });
      const consents = await db.select().from(interviewConsents).orderBy(interviewConsents.notedAt);
      expect(consents.map(({ isGiven }) => isGiven)).toEqual([true, false]);
    }));

  test('comes from an interview of the same city, linked by who writes both', () =>
    withMission(async (world) => {
      const { db, site, people, themeId, aubin } = world;
      const { interviewId, issueId } = await heard(world);
      const other = site.newId();
      const fields = { title: 'Autre', context: '', themeId, organisationId: aubin.id };
      await createIssue(db, { issueId: other, fields, newId: site.newId, ...people.yann });
      const link = (who: Who, to: string) =>
        linkSource(db, { ...who, issueId: to, of: { interviewId }, quotation: '', rowId: site.newId() });
      expect(await link(people.yann, other)).toEqual(refused('localIssue.sourceNotOfCity'));
      expect(await link(people.claire, other)).toEqual(refused('localIssue.sourceNotOfCity'));
      expect(await link(people.yann, issueId)).toEqual(refused('access.forbidden'));
      expect(await link(people.guest, issueId)).toEqual(refused('access.notFound'));
      const source = await seen(world, issueId, people.nadia);
      const unlink = (who: Who) => unlinkSource(db, { issueId, sourceId: source?.id ?? '', ...who });
      expect(await unlink(people.yann)).toEqual(refused('access.forbidden'));
      expect(await unlink(people.nadia)).toMatchObject({ ok: true });
      expect(await seen(world, issueId, people.nadia)).toBeUndefined();
    }));
});

test('[LI5] a city shares a challenge and leaves it; since when and until when is kept', () =>
  withMission(async (world) => {
    const { db, site, people } = world;
    const { issueId } = await heard(world);
    const share = (who: Who, isSharing: boolean) =>
      shareIssue(db, { issueId, isSharing, rowId: site.newId(), ...who });
    expect(await share(people.camille, true)).toEqual(refused('localIssue.noCity'));
    expect(await share(people.claire, true)).toEqual(refused('localIssue.noCity'));
    expect(await share(people.guest, true)).toEqual(refused('access.notFound'));
    expect(await share(people.nadia, false)).toEqual(refused('localIssue.ownCity'));
    expect(await share(people.yann, true)).toMatchObject({ ok: true });
    expect(await share(people.yann, true)).toMatchObject({ ok: true });
    const sharing = async () =>
      (await findIssue(db, { issueId, ...people.lea }))?.sharing.map(({ name }) => name);
    expect(await sharing()).toEqual(['Saint-Aubin', 'Valmont']);
    expect(await share(people.yann, false)).toMatchObject({ ok: true });
    expect(await sharing()).toEqual(['Valmont']);
    expect(await share(people.yann, true)).toMatchObject({ ok: true });
    const rows = await db.select().from(localIssueCities);
    expect(rows.filter(({ leftAt }) => leftAt !== null)).toHaveLength(1);
    expect(rows).toHaveLength(3);
  }));

test('[LI6] challenges with like words are proposed, the nearest first, whatever their French forms', () =>
  withMission(async (world) => {
    const { db, site, people, themeId, valmont } = world;
    const { issueId } = await heard(world);
    const add = (title: string) =>
      createIssue(db, {
        issueId: site.newId(),
        fields: { title, context: '', themeId, organisationId: valmont.id },
        newId: site.newId,
        ...people.nadia,
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
    const link = (who: Who, id = experimentId) =>
      linkExperiment(db, { issueId, experimentId: id, isLinked: true, ...who });
    expect(await link(people.lea)).toEqual(refused('access.forbidden'));
    expect(await link(people.nadia, site.newId())).toEqual(refused('localIssue.experimentNotFound'));
    expect(await link(people.nadia)).toMatchObject({ ok: true });
    expect((await findIssue(db, { issueId, ...people.nadia }))?.experiments).toHaveLength(1);
    expect(
      await linkExperiment(db, { issueId, experimentId, isLinked: false, ...people.nadia }),
    ).toMatchObject({
      ok: true,
    });
    expect((await findIssue(db, { issueId, ...people.nadia }))?.experiments).toEqual([]);
  }));
