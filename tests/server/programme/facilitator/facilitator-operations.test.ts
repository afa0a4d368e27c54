import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import {
  findFacilitator,
  findUnknownAreas,
  listCitiesOfFacilitator,
  listFacilitators,
  listFacilitatorsOfCity,
} from '#db/programme/facilitator/territorial-facilitators.ts';
import { importCities } from '#db/programme/territory/city-import.ts';
import { loadRegister } from '#db/programme/territory/register.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { readRegister } from '#server/programme/territory/register.ts';
import { readFacilitatorTable } from '#shared/programme/facilitator/facilitator-table.ts';
import type { TypedFacilitator } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
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
const [region] = sampleRegister.regions;
const [department] = sampleRegister.departments;
const [intermunicipality] = sampleRegister.intermunicipalities;
const typed: TypedFacilitator = {
  name: 'Agence des Hauts Coteaux',
  kind: 'agency',
  offer: 'Un atelier par mois',
  address: '',
  site: 'www.exemple.test',
  contactName: 'Inès Faure',
  contactEmail: 'ines@exemple.test',
  contactPhone: '',
  source: '',
  certainty: '',
  areas: region?.name ?? '',
};

async function world(db: Tx) {
  const site = siteOf(db, now);
  await loadRegister(db, sampleRegister, now);
  await importCities(db, tableOf([VALMONT, SAINT_AUBIN, CASTELBRUME]), importMaking);
  const city = await anOrganisation(site);
  const who = async (platformRole: 'coordinator' | 'reviewer' | 'member', organisationId?: string) => {
    const person = await aPerson(site, { platformRole, ...(organisationId && { organisationId }) });
    return { userId: person.id, now };
  };
  const people = {
    claire: await who('coordinator'),
    marc: await who('reviewer'),
    nadia: await who('member', city.id),
    guest: await who('member'),
  };
  const operations = operationsOn(db, { now: () => now });
  const save = (given: Partial<TypedFacilitator>, by = people.claire) =>
    operations.run('facilitator.create', by, { ...typed, ...given });
  /** Gives its id. */
  const kept = async (given: Partial<TypedFacilitator>) => {
    const saved = await save(given);
    if (!saved.ok) throw new Error(saved.error);
    return saved.value.id;
  };
  const change = (facilitatorId: string, given: Partial<TypedFacilitator>, by = people.claire) =>
    operations.run('facilitator.change', by, { facilitatorId, ...typed, ...given });
  return { db, site, people, operations, save, kept, change };
}
const withNetwork = (run: (given: Awaited<ReturnType<typeof world>>) => Promise<void>) =>
  withDb(async (db) => run(await world(db)));
const refused = (error: string) => expect.objectContaining({ ok: false, error });

describe('[AT1] the structures', () => {
  test('are written by coordinators and nobody else; names are of one', () =>
    withNetwork(async ({ db, site, people, save, kept, change }) => {
      for (const who of ['marc', 'nadia', 'guest'] as const)
        expect(await save({}, people[who]), who).toEqual(refused('access.notFound'));
      const id = await kept({});
      expect(await save({ name: 'AGENCE DES HAUTS COTEAUX' })).toEqual(refused('facilitator.nameTaken'));
      const nowhere = { name: 'Autre', areas: 'Pays de nulle part' };
      expect(await save(nowhere)).toEqual(refused('facilitator.areaNotFound'));
      expect(await findUnknownAreas(db, ['Pays de nulle part', ` ${region?.name}`])).toEqual([
        'Pays de nulle part',
      ]);
      expect(await save({ name: '', kind: '' })).toMatchObject({
        fields: { name: 'facilitator.nameInvalid', kind: 'facilitator.kindInvalid' },
      });
      expect(await change(id, { areas: '' }, people.nadia)).toEqual(refused('access.notFound'));
      expect(await change(site.newId(), { name: 'Absente' })).toEqual(refused('access.notFound'));
      expect(await change(id, { areas: department?.code ?? '' })).toMatchObject({ ok: true });
      expect(await findFacilitator(db, { id, reader: people.claire })).toMatchObject({
        site: 'https://www.exemple.test/',
        areas: [{ level: 'department', name: department?.name }],
      });
    }));

  test('leave the network and come back', () =>
    withNetwork(async ({ db, people, operations, kept, change }) => {
      const id = await kept({});
      const { userId } = people.claire;
      const of = { facilitatorId: id };
      expect(await operations.run('facilitator.remove', people.nadia, of)).toEqual(
        refused('access.notFound'),
      );
      expect(await operations.run('facilitator.remove', people.claire, of)).toMatchObject({ ok: true });
      expect(await change(id, {})).toEqual(refused('access.notFound'));
      expect(await findFacilitator(db, { id, reader: { userId, now } })).toBeNull();
      expect(await listFacilitators(db, { reader: { userId, now } })).toEqual([]);
      expect(await operations.run('facilitator.restore', people.claire, of)).toMatchObject({ ok: true });
      expect(await listFacilitators(db, { reader: { userId, now } })).toHaveLength(1);
    }));
});

