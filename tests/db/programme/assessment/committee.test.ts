import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { verifyAuditChain } from '#db/kernel/audit/audit.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { dataNeeds } from '#db/library/need/schema.ts';
import { themes } from '#db/people/group/schema.ts';
import { applications, submissions } from '#db/programme/application/schema.ts';
import {
  announceDecisions,
  findAnnouncedDecision,
  listDueAnnouncements,
} from '#db/programme/assessment/announcements.ts';
import { findCommitteeSheet } from '#db/programme/assessment/committee.ts';
import { announcedDecisions } from '#db/programme/assessment/schema.ts';
import { experimentOrganisations, experiments, experimentTeam } from '#db/programme/experiment/schema.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import type { CommitteeDecision } from '#shared/programme/assessment/decision.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { type AssessmentWorld, newId, now, withAssessment } from '#tests/support/programme/assessment.ts';

const absent = { ok: false, error: 'access.notFound' };
const forbidden = { ok: false, error: 'access.forbidden' };
const selected: CommitteeDecision = { outcome: 'selected', waitingRank: null, motivation: '' };
const waiting = (waitingRank: number): CommitteeDecision => ({
  outcome: 'waitlisted',
  waitingRank,
  motivation: 'Presque.',
});
const refused: CommitteeDecision = { outcome: 'notSelected', waitingRank: null, motivation: 'Trop tôt.' };

const announce = ({ db, call, who }: AssessmentWorld<Tx>, at = now, userId: string | null = who.claire) =>
  announceDecisions(db, { callId: call.id, userId, now: at, newId });

/** An experiment of the first application. */
async function anExperimentOf({ db, who, call, run }: AssessmentWorld) {
  const theme = {
    id: newId(),
    seasonId: call.seasonId,
    key: 'biodiversite',
    name: 'Biodiversité',
  } as const;
  await db.insert(themes).values(theme);
  await db.update(submissions).set({ answers: { titre: 'Haies', theme: theme.key } });
  const made = await run('committee.openExperiment', who.claire, {});
  if (!made.ok) throw new Error(made.error);
  return { experimentId: made.value.id };
}

async function decideAll({ decide, application, second, third }: AssessmentWorld) {
  await decide(application.id, selected);
  await decide(second.id, waiting(1));
  await decide(third.id, refused);
}

describe('[AS10] the committee', () => {
  test('[AS16] its sheet is for coordinators and reviewers; a recused one sees a name and nothing else', () =>
    withAssessment(async (world) => {
      const { db, who, call, assign, give, application, cities } = world;
      for (const id of [who.paul, who.rita]) await assign(id);
      await give(who.paul, application.id, 4);
      await give(who.rita, application.id, 2);
      await world.decide(application.id, refused);
      const sheet = (userId: string) => findCommitteeSheet(db, { callId: call.id, userId, now });
      for (const [name, userId] of Object.entries(who))
        expect([name, (await sheet(userId)) !== null]).toEqual([
          name,
          ['claire', 'omar', 'paul', 'rita', 'vera'].includes(name),
        ]);
      expect((await sheet(who.paul))?.mayManage).toBe(false);
      expect((await sheet(who.vera))?.rows[0]).toMatchObject({
        recusal: 'candidate',
        mayOpen: false,
        summary: null,
        decision: null,
      });
      expect((await sheet(who.omar))?.rows[0]).toMatchObject({
        summary: { average: 3, spread: 2 },
        decision: { outcome: 'notSelected' },
      });
      const { users } = await import('#db/people/person/schema.ts');
      await db.update(users).set({ organisationId: cities.valmont }).where(eq(users.id, who.omar));
      expect((await sheet(who.omar))?.rows[0]).toMatchObject({
        recusal: 'candidate',
        assessors: [],
        summary: null,
        decision: null,
      });
      expect(await world.decide(application.id, selected, who.omar)).toMatchObject(absent);
      expect(await findCommitteeSheet(db, { callId: 'nothing', userId: who.claire, now })).toBeNull();
    }));

  test('[AS16] nobody decides who has not given their own marks, nor who is of no committee', () =>
    withAssessment(async (world) => {
      const { db, call, who, assign, give, application } = world;
      for (const id of [who.claire, who.paul]) await assign(id);
      for (const id of [who.claire, who.paul])
        expect(await world.decide(application.id, selected, id)).toMatchObject(forbidden);
      for (const id of [who.vera, who.julien, who.admin, who.expert])
        expect(await world.decide(application.id, selected, id)).toMatchObject(absent);
      const row = async (userId: string) =>
        (await findCommitteeSheet(db, { callId: call.id, userId, now }))?.rows[0];
      expect(await row(who.paul)).toMatchObject({ isBlind: true, mayOpen: true, decision: null });
      // She assesses it not: her reading waits for nothing, and the assessment itself is not hers.
      expect(await world.decide(application.id, selected, who.rita)).toMatchObject({ ok: true });
      expect(await row(who.rita)).toMatchObject({ isBlind: false, mayOpen: false });
      await give(who.paul, application.id, 4);
      expect(await world.decide(application.id, refused, who.paul)).toMatchObject({ ok: true });
      expect(await row(who.rita)).toMatchObject({
        decision: { outcome: 'notSelected' },
        summary: { average: 4 },
      });
    }));

  test('its sheet reads the experiments of its own call and of no other', () =>
    withAssessment(async (world) => {
      const { db, who, call } = world;
      await decideAll(world);
      await announce(world);
      const { experimentId } = await anExperimentOf(world);
      const sheet = await findCommitteeSheet(db, { callId: call.id, userId: who.claire, now });
      expect(sheet?.rows.map((row) => row.experimentId)).toEqual([experimentId, null, null]);
    }));

  test('a place on the waiting list is of one application, and free again when it leaves', () =>
    withAssessment(async (world) => {
      const { application, second } = world;
      expect(await world.decide(application.id, waiting(1))).toMatchObject({ ok: true });
      expect(await world.decide(second.id, waiting(1))).toMatchObject({
        ok: false,
        error: 'committee.rankTaken',
      });
      expect(await world.decide(application.id, null)).toMatchObject({ ok: true });
      expect(await world.decide(second.id, waiting(1))).toMatchObject({ ok: true });
    }));
});

