import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import {
  askComplement,
  findComplement,
  wholeAnswers,
} from '#db/programme/application/application-complement.ts';
import { listApplicationEvents } from '#db/programme/application/application-events.ts';
import { findSubmission } from '#db/programme/application/application-submission.ts';
import { findApplication, listApplicationsOfCall } from '#db/programme/application/applications.ts';
import { applicationCoLeads, submissions } from '#db/programme/application/schema.ts';
import { findAssessment } from '#db/programme/assessment/assessment-pages.ts';
import { listLaureates } from '#db/programme/assessment/laureates.ts';
import { callForms } from '#db/programme/call/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { findToDo } from '#db/to-do.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { fieldsOf } from '#shared/programme/application/answers.ts';
import type { ApplicationEdit } from '#shared/programme/application/application-doc.ts';
import type { Form } from '#shared/programme/application/form.ts';
import type { Outcome } from '#shared/programme/assessment/decision.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import {
  aCall,
  anApplication,
  laterAnswers,
  shortAnswers,
  shortForm,
  twoPartForm,
  writeAnswers,
} from '#tests/support/programme/builders/application-builders.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2026-03-03T09:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

/** What a city submitted to a call that closes tomorrow, and everybody who has to do with it, or has not. */
async function world(db: Db, form: Form = twoPartForm) {
  const site = siteOf(db, now);
  const city = await anOrganisation(site, { name: 'Guise' });
  const [associated, other] = [await anOrganisation(site), await anOrganisation(site)];
  const people = {
    lina: (await aPerson(site, { name: 'Lina Marchal', organisationId: city.id })).id,
    coLead: (await aPerson(site, { organisationId: associated.id })).id,
    stranger: (await aPerson(site, { organisationId: other.id })).id,
    claire: (await aPerson(site, { platformRole: 'coordinator' })).id,
    reviewer: (await aPerson(site, { platformRole: 'reviewer' })).id,
  };
  const call = await aCall(site, { form, closesAt: later(1) });
  const { lina: by, claire } = people;
  const { id } = await anApplication(site, { callId: call.id, by, isSubmitted: true });
  const shared = { applicationId: id, organisationId: associated.id, addedAt: now };
  await db.insert(applicationCoLeads).values(shared);
  const at = (day: number) => operationsOn(db, { now: () => later(day) });
  const of = (userId: string) => ({ applicationId: id, userId });
  return {
    ...{ db, site, call, id, at, of, people, ...people },
    async announce(outcome: Outcome, day = 2) {
      const decision = {
        applicationId: id,
        outcome,
        waitingRank: outcome === 'waitlisted' ? '1' : '',
        motivation: 'Voici pourquoi.',
      };
      expect(await at(day).run('committee.decide', { userId: claire }, decision)).toMatchObject({ ok: true });
      const asked = { callId: call.id };
      expect(await at(day).run('committee.announce', { userId: claire }, asked)).toMatchObject({ ok: true });
    },
    write: (answers: readonly ApplicationEdit[]) => writeAnswers(site, { id, by, answers }),
    handIn: (userId: string, state: Awaited<ReturnType<typeof writeAnswers>>, day = 3) =>
      at(day).run('application.handIn', { userId }, { applicationId: id, ...state }),
    roomOf: async (userId: string) => (await findApplication(db, of(userId)))?.access.room,
    waits: async (userId: string) =>
      (await findToDo(db, { userId, now: later(3) })).filter(({ kind }) => kind === 'complement'),
    listed: async (complement?: 'awaited' | 'handedIn') =>
      (await listApplicationsOfCall(db, { callId: call.id, userId: claire, complement })).items.map(
        (one) => one.complement,
      ),
  };
}

