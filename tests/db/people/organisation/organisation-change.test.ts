import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import {
  addOrganisation,
  changeOrganisation,
  findManagedOrganisation,
  findMunicipalities,
} from '#db/people/organisation/organisation-change.ts';
import { departments, municipalities } from '#db/programme/territory/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

const withRegister = (run: (world: Awaited<ReturnType<typeof fill>>) => Promise<void>) =>
  withDb(async (db) => run(await fill(db)));

async function fill(db: Tx) {
  const site = siteOf(db, now);
  await db.insert(departments).values([
    { code: '01', name: 'Ain', regionCode: '84' },
    { code: '49', name: 'Maine-et-Loire', regionCode: '52' },
  ]);
  const commune = (code: string, name: string, replacedBy: string | null = null) => ({
    ...{ code, name, departmentCode: code.slice(0, 2), regionCode: '84', postalCodes: [], replacedBy },
  });
  await db
    .insert(municipalities)
    .values([
      commune('01004', 'Ambérieu-en-Bugey'),
      commune('01010', 'Saint-Aubin'),
      commune('49010', 'Saint-Aubin'),
      commune('49011', 'Ancienne', '49010'),
    ]);
  const [valmont, aubin] = [
    await anOrganisation(site, { name: 'Valmont' }),
    await anOrganisation(site, { name: 'Aubin' }),
  ];
  const claire = await aPerson(site, { platformRole: 'coordinator', organisationId: valmont.id });
  const change = (by: string, fields: Partial<Parameters<typeof changeOrganisation>[1]> = {}) =>
    changeOrganisation(db, {
      ...{
        id: valmont.id,
        name: 'Valmont',
        shortName: 'VA',
        kind: 'municipality',
        municipalityCode: '01004',
        declaredEmail: null,
      },
      by,
      now,
      ...fields,
    });
  return { db, site, valmont, aubin, claire: claire.id, change };
}

test('[O3] a commune is found by its code or its name whatever its accents; namesakes and merged ones are told apart', () =>
  withRegister(async ({ db }) => {
    const found = async (typed: string) => (await findMunicipalities(db, typed)).map(({ code }) => code);
    expect(await found('01004')).toEqual(['01004']);
    expect(await found(' amberieu en bugey ')).toEqual(['01004']);
    expect(await found('SAINT AUBIN')).toEqual(['01010', '49010']);
    for (const typed of ['Ancienne', '49011', '99999', 'Ambér', '%'])
      expect(await found(typed), typed).toEqual([]);
  }));

test('[O3] the coordination ties an organisation to its commune, and unties it', () =>
  withRegister(async ({ db, valmont, claire, change }) => {
    expect(await change(claire)).toEqual({ ok: true, value: { addressBefore: null } });
    expect(await findManagedOrganisation(db, asReadable(valmont.id))).toMatchObject({
      municipality: { code: '01004', name: 'Ambérieu-en-Bugey', department: 'Ain' },
      people: 1,
    });
    expect(await change(claire, { municipalityCode: null, name: 'Ville de Valmont' })).toMatchObject({
      ok: true,
    });
    expect(await findManagedOrganisation(db, asReadable(valmont.id))).toMatchObject({
      name: 'Ville de Valmont',
      municipality: null,
    });
    expect(await findManagedOrganisation(db, asReadable('nothing'))).toBeNull();
  }));

test('[O1] [O3] no two organisations have one name, or are one commune', () =>
  withRegister(async ({ db, aubin, claire, change }) => {
    await change(claire);
    expect(await change(claire, { id: aubin.id, name: 'VALMONT' })).toEqual({
      ok: false,
      error: 'organisation.nameTaken',
    });
    expect(await change(claire, { id: aubin.id, name: 'Aubin' })).toEqual({
      ok: false,
      error: 'organisation.municipalityTaken',
    });
    expect(await change(claire, { id: 'nothing', name: 'Rien', municipalityCode: null })).toEqual({
      ok: false,
      error: 'organisation.notFound',
    });
    expect(await db.select().from(municipalities).where(eq(municipalities.code, '01004'))).toHaveLength(1);
  }));

test('[O1] [O3] an organisation is made with its commune, and with letters of its name where none are given', () =>
  withRegister(async ({ db }) => {
    const add = (name: string, municipalityCode: string | null, shortName: string | null = null) =>
      addOrganisation(db, { id: `new ${name}`, name, shortName, kind: 'region', municipalityCode, now });
    expect(await add('Ambérieu', '01004')).toEqual({ ok: true });
    expect(await findManagedOrganisation(db, asReadable('new Ambérieu'))).toMatchObject({
      ...{ shortName: 'AM', kind: 'region', municipality: { code: '01004' } },
    });
    expect(await add('Autre', '01004')).toEqual({ ok: false, error: 'organisation.municipalityTaken' });
    for (const code of ['99999', '49011', 'Ambérieu-en-Bugey'])
      expect(await add('Autre', code), code).toEqual({
        ok: false,
        error: 'organisation.municipalityUnknown',
      });
  }));
