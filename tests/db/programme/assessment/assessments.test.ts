import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { verifyAuditChain } from '#db/kernel/audit/audit.ts';
import { users } from '#db/people/person/schema.ts';
import { listMessages } from '#db/programme/assessment/assessment-messages.ts';
import { findAssessment, listAssigned } from '#db/programme/assessment/assessment-pages.ts';
import { listOpinions } from '#db/programme/assessment/expert-opinions.ts';
import { listOwnRecusals } from '#db/programme/assessment/recusals.ts';
import { assessmentGivings } from '#db/programme/assessment/schema.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { marks, now, withAssessment } from '#tests/support/programme/assessment.ts';

const absent = { ok: false, error: 'access.notFound' };
const before = new Date('2023-04-14T09:59:59Z');

describe('[AS1] who reaches an assessment', () => {
  test('its assessors, coordinators and expert; it looks absent to everybody else, and to all before the closing', () =>
    withAssessment(async ({ db, who, as, assign, application }) => {
      expect(await assign(who.paul)).toMatchObject({ ok: true });
      const people = Object.entries(who);
      const reached = await Promise.all(
        people.map(async ([name, userId]) => ((await findAssessment(db, as(userId))) ? name : '')),
      );
      expect(reached.filter(Boolean)).toEqual(['claire', 'omar', 'paul']);
      for (const [, userId] of people)
        expect(await findAssessment(db, as(userId, application.id, before))).toBeNull();
      expect(await findAssessment(db, as(who.claire, 'nothing'))).toBeNull();
    }));

  test('a suspended assessor finds nothing any more', () =>
    withAssessment(async ({ db, who, as, assign }) => {
      await assign(who.paul);
      await db.update(users).set({ suspendedAt: now }).where(eq(users.id, who.paul));
      expect(await findAssessment(db, as(who.paul))).toBeNull();
      expect(await listAssigned(db, as(who.paul))).toEqual([]);
    }));

  test('only coordinators say by whom it is assessed, and only people who may', () =>
    withAssessment(async ({ who, run, assign }) => {
      await assign(who.paul);
      const wish = { assessorId: who.rita };
      expect(await run('assessment.assign', who.paul, wish)).toMatchObject({ error: 'access.forbidden' });
      for (const userId of [who.rita, who.admin, who.julien, who.aurelie])
        expect(await run('assessment.assign', userId, wish)).toMatchObject(absent);
      expect(await assign(who.julien)).toMatchObject({ ok: false, error: 'assessment.assessorInvalid' });
      expect(await assign('nobody')).toMatchObject({ ok: false, error: 'assessment.assessorInvalid' });
      expect(await assign(who.paul)).toMatchObject({ ok: false, error: 'assessment.assessorTwice' });
    }));
});

