import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { listApplicationEvents } from '#db/programme/application/application-events.ts';
import {
  findApplication,
  listApplicationsOfCall,
  listOwnApplications,
} from '#db/programme/application/applications.ts';
import { applications } from '#db/programme/application/schema.ts';
import { callDerogations } from '#db/programme/call/schema.ts';
import { anOrganisation, aPerson, type Site } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { aCall, anAgreement, anApplication } from '#tests/support/programme/builders/application-builders.ts';

const now = new Date('2026-03-03T09:00:00Z');
const newId = () => randomUUID();
const siteOf = (db: Db): Site => ({ db, now: () => now, newId });

/** A city with two colleagues, another city, an agency, and the people of the programme. */
async function world(db: Db) {
  const site = siteOf(db);
  const [city, other] = [
    await anOrganisation(site, { name: 'Guise' }),
    await anOrganisation(site, { name: 'Hirson' }),
  ];
  const partner = await anOrganisation(site, { name: 'Conseil', kind: 'consultancy' });
  const call = await aCall(site);
  const at = (organisationId: string) => aPerson(site, { organisationId });
  const [lina, paul, outsider, consultant] = await Promise.all([
    at(city.id),
    at(city.id),
    at(other.id),
    at(partner.id),
  ]);
  const [coordinator, reviewer, admin] = await Promise.all(
    (['coordinator', 'reviewer', 'admin'] as const).map((platformRole) => aPerson(site, { platformRole })),
  );
  if (!coordinator || !reviewer || !admin) throw new Error('three people expected');
  return { site, city, other, partner, call, lina, paul, outsider, consultant, coordinator, reviewer, admin };
}
type World = Awaited<ReturnType<typeof world>>;

type Bare = 'takeOver' | 'restore';
const gesture = (db: Db, name: Bare, applicationId: string, userId: string, at = now) =>
  operationsOn(db, { now: () => at }).run(`application.${name}`, { userId }, { applicationId });
const withdraw = (db: Db, applicationId: string, userId: string, note = '') =>
  operationsOn(db, { now: () => now }).run('application.withdraw', { userId }, { applicationId, note });
const create = (db: Db, { call }: Pick<World, 'call'>, userId: string, agreementId: string | null) =>
  operationsOn(db, { now: () => now }).run(
    'application.create',
    { userId },
    { appel: call.id, convention: agreementId ?? '' },
  );
const errorOf = (result: { ok: boolean; error?: string }) => (result.ok ? null : result.error);

test('[AP1] a draft is seen by the people of its city and nobody else; submitted, its assessors read it', () =>
  withDb(async (db) => {
    const w = await world(db);
    const { id } = await anApplication(w.site, { callId: w.call.id, by: w.lina.id });
    const access = async (userId: string) =>
      (await findApplication(db, { applicationId: id, userId }))?.access ?? null;
    const author = { room: 'write', mayLead: true, mayAssess: false };
    expect(await access(w.lina.id)).toEqual(author);
    expect(await access(w.paul.id)).toEqual(author);
    for (const { id: userId } of [w.outsider, w.consultant, w.coordinator, w.reviewer, w.admin])
      expect(await access(userId)).toBeNull();
    expect(await findApplication(db, { applicationId: newId(), userId: w.lina.id })).toBeNull();

    const sent = await anApplication(w.site, { callId: w.call.id, by: w.lina.id, isSubmitted: true });
    const later = async (userId: string) =>
      (await findApplication(db, { applicationId: sent.id, userId }))?.access ?? null;
    expect(await later(w.paul.id)).toEqual({ room: 'read', mayLead: true, mayAssess: false });
    for (const { id: userId } of [w.coordinator, w.reviewer])
      expect(await later(userId)).toEqual({ room: null, mayLead: false, mayAssess: true });
    for (const { id: userId } of [w.outsider, w.consultant, w.admin]) expect(await later(userId)).toBeNull();

    await db.update(users).set({ suspendedAt: now });
    for (const { id: userId } of [w.lina, w.coordinator, w.reviewer]) expect(await later(userId)).toBeNull();
  }));