test('[CA16] [AP15] the deposit asks for the first part alone; once it is announced its authors write the rest, and it waits for them', () =>
  withDb(async (db) => {
    const { id, of, people, lina, coLead, claire, reviewer, stranger, ...made } = await world(db);
    const submission = await findSubmission(db, of(claire));
    expect(fieldsOf(submission?.form ?? shortForm)).toEqual(fieldsOf(shortForm));
    expect(await findComplement(db, of(lina))).toBeNull();
    expect(await made.waits(lina)).toEqual([]);
    expect([await made.roomOf(lina), await made.listed()]).toEqual(['read', [null]]);

    await made.announce('selected');
    for (const author of [lina, coLead]) expect(await made.roomOf(author)).toBe('write');
    for (const reader of [claire, reviewer]) expect(await made.roomOf(reader)).toBeNull();
    expect(await made.roomOf(stranger)).toBeUndefined();
    expect(await made.waits(lina)).toMatchObject([
      { id, title: 'Ombres d’été', count: 0, day: '2026-04-04' },
    ]);
    for (const person of [claire, reviewer, stranger]) expect(await made.waits(person)).toEqual([]);
    expect(await findComplement(db, of(claire))).toMatchObject({ askedAt: later(2), handedIn: null });
    expect(await findComplement(db, of(stranger))).toBeNull();
    expect(await made.listed('awaited')).toEqual([{ completeness: 0, handedInAt: null }]);
    expect(await made.listed('handedIn')).toEqual([]);
    const assessed = await findAssessment(db, { ...of(claire), now: later(3) });
    expect(fieldsOf(assessed?.form ?? twoPartForm)).toEqual(fieldsOf(shortForm));
  }));