test('[AT2] [A13] the contact is told to everybody of the programme, not to guests', () =>
  withNetwork(async ({ db, people, kept }) => {
    const id = await kept({});
    const contactFor = async (userId: string) =>
      (await findFacilitator(db, { id, reader: { userId, now } }))?.contact;
    for (const who of ['claire', 'marc', 'nadia'] as const)
      expect(await contactFor(people[who].userId), who).toMatchObject({ email: 'ines@exemple.test' });
    expect(await contactFor(people.guest.userId)).toBeNull();
    expect(JSON.stringify(await listFacilitators(db, { reader: people.guest }))).not.toContain('ines');
  }));

test('[AT3] a city’s structures are those of its territory, the nearest first; and the other way round', () =>
  withNetwork(async ({ db, people, save, kept }) => {
    const wide = await kept({ name: 'Région' });
    await save({ name: 'Agglomération', areas: intermunicipality?.siren ?? '' });
    await save({ name: 'Ailleurs', areas: '' });
    const { userId } = people.nadia;
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
    const code = VALMONT[0];
    const near = names(await listFacilitatorsOfCity(db, { code, reader: { userId, now } }));
    expect(near.at(-1)).toBe('Région');
    expect(near).not.toContain('Ailleurs');
    expect(names(await listCitiesOfFacilitator(db, wide))).toContain(VALMONT[1]);
    expect(
      names(await listFacilitators(db, { reader: { userId, now }, region: region?.code ?? '' })),
    ).not.toContain('Ailleurs');
    expect(await listFacilitators(db, { reader: { userId, now }, region: 'none' })).toEqual([]);
  }));

describe('[AT4] a file of structures', () => {
  const header = 'structure,type,perimetre,source,certitude';
  const read = (lines: readonly string[]) => readFacilitatorTable([header, ...lines].join('\n'));

  test('is read with either separator, quotes, a mark at its start; what is no list is refused', () => {
    expect(readFacilitatorTable('\uFEFFStructure;Type;Périmètre\r\n"A; B";GIP;X|Y\r\n')).toMatchObject({
      ok: true,
      value: [{ name: 'A; B', kind: 'gip', areas: ['X', 'Y'], line: 2 }],
    });
    expect(readFacilitatorTable('a,b\n1,2\n')).toEqual(refused('facilitator.columnsMissing'));
    expect(readFacilitatorTable('')).toMatchObject({ ok: false });
    expect(read([',GIP,X,,'])).toEqual({ ok: false, error: 'facilitator.rowInvalid', line: 2 });
  });

  test('is kept as a whole, by coordinators; what is not found is told by line; again it is brought up to date', () =>
    withNetwork(async ({ db, people, operations }) => {
      const table = read([
        `=Région,région,"${region?.name}",x,sûr`,
        'Perdue,syndicat mixte,Pays de nulle part,x,à vérifier',
      ]);
      if (!table.ok) throw new Error(table.error);
      const rows = table.value.map((row) => ({ ...row, areas: [...row.areas] }));
      const send = (who: typeof people.nadia) => operations.run('facilitator.import', who, { rows });
      expect(await send(people.nadia)).toEqual(refused('access.notFound'));
      expect(await send(people.claire)).toEqual({
        ok: true,
        value: {
          added: 2,
          changed: 0,
          unknown: [{ line: 3, name: 'Perdue', area: 'Pays de nulle part' }],
        },
      });
      expect(await send(people.claire)).toMatchObject({
        value: { added: 0, changed: 2 },
      });
      expect(await listFacilitators(db, { reader: people.claire })).toMatchObject([
        { name: '=Région', kind: 'region' },
        { name: 'Perdue', kind: 'syndicate', areas: [] },
      ]);
    }));

  const known = '../shared/data/atd-exemples.csv';
  test.skipIf(!existsSync(known))('of the twelve known structures finds ten of their territories', () =>
    withDb(async (db) => {
      await loadRegister(db, await readRegister(), now);
      const site = siteOf(db, now);
      const claire = await aPerson(site, { platformRole: 'coordinator' });
      const table = readFacilitatorTable(readFileSync(known, 'utf8'));
      if (!table.ok) throw new Error(table.error);
      const rows = table.value.map((row) => ({ ...row, areas: [...row.areas] }));
      const operations = operationsOn(db, { now: () => now });
      const done = await operations.run('facilitator.import', { userId: claire.id }, { rows });
      expect(done.ok && done.value.added).toBe(12);
      expect(done.ok && done.value.unknown.map(({ area }) => area)).toEqual([
        'Val-de-Marne et petite couronne',
        'Aveyron et alentours',
      ]);
    }),
  );
});
