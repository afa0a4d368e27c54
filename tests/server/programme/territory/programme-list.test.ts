import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { importCities } from '#db/programme/territory/city-import.ts';
import { programmeList, programmeListSource } from '#db/programme/territory/programme-list.ts';
import { readCityFile } from '#server/programme/territory/city-file.ts';
import { createTerritories } from '#server/programme/territory/territories.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { importMaking, REAL_LIST_NAME, realList } from '#tests/support/programme/city-files.ts';

test('[T14] the list of the programme says its source and its licence', () => {
  expect(programmeListSource).toMatchObject({
    producer: 'Agence nationale de la cohésion des territoires',
    licence: 'Licence Ouverte 2.0',
  });
});

test('[T14] [T12] the whole list goes in beside the real register: 235 organisations of their own letters', async () => {
  const { db, close } = await openFreshDatabase();
  try {
    const territories = createTerritories({ db, now: () => importMaking.now });
    const planned = await territories.previewProgramme();
    expect(planned).toMatchObject({
      ok: true,
      value: {
        counts: { cities: 246, programmeCities: 235, programmeAgreements: 222, agreements: 233 },
        warnings: [],
      },
    });
    const done = await inTransaction(db, (tx) => importCities(tx, programmeList(), importMaking));
    expect(done).toEqual(planned);
    const made = await listOrganisations(db);
    expect(made).toHaveLength(235);
    expect(new Set(made.map(({ shortName }) => shortName)).size).toBeGreaterThan(225);
    const uses = Map.groupBy(made, ({ colour }) => colour);
    expect([...uses.keys()].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    const again = await inTransaction(db, (tx) => importCities(tx, programmeList(), importMaking));
    expect(again).toMatchObject({ ok: true, value: { places: [], agreements: [], organisations: [] } });
  } finally {
    await close();
  }
});

test.skipIf(!realList || !existsSync(realList))(
  `[T14] it says the same of each commune as the public list (${REAL_LIST_NAME})`,
  () => {
    const read = readCityFile(readFileSync(realList ?? ''));
    if (!read.ok) throw new Error(read.refusal.code);
    const { header, rows } = read.table;
    const at = (name: string) => header.indexOf(name);
    const facts = rows.map(({ cells }) =>
      ['code_insee', 'acv_id', 'dans_222'].map((name) => cells[at(name)]).join(' '),
    );
    expect(programmeList().rows.map(({ cells }) => [cells[0], cells[2], cells[5]].join(' '))).toEqual(
      facts.filter((line) => line.trim() !== ''),
    );
  },
);
