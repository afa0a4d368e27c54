import pg from 'pg';
import { listBoards } from '#db/boards.ts';
import { listCalls } from '#db/calls.ts';
import { type Db, openPostgres } from '#db/client.ts';
import { countNeedsAt } from '#db/data-need-counts.ts';
import { listDatasetsForMember } from '#db/datasets.ts';
import { listDocuments } from '#db/documents.ts';
import { listExperiments } from '#db/experiments.ts';
import { listGroupPeople, listGroupsForMember } from '#db/groups.ts';
import { migrate } from '#db/migrate.ts';
import { listOrganisations } from '#db/organisations.ts';
import { listPeople } from '#db/people.ts';
import { listGroupResources, listReadableResources } from '#db/resources.ts';
import { readSteering } from '#db/steering.ts';
import { listSteeredDatasets } from '#db/steering-datasets.ts';
import { listSteeredNeeds } from '#db/steering-needs.ts';
import { listSeasons } from '#db/steering-scope.ts';
import { listCities } from '#db/territories.ts';
import { endOfDay } from '#shared/steering/steering.ts';
import { createPostgresDatabase } from '#tests/support/database.ts';
import { findPostgres } from '#tests/support/find-services.ts';
import { fillNational } from './fill-national.ts';
import { percentile } from './percentiles.ts';

const TARGET_MS = 300;
/** A scan of fewer rows is what an index would cost. */
const LARGE_SCAN = 10_000;

/** What each list page of the product reads, at the scale of the country, on PostgreSQL; then which large tables were read whole. */
export async function measureNational({ rounds, share }: { rounds: number; share: number }): Promise<void> {
  const service = await findPostgres();
  if (!service) return console.log('national: there is no PostgreSQL here');
  const own = await createPostgresDatabase(service.url);
  const database = openPostgres(own.url);
  try {
    await migrate(database);
    const start = performance.now();
    await fillNational(database, share);
    console.log(`\nfilled in ${Math.round((performance.now() - start) / 1000)} s`);
    const pages = await pagesOf(database.db);
    console.log('\n| page | for | p50 | p95 | longest | ≤ 300 ms |\n|---|---|---|---|---|---|');
    for (const { name, who, read } of pages) {
      const times = await timesOf(read, rounds);
      const [half, most, longest] = [50, 95, 100].map((percent) => percentile(times, percent));
      const cells = [half, most, longest].map((value) => `${Math.round(value ?? 0)} ms`);
      console.log(
        `| ${name} | ${who} | ${cells.join(' | ')} | ${(most ?? 0) <= TARGET_MS ? 'met' : '**missed**'} |`,
      );
    }
    await explainAll(own.url, pages);
  } finally {
    await database.close();
    await own.drop();
    await service.stop();
  }
}

interface MeasuredPage {
  readonly name: string;
  readonly who: string;
  readonly read: () => Promise<unknown>;
}

