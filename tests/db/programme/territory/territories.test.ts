import { describe, expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { createOrganisation } from '#db/people/organisation/organisations.ts';
import { importCities, previewCityImport } from '#db/programme/territory/city-import.ts';
import { findVintage, loadRegister } from '#db/programme/territory/register.ts';
import { agreements, municipalities } from '#db/programme/territory/schema.ts';
import { findCity, listCities } from '#db/programme/territory/territories.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import {
  CASTELBRUME,
  importMaking,
  SAINT_AUBIN,
  sampleRegister,
  tableOf,
  VALMONT,
} from '#tests/support/programme/city-files.ts';

const now = new Date('2023-03-14T09:00:00Z');
const list = tableOf([VALMONT, SAINT_AUBIN, CASTELBRUME]);

const withRegister = (run: (db: Tx) => Promise<void>) =>
  withDb(async (db) => {
    await loadRegister(db, sampleRegister, now);
    await run(db);
  });
const codesIn = async (db: Db) => (await listCities(db)).map(({ code }) => code);

describe('[T10] the national register', () => {
  test('is loaded whole, former communes with the one that replaced them', () =>
    withRegister(async (db) => {
      expect(await findVintage(db)).toBe('test');
      const rows = await db.select().from(municipalities);
      expect(rows).toHaveLength(sampleRegister.municipalities.length);
      expect(rows.find(({ code }) => code === '90030')).toMatchObject({ replacedBy: '01004' });
      expect(rows.find(({ code }) => code === '01004')?.postalCodes).toEqual(['90100']);
    }));

  test('none was loaded in a new database', () =>
    withDb(async (db) => {
      expect(await findVintage(db)).toBeNull();
    }));

  test('the same vintage again changes nothing', () =>
    withRegister(async (db) => {
      const before = await db.select().from(municipalities).orderBy(municipalities.code);
      await loadRegister(db, sampleRegister, now);
      expect(await db.select().from(municipalities).orderBy(municipalities.code)).toEqual(before);
    }));

  test('a commune merged in the next vintage keeps its name, its convention and its page', () =>
    withRegister(async (db) => {
      await importCities(db, list, importMaking);
      const merged = sampleRegister.municipalities.map((entry) =>
        entry.code === '90010' ? { ...entry, name: '', replacedBy: '01004' } : entry,
      );
      await loadRegister(
        db,
        { ...sampleRegister, vintage: 'next', municipalities: merged },
        new Date('2024-01-01'),
      );
      expect(await findVintage(db)).toBe('next');
      expect(await findCity(db, '90010')).toMatchObject({
        name: 'Saint-Aubin-les-Marais',
        agreement: { id: 'ACV001' },
        replacedBy: { code: '01004', name: 'Valmont-sur-Loire' },
      });
    }));
});

