import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { listCorrections, requestCorrection } from '#db/programme/application/application-corrections.ts';
import { listApplicationEvents } from '#db/programme/application/application-events.ts';
import { lockApplication } from '#db/programme/application/application-rights.ts';
import { findSubmission } from '#db/programme/application/application-submission.ts';
import { findApplication } from '#db/programme/application/applications.ts';
import { calls } from '#db/programme/call/schema.ts';
import { anOrganisation, aPerson, type Site } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import type { ApplicationEdit } from '#shared/programme/application/application-doc.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import {
  aCall,
  anApplication,
  shortAnswers,
  writeAnswers,
} from '#tests/support/programme/builders/application-builders.ts';

const now = new Date('2026-03-03T09:00:00Z');
const newId = () => randomUUID();
const siteOf = (db: Db): Site => ({ db, now: () => now, newId });
const errorOf = (result: { ok: boolean; error?: string }) => (result.ok ? null : result.error);
const later = (minutes: number, from = now) => new Date(from.getTime() + minutes * 60_000);

async function world(db: Db, callOptions: Parameters<typeof aCall>[1] = {}) {
  const site = siteOf(db);
  const city = await anOrganisation(site, { name: 'Guise' });
  const [lina, paul] = [
    await aPerson(site, { name: 'Lina Marchal', organisationId: city.id }),
    await aPerson(site, { organisationId: city.id }),
  ];
  const other = await anOrganisation(site, { name: 'Hirson' });
  const outsider = await aPerson(site, { organisationId: other.id });
  const coordinator = await aPerson(site, { platformRole: 'coordinator' });
  const call = await aCall(site, callOptions);
  return { site, lina, paul, outsider, coordinator, call };
}

/** A draft that is written, and what submitting it takes. */
async function written(site: Site, callId: string, by: string) {
  const { id } = await anApplication(site, { callId, by, answers: [] });
  const state = await writeAnswers(site, { id, by, answers: shortAnswers });
  return {
    id,
    submit: (userId: string, at = now, key = newId()) =>
      operationsOn(site.db, { now: () => at }).run(
        'application.submit',
        { userId },
        { applicationId: id, key, ...state },
      ),
  };
}

test('[AP9] a submission freezes the answers under a number and a fingerprint, once; the same key gets the same receipt', () =>
  withDb(async (db) => {
    const { site, call, lina, paul, outsider, coordinator } = await world(db);
    const { id, submit } = await written(site, call.id, lina.id);
    for (const { id: userId } of [outsider, coordinator])
      expect(errorOf(await submit(userId))).toBe('access.notFound');
    const key = newId();
    const first = await submit(lina.id, now, key);
    if (!first.ok) throw new Error(first.error);
    expect(first.value).toMatchObject({ rank: 1, isLate: false });
    expect(first.value.number).toMatch(/^AMI-\d+-0001$/);
    expect(first.value.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await submit(lina.id, later(5), key)).toEqual(first);
    expect(errorOf(await submit(paul.id))).toBe('application.alreadySubmitted');
    expect(errorOf(await submit(lina.id))).toBe('application.alreadySubmitted');

    const kept = await findSubmission(db, { applicationId: id, userId: paul.id });
    expect(kept).toMatchObject({
      answers: { titre: 'Ombres d’été' },
      hash: first.value.hash,
      submittedBy: 'Lina Marchal',
    });
    expect(await findSubmission(db, { applicationId: id, userId: outsider.id })).toBeNull();
    expect(await findSubmission(db, { applicationId: id, userId: coordinator.id })).toEqual(kept);
    const found = await findApplication(db, { applicationId: id, userId: lina.id });
    expect(found).toMatchObject({ status: 'submitted', title: 'Ombres d’été', number: first.value.number });
    const { id: twinId, submit: submitTwin } = await written(site, call.id, outsider.id);
    const twin = await submitTwin(outsider.id);
    expect(twin).toMatchObject({ ok: true, value: { number: first.value.number.replace(/0001$/, '0002') } });
    // The same words, the same fingerprint: it is of the content alone.
    expect((await findSubmission(db, { applicationId: twinId, userId: outsider.id }))?.hash).toBe(
      first.value.hash,
    );
  }));

test('[AP9] what came into the room since it was read is never left out: the submission is refused', () =>
  withDb(async (db) => {
    const { site, call, lina } = await world(db);
    const { id, submit } = await written(site, call.id, lina.id);
    await writeAnswers(site, {
      id,
      by: lina.id,
      answers: [{ kind: 'value', address: 'courriel', value: 'a@b.fr' }],
    });
    expect(errorOf(await submit(lina.id))).toBe('application.changedMeanwhile');
  }));

test('[AP9] what is missing, wrong or against a rule is refused, and what is written stays', () =>
  withDb(async (db) => {
    const { site, call, lina } = await world(db);
    const { id } = await anApplication(site, { callId: call.id, by: lina.id, answers: [] });
    const submit = async (answers: readonly ApplicationEdit[]) => {
      const state = await writeAnswers(site, { id, by: lina.id, answers });
      const wish = { applicationId: id, key: newId(), ...state };
      return operationsOn(db, { now: () => now }).run('application.submit', { userId: lina.id }, wish);
    };
    expect(errorOf(await submit(shortAnswers.slice(0, 1)))).toBe('application.incomplete');
    const wrong = { kind: 'value', address: 'courriel', value: 'nulle part' } as const;
    expect(errorOf(await submit([...shortAnswers, wrong]))).toBe('application.incomplete');
    expect((await findApplication(db, { applicationId: id, userId: lina.id }))?.status).toBe('draft');
    expect((await submit(shortAnswers)).ok).toBe(true);
  }));