async function pagesOf(db: Db): Promise<MeasuredPage[]> {
  const now = new Date('2023-03-14T09:00:00Z');
  const coordinator = { userId: 'u1', now };
  const member = { userId: 'u40', now };
  const season = (await listSeasons(db))[0]?.id ?? '';
  const scope = (day: string, more: object = {}) => ({
    seasonId: season,
    day,
    end: endOfDay(day),
    theme: '',
    region: '',
    department: '',
    ...coordinator,
    ...more,
  });
  const resourcesOf = async (reader: typeof member) =>
    listReadableResources(db, { groupIds: (await listGroupsForMember(db, reader)).map(({ id }) => id) });
  const page = (name: string, who: string, read: () => Promise<unknown>) => ({ name, who, read });
  return [
    page('groups', 'coordinator', () => listGroupsForMember(db, coordinator)),
    page('groups', 'member', () => listGroupsForMember(db, member)),
    page('documents of a group (1,333)', 'coordinator', () =>
      listDocuments(db, { groupId: 'g1', ...coordinator }),
    ),
    page('boards of a group', 'coordinator', () => listBoards(db, { groupId: 'g1' })),
    page('members of a group', 'coordinator', () => listGroupPeople(db, { groupId: 'g1', now })),
    page('resources of a group', 'coordinator', () => listGroupResources(db, { groupId: 'g1' })),
    page('resources', 'coordinator', () => resourcesOf(coordinator)),
    page('resources', 'member', () => resourcesOf(member)),
    page('data sets (20,000)', 'coordinator', () => listDatasetsForMember(db, coordinator)),
    page('data sets', 'member', () => listDatasetsForMember(db, member)),
    page('programme cities', 'all', () => listCities(db)),
    page('organisations', 'coordinator', () => listOrganisations(db)),
    page('people (30,000)', 'coordinator', () => listPeople(db)),
    page('people, one searched', 'coordinator', () => listPeople(db, { search: 'personne 12345' })),
    page('experiments', 'coordinator', () => listExperiments(db, coordinator)),
    page('experiments', 'member', () => listExperiments(db, member)),
    page('experiments of a region', 'coordinator', () =>
      listExperiments(db, { ...coordinator, filter: { regionCode: '84' } }),
    ),
    page('table of needs (60,000), now', 'coordinator', () => countNeedsAt(db, { day: null })),
    page('table of needs, a past day', 'coordinator', () => countNeedsAt(db, { day: '2023-01-31' })),
    page('table of needs, a region', 'coordinator', () =>
      countNeedsAt(db, { day: null, filters: { region: '84' } }),
    ),
    page('calls', 'coordinator', () => listCalls(db, { mayPrepare: true, now })),
    page('steering, today', 'coordinator', () => readSteering(db, scope('2023-06-20'))),
    page('steering, a past day', 'coordinator', () => readSteering(db, scope('2023-01-31'))),
    page('steering, a region', 'coordinator', () => readSteering(db, scope('2023-06-20', { region: '84' }))),
    page('steering, a department and a theme', 'coordinator', () =>
      readSteering(db, scope('2023-06-20', { department: '59', theme: 'biodiversite' })),
    ),
    page('steering: needs of a cell', 'coordinator', () =>
      listSteeredNeeds(db, scope('2023-06-20'), { producer: 'public_local', access: 'open' }),
    ),
    page('steering: data sets', 'coordinator', () => listSteeredDatasets(db, scope('2023-06-20'))),
  ];
}

async function timesOf(read: () => Promise<unknown>, rounds: number): Promise<number[]> {
  const times: number[] = [];
  // The first ones plan statements and warm the cache.
  for (let round = -2; round < rounds; round++) {
    const start = performance.now();
    await read();
    if (round >= 0) times.push(performance.now() - start);
  }
  return times;
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Filter?: string;
  readonly Plans?: readonly Plan[];
}

/** Says which statements read a large table whole: each is run once more, explained. */
async function explainAll(url: string, pages: readonly MeasuredPage[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  console.log('\n| page | table read whole | rows | kept |\n|---|---|---|---|');
  try {
    for (const { name, who, read } of pages) {
      for (const { text, values } of await statementsOf(read)) {
        const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
        for (const { table, read: rowsRead, kept } of largeScans(rows[0]['QUERY PLAN'][0].Plan))
          console.log(`| ${name}, ${who} | ${table} | ${rowsRead} | ${kept} |`);
      }
    }
  } finally {
    await client.end();
  }
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a function asks the database, by listening to the driver. */
async function statementsOf(read: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked, given] = args as [Partial<Statement> | string, unknown];
    const text = typeof asked === 'string' ? asked : (asked.text ?? '');
    const values = Array.isArray(given) ? given : typeof asked === 'string' ? [] : (asked.values ?? []);
    if (/^\s*(select|with|\()/i.test(text)) heard.push({ text, values });
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await read();
  } finally {
    pg.Client.prototype.query = query;
  }
  return heard;
}

function largeScans(plan: Plan): { table: string; read: number; kept: number }[] {
  const rows = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
  const own =
    plan['Node Type'] === 'Seq Scan' && rows > LARGE_SCAN
      ? [
          {
            table: plan['Relation Name'] ?? '?',
            read: rows,
            kept: plan['Actual Rows'] * plan['Actual Loops'],
          },
        ]
      : [];
  return [...own, ...(plan.Plans ?? []).flatMap(largeScans)];
}