test('[AP15] handed in once by the lead, when all of it is there; what was submitted stays, whatever the room says', () =>
  withDb(async (db) => {
    const { id, of, lina, coLead, claire, stranger, people: _, ...made } = await world(db);
    const before = await findSubmission(db, of(lina));
    const first = await made.write([
      ...shortAnswers,
      { kind: 'text', address: 'titre', text: 'Autre titre' },
    ]);
    expect(await made.handIn(lina, first)).toMatchObject({ error: 'application.notCompleting' });
    await made.announce('selected');
    expect(await made.handIn(lina, first)).toMatchObject({ error: 'application.incomplete' });
    const rewritten = [...laterAnswers, { kind: 'text', address: 'titre', text: 'Autre titre' } as const];
    const state = await made.write(rewritten);
    expect(await made.handIn(lina, first)).toMatchObject({ error: 'application.changedMeanwhile' });
    for (const [userId, error] of [
      [stranger, 'access.notFound'],
      [coLead, 'access.forbidden'],
      [claire, 'access.forbidden'],
    ] as const)
      expect(await made.handIn(userId, state)).toMatchObject({ error });
    expect(await made.handIn(lina, state)).toEqual({ ok: true, value: undefined });

    const handedIn = await findComplement(db, of(claire));
    expect(handedIn?.handedIn).toMatchObject({
      ...{ answers: { equipe: 'Deux agents.', appui: false }, at: later(3), by: 'Lina Marchal' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await findSubmission(db, of(lina))).toEqual(before);
    expect((await findApplication(db, of(lina)))?.title).toBe('Ombres d’été');
    expect([await made.roomOf(lina), await made.waits(lina)]).toEqual(['read', []]);
    expect(await made.listed('handedIn')).toEqual([{ completeness: 100, handedInAt: later(3) }]);
    expect(await made.listed('awaited')).toEqual([]);
    const events = await listApplicationEvents(db, asReadable(id));
    expect(events.at(-1)).toMatchObject({ verb: 'completed', status: 'decided', at: later(3) });

    // Again, and by whoever else is of the lead: it is what it was.
    const again = await made.write([{ kind: 'text', address: 'equipe', text: 'Personne.' }]);
    expect(await made.handIn(lina, again, 4)).toMatchObject({ ok: true });
    expect(await findComplement(db, of(claire))).toEqual(handedIn);
    expect((await listApplicationEvents(db, asReadable(id))).length).toBe(events.length);
  }));

test.each(['waitlisted', 'notSelected', 'ineligible', 'withdrawn'] as const)(
  '[AP15] nothing is asked of whoever is %s',
  (outcome) =>
    withDb(async (db) => {
      const { of, lina, ...made } = await world(db);
      await made.announce(outcome);
      expect(await findComplement(db, of(lina))).toBeNull();
      expect([await made.roomOf(lina), await made.waits(lina)]).toEqual(['read', []]);
      const refused = await made.handIn(lina, await made.write(laterAnswers));
      expect(refused).toMatchObject({ error: 'application.notCompleting' });
    }),
);

test('[CA16] [AP15] a form of before asks everything for the deposit and nothing of laureates', () =>
  withDb(async (db) => {
    const { of, lina, ...made } = await world(db, shortForm);
    await made.announce('selected');
    expect(await findComplement(db, of(lina))).toBeNull();
    expect([await made.roomOf(lina), await made.waits(lina)]).toEqual(['read', []]);
  }));

test('[AP15] whoever is not selected any more is asked nothing, unless they have handed it in', () =>
  withDb(async (db) => {
    const { id, of, lina, ...made } = await world(db);
    await made.announce('selected');
    const announceOther = (isSelected: boolean) =>
      inTransaction(db, (tx) => askComplement(tx, { applicationId: id, isSelected, now: later(4) }));
    await announceOther(false);
    expect([await made.roomOf(lina), await findComplement(db, of(lina))]).toEqual(['read', null]);
    await announceOther(true);
    await made.handIn(lina, await made.write(laterAnswers), 5);
    await announceOther(false);
    expect((await findComplement(db, of(lina)))?.handedIn?.at).toEqual(later(5));
  }));

test('[CA15] [AP15] what is asked of laureates may permit that they are named', () =>
  withDb(async (db) => {
    const form: Form = {
      ...twoPartForm,
      sections: twoPartForm.sections.map((section) => ({
        ...section,
        fields: section.fields.map((field) =>
          field.key === 'appui' ? { ...field, purpose: 'publication' as const } : field,
        ),
      })),
    };
    const { call, lina, ...made } = await world(db, form);
    await made.announce('selected');
    const named = async () =>
      (await listLaureates(db, { callIds: [call.id], now: later(6) })).get(call.id)?.named.length;
    expect(await named()).toBe(0);
    const yes = [...laterAnswers.slice(0, 1), { kind: 'value', address: 'appui', value: true } as const];
    const wish = { kind: 'text', address: 'appui_attendu', text: 'Un cabinet.' } as const;
    expect(await made.handIn(lina, await made.write([...yes, wish]))).toMatchObject({ ok: true });
    expect(await named()).toBe(1);
  }));

test('[CA5] [AP15] the rest is that of the form that was submitted, whatever its call asks by now', () =>
  withDb(async (db) => {
    const { call, lina, of, ...made } = await world(db);
    await db.insert(callForms).values({ callId: call.id, version: 2, form: shortForm, createdAt: now });
    await made.announce('selected');
    expect(await findComplement(db, of(lina))).toMatchObject({ form: twoPartForm });
    await db.delete(callForms).where(eq(callForms.version, 2));
  }));

test('[AP15] what was handed in is read with what was submitted, each with its own', () =>
  withDb(async (db) => {
    const worlds = [await world(db), await world(db)] as const;
    for (const [at, { announce, handIn, write, lina }] of worlds.entries()) {
      await announce('selected');
      const own = { kind: 'text', address: 'equipe', text: `Équipe ${at}` } as const;
      expect(await handIn(lina, await write([...laterAnswers.slice(1), own]))).toMatchObject({ ok: true });
    }
    for (const [at, { id }] of worlds.entries()) {
      const read = db.select({ answers: wholeAnswers }).from(submissions);
      expect(await read.where(eq(submissions.applicationId, id))).toMatchObject([
        { answers: { titre: 'Ombres d’été', equipe: `Équipe ${at}` } },
      ]);
    }
  }));
