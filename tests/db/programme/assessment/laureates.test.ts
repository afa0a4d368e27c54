import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { applications, submissions } from '#db/programme/application/schema.ts';
import { announceDecisions } from '#db/programme/assessment/announcements.ts';
import { listLaureates } from '#db/programme/assessment/laureates.ts';
import { committees } from '#db/programme/assessment/schema.ts';
import { callForms, calls } from '#db/programme/call/schema.ts';
import { Form } from '#shared/programme/application/form.ts';
import type { CommitteeDecision, Outcome } from '#shared/programme/assessment/decision.ts';
import { type AssessmentWorld, newId, now, withAssessment } from '#tests/support/programme/assessment.ts';

const QUESTION = { key: 'accord', label: 'Publier ?', kind: 'yesNo', isRequired: true } as const;
const formWith = (field: object) => Form.parse({ sections: [{ key: 's', title: 'S', fields: [field] }] });
const DECLARED = formWith({ ...QUESTION, purpose: 'publication' });

const decision = (outcome: Outcome, waitingRank: number | null = null): CommitteeDecision => ({
  outcome,
  waitingRank,
  motivation: 'Parce que.',
});

/** Two are selected, of which one agrees to be named; the third one is not. */
async function decided(world: AssessmentWorld<Tx>) {
  const { db, call, application, second, third } = world;
  await db.update(callForms).set({ form: DECLARED }).where(eq(callForms.callId, call.id));
  const say = (id: string, titre: string, accord: boolean) =>
    db
      .update(submissions)
      .set({ answers: { titre, problematique: `Résumé de ${titre}.`, accord } })
      .where(eq(submissions.applicationId, id));
  await say(application.id, 'Ombres', true);
  await say(second.id, 'Secret', false);
  await say(third.id, 'Refusé', true);
  await world.decide(application.id, decision('selected'));
  await world.decide(second.id, decision('selected'));
  await world.decide(third.id, decision('notSelected'));
}

const announce = ({ db, call, who }: AssessmentWorld<Tx>) =>
  announceDecisions(db, { callId: call.id, userId: who.claire, now, newId });
const read = async ({ db, call }: AssessmentWorld<Tx>, at = now) =>
  (await listLaureates(db, { callIds: [call.id], now: at })).get(call.id) ?? null;

test('[PS11] nothing is read of what the committee has decided and not announced, embargo or not', () =>
  withAssessment(async (world) => {
    await decided(world);
    expect(await read(world)).toBeNull();
    const embargoAt = new Date(now.getTime() + 3_600_000);
    await world.db
      .insert(committees)
      .values({ callId: world.call.id, embargoAt })
      .onConflictDoUpdate({ target: committees.callId, set: { embargoAt } });
    expect(await announce(world)).toMatchObject({ ok: false });
    expect(await read(world)).toBeNull();
  }));

test('[PS11] who was selected and agreed is named, who did not is counted, who was not selected is neither', () =>
  withAssessment(async (world) => {
    await decided(world);
    expect(await announce(world)).toMatchObject({ ok: true });
    const found = await read(world);
    expect(found).toEqual({
      announcedAt: now,
      named: [{ title: 'Ombres', cities: ['Valmont'], summary: 'Résumé de Ombres.' }],
      unnamed: 1,
    });
    expect(JSON.stringify(found)).not.toMatch(/Secret|Refusé/);
  }));

test('[PS11] [CA15] nobody is named by a form that declares nothing, nor for a question that was asked otherwise', () =>
  withAssessment(async (world) => {
    await decided(world);
    await announce(world);
    const { db, call } = world;
    await db
      .update(callForms)
      .set({ form: formWith(QUESTION) })
      .where(eq(callForms.callId, call.id));
    expect(await read(world)).toMatchObject({ named: [], unnamed: 2 });
    const other = formWith({ ...QUESTION, label: 'Avez-vous lu ?', purpose: 'publication' });
    await db.insert(callForms).values({ callId: call.id, version: 99, form: other, createdAt: now });
    expect(await read(world)).toMatchObject({ named: [], unnamed: 2 });
    const same = formWith({ ...QUESTION, purpose: 'publication' });
    await db.insert(callForms).values({ callId: call.id, version: 100, form: same, createdAt: now });
    expect(await read(world)).toMatchObject({ unnamed: 1 });
  }));

test('[PS11] a call that is not published, and an application that left, tell nothing', () =>
  withAssessment(async (world) => {
    await decided(world);
    await announce(world);
    const { db, call, application } = world;
    await db.update(applications).set({ status: 'withdrawn' }).where(eq(applications.id, application.id));
    expect(await read(world)).toMatchObject({ named: [], unnamed: 1 });
    await db.update(calls).set({ publishedAt: null }).where(eq(calls.id, call.id));
    expect(await read(world)).toBeNull();
  }));