describe('[AS11] [AS12] the announcement', () => {
  test('is of all decisions at once, and of none the second time', () =>
    withAssessment(async (world) => {
      const { db, who, as, application, second } = world;
      await world.decide(application.id, selected);
      expect(await announce(world)).toEqual({ ok: false, error: 'committee.undecided' });
      await decideAll(world);
      expect(await findAnnouncedDecision(db, as(who.julien))).toBeNull();
      const first = await announce(world);
      expect(first.ok && first.value.map(({ outcome, people }) => [outcome, people.length])).toEqual([
        ['selected', 1],
        ['waitlisted', 1],
        // Who wrote it is of another city, and this one has nobody.
        ['notSelected', 0],
      ]);
      expect(await announce(world)).toEqual({ ok: true, value: [] });
      expect(await db.select().from(announcedDecisions)).toHaveLength(3);
      expect((await db.select().from(applications)).map(({ status }) => status)).toEqual([
        'decided',
        'decided',
        'decided',
      ]);
      expect(await findAnnouncedDecision(db, as(who.aurelie, second.id))).toMatchObject({
        decision: { outcome: 'waitlisted', waitingRank: 1, motivation: 'Presque.' },
      });
      for (const id of [who.aurelie, who.paul, who.admin, who.expert, who.claire])
        expect(await findAnnouncedDecision(db, as(id))).toBeNull();
      expect(await verifyAuditChain(db)).toMatchObject({ fault: null });
    }));

  test('what is decided afterwards is announced to whom it concerns only; marks change no more', () =>
    withAssessment(async (world) => {
      const { db, who, as, second, assign, application } = world;
      await assign(who.paul);
      await decideAll(world);
      await announce(world);
      expect(await world.give(who.paul, application.id, 3)).toMatchObject({
        error: 'assessment.decided',
      });
      await world.decide(second.id, selected);
      expect(await findAnnouncedDecision(db, as(who.aurelie, second.id))).toMatchObject({
        decision: { outcome: 'waitlisted' },
      });
      const again = await announce(world);
      expect(again.ok && again.value.map(({ applicationId }) => applicationId)).toEqual([second.id]);
    }));

  test('waits for the end of the embargo, by hand or by itself', () =>
    withAssessment(async (world) => {
      const { db, who, call } = world;
      const embargoAt = new Date('2023-05-02T08:00:00Z');
      const settings = { assessUntil: '', heldOn: '', attendees: '', remarks: '' };
      const set = (userId: string, at: Date) => {
        const wish = { callId: call.id, ...settings, embargoAt: parisWall(at) };
        return operationsOn(db, { now: () => now }).run('committee.set', { userId }, wish);
      };
      expect(await set(who.paul, embargoAt)).toMatchObject(forbidden);
      expect(await set(who.admin, embargoAt)).toMatchObject(absent);
      expect(await set(who.claire, now)).toMatchObject({ fields: { embargoAt: 'committee.embargoInvalid' } });
      expect(await set(who.claire, embargoAt)).toMatchObject({ ok: true });
      await decideAll(world);
      const early = new Date(embargoAt.getTime() - 1);
      expect(await announce(world, early)).toEqual({ ok: false, error: 'committee.embargoed' });
      expect(await listDueAnnouncements(db, early)).toEqual([]);
      expect(await listDueAnnouncements(db, embargoAt)).toEqual([call.id]);
      expect(await announce(world, embargoAt, null)).toMatchObject({ ok: true });
      expect(await listDueAnnouncements(db, embargoAt)).toEqual([]);
    }));

  test('never leaves by itself without an embargo, nor by the hand of somebody who may not', () =>
    withAssessment(async (world) => {
      await decideAll(world);
      expect(await announce(world, now, null)).toEqual({ ok: false, error: 'committee.embargoed' });
      const { db, call, who } = world;
      const byHand = (userId: string) =>
        operationsOn(db, { now: () => now }).run('committee.announce', { userId }, { callId: call.id });
      expect(await byHand(who.paul)).toMatchObject(forbidden);
      for (const id of [who.admin, who.julien]) expect(await byHand(id)).toMatchObject(absent);
    }));
});

