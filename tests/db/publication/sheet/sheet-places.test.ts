import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { datasetDistributions, datasets } from '#db/library/dataset/schema.ts';
import { createDataNeed } from '#db/library/need/data-needs.ts';
import { dataNeeds } from '#db/library/need/schema.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { departments, municipalities } from '#db/programme/territory/schema.ts';
import { listPublicChoices, listPublicSheets } from '#db/publication/sheet/public-sheets.ts';
import { needOf } from '#tests/support/library/data-needs.ts';
import { type SheetWorld, withSheet } from '#tests/support/publication/use-case-sheets.ts';

/** Valmont becomes a commune of the register. */
async function placeValmont({ db, valmont }: SheetWorld) {
  await db.insert(departments).values({ code: '01', name: 'Ain', regionCode: '84' });
  await db
    .insert(municipalities)
    .values({ code: '01004', name: 'Valmont', departmentCode: '01', regionCode: '84', postalCodes: [] });
  await db.update(organisations).set({ municipalityCode: '01004' }).where(eq(organisations.id, valmont.id));
}

/** A need that is answered by a record with an address and a file of ours. */
async function answeredNeed(world: SheetWorld, accessStatus: 'open' | 'candidate') {
  const { db, site, people, experimentId, groupId } = world;
  const [needId, datasetId] = [site.newId(), site.newId()];
  const fields = needOf({ wanted: `Arbres ${accessStatus}`, contact: 'sig@valmont.example' });
  const ids = { needId, newWantedId: site.newId() };
  expect(
    await inTransaction(db, (tx) => createDataNeed(tx, { ...people.nadia, experimentId, ...ids, fields })),
  ).toMatchObject({
    ok: true,
  });
  await db.insert(datasets).values({
    ...{
      id: datasetId,
      groupId,
      title: 'Arbres',
      description: '',
      producerName: 'Ville',
      producerKind: 'public_local',
    },
    ...{
      accessStatus,
      accessNote: '',
      licence: 'etalab-2.0',
      frequency: 'annual',
      schemaName: '',
      schemaUrl: '',
    },
    ...{ schemaVersion: '', territory: '', contact: 'sig@valmont.example', visibility: 'programme' },
    ...{ createdBy: people.nadia.userId, createdAt: people.nadia.now, updatedAt: people.nadia.now },
  });
  const file = { datasetId, format: 'csv', encoding: 'utf-8', addedAt: people.nadia.now };
  await db.insert(datasetDistributions).values([
    { ...file, id: site.newId(), name: 'Arbres 2022', url: 'https://valmont.example/arbres.csv' },
    { ...file, id: site.newId(), name: 'Interne', url: null },
  ]);
  await db.update(dataNeeds).set({ datasetId }).where(eq(dataNeeds.id, needId));
}

test('[PS5] a published sheet stands in the departments of its communes', () =>
  withSheet(async (world) => {
    const { db, publishAll } = world;
    await placeValmont(world);
    await publishAll();
    expect(await listPublicChoices(db)).toMatchObject({
      departments: [{ code: '01', name: 'Ain', sheets: 1 }],
      placed: 1,
      unplaced: 0,
    });
    expect(await listPublicChoices(db, { theme: 'risques' })).toMatchObject({ departments: [], placed: 0 });
    expect((await listPublicSheets(db, { filter: { department: '01' } })).total).toBe(1);
    expect((await listPublicSheets(db, { filter: { department: '02' } })).total).toBe(0);
  }));

test('[PS5] a sheet of no commune of the register is counted apart', () =>
  withSheet(async ({ db, publishAll }) => {
    await publishAll();
    expect(await listPublicChoices(db)).toMatchObject({ departments: [], placed: 0, unplaced: 1 });
  }));

test('[OD3] an open data set of a record that is open tells its public addresses, and no other record tells any', () =>
  withSheet(async (world) => {
    await answeredNeed(world, 'open');
    await answeredNeed(world, 'candidate');
    await world.publishAll();
    const { sheets } = await listPublicSheets(world.db);
    expect(sheets[0]?.facts.needs.map(({ name, links }) => [name, links])).toEqual([
      ['Arbres candidate', undefined],
      ['Arbres open', [{ name: 'Arbres 2022', url: 'https://valmont.example/arbres.csv', format: 'csv' }]],
    ]);
    expect(JSON.stringify(sheets)).not.toMatch(/sig@|Interne/);
  }));