test('[AP1] [AP2] partners do not lead, nor who has no organisation; the call must be published and open', () =>
  withDb(async (db) => {
    const w = await world(db);
    const { id: agreementId } = await anAgreement(w.site);
    const alone = await aPerson(w.site);
    expect(errorOf(await create(db, w, alone.id, agreementId))).toBe('application.noOrganisation');
    expect(errorOf(await create(db, w, w.consultant.id, agreementId))).toBe(
      'application.organisationCannotLead',
    );
    const hidden = await aCall(w.site, { publishedAt: null });
    expect(errorOf(await create(db, { call: hidden }, w.lina.id, agreementId))).toBe('access.notFound');
    const over = await aCall(w.site, { closesAt: now, toleranceMinutes: 60 });
    expect(errorOf(await create(db, { call: over }, w.lina.id, agreementId))).toBe('application.callNotOpen');
    expect(errorOf(await create(db, w, w.lina.id, null))).toBe('application.agreementMissing');
    expect(errorOf(await create(db, w, w.lina.id, 'ACV999'))).toBe('application.agreementMissing');
    await db.update(users).set({ suspendedAt: now }).where(eq(users.id, w.lina.id));
    expect(errorOf(await create(db, w, w.lina.id, agreementId))).toBe('access.notFound');
  }));

test('[AP2] one application a convention and season, unless its organisation was exempted', () =>
  withDb(async (db) => {
    const w = await world(db);
    const { id: agreementId } = await anAgreement(w.site);
    const first = await create(db, w, w.lina.id, agreementId);
    if (!first.ok) throw new Error(first.error);
    expect(errorOf(await create(db, w, w.outsider.id, agreementId))).toBe('application.agreementTaken');
    const sameSeason = await aCall(w.site, { seasonId: w.call.seasonId });
    expect(errorOf(await create(db, { call: sameSeason }, w.paul.id, agreementId))).toBe(
      'application.agreementTaken',
    );
    const otherSeason = await aCall(w.site);
    expect((await create(db, { call: otherSeason }, w.outsider.id, agreementId)).ok).toBe(true);

    const exempt = { id: newId(), callId: w.call.id, organisationId: w.other.id, reason: 'Deux sujets.' };
    await db
      .insert(callDerogations)
      .values({ ...exempt, isGranted: true, decidedBy: w.coordinator.id, decidedAt: now });
    expect((await create(db, w, w.outsider.id, agreementId)).ok).toBe(true);
    expect((await create(db, w, w.outsider.id, null)).ok).toBe(true);
  }));

test('[AP2] co-leads write and do not lead; only the lead shares, and only a draft', () =>
  withDb(async (db) => {
    const w = await world(db);
    const { id } = await anApplication(w.site, { callId: w.call.id, by: w.lina.id });
    const share = (userId: string, organisationId = w.other.id) =>
      operationsOn(db, { now: () => now }).run(
        'application.addCoLead',
        { userId },
        { applicationId: id, organisation: organisationId },
      );
    expect(errorOf(await share(w.outsider.id))).toBe('access.notFound');
    expect(errorOf(await share(w.coordinator.id))).toBe('access.notFound');
    expect(errorOf(await share(w.lina.id, w.partner.id))).toBe('application.coLeadInvalid');
    expect(errorOf(await share(w.lina.id, w.city.id))).toBe('application.coLeadInvalid');
    expect((await share(w.lina.id)).ok).toBe(true);
    expect((await share(w.lina.id)).ok).toBe(true);
    const found = await findApplication(db, { applicationId: id, userId: w.outsider.id });
    expect(found?.access).toEqual({ room: 'write', mayLead: false, mayAssess: false });
    expect(found?.coLeads.map(({ name }) => name)).toEqual(['Hirson']);
    expect((await listOwnApplications(db, { userId: w.outsider.id })).map((one) => one.id)).toEqual([id]);
    expect(errorOf(await share(w.outsider.id, w.city.id))).toBe('access.forbidden');
    expect(errorOf(await withdraw(db, id, w.outsider.id))).toBe('access.forbidden');
    expect(errorOf(await gesture(db, 'takeOver', id, w.outsider.id))).toBe('access.forbidden');

    await operationsOn(db, { now: () => now }).run(
      'application.removeCoLead',
      { userId: w.lina.id },
      { applicationId: id, organisation: w.other.id },
    );
    expect(await findApplication(db, { applicationId: id, userId: w.outsider.id })).toBeNull();
    await db.update(applications).set({ status: 'submitted' }).where(eq(applications.id, id));
    expect(errorOf(await share(w.lina.id))).toBe('application.notDraft');
    const verbs = (await listApplicationEvents(db, asReadable(id))).map(({ verb }) => verb).sort();
    expect(verbs).toEqual(['coLeadAdded', 'coLeadRemoved', 'created']);
  }));

