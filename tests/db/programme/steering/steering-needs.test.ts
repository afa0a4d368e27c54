import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { changeDataNeed, createDataNeed } from '#db/library/need/data-needs.ts';
import { experimentOrganisations, experiments } from '#db/programme/experiment/schema.ts';
import { consultingMissions, missionDays, missionGrants } from '#db/programme/mission/schema.ts';
import { readSteering } from '#db/programme/steering/steering.ts';
import { listSteeredMissions } from '#db/programme/steering/steering-missions.ts';
import { countSteeredNeeds, listSteeredNeeds } from '#db/programme/steering/steering-needs.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { needOf } from '#tests/support/library/data-needs.ts';
import { aSteeredSeason, onDay } from '#tests/support/programme/steering.ts';

let database: Database;
let world: Awaited<ReturnType<typeof aSteeredSeason>>;
let experimentId: string;

beforeAll(async () => {
  database = await openFreshDatabase();
  world = await aSteeredSeason(database.db);
  const { site, themeId, cityId } = world;
  experimentId = site.newId();
  await database.db
    .insert(experiments)
    .values({ id: experimentId, themeId, title: 'Îlots de fraîcheur', createdAt: onDay('2023-10-02') });
  await database.db
    .insert(experimentOrganisations)
    .values({ experimentId, organisationId: cityId, isLead: true });
});
afterAll(() => database.close());

test('[PI12] [PI7] the table of needs is the sum of every step of that day, and its list says where each stood', async () => {
  const { db } = database;
  const { site, scopeOf } = world;
  const needId = site.newId();
  const { id: userId } = await aPerson(site, { platformRole: 'coordinator' });
  const who = { userId, experimentId, needId };
  const closed = needOf({ accessStatus: 'closed_unjustified' });
  const made = await inTransaction(db, (tx) =>
    createDataNeed(tx, {
      ...who,
      newWantedId: site.newId(),
      fields: closed,
      now: onDay('2023-11-06'),
    }),
  );
  expect(made).toEqual({ ok: true });
  expect(
    await inTransaction(db, (tx) =>
      changeDataNeed(tx, {
        ...who,
        newWantedId: site.newId(),
        fields: needOf(),
        why: 'La commune l’a publiée.',
        rank: 1,
        now: onDay('2024-02-05'),
      }),
    ),
  ).toMatchObject({ ok: true });
  const stood = async (iso: string, more = {}) =>
    (await countSteeredNeeds(db, scopeOf(iso, more))).map(({ producer, access, count }) => [
      producer,
      access,
      count,
    ]);
  expect(await stood('2023-11-05')).toEqual([]);
  expect(await stood('2024-02-04')).toEqual([['public_local', 'closed_unjustified', 1]]);
  expect(await stood('2024-02-05')).toEqual([['public_local', 'open', 1]]);
  expect(await stood('2024-02-05', { region: '98' })).toEqual([]);
  expect(await stood('2024-02-05', { department: '90', theme: 'biodiversite' })).toHaveLength(1);

  const listed = async (iso: string, access: string) =>
    (await listSteeredNeeds(db, scopeOf(iso), { producer: '', access })).map(({ id }) => id);
  expect(await listed('2024-02-04', 'open')).toEqual([]);
  expect(await listed('2024-02-04', '')).toEqual([needId]);
  expect(await listed('2024-02-05', 'open')).toEqual([needId]);
  const { openness } = await readSteering(db, scopeOf('2024-02-05'));
  expect(openness[0]).toMatchObject({ indicator: 'needsOpen', part: 1, whole: 1, percent: 100 });
});

test('[PI13] a mission has consumed what was known that day, corrections included once they were made', async () => {
  const { db } = database;
  const { site, reviewer, cityId, scopeOf } = world;
  const firm = await anOrganisation(site, { name: 'Cartes et Milieux', kind: 'consultancy' });
  const id = site.newId();
  await db.insert(consultingMissions).values({
    id,
    experimentId,
    firmId: firm.id,
    title: 'Relevés',
    startsOn: '2023-11-01',
    endsOn: '2024-04-30',
    grantedQuarters: 60,
    createdAt: onDay('2023-11-01'),
  });
  const grant = (quarters: number, at: string) =>
    db.insert(missionGrants).values({
      id: site.newId(),
      missionId: id,
      quarters,
      endsOn: '2024-04-30',
      reason: '',
      grantedAt: onDay(at),
    });
  await grant(40, '2023-11-01');
  await grant(20, '2024-03-01');
  const day = async (
    worked: string,
    quarters: number,
    loggedAt: string,
    replacesId: string | null = null,
  ) => {
    const row = { id: site.newId(), missionId: id, organisationId: cityId, consultantId: reviewer };
    await db
      .insert(missionDays)
      .values({ ...row, day: worked, quarters, work: 'Atelier', replacesId, loggedAt: onDay(loggedAt) });
    return row.id;
  };
  const first = await day('2024-01-10', 8, '2024-01-12');
  await day('2024-01-10', 4, '2024-02-01', first);
  const stood = async (iso: string, more = {}) =>
    (await listSteeredMissions(db, scopeOf(iso, more))).map(({ granted, used }) => `${used} of ${granted}`);
  expect(await stood('2023-10-31')).toEqual([]);
  expect(await stood('2024-01-11')).toEqual(['0 of 10']);
  expect(await stood('2024-01-12')).toEqual(['2 of 10']);
  expect(await stood('2024-02-01')).toEqual(['1 of 10']);
  expect(await stood('2024-03-01')).toEqual(['1 of 15']);
  expect(await stood('2024-03-01', { region: '98' })).toEqual([]);
});