describe('[AS2] [AS3] recusal', () => {
  test('a reviewer of the candidate city, or of a partner that it names, is never given it', () =>
    withAssessment(async ({ who, assign, second }) => {
      expect(await assign(who.vera)).toMatchObject({ ok: false, error: 'assessment.recusedAssessor' });
      expect(await assign(who.paul, second.id)).toMatchObject({
        ok: false,
        error: 'assessment.recusedAssessor',
      });
    }));

  test('one gesture completes all applications, without anybody who is recused', () =>
    withAssessment(async ({ db, who, call, as, application, second, third }) => {
      const balance = (userId: string, at = now) =>
        operationsOn(db, { now: () => at }).run('committee.balance', { userId }, { callId: call.id });
      expect(await balance(who.claire)).toEqual({ ok: true, value: 6 });
      const of = async (id: string) =>
        (await findAssessment(db, as(who.claire, id)))?.assessors.map(({ userId }) => userId) ?? [];
      for (const one of [application, second, third]) expect(await of(one.id)).toHaveLength(2);
      expect(await of(application.id)).not.toContain(who.vera);
      for (const id of await of(second.id)) expect([who.paul, who.rita]).not.toContain(id);
      expect(await balance(who.claire)).toEqual({ ok: true, value: 0 });
      expect(await balance(who.paul)).toMatchObject({ error: 'access.forbidden' });
      expect(await balance(who.julien)).toMatchObject(absent);
      expect(await balance(who.claire, before)).toMatchObject({ error: 'assessment.callOpen' });
    }));

  test('whoever says to be too near sees nothing any more, and their marks count no more', () =>
    withAssessment(async ({ db, who, as, run, assign, give }) => {
      for (const id of [who.paul, who.rita]) await assign(id);
      await give(who.paul, as('').applicationId, 5);
      await give(who.rita, as('').applicationId, 1);
      const recuse = (reason: string) => run('assessment.declareRecusal', who.paul, { reason });
      expect(await recuse(' ')).toMatchObject({ fields: { reason: 'assessment.reasonMissing' } });
      expect(await recuse('Ma sœur y travaille.')).toMatchObject({ ok: true });
      expect(await findAssessment(db, as(who.paul))).toBeNull();
      expect(await listMessages(db, as(who.paul))).toEqual([]);
      expect(await listAssigned(db, as(who.paul))).toEqual([]);
      expect(await listOwnRecusals(db, as(who.paul))).toMatchObject([{ reason: 'Ma sœur y travaille.' }]);
      const seen = await findAssessment(db, as(who.claire));
      expect(seen?.summary).toEqual({ count: 1, average: 1, spread: null });
      expect(seen?.recusals).toMatchObject([{ name: 'Paul' }]);

      const recusalId = seen?.recusals[0]?.id ?? '';
      const lift = (userId: string) => run('assessment.liftRecusal', userId, { recusalId });
      expect(await lift(who.paul)).toMatchObject(absent);
      expect(await lift(who.rita)).toMatchObject({ error: 'access.forbidden' });
      expect(await lift(who.claire)).toMatchObject({ ok: true });
      expect((await findAssessment(db, as(who.paul)))?.own?.score).toBe(5);
    }));
});

describe('[AS5] [AS6] marks', () => {
  test('are seen by others once their own are given', () =>
    withAssessment(async ({ db, who, as, assign, give, application }) => {
      for (const id of [who.paul, who.claire]) await assign(id);
      await give(who.paul, application.id, 4, 2, 3, 5);
      for (const blind of [await findAssessment(db, as(who.claire))]) {
        expect(blind?.summary).toBeNull();
        expect(blind?.assessors.map(({ score, marks: given }) => [score, given])).toEqual([
          [null, null],
          [null, null],
        ]);
        expect(JSON.stringify(blind)).not.toContain('Vu approche.');
      }
      expect((await findAssessment(db, as(who.omar)))?.summary?.average).toBe(3.65);
      await give(who.claire, application.id, 1);
      expect((await findAssessment(db, as(who.claire)))?.summary).toEqual({
        count: 2,
        average: 2.33,
        spread: 2.65,
      });
    }));

  test('want every mark and comment, told at its control; what is typed is kept as a draft', () =>
    withAssessment(async ({ db, who, as, run, assign }) => {
      await assign(who.paul);
      const half = { approche: { mark: 4, comment: 'Bien vu.' } };
      expect(await run('assessment.giveMarks', who.paul, { marks: half })).toMatchObject({
        fields: {
          'note-partage': 'assessment.markMissing',
          'commentaire-partage': 'assessment.commentMissing',
        },
      });
      const outside = { ...marks(3), acquis: { mark: 6, comment: 'Trop.' } };
      expect(await run('assessment.giveMarks', who.paul, { marks: outside })).toMatchObject({
        fields: { 'note-acquis': 'assessment.markInvalid' },
      });
      expect(await db.select().from(assessmentGivings)).toEqual([]);
      await run('assessment.saveDraft', who.paul, { marks: half, privateNotes: 'À relire.' });
      expect((await findAssessment(db, as(who.paul)))?.own).toMatchObject({
        draft: half,
        privateNotes: 'À relire.',
        givenAt: null,
      });
      expect(JSON.stringify(await findAssessment(db, as(who.claire)))).not.toContain('À relire.');
    }));

  test('are given again as another row; nobody gives them for somebody else', () =>
    withAssessment(async ({ who, give, application }) => {
      expect(await give(who.rita, application.id, 3)).toMatchObject(absent);
      expect(await give(who.omar, application.id, 3)).toMatchObject({ error: 'access.forbidden' });
    }));

  test('[AS4] stay, dated, of whoever was taken off, who sees nothing any more', () =>
    withAssessment(async ({ db, who, as, run, assign, give, application }) => {
      for (const id of [who.paul, who.rita]) await assign(id);
      await give(who.paul, application.id, 5);
      const remove = (userId: string) => run('assessment.unassign', userId, { assessorId: who.paul });
      expect(await remove(who.claire)).toMatchObject({ ok: true });
      expect(await findAssessment(db, as(who.paul))).toBeNull();
      const seen = await findAssessment(db, as(who.claire));
      expect(seen?.summary?.average).toBe(5);
      expect(seen?.assessors.find(({ userId }) => userId === who.paul)).toMatchObject({
        removedAt: now,
        score: 5,
      });
      expect(await remove(who.rita)).toMatchObject({ ok: false });
    }));

  test('each giving is kept, and the trail of it holds', () =>
    withAssessment(async ({ db, who, assign, give, application }) => {
      await assign(who.paul);
      await give(who.paul, application.id, 2);
      await give(who.paul, application.id, 3);
      const rows = await db.select().from(assessmentGivings).orderBy(assessmentGivings.rank);
      expect(rows.map(({ rank, marks: given }) => [rank, given.approche?.mark])).toEqual([
        [1, 2],
        [2, 3],
      ]);
      expect(await verifyAuditChain(db)).toMatchObject({ head: { sequence: 3 }, fault: null });
    }));
});