test('[AP9] two calls of one season count apart, and their numbers are never the same', () =>
  withDb(async (db) => {
    const { site, call, lina } = await world(db);
    const second = await aCall(site, { seasonId: call.seasonId });
    const number = async (callId: string) =>
      (await anApplication(site, { callId, by: lina.id, isSubmitted: true })).number ?? '';
    const [one, other, two] = [await number(call.id), await number(second.id), await number(call.id)];
    expect(other).toBe(one.replace(/-0001$/, 'B-0001'));
    expect(two).toBe(one.replace(/0001$/, '0002'));
  }));

test('[AP8] late within the tolerance leaves a mark; after it, before the opening and once withdrawn nothing is taken', () =>
  withDb(async (db) => {
    const { site, call, lina, paul } = await world(db, { closesAt: later(60), toleranceMinutes: 30 });
    const first = await written(site, call.id, lina.id);
    const second = await written(site, call.id, lina.id);
    expect(errorOf(await first.submit(lina.id, later(90)))).toBe('application.callClosed');
    expect(await first.submit(lina.id, later(60))).toMatchObject({ ok: true, value: { isLate: true } });
    // Extended, the call takes it as any other.
    await db
      .update(calls)
      .set({ closesAt: later(200) })
      .where(eq(calls.id, call.id));
    expect(await second.submit(lina.id, later(90))).toMatchObject({ ok: true, value: { isLate: false } });
    await db
      .update(calls)
      .set({ opensAt: later(100) })
      .where(eq(calls.id, call.id));
    const third = await anApplicationBefore(site, call.id, paul.id);
    expect(errorOf(await third.submit(paul.id))).toBe('application.callNotOpen');
    await operationsOn(db, { now: () => now }).run(
      'application.withdraw',
      { userId: paul.id },
      { applicationId: third.id, note: '' },
    );
    expect(errorOf(await third.submit(paul.id))).toBe('application.withdrawn');
  }));

/** A draft of a call whose opening was put off since. */
async function anApplicationBefore(site: Site, callId: string, by: string) {
  const [call] = await site.db.select().from(calls).where(eq(calls.id, callId));
  await site.db
    .update(calls)
    .set({ opensAt: later(-1) })
    .where(eq(calls.id, callId));
  const draft = await written(site, callId, by);
  await site.db
    .update(calls)
    .set({ opensAt: call?.opensAt ?? now })
    .where(eq(calls.id, callId));
  return draft;
}

test('[AP10] corrected: only the reopened fields are taken from the room, under the same number, until the day', () =>
  withDb(async (db) => {
    const { site, call, lina, paul, coordinator } = await world(db);
    const { id, submit } = await written(site, call.id, lina.id);
    const first = await submit(lina.id);
    if (!first.ok) throw new Error(first.error);
    const application = await lockApplication(db, { applicationId: id, userId: coordinator.id });
    if (!application) throw new Error('assessors read what was submitted');
    const asked = { fields: ['titre', 'courriel'], message: 'Précisez le lieu.', until: later(60) };
    const by = { userId: coordinator.id, now, eventId: newId(), correctionId: newId() };
    await requestCorrection(db, { application, ...by, ...asked });
    const edits: ApplicationEdit[] = [
      { kind: 'text', address: 'titre', text: 'Ombres d’été à Guise' },
      { kind: 'text', address: 'problematique', text: 'Tout autre chose.' },
      { kind: 'value', address: 'courriel', value: 'lina@guise.example' },
    ];
    const state = await writeAnswers(site, { id, by: paul.id, answers: edits });
    const again = (at: Date) =>
      operationsOn(db, { now: () => at }).run(
        'application.submit',
        { userId: paul.id },
        { applicationId: id, key: newId(), ...state },
      );
    expect(errorOf(await again(later(60)))).toBe('application.correctionOver');
    const second = await again(later(30));
    expect(second).toMatchObject({ ok: true, value: { rank: 2, number: first.value.number } });
    const kept = await findSubmission(db, { applicationId: id, userId: coordinator.id });
    expect(kept?.answers).toEqual({
      titre: 'Ombres d’été à Guise',
      problematique: 'Les places manquent d’ombre en été.',
      courriel: 'lina@guise.example',
    });
    expect(kept?.hash).not.toBe(first.value.hash);
    const before = await findSubmission(db, { applicationId: id, userId: coordinator.id, rank: 1 });
    expect(before).toMatchObject({ hash: first.value.hash, answers: { titre: 'Ombres d’été' } });
    expect(
      (await listCorrections(db, { applicationId: id, userId: lina.id })).map(({ closedAt }) => closedAt),
    ).toEqual([later(30)]);
    expect((await listApplicationEvents(db, asReadable(id))).map(({ verb }) => verb).sort()).toEqual([
      'correctionAsked',
      'created',
      'resubmitted',
      'submitted',
    ]);
  }));

test('[AP9] at the last minute: twenty people submit at once, two for each application; ten numbers without a gap', async () => {
  const database = await openFreshDatabase();
  try {
    const { db } = database;
    const { site, call, lina, paul } = await world(db);
    const drafts = [];
    for (let i = 0; i < 10; i++) drafts.push(await written(site, call.id, lina.id));
    const results = await Promise.all(drafts.flatMap(({ submit }) => [submit(lina.id), submit(paul.id)]));
    const numbers = results.flatMap((result) => (result.ok ? [result.value.number.split('-')[2]] : []));
    expect(numbers.sort()).toEqual(Array.from({ length: 10 }, (_, at) => String(at + 1).padStart(4, '0')));
    expect(results.filter((result) => errorOf(result) === 'application.alreadySubmitted')).toHaveLength(10);
  } finally {
    await database.close();
  }
});