test('[AP3] the list of a call shows its assessors what was submitted, by number, late ones marked, and drafts to nobody', () =>
  withDb(async (db) => {
    const w = await world(db);
    const sent = async (by: string) =>
      (await anApplication(w.site, { callId: w.call.id, by, isSubmitted: true })).number;
    const numbers = [await sent(w.lina.id), await sent(w.outsider.id)];
    await anApplication(w.site, { callId: w.call.id, by: w.lina.id });
    const list = (userId: string, filter = {}) =>
      listApplicationsOfCall(db, { callId: w.call.id, userId, ...filter });
    const seen = await list(w.reviewer.id);
    expect(seen.items.map(({ number }) => number)).toEqual(numbers);
    expect(seen.total).toBe(2);
    for (const { id: userId } of [w.lina, w.outsider, w.consultant, w.admin])
      expect(await list(userId)).toEqual({ total: 0, items: [] });
    expect((await list(w.coordinator.id, { text: 'hirs' })).items.map(({ number }) => number)).toEqual([
      numbers[1],
    ]);
    expect((await list(w.coordinator.id, { text: '100%' })).total).toBe(0);
    expect((await list(w.coordinator.id, { isLate: true })).total).toBe(0);
    expect((await list(w.coordinator.id, { status: 'withdrawn' })).total).toBe(0);
    expect((await list(w.coordinator.id, { limit: 1, offset: 1 })).items.map(({ number }) => number)).toEqual(
      [numbers[1]],
    );
  }));

test('[AP7] a colleague takes over, once in the history; whoever left their city does not', () =>
  withDb(async (db) => {
    const w = await world(db);
    const { id } = await anApplication(w.site, { callId: w.call.id, by: w.lina.id });
    for (const { id: userId } of [w.outsider, w.coordinator])
      expect(errorOf(await gesture(db, 'takeOver', id, userId))).toBe('access.notFound');
    expect((await gesture(db, 'takeOver', id, w.paul.id)).ok).toBe(true);
    expect((await gesture(db, 'takeOver', id, w.paul.id)).ok).toBe(true);
    expect((await findApplication(db, { applicationId: id, userId: w.lina.id }))?.heldBy?.id).toBe(w.paul.id);
    await db.update(users).set({ organisationId: w.other.id }).where(eq(users.id, w.lina.id));
    expect(errorOf(await gesture(db, 'takeOver', id, w.lina.id))).toBe('access.notFound');
    expect((await listApplicationEvents(db, asReadable(id))).map(({ verb, by }) => [verb, by?.id])).toEqual(
      expect.arrayContaining([
        ['created', w.lina.id],
        ['takenOver', w.paul.id],
      ]),
    );
  }));