describe('[AS14] a selected application', () => {
  const answers = {
    titre: 'Haies de Valmont',
    theme: 'biodiversite',
    problematique: 'Les haies disparaissent.',
    calendrier: { from: '2023-09-01', to: '2024-04-30' },
    donnees: [
      { id: 'a', nom: 'Haies relevées', type_producteur: 'public_local', statut: 'candidate' },
      { id: 'b', nom: 'haies  Relevées', type_producteur: 'public_local', statut: 'open' },
      { id: 'c', nom: '', type_producteur: 'public_local', statut: 'open' },
    ],
  };

  test('becomes an experiment once it is announced, once, with its cities, team and data needs', () =>
    withAssessment(async (world) => {
      const { db, who, application, call, cities } = world;
      await db
        .insert(themes)
        .values({ id: newId(), seasonId: call.seasonId, key: 'biodiversite', name: 'Biodiversité' });
      const { users } = await import('#db/people/person/schema.ts');
      const [julien] = await db.select().from(users).where(eq(users.id, who.julien));
      await db
        .update(submissions)
        .set({ answers: { ...answers, referent_metier: [{ id: 'm', courriel: julien?.email ?? '' }] } })
        .where(eq(submissions.applicationId, application.id));
      const open = (userId: string) => world.run('committee.openExperiment', userId, {});
      await decideAll(world);
      expect(await open(who.claire)).toMatchObject({ error: 'committee.notSelected' });
      await announce(world);
      for (const id of [who.julien, who.paul, who.admin]) expect(await open(id)).toMatchObject(absent);
      const made = await open(who.claire);
      expect(made).toMatchObject({ ok: true, value: { title: 'Haies de Valmont' } });
      expect(await open(who.omar)).toEqual(made);
      expect(await db.select().from(experiments)).toMatchObject([
        { startsOn: '2023-09-01', endsOn: '2024-04-30', applicationId: application.id },
      ]);
      expect(await db.select().from(experimentOrganisations)).toMatchObject([
        { organisationId: cities.valmont, isLead: true },
      ]);
      expect(await db.select().from(experimentTeam)).toMatchObject([
        { userId: who.julien, role: 'business' },
      ]);
      expect(await db.select().from(dataNeeds)).toHaveLength(1);
    }));

  test('whose theme is not of the season opens nothing', () =>
    withAssessment(async (world) => {
      const { db, who } = world;
      await decideAll(world);
      await announce(world);
      expect(await world.run('committee.openExperiment', who.claire, {})).toMatchObject({
        error: 'committee.themeMissing',
      });
      expect(await db.select().from(experiments)).toEqual([]);
    }));
});