describe('importing the cities', () => {
  test('[T4] writes communes and conventions', () =>
    withRegister(async (db) => {
      expect(await importCities(db, list, importMaking)).toMatchObject({
        ok: true,
        value: { counts: { cities: 3, programmeCities: 2, programmeAgreements: 1 } },
      });
      expect(await listCities(db)).toMatchObject([
        {
          code: '01004',
          region: { name: 'Région des Marais' },
          agreement: { id: 'ACV001', signedOn: '2018-09-28' },
        },
        { code: '2A004', intermunicipality: null, agreement: { isInProgramme: false, signedOn: null } },
        { code: '90010', intermunicipality: 'CA du Haut Marais' },
      ]);
    }));

  test('[T4] a look beforehand writes nothing', () =>
    withRegister(async (db) => {
      expect((await previewCityImport(db, list)).ok).toBe(true);
      expect(await db.select().from(agreements)).toEqual([]);
    }));

  test('[T4] one faulty line, and nothing of the file is written', () =>
    withRegister(async (db) => {
      const decision = await importCities(db, tableOf([VALMONT, CASTELBRUME.with(0, '90030')]), importMaking);
      expect(decision).toMatchObject({
        ok: false,
        refusals: [{ code: 'city.merged', line: 3, into: { name: 'Valmont-sur-Loire' } }],
      });
      expect(await db.select().from(agreements)).toEqual([]);
      expect(await listCities(db)).toEqual([]);
    }));

  test('[T9] a second time writes nothing', () =>
    withRegister(async (db) => {
      await importCities(db, list, importMaking);
      const before = await listCities(db);
      expect(await importCities(db, list, importMaking)).toMatchObject({
        ok: true,
        value: { agreements: [], places: [] },
      });
      expect(await listCities(db)).toEqual(before);
    }));

  test('[T8] keeps the commune that left the file', () =>
    withRegister(async (db) => {
      await importCities(db, list, importMaking);
      expect(await importCities(db, tableOf([VALMONT]), importMaking)).toMatchObject({
        ok: true,
        value: { absent: [{ municipalityCode: '2A004' }, { municipalityCode: '90010' }] },
      });
      expect(await codesIn(db)).toEqual(['01004', '2A004', '90010']);
    }));

  test('[T5] [T7] brings conventions up to date and moves a commune', () =>
    withRegister(async (db) => {
      await importCities(db, list, importMaking);
      await importCities(
        db,
        tableOf([VALMONT, ['90010', 'Saint-Aubin', 'ACV002', 'Marais', 'oui', '2019-01-02']]),
        importMaking,
      );
      expect(await findCity(db, '90010')).toMatchObject({
        agreement: { id: 'ACV002', name: 'Marais', isInProgramme: true, signedOn: '2019-01-02' },
        twins: [{ code: '2A004' }],
      });
    }));

  test('a list longer than a statement has parameters is answered, not broken', () =>
    withRegister(async (db) => {
      const long = Array.from({ length: 70_000 }, (_, at) => VALMONT.with(0, String(10_000 + at).slice(-5)));
      const decision = await importCities(db, tableOf(long), importMaking);
      expect(decision.ok).toBe(false);
    }));

  test('two imports at once: both whole, one after the other', async () => {
    const database = await openFreshDatabase();
    try {
      await loadRegister(database.db, sampleRegister, now);
      const decisions = await Promise.all(
        [1, 2].map(() => inTransaction(database.db, (tx) => importCities(tx, list, importMaking))),
      );
      const written = decisions.map((decision) => decision.ok && decision.value.places.length);
      expect(written.toSorted()).toEqual([0, 3]);
    } finally {
      await database.close();
    }
  });
});

describe('a city’s page', () => {
  test('has its territory, its convention, its twin and the organisations that work here', () =>
    withRegister(async (db) => {
      const badge = { id: 'org-1', name: 'Ville de Valmont', shortName: 'VA', colour: 1 };
      await createOrganisation(db, { ...badge, kind: 'municipality', municipalityCode: '01004', now });
      await importCities(db, list, importMaking);
      expect(await findCity(db, '01004')).toEqual({
        code: '01004',
        name: 'Valmont-sur-Loire',
        population: 24_000,
        department: { code: '90', name: 'Haut-Marais' },
        region: { code: '99', name: 'Région des Marais' },
        intermunicipality: 'CA du Haut Marais',
        intermunicipalityPopulation: 61_000,
        postalCodes: ['90100'],
        agreement: {
          id: 'ACV001',
          name: 'Valmont et Saint-Aubin',
          isInProgramme: true,
          signedOn: '2018-09-28',
        },
        twins: [{ code: '90010', name: 'Saint-Aubin-les-Marais' }],
        replacedBy: null,
        organisations: [badge],
      });
    }));

  test('does not exist for the rest of the register, nor for another text', () =>
    withRegister(async (db) => {
      await importCities(db, list, importMaking);
      expect(await findCity(db, '90020')).toBeNull();
      expect(await findCity(db, "' or true --")).toBeNull();
    }));
});
