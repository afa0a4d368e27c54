import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { importCities } from '#db/programme/territory/city-import.ts';
import { findLastImport, undoCityImport } from '#db/programme/territory/city-import-undo.ts';
import { organisationOfCity } from '#db/programme/territory/organisation-of-city.ts';
import { loadRegister } from '#db/programme/territory/register.ts';
import { agreementMunicipalities, agreements } from '#db/programme/territory/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import {
  CASTELBRUME,
  importMaking,
  SAINT_AUBIN,
  sampleRegister,
  tableOf,
  VALMONT,
} from '#tests/support/programme/city-files.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const { now } = importMaking;
const first = tableOf([VALMONT, CASTELBRUME]);
const second = tableOf([
  ['01004', 'Valmont-sur-Loire', 'ACV009', 'Valmont seule', 'oui', '2019-01-02'],
  SAINT_AUBIN,
  [...CASTELBRUME].with(4, 'oui'),
]);

const withRegister = (run: (db: Tx) => Promise<void>) =>
  withDb(async (db) => {
    await loadRegister(db, sampleRegister, now);
    await run(db);
  });

async function everything(db: Db) {
  return {
    agreements: await db.select().from(agreements).orderBy(agreements.id),
    places: await db.select().from(agreementMunicipalities).orderBy(agreementMunicipalities.municipalityCode),
    organisations: await db.select().from(organisations).orderBy(organisations.name),
  };
}

test('[T13] the organisations of the programme’s communes come with the list; again, nothing changes', () =>
  withRegister(async (db) => {
    const done = await importCities(db, first, importMaking);
    expect(done).toMatchObject({ ok: true, value: { organisations: [{ does: 'make' }] } });
    const before = await everything(db);
    expect(before.organisations).toMatchObject([{ name: 'Valmont-sur-Loire', municipalityCode: '01004' }]);
    const again = await importCities(db, first, importMaking);
    expect(again).toMatchObject({ ok: true, value: { organisations: [], places: [], agreements: [] } });
    expect(await everything(db)).toEqual(before);
  }));

test('[T13] an import is undone as one, the last first, and leaves nothing', () =>
  withRegister(async (db) => {
    await anOrganisation(siteOf(db, now), { name: 'Ville de Saint-Aubin-les-Marais' });
    const empty = await everything(db);
    await importCities(db, first, importMaking);
    const one = await findLastImport(db);
    const afterOne = await everything(db);
    await importCities(db, second, { ...importMaking, now: new Date(now.getTime() + 1000) });
    const two = await findLastImport(db);
    expect(two).toMatchObject({ by: null, made: 1, tied: 1, cities: 2 });

    const undo = (id = '') => undoCityImport(db, { id, now });
    expect(await undo(one?.id)).toEqual({ ok: false, error: 'cityImport.notLast' });
    expect((await undo(two?.id)).ok).toBe(true);
    expect(await everything(db)).toEqual(afterOne);
    expect(await undo(two?.id)).toEqual({ ok: false, error: 'cityImport.notLast' });
    expect((await undo(one?.id)).ok).toBe(true);
    expect(await everything(db)).toEqual(empty);
    expect(await findLastImport(db)).toBeNull();
    expect(await undo('unknown')).toEqual({ ok: false, error: 'cityImport.notLast' });
  }));

test('[T13] an import that somebody counts on stays, whole', () =>
  withRegister(async (db) => {
    await importCities(db, first, importMaking);
    const made = await organisationOfCity(db, '01004', importMaking);
    if (!made.ok) throw new Error(made.error);
    await aPerson(siteOf(db, now), { organisationId: made.value.id });
    const before = await everything(db);
    const last = await findLastImport(db);
    expect(await undoCityImport(db, { id: last?.id ?? '', now })).toEqual({
      ok: false,
      error: 'cityImport.inUse',
    });
    expect(await everything(db)).toEqual(before);
  }));
