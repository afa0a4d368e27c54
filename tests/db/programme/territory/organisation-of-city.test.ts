import { count } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { importCities } from '#db/programme/territory/city-import.ts';
import { organisationOfCity } from '#db/programme/territory/organisation-of-city.ts';
import { loadRegister } from '#db/programme/territory/register.ts';
import { anOrganisation } from '#db/seed/builders/builders.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import {
  CASTELBRUME,
  importMaking,
  SAINT_AUBIN,
  sampleRegister,
  tableOf,
  VALMONT,
} from '#tests/support/programme/city-files.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
let made = 0;
const making = {
  newId: () => {
    made += 1;
    return `city-${made}`;
  },
  now,
};

const withList = (run: (db: Tx) => Promise<void>) =>
  withDb(async (db) => {
    await loadRegister(db, sampleRegister, now);
    await importCities(db, tableOf([VALMONT, SAINT_AUBIN, CASTELBRUME]), importMaking);
    // A list that was imported before organisations came with it.
    await db.delete(organisations);
    await run(db);
  });

test('[T12] the organisation of a city is made once, tied to its code', () =>
  withList(async (db) => {
    const first = await organisationOfCity(db, ' 90010 ', making);
    expect(first).toMatchObject({ ok: true, value: { name: 'Saint-Aubin-les-Marais', isNew: true } });
    const again = await organisationOfCity(db, '90010', making);
    expect(again).toEqual({ ok: true, value: { ...(first.ok && first.value), isNew: false } });
    expect(await db.select().from(organisations)).toMatchObject([
      { kind: 'municipality', municipalityCode: '90010', shortName: 'SA', colour: 1 },
    ]);
  }));

test('[T12] a municipality of its name that is tied to none is tied', () =>
  withList(async (db) => {
    const there = await anOrganisation(siteOf(db, now), { name: 'Valmont sur Loire' });
    expect(await organisationOfCity(db, '01004', making)).toEqual({
      ok: true,
      value: { id: there.id, name: 'Valmont sur Loire', isNew: false },
    });
    expect(await db.select().from(organisations)).toMatchObject([{ municipalityCode: '01004' }]);
  }));

test('[T12] a commune that is unknown, merged, or of none of the 222 conventions makes nothing', () =>
  withList(async (db) => {
    for (const [code, error] of [
      ['99999', 'city.unknown'],
      ['1004', 'city.unknown'],
      ['', 'city.unknown'],
      ["'; drop table organisation; --", 'city.unknown'],
      ['90030', 'city.merged'],
      ['2A004', 'city.outOfProgramme'],
      ['90020', 'city.outOfProgramme'],
    ] as const)
      expect(await organisationOfCity(db, code, making), code).toEqual({ ok: false, error });
    expect(await db.select().from(organisations)).toEqual([]);
  }));

test('[T12] two who ask at once get one', async () => {
  const { db, close } = await openFreshDatabase();
  try {
    await loadRegister(db, sampleRegister, now);
    await inTransaction(db, (tx) => importCities(tx, tableOf([VALMONT, SAINT_AUBIN]), importMaking));
    await inTransaction(db, (tx) => tx.delete(organisations));
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => inTransaction(db, (tx) => organisationOfCity(tx, '01004', making))),
    );
    const ids = asked.map((one) => (one.ok ? one.value.id : one.error));
    expect(new Set(ids).size).toBe(1);
    expect(asked.filter((one) => one.ok && one.value.isNew)).toHaveLength(1);
    expect(await db.select({ count: count() }).from(organisations)).toEqual([{ count: 1 }]);
  } finally {
    await close();
  }
});
