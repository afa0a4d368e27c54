import { type SQL, sql } from 'drizzle-orm';
import pino from 'pino';
import type { ServerBuild } from 'react-router';
import { expect, test } from 'vitest';
import { databaseRefusalOf } from '#db/kernel/database-refusal.ts';
import { refusingRoutes } from '#server/kernel/http/refusing-routes.ts';
import { toldError } from '#server/kernel/told-error.ts';
import { withDb } from '#tests/support/database.ts';

const SECRET = 'zibeline';
const TABLE = sql`create temporary table thing (id int primary key, parent int references thing, day date,
  part int check (part > 0), code varchar(2), name text unique, word text not null default '') on commit drop`;

/** What this statement fails with, in a transaction of its own. */
async function failing(statement: SQL): Promise<unknown> {
  let found: unknown;
  await withDb(async (db) => {
    await db.execute(TABLE);
    found = await db.transaction((tx) => tx.execute(statement)).catch((error: unknown) => error);
  });
  return found;
}

test.each([
  ['absent', 'an id that does not exist', sql`insert into thing (id, parent) values (1, 7)`],
  ['taken', 'what is there already', sql`insert into thing (id) values (1), (1)`],
  ['taken', 'two that waited for one another', sql`do $$ begin raise sqlstate '40P01'; end $$`],
  ['unholdable', 'a number beyond its column', sql`insert into thing (id) values (${'2147483648'})`],
  ['unholdable', 'a number that is none', sql`insert into thing (id) values (${'Infinity'})`],
  ['unholdable', 'a day of the year zero', sql`insert into thing (id, day) values (1, ${'0000-01-01'})`],
  ['unholdable', 'a day that is none', sql`insert into thing (id, day) values (1, ${'2023-02-30'})`],
  ['unholdable', 'an instant beyond its years', sql`select ${'+275760-09-13T00:00:00.000Z'}::timestamptz`],
  ['unholdable', 'NUL', sql`insert into thing (id, name) values (1, ${`${SECRET}\u0000`})`],
  ['unholdable', 'NUL in JSON', sql`select ${JSON.stringify({ [SECRET]: '\u0000' })}::jsonb`],
  ['unholdable', 'a text beyond its column', sql`insert into thing (id, code) values (1, ${SECRET})`],
  [
    'unholdable',
    'a text beyond its index',
    sql`insert into thing (id, name) select 1, string_agg(md5(n::text), '') from generate_series(1, 900) n`,
  ],
  ['unholdable', 'a part that is none', sql`insert into thing (id, part) values (1, 0)`],
  [null, 'nothing where something is needed', sql`insert into thing (id, word) values (1, null)`],
  [null, 'a division', sql`select 1 / 0`],
  [null, 'no table', sql`select * from nothing_of_the_kind`],
])('[SC19] of the database: %s, for %s', async (refusal, _, statement) => {
  const error = await failing(statement);
  expect(error).toBeInstanceOf(Error);
  expect(databaseRefusalOf(error)).toBe(refusal);
  // However deep it is wrapped.
  expect(databaseRefusalOf(new Error('a room', { cause: error }))).toBe(refusal);
});

test('[SC19] a ring of causes, and what is no error, are refusals of nothing', () => {
  const ring = new Error('ring');
  ring.cause = ring;
  expect([ring, undefined, 'x', { code: '23503' }, new Error('x')].map(databaseRefusalOf)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
});

/** What the action and the loader of a page answer, or throw, when they fail with this error, and what the log says of it. */
async function answers(error: unknown) {
  const lines: string[] = [];
  const log = pino({ serializers: { err: toldError } }, { write: (line) => void lines.push(line) });
  const fail = () => Promise.reject(error);
  const page = { id: 'page', path: 'page', module: { action: fail, loader: fail, default: () => null } };
  const routes = refusingRoutes({ page } as unknown as ServerBuild['routes'], log);
  const ask = { request: new Request('http://localhost/groupes/nouveau?q=zibeline') } as never;
  const thrown = [];
  for (const handler of [routes.page?.module.action, routes.page?.module.loader])
    thrown.push(await Promise.resolve(handler?.(ask)).catch((one: unknown) => one));
  return { thrown, lines: lines.map((line): unknown => JSON.parse(line)) };
}

test.each([
  [404, 'Choix introuvable', sql`insert into thing (id, parent, word) values (1, 7, ${SECRET})`],
  [409, 'Déjà enregistré', sql`insert into thing (id, word) values (1, ${SECRET}), (1, '')`],
  [
    400,
    'Valeur impossible à enregistrer',
    sql`insert into thing (id, word) values (${'2147483648'}, ${SECRET})`,
  ],
])(
  '[SC19] a page answers %i « %s » in words, and the log says the kind, the place and the code, as a warning',
  async (status, title, statement) => {
    const { thrown, lines } = await answers(await failing(statement));
    for (const one of thrown) expect(one).toMatchObject({ data: { title }, init: { status } });
    expect(lines).toMatchObject([
      { level: 40, address: '/groupes/nouveau', err: { cause: { type: 'DatabaseError' } } },
      { level: 40 },
    ]);
    expect(JSON.stringify(lines)).not.toContain(SECRET);
  },
);

test('[SC19] what is a fault of ours stays one', async () => {
  const fault = await failing(sql`select 1 / 0`);
  const { thrown, lines } = await answers(fault);
  expect(thrown).toEqual([fault, fault]);
  expect(lines).toEqual([]);
});