test('[AP11] withdrawn by its lead, restored as it was while the call is open, and never into a place that was taken', () =>
  withDb(async (db) => {
    const w = await world(db);
    const { id: agreementId } = await anAgreement(w.site);
    const { id } = await anApplication(w.site, {
      callId: w.call.id,
      by: w.lina.id,
      agreementId,
      isSubmitted: true,
    });
    for (const { id: userId } of [w.outsider, w.consultant])
      expect(errorOf(await withdraw(db, id, userId))).toBe('access.notFound');
    expect(errorOf(await withdraw(db, id, w.coordinator.id))).toBe('access.forbidden');
    expect(errorOf(await gesture(db, 'restore', id, w.lina.id))).toBe('application.notWithdrawn');
    const withdrawn = await withdraw(db, id, w.paul.id, 'Projet reporté.');
    expect(withdrawn.ok).toBe(true);
    expect(errorOf(await withdraw(db, id, w.paul.id))).toBe('application.withdrawn');
    const after = new Date(w.call.closesAt.getTime());
    expect(errorOf(await gesture(db, 'restore', id, w.paul.id, after))).toBe('application.callClosed');
    expect((await gesture(db, 'restore', id, w.paul.id)).ok).toBe(true);
    expect((await findApplication(db, { applicationId: id, userId: w.lina.id }))?.status).toBe('submitted');

    await withdraw(db, id, w.paul.id);
    expect((await create(db, w, w.outsider.id, agreementId)).ok).toBe(true);
    expect(errorOf(await gesture(db, 'restore', id, w.paul.id))).toBe('application.agreementTaken');
    const notes = (await listApplicationEvents(db, asReadable(id))).map(({ note }) => note);
    expect(notes).toContain('Projet reporté.');
  }));

test('[AP10] only an assessor asks for a correction, of what was submitted, one at a time, of fields that exist', () =>
  withDb(async (db) => {
    const w = await world(db);
    const draft = await anApplication(w.site, { callId: w.call.id, by: w.lina.id });
    const { id } = await anApplication(w.site, { callId: w.call.id, by: w.lina.id, isSubmitted: true });
    const until = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
    const asked = { fields: ['titre'], message: 'Précisez le lieu.', until };
    const ask = (applicationId: string, userId: string, other = {}) =>
      operationsOn(db, { now: () => now }).run(
        'application.askCorrection',
        { userId },
        { applicationId, ...asked, ...other },
      );
    expect(errorOf(await ask(draft.id, w.coordinator.id))).toBe('access.notFound');
    for (const { id: userId } of [w.outsider, w.admin])
      expect(errorOf(await ask(id, userId))).toBe('access.notFound');
    expect(errorOf(await ask(id, w.lina.id))).toBe('access.forbidden');
    for (const wrong of [
      { fields: ['inconnu'] },
      { message: '  ' },
      { until: '2000-01-01' },
      { until: 'jamais' },
    ])
      expect(errorOf(await ask(id, w.reviewer.id, wrong))).toBe('application.correctionInvalid');
    expect((await ask(id, w.reviewer.id)).ok).toBe(true);
    expect(errorOf(await ask(id, w.coordinator.id))).toBe('application.correctionOpen');
    expect((await findApplication(db, { applicationId: id, userId: w.lina.id }))?.access.room).toBe('write');
    await withdraw(db, id, w.lina.id);
    expect(errorOf(await ask(id, w.coordinator.id))).toBe('application.notSubmitted');
  }));

test('[AP2] a commune applies for the convention of its own commune, without being asked', () =>
  withDb(async (db) => {
    const w = await world(db);
    const { agreementMunicipalities, municipalities } = await import('#db/programme/territory/schema.ts');
    const [own, another] = [await anAgreement(w.site), await anAgreement(w.site)];
    await db.insert(municipalities).values({
      code: '02361',
      name: 'Guise',
      departmentCode: '02',
      regionCode: '32',
      postalCodes: ['02120'],
    });
    await db.insert(agreementMunicipalities).values({ agreementId: own.id, municipalityCode: '02361' });
    await db.update(organisations).set({ municipalityCode: '02361' }).where(eq(organisations.id, w.city.id));
    expect(errorOf(await create(db, w, w.lina.id, another.id))).toBe('application.agreementNotYours');
    const made = await create(db, w, w.lina.id, null);
    if (!made.ok) throw new Error(made.error);
    const found = await findApplication(db, { applicationId: made.value.id, userId: w.paul.id });
    expect(found?.agreement?.id).toBe(own.id);
  }));
