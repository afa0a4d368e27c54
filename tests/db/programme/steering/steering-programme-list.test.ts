import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { countCities, countCitiesByDepartment } from '#db/programme/steering/steering-cities.ts';
import { importCities } from '#db/programme/territory/city-import.ts';
import { loadRegister } from '#db/programme/territory/register.ts';
import { readCityFile } from '#server/programme/territory/city-file.ts';
import { readRegister } from '#server/programme/territory/register.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { importMaking, REAL_LIST_NAME, realList } from '#tests/support/programme/city-files.ts';

const now = new Date('2023-03-14T09:00:00Z');
const everywhere = { day: '2023-03-14', region: '', department: '' };

/** The lines of the programme’s text, as the file has them. */
function linesOf(path: string): Record<string, string>[] {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.filter(
    ({ dans_222 }) => dans_222 === 'oui',
  );
}

describe.skipIf(realList === null)(`[PI4] the programme’s own list (${REAL_LIST_NAME})`, () => {
  let database: Database;
  beforeAll(async () => {
    database = await openFreshDatabase();
    await loadRegister(database.db, await readRegister(), now);
    const read = readCityFile(readFileSync(realList ?? ''));
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    const decision = await inTransaction(database.db, (tx) => importCities(tx, read.table, importMaking));
    expect(decision).toMatchObject({ ok: true });
  });
  afterAll(() => database.close());

  test('imported, is counted as the file says: communes, conventions, regions and departments', async () => {
    const lines = linesOf(realList ?? '');
    const distinct = (column: string) => new Set(lines.map((line) => line[column])).size;
    expect(await countCities(database.db, everywhere)).toEqual({
      communes: lines.length,
      agreements: distinct('acv_id'),
      regions: distinct('region_code'),
      departments: distinct('departement_code'),
    });
    expect(lines).toHaveLength(235);
    expect(distinct('acv_id')).toBe(222);
  });

  test('has in each department, and in each region, what the file says', async () => {
    const lines = linesOf(realList ?? '');
    const counted = await countCitiesByDepartment(database.db, everywhere);
    const expected = Map.groupBy(lines, (line) => line.departement_code);
    for (const { code, communes, agreements } of counted) {
      const own = expected.get(code) ?? [];
      expect([code, communes, agreements]).toEqual([
        code,
        own.length,
        new Set(own.map(({ acv_id }) => acv_id)).size,
      ]);
    }
    expect(counted.map(({ code }) => code)).toEqual(expect.arrayContaining([...expected.keys()]));
    for (const [region, own] of Map.groupBy(lines, (line) => line.region_code ?? '')) {
      const { communes } = await countCities(database.db, { ...everywhere, region });
      expect([region, communes]).toEqual([region, own.length]);
    }
  });
});
