import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Db } from '#db/kernel/client.ts';
import { themes } from '#db/people/group/schema.ts';
import { experimentEvents, experimentOrganisations, experiments } from '#db/programme/experiment/schema.ts';
import { readSteering } from '#db/programme/steering/steering.ts';
import {
  countCities,
  countCitiesByDepartment,
  listCountedCities,
} from '#db/programme/steering/steering-cities.ts';
import { listSteeredExperiments } from '#db/programme/steering/steering-experiments.ts';
import type { SteeringScope } from '#db/programme/steering/steering-scope.ts';
import { docClients } from '#db/realtime/schema.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import type { ExperimentState } from '#shared/programme/experiment/experiment.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { aSteeredSeason, onDay } from '#tests/support/programme/steering.ts';
import { siteOf } from '#tests/support/publication/site.ts';

let database: Database;
let world: Awaited<ReturnType<typeof aSteeredSeason>>;

beforeAll(async () => {
  database = await openFreshDatabase();
  world = await aSteeredSeason(database.db);
});
afterAll(() => database.close());

describe('[PI4] communes by department', () => {
  test('count those of the text that had signed by that day, a convention of two communes once', async () => {
    const { db } = database;
    const { scopeOf } = world;
    expect(await countCities(db, scopeOf('2024-01-10'))).toEqual({
      communes: 2,
      agreements: 1,
      regions: 1,
      departments: 1,
    });
    expect(await countCities(db, scopeOf('2018-09-27'))).toMatchObject({ communes: 0, agreements: 0 });
    expect(await listCountedCities(db, scopeOf('2024-01-10'))).toMatchObject([
      { code: '01004', agreement: { id: 'ACV001' } },
      { code: '90010', agreement: { id: 'ACV001' } },
    ]);
  });

  test('have a line for departments without any, and follow region and department', async () => {
    const { db } = database;
    const { scopeOf } = world;
    const lines = async (more: Partial<SteeringScope>) =>
      (await countCitiesByDepartment(db, scopeOf('2024-01-10', more))).map(
        ({ code, communes, agreements }) => [code, communes, agreements],
      );
    expect(await lines({})).toEqual([
      ['2A', 0, 0],
      ['90', 2, 1],
    ]);
    expect(await lines({ region: '98' })).toEqual([['2A', 0, 0]]);
    expect(await lines({ department: '90' })).toEqual([['90', 2, 1]]);
    expect(await countCities(db, scopeOf('2024-01-10', { region: '98' }))).toMatchObject({ communes: 0 });
  });
});

test('[PI1] an experiment stands where its last change of that day had put it', async () => {
  const { db } = database;
  const { site, themeId, cityId, scopeOf } = world;
  const id = site.newId();
  await db.insert(experiments).values({
    id,
    themeId,
    title: 'Îlots de fraîcheur',
    state: 'ended',
    endsOn: '2024-02-29',
    createdAt: onDay('2023-10-02'),
  });
  await db.insert(experimentOrganisations).values({ experimentId: id, organisationId: cityId, isLead: true });
  const changes: [ExperimentState, ExperimentState, string][] = [
    ['preparing', 'running', '2023-11-06'],
    ['running', 'suspended', '2024-01-15'],
    ['suspended', 'running', '2024-02-01'],
    ['running', 'ended', '2024-04-02'],
  ];
  for (const [from, to, at] of changes)
    await db.insert(experimentEvents).values({
      id: site.newId(),
      experimentId: id,
      kind: 'state.changed',
      data: { from, to, reason: '' },
      at: onDay(at),
    });
  const stood = async (iso: string, more: Partial<SteeringScope> = {}) =>
    (await listSteeredExperiments(db, scopeOf(iso, more))).map(({ state, lead }) => `${state} ${lead}`);
  expect(await stood('2023-10-01')).toEqual([]);
  expect(await stood('2023-10-02')).toEqual(['preparing Valmont-sur-Loire']);
  expect(await stood('2023-11-06')).toEqual(['running Valmont-sur-Loire']);
  expect(await stood('2024-01-31')).toEqual(['suspended Valmont-sur-Loire']);
  expect(await stood('2024-04-02')).toEqual(['ended Valmont-sur-Loire']);
  expect(await stood('2024-04-02', { region: '99', department: '90', theme: 'biodiversite' })).toHaveLength(
    1,
  );
  expect(await stood('2024-04-02', { region: '98' })).toEqual([]);
  expect(await stood('2024-04-02', { theme: 'risques' })).toEqual([]);

  const over = async (iso: string) =>
    (await readSteering(db, scopeOf(iso))).signals.filter(({ kind }) => kind === 'experimentOver').length;
  expect(await over('2024-02-29')).toBe(0);
  expect(await over('2024-03-01')).toBe(1);
  expect(await over('2024-04-02')).toBe(0);
});

test('[PI10] a city that left no trace for three weeks is silent, until it does', async () => {
  const { db } = database;
  const { site, groupId, scopeOf } = world;
  const silent = await anOrganisation(site, { name: 'Clairvigne' });
  const person = await aPerson(site, { organisationId: silent.id });
  await aMember(siteOf(db, onDay('2024-01-02')), { groupId, organisationId: silent.id, role: 'contributor' });

  const wrote = (at: string, clientId: number) =>
    db.insert(docClients).values({ room: 'document:x', clientId, userId: person.id, at: onDay(at) });
  const found = async (iso: string) =>
    (await readSteering(db, scopeOf(iso))).signals.flatMap((signal) =>
      signal.kind === 'silentCity' && signal.organisation.id === silent.id ? [signal.last] : [],
    );
  expect(await found('2024-01-20')).toEqual([]);
  expect(await found('2024-01-30')).toEqual([null]);
  await wrote('2024-02-01', 1);
  expect(await found('2024-02-20')).toEqual([]);
  expect(await found('2024-03-01')).toEqual([onDay('2024-02-01')]);
  await wrote('2024-03-02', 2);
  expect(await found('2024-03-03')).toEqual([]);
  // The past says what it said.
  expect(await found('2024-01-30')).toEqual([null]);
});

test('[PI3] another season is another page', async () => {
  const { db } = database;
  const { site, scopeOf } = world;
  const other = await aGroup(site);
  const [theme] = await db.select().from(themes).where(eq(themes.id, other.themeId));
  const page = await readSteering(db, scopeOf('2024-03-01', { seasonId: asReadable(theme?.seasonId ?? '') }));
  expect(page.themes.map(({ total }) => total)).toEqual([0]);
  expect(page.signals).toEqual([]);
});

test('[PI14] all figures of the page are of one reading of the database', async () => {
  const { db } = database;
  const isolations: unknown[] = [];
  /** The database itself, which says what each of its transactions is. */
  const watched = Object.create(db, {
    transaction: {
      value: (run: (tx: Db) => Promise<unknown>, options: Parameters<Db['transaction']>[1]) =>
        db.transaction(async (tx) => {
          isolations.push(
            ...(await tx
              .select({ is: sql`current_setting('transaction_isolation')` })
              .from(sql`(select 1) as one`)),
          );
          return run(tx);
        }, options),
    },
    select: {
      value: () => {
        throw new Error('read outside of the one reading');
      },
    },
  }) as Db;
  expect(await readSteering(watched, world.scopeOf('2024-01-10'))).toEqual(
    await readSteering(db, world.scopeOf('2024-01-10')),
  );
  expect(isolations).toEqual([{ is: 'repeatable read' }]);
});
