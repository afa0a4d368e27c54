import { expect, test } from 'vitest';
import { applications } from '#db/programme/application/schema.ts';
import { currentForm, findCall, findForm, listCalls, listExtensions } from '#db/programme/call/calls.ts';
import { isExempt, loadFormWorld } from '#db/programme/call/form-worlds.ts';
import { callDerogations, callExtensions } from '#db/programme/call/schema.ts';
import {
  agreementMunicipalities,
  agreements,
  intermunicipalities,
  municipalities,
} from '#db/programme/territory/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { fieldsOf } from '#shared/programme/application/answers.ts';
import { withDb } from '#tests/support/database.ts';
import { aCall } from '#tests/support/programme/builders/call-builders.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2022-03-14T09:00:00Z');
const asMember = { mayPrepare: false, now };
const asCoordinator = { mayPrepare: true, now };

test('[CA2] a call that is prepared is seen by whoever prepares calls, and nobody else', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const prepared = await aCall(site, { title: 'Saison 3', publishedAt: null });
    const later = await aCall(site, { publishedAt: new Date('2022-03-14T09:00:00.001Z') });
    const open = await aCall(site);
    expect(await findCall(db, { callId: prepared.id, ...asMember })).toBeNull();
    expect(await findCall(db, { callId: later.id, ...asMember })).toBeNull();
    expect(await findCall(db, { callId: prepared.id, ...asCoordinator })).toMatchObject({
      title: 'Saison 3',
    });
    expect((await listCalls(db, asMember)).map(({ id }) => id)).toEqual([open.id]);
    expect(await listCalls(db, asCoordinator)).toHaveLength(3);
    expect(await findCall(db, { callId: site.newId(), ...asCoordinator })).toBeNull();
  }));

test('[CA5] the newest version of a form, any older one, and [CA3] each extension', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [call, person] = [await aCall(site), await aPerson(site, { name: 'Claire Aubry' })];
    const newest = await currentForm(db, call.id);
    expect(newest?.version).toBe(1);
    expect(newest && fieldsOf(newest.form)).toHaveLength(38);
    expect(await findForm(db, { callId: call.id, version: 1 })).toEqual(newest?.form);
    expect(await findForm(db, { callId: call.id, version: 2 })).toBeNull();
    expect(await currentForm(db, site.newId())).toBeNull();
    await db.insert(callExtensions).values({
      id: site.newId(),
      callId: call.id,
      fromClosesAt: call.opensAt,
      toClosesAt: call.closesAt,
      reason: 'Vacances scolaires',
      extendedBy: person.id,
      extendedAt: now,
    });
    expect(await listExtensions(db, call.id)).toMatchObject([
      { reason: 'Vacances scolaires', by: 'Claire Aubry', toClosesAt: call.closesAt },
    ]);
  }));

/** Valmont and its convention, and a village that was merged into it. */
async function withPlaces(run: (at: Awaited<ReturnType<typeof places>>) => Promise<void>) {
  await withDb(async (db) => run(await places(db)));
}
async function places(db: Parameters<typeof siteOf>[0]) {
  const site = siteOf(db, now);
  await db.insert(intermunicipalities).values({ siren: '249900001', name: 'CA du Val', kind: 'CA' });
  const town = (code: string, name: string, more: Partial<typeof municipalities.$inferInsert> = {}) => ({
    code,
    name,
    departmentCode: '49',
    regionCode: '52',
    postalCodes: [],
    ...more,
  });
  await db
    .insert(municipalities)
    .values([
      town('49901', 'Valmont', { siren: '219999010', intermunicipalitySiren: '249900001' }),
      town('49905', 'Ancienne', { replacedBy: '49901' }),
      town('49906', 'Ailleurs'),
    ]);
  await db.insert(agreements).values({ id: 'ACV901', name: 'Valmont', isInProgramme: true });
  await db.insert(agreementMunicipalities).values({ agreementId: 'ACV901', municipalityCode: '49901' });
  const call = await aCall(site);
  const city = await anOrganisation(site);
  const world = (more: Partial<Parameters<typeof loadFormWorld>[1]> = {}) =>
    loadFormWorld(db, { callId: call.id, organisationId: city.id, applicationId: null, ...more });
  return { db, site, call, city, world };
}

test('[CA10] the world of a form: every convention with its communes, and the places that answers name', () =>
  withPlaces(async ({ world }) => {
    expect(await world()).toEqual({
      municipalities: [
        {
          code: '49901',
          name: 'Valmont',
          siren: '219999010',
          agreementId: 'ACV901',
          intermunicipalitySiren: '249900001',
          replacedBy: null,
        },
      ],
      agreements: [{ id: 'ACV901', name: 'Valmont', isInProgramme: true }],
      intermunicipalities: [{ siren: '249900001', name: 'CA du Val' }],
      takenAgreementIds: [],
      hasDerogation: false,
    });
    const named = await world({ named: { municipalityCodes: ['49905', '00000'] } });
    expect(named.municipalities.map(({ code, replacedBy }) => [code, replacedBy?.name])).toEqual([
      ['49901', undefined],
      ['49905', 'Valmont'],
    ]);
  }));

test('[CA10] a convention is taken by an application of its season that was submitted, drafts and withdrawn ones aside', () =>
  withPlaces(async ({ db, site, call, city, world }) => {
    const other = await aCall(site, { seasonId: call.seasonId });
    const elsewhere = await aCall(site);
    const apply = async (callId: string, status: 'draft' | 'submitted' | 'withdrawn') => {
      const id = site.newId();
      await db.insert(applications).values({
        id,
        callId,
        organisationId: city.id,
        agreementId: 'ACV901',
        status,
        formVersion: 1,
        createdAt: now,
        updatedAt: now,
      });
      return id;
    };
    await apply(call.id, 'draft');
    await apply(call.id, 'withdrawn');
    await apply(elsewhere.id, 'submitted');
    expect((await world()).takenAgreementIds).toEqual([]);
    const submitted = await apply(other.id, 'submitted');
    expect((await world()).takenAgreementIds).toEqual(['ACV901']);
    expect((await world({ applicationId: submitted })).takenAgreementIds).toEqual([]);
  }));

test('[CA11] a derogation is of one organisation and one call; the last word counts', () =>
  withPlaces(async ({ db, site, call, city, world }) => {
    const say = (isGranted: boolean, minute: number) =>
      db.insert(callDerogations).values({
        id: site.newId(),
        callId: call.id,
        organisationId: city.id,
        isGranted,
        reason: 'Convention en cours de signature',
        decidedAt: new Date(now.getTime() + minute * 60_000),
      });
    await say(true, 0);
    expect((await world()).hasDerogation).toBe(true);
    const other = await anOrganisation(site);
    expect((await world({ organisationId: other.id })).hasDerogation).toBe(false);
    expect(await isExempt(db, { callId: (await aCall(site)).id, organisationId: city.id })).toBe(false);
    await say(false, 1);
    expect((await world()).hasDerogation).toBe(false);
  }));
