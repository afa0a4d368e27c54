import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demonstration, startDemonstration } from '#tests/support/people/demonstration.ts';

let demonstration: Demonstration;
let folder: string;
beforeAll(async () => {
  demonstration = await startDemonstration();
  folder = await mkdtemp(join(tmpdir(), 'cordee-client-'));
});
afterAll(async () => {
  await demonstration.close();
  await rm(folder, { recursive: true, force: true });
});

/** Sends the form of the page, as a browser without script does. */
function submit(
  who: 'team' | 'admin' | 'outsideCity',
  page: string,
  fields: readonly (readonly [string, string])[],
) {
  return demonstration.ask(who, page, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: demonstration.origin },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  });
}

const wanted = (name: string, scopes: readonly string[]) =>
  [
    ['intent', 'create'],
    ['name', name],
    ['days', '30'],
    ...scopes.map((scope) => ['scopes', scope] as const),
  ] as const;

async function make(name: string, scopes: readonly string[]): Promise<string> {
  const { text, status } = await submit('team', '/compte/jetons', wanted(name, scopes));
  const secret = /value="(cordee_[\w-]{43})"/.exec(text)?.[1];
  if (!secret) throw new Error(`no token: ${status}`);
  return secret;
}

test('[TK1] [TK4] the example of the guide works as it stands with a token of the page, once however often it runs', async () => {
  const CORDEE_JETON = await make('Client d’exemple', ['groups:read', 'documents:write']);
  const run = async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [resolve('docs/guide/exemple-client.mjs'), 'Relevé d’un programme'],
      { cwd: folder, env: { PATH: process.env.PATH, CORDEE_ADRESSE: demonstration.origin, CORDEE_JETON } },
    );
    return /Document : (\S+) /.exec(stdout)?.[1] ?? stdout;
  };
  const first = await run();
  expect(await run()).toBe(first);
  expect(await readFile(join(folder, `${first}.md`), 'utf8')).toContain('Relevé d’un programme');
  const page = await demonstration.ask('team', '/compte/jetons');
  expect(page.text).toContain('Client d’exemple');
  expect(page.text).not.toContain(CORDEE_JETON);
});

test('[TK3] [TK4] a token opens no page of the product and makes no other token', async () => {
  const secret = await make('Trop curieux', ['documents:write', 'groups:write', 'search:read']);
  const headers = { authorization: `Bearer ${secret}` };
  for (const page of ['/compte/jetons', '/groupes', '/compte/donnees']) {
    const { status, headers: answered } = await demonstration.ask('visitor', page, { headers });
    expect([status, answered.location?.startsWith('/connexion')], page).toEqual([302, true]);
  }
  const form = await demonstration.ask('visitor', '/compte/jetons', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(
      wanted('Encore un', ['groups:read']).map(([name, value]) => [name, value]),
    ).toString(),
  });
  expect(form.status).toBe(302);
  expect((await demonstration.ask('team', '/compte/jetons')).text).not.toContain('Encore un');
});

test('[TK6] nobody ends somebody else’s token but an administrator, who sees them all', async () => {
  await make('À garder', ['groups:read']);
  const list = await demonstration.ask('admin', '/administration/jetons');
  const id =
    /revoquer=([\w-]+)"[^>]*aria-label="[^"]*À garder/.exec(list.text)?.[1] ??
    /aria-label="[^"]*À garder[^"]*"[^>]*revoquer=([\w-]+)"/.exec(list.text)?.[1];
  if (!id) throw new Error('the token is not listed');
  const revoke = [
    ['intent', 'revoke'],
    ['token', id],
  ] as const;
  expect((await submit('outsideCity', '/compte/jetons', revoke)).status).toBe(404);
  expect((await submit('outsideCity', '/administration/jetons', revoke)).status).toBe(404);
  expect((await demonstration.ask('team', '/compte/jetons')).text).toContain('À garder');
  expect((await submit('admin', '/administration/jetons', revoke)).status).toBe(302);
  expect((await demonstration.ask('team', '/compte/jetons')).text).not.toContain('À garder');
});

test('[TK2] the page of developers says each operation that OpenAPI says, with its scope', async () => {
  const { text } = await demonstration.ask('visitor', '/developpeurs');
  const page = JSON.parse((await demonstration.ask('visitor', '/api/v1/openapi.json')).text);
  expect(page.openapi).toBe('3.1.0');
  const operations = Object.values<Record<string, { summary: string; operationId: string }>>(
    page.paths,
  ).flatMap((methods) => Object.values(methods));
  expect(operations.length).toBeGreaterThan(30);
  for (const { operationId } of operations)
    expect(text, operationId).toContain(`id="operation-${operationId.replaceAll('.', '-')}"`);
  expect(text).not.toContain('<script type="module"');
});
