import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillExperiments } from '#tests/support/programme/experiments.ts';
import { aText, fillSheet, type SheetWorld } from '#tests/support/publication/use-case-sheets.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

const ADDRESS = 'choisir-ou-planter-0123abcd';

let server: TestServer;
let world: SheetWorld;
beforeAll(async () => {
  server = await startTestServer();
  const experiments = await fillExperiments(server.database.db);
  expect(await experiments.create()).toMatchObject({ ok: true });
  world = await fillSheet(experiments);
  expect(await world.making(world.people.nadia)).toMatchObject({ ok: true });
});
afterAll(() => server.close());

async function ask(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.origin}/api/v1${path}`, { headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

test('[I5] a published sheet is listed without account, as it was published, and nothing of a draft or of what was withdrawn', async () => {
  expect((await ask('/use-cases')).body).toEqual({ items: [], next: null });
  await world.publishAll(aText(ADDRESS));
  const listed = await ask('/use-cases');
  expect(listed.body.items).toMatchObject([
    { id: ADDRESS, title: 'Arbres et ombrage', hook: 'Choisir où planter', cities: ['Valmont', 'Aubin'] },
  ]);
  expect(listed.headers.get('cache-control')).toBe('no-cache');
  expect(listed.headers.get('access-control-allow-origin')).toBe('*');
  const inside = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-|@/;
  expect(JSON.stringify(listed.body)).not.toMatch(inside);

  // Credentials that are none count for nothing: none are asked for.
  expect((await ask('/use-cases', { authorization: 'Bearer cordee_faux' })).status).toBe(200);
  const reason = 'Une erreur à corriger';
  expect(await world.move(world.people.claire, 'withdrawn', { reason })).toMatchObject({ ok: true });
  expect((await ask('/use-cases')).body.items).toEqual([]);
});