test('[AS7] assessors talk once all of them have given, and nobody else listens', () =>
  withAssessment(async ({ db, who, as, run, assign, give, application }) => {
    for (const id of [who.paul, who.rita]) await assign(id);
    await give(who.paul, application.id, 4);
    const say = (userId: string) => run('assessment.say', userId, { text: 'Et le calendrier ?' });
    expect(await say(who.paul)).toMatchObject({ error: 'assessment.discussionClosed' });
    await give(who.rita, application.id, 2);
    expect(await say(who.paul)).toMatchObject({ ok: true });
    expect(await listMessages(db, as(who.rita))).toMatchObject([{ author: 'Paul' }]);
    for (const id of [who.vera, who.julien, who.admin, who.expert]) {
      expect(await listMessages(db, as(id))).toEqual([]);
      expect(await say(id)).toMatchObject(absent);
    }
  }));

test('[AS13] an expert sees the application that they were asked about, and no marks', () =>
  withAssessment(async ({ db, who, as, run, assign, give, application, second }) => {
    for (const id of [who.paul, who.rita]) await assign(id);
    await give(who.paul, application.id, 4);
    const [emma] = await db.select().from(users).where(eq(users.id, who.expert));
    const ask = (userId: string, email: string) =>
      run('assessment.askExpert', userId, { email, question: 'Ce capteur tient-il ?' });
    expect(await ask(who.paul, emma?.email ?? '')).toMatchObject({ error: 'access.forbidden' });
    expect(await ask(who.claire, 'nobody@exemple.test')).toMatchObject({
      error: 'assessment.expertInvalid',
    });
    const [julien] = await db.select().from(users).where(eq(users.id, who.julien));
    expect(await ask(who.claire, julien?.email ?? '')).toMatchObject({ ok: false });
    expect(await ask(who.claire, ` ${emma?.email.toUpperCase()} `)).toMatchObject({ ok: true });
    const seen = await findAssessment(db, as(who.expert));
    expect(seen).toMatchObject({ assessors: [], own: null, summary: null });
    expect(await findAssessment(db, as(who.expert, second.id))).toBeNull();
    expect(await run('assessment.giveOpinion', who.expert, { opinion: 'Oui.' })).toMatchObject({ ok: true });
    expect(await run('assessment.giveOpinion', who.paul, { opinion: 'Non.' })).toMatchObject({ ok: false });
    expect(await listOpinions(db, as(who.rita))).toMatchObject([{ opinion: 'Oui.', name: 'Emma' }]);
    expect(await listOpinions(db, as(who.vera))).toEqual([]);
    expect(await listAssigned(db, as(who.expert))).toMatchObject([{ role: 'expert', state: 'given' }]);
  }));
