import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { listDatasetPage } from '#db/library/dataset/dataset-list.ts';
import { createDataset } from '#db/library/dataset/datasets.ts';
import { listPeople } from '#db/people/person/people.ts';
import { listExperiments } from '#db/programme/experiment/experiments.ts';
import { listMissionsForMember } from '#db/programme/mission/missions.ts';
import { readSteering } from '#db/programme/steering/steering.ts';
import { aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { statementsOf } from '#tests/support/kernel/statements.ts';
import { fieldsOf, now } from '#tests/support/library/datasets.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const coordinator = async (db: Db) => ({
  userId: (await aPerson(siteOf(db, now), { platformRole: 'coordinator' })).id,
  now,
});
const filter = { query: '', access: '', producer: '', group: '' };
const scope = (who: { userId: string; now: Date }) => ({
  ...{
    seasonId: asReadable<'steering'>(''),
    day: '2023-03-14',
    end: now,
    theme: '',
    region: '',
    department: '',
  },
  ...who,
});

describe('[PG3] lists at the scale of the country', () => {
  test('a list asks as often for forty lines as for one', () =>
    withDb(async (db) => {
      const who = await coordinator(db);
      const site = siteOf(db, now);
      const group = await aGroup(site);
      const add = async (count: number) => {
        for (let at = 0; at < count; at++) {
          const organisation = await anOrganisation(site);
          await aPerson(site, { organisationId: organisation.id });
          await createDataset(db, {
            ...{ datasetId: site.newId(), activityId: site.newId(), ...who },
            ...{ groupId: group.id, organisationId: organisation.id, fields: fieldsOf() },
          });
        }
      };
      const lists = {
        people: () => listPeople(db),
        datasets: () => listDatasetPage(db, { ...who, filter }),
        experiments: () => listExperiments(db, who),
        missions: () => listMissionsForMember(db, who),
        steering: () => readSteering(db, scope(who)),
      };
      const counts = async () => {
        const found: Record<string, number> = {};
        for (const [name, read] of Object.entries(lists)) found[name] = (await statementsOf(db, read)).length;
        return found;
      };
      await add(1);
      const ofOne = await counts();
      expect(Object.values(ofOne).every((count) => count > 0)).toBe(true);
      await add(39);
      expect(await counts()).toEqual(ofOne);
    }));

  // Without scans and sorts to choose, a plan that still has one has no index to read instead.
  test.each([
    ['a page of people', 'user_name', (db: Db) => listPeople(db)],
    [
      'a page of data sets',
      'dataset_changed',
      async (db: Db) => listDatasetPage(db, { ...(await coordinator(db)), filter }),
    ],
    [
      'the last check of each record',
      'dataset_check_last',
      async (db: Db) => readSteering(db, scope(await coordinator(db))),
    ],
  ])('%s is read by its index, %s', (_name, index, read) =>
    withDb(async (db) => {
      const asked = await statementsOf(db, () => read(db));
      await db.execute(sql`set local enable_seqscan = off`);
      await db.execute(sql`set local enable_sort = off`);
      await db.execute(sql`set local enable_hashagg = off`);
      const plans: string[] = [];
      for (const { sql: text, params } of asked) plans.push(await planOf(db, text, params));
      expect(plans.filter((plan) => plan.includes(index))).not.toEqual([]);
    }),
  );
});

async function planOf(db: Db, text: string, params: readonly unknown[]): Promise<string> {
  const parts = text.split(/\$(\d+)/);
  const query = sql.join(
    parts.map((part, at) => (at % 2 === 0 ? sql.raw(part) : sql`${sql.param(params[Number(part) - 1])}`)),
    sql.raw(''),
  );
  const { rows } = (await db.execute(sql`explain ${query}`)) as unknown as { rows: object[] };
  return rows.map((row) => Object.values(row)[0]).join('\n');
}
