import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgres } from '#db/kernel/client.ts';
import { paths } from '#shared/paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { tellSecrets } from '#tests/support/kernel/told-secrets.ts';
import { tracesOf } from '#tests/support/kernel/traces.ts';
import { until } from '#tests/support/patience.ts';
import { type Answer, type Demonstration, startDemonstration } from '#tests/support/people/demonstration.ts';
import { addressOf, NOBODY, tableRoutes } from '#tests/support/route-table.ts';
import { sampleNames } from '#tests/support/sample-names.ts';

/** What an address holds that lets somebody in, or is a title. */
const IN_ADDRESS = 'zibeline-dans-une-adresse-0123456789ABCDEF';

let demonstration: Demonstration;
let names: Readonly<Record<string, string>>;
let secrets: Record<string, string> | undefined;
beforeAll(async () => {
  demonstration = await startDemonstration({ LOG_LEVEL: 'debug' });
  names = await sampleNames(demonstration);
});
afterAll(() => demonstration.close());

/** An address of each door, all of which ask the database. */
const DOORS = [
  '/groupes',
  '/groupes.data',
  '/documents/nulle-part/export',
  '/api/v1/groups',
  '/api/auth/get-session',
  paths.upload(NOBODY),
  paths.calendarFeed('a'.repeat(43)),
  sheetPaths.feed(),
  sheetPaths.sitemap(),
  '/readyz',
];

/** [S19] Works, is refused for its own sake, or hears that nobody can answer now, and when to come back. */
const isHonest = ({ status, headers }: Answer) =>
  status < 500 || (status === 503 && Number(headers['retry-after']) > 0);

/** What people said at every door, before. */
const said = async () => (secrets ??= await tellSecrets(demonstration));

/** What of all that stands in the log. */
const told = async () =>
  Object.entries(await said())
    .filter(([, secret]) => {
      expect(secret.length).toBeGreaterThan(9);
      return demonstration.output().toLowerCase().includes(secret.toLowerCase());
    })
    .map(([what]) => what);

test('[SC12] the log holds no password, token, address, title, text, comment or word that was searched', async () => {
  // It is what the process says: without a word of it the rest would prove nothing.
  expect(demonstration.output()).toContain('Cordée est prête');
  expect(await told()).toEqual([]);
});

test('[SC17] nor does the database hold what people come in with, in mails that wait and jobs neither', async () => {
  const { session = '', reset = '', password = '', given = '' } = await said();
  const database = openPostgres(demonstration.databaseUrl);
  const traces = await tracesOf(database.db, [session, reset, password, given]).finally(() =>
    database.close(),
  );
  expect(traces).toEqual([]);
});

test('[SC12] [S19] nor while the database is away: of whoever comes then, at every address, it says no word, and each hears 503 and when to come back', async () => {
  const { origin, output, interrupt } = demonstration;
  const failed: string[] = [];
  const refused = new Set<string>();
  const ask: Demonstration['ask'] = async (who, path, asked) => {
    const answer = await demonstration.ask(who, path, asked);
    if (answer.status === 503) refused.add(path);
    if (!isHonest(answer)) failed.push(`${asked?.method ?? 'GET'} ${path} ${answer.status}`);
    return answer;
  };
  const { email = '', password, title, comment, search, session, address, reset } = await said();
  const restore = await interrupt();
  const form = (path: string, fields: Record<string, string | undefined>) =>
    ask('visitor', path, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields as Record<string, string>).toString(),
    });
  const json = (path: string, body: object, headers = {}) =>
    ask('coordinator', path, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  for (const { path } of tableRoutes) await ask('coordinator', addressOf(path, names));
  for (const path of DOORS) await ask('coordinator', path);
  await form('/connexion', { email, password });
  await form('/connexion/lien', { email });
  await form('/mot-de-passe', { email: address });
  await json('/api/auth/sign-in/email', { email, password });
  await json('/api/auth/reset-password', { newPassword: password, token: reset });
  await json(`/api/v1/groups/${names.groupe}/documents`, { title });
  await json(`/documents/${names.document}/commentaires`, { body: comment });
  await ask('visitor', '/api/v1/groups', { headers: { authorization: `Bearer ${session}` } });
  await ask('coordinator', `/api/v1/search?q=${search}`);
  const { invitation, calendarFeed, unsubscribe, sharedCheck } = paths;
  for (const address of [invitation, calendarFeed, unsubscribe, sharedCheck])
    await ask('visitor', address(IN_ADDRESS));
  await ask('coordinator', `/documents/${names.document}-${IN_ADDRESS}`);
  expect(failed).toEqual([]);
  expect(DOORS.filter((path) => !refused.has(path))).toEqual([]);
  await restore();
  await until('the product answers again', async () => (await ask('coordinator', '/groupes')).status === 200);
  for (const path of DOORS)
    expect([path, (await demonstration.ask('coordinator', path)).status]).not.toEqual([path, 503]);
  // It was away indeed, and that is said.
  expect(
    output()
      .split('\n')
      .filter((line) => line.includes('"level":50')).length,
  ).toBeGreaterThan(20);
  expect(await told()).toEqual([]);
  expect(output()).not.toContain(IN_ADDRESS);
  expect(output()).not.toMatch(/[\w.-]+@[\w-]+\.example|Failed query|\bselect\b.*\bfrom\b/i);
});
