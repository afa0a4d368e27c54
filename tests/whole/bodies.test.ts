import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusedRequest } from '#shared/kernel/refused-request.fr.ts';
import { FILE_NAME_HEADER } from '#shared/paths.ts';
import {
  BODIES,
  FIELDS,
  ILL_ENCODED,
  MULTIPART,
  part,
  UNSTORABLE,
  WRITTEN_BY_ASKING,
} from '#tests/support/kernel/bodies.ts';
import { pourInto } from '#tests/support/kernel/endless-body.ts';
import { operationsWithBody, takingAddresses } from '#tests/support/kernel/taking-addresses.ts';
import { until } from '#tests/support/patience.ts';
import { type Demonstration, startDemonstration, WHO } from '#tests/support/people/demonstration.ts';
import { ROUTE_ROWS } from '#tests/support/route-rows.ts';
import { addressOf, readsIntent, tableRoutes } from '#tests/support/route-table.ts';
import { furtherNames, sampleNames } from '#tests/support/sample-names.ts';

/** Every body goes to every address in the long run; to each address one of them at every landing, so that each is tried at many. */
const isLong = process.env.TEST_LONG !== undefined;
const triedAt = <T>(at: number, all: readonly T[]): readonly T[] =>
  isLong ? all : all.slice(at % all.length).slice(0, 1);

/** Files count too: small ones, so that a test sends what is more than the largest. */
const UPLOAD_MAX_MB = 2;

let demonstration: Demonstration;
let names: Readonly<Record<string, string>>;
beforeAll(async () => {
  demonstration = await startDemonstration({ UPLOAD_MAX_MB: String(UPLOAD_MAX_MB) });
  names = await sampleNames(demonstration);
});
afterAll(() => demonstration.close());

test('[SC11] whatever body comes to whatever address of a page is taken or refused, and never an error of ours', async () => {
  const pages = tableRoutes.filter(({ path }) => path !== 'deconnexion');
  const seen = new Map<string, number>();
  for (const [at, { path }] of pages.entries()) {
    const address = addressOf(path, names);
    for (const [what, contentType, body] of triedAt(at, BODIES)) {
      const { status, text } = await demonstration.ask('coordinator', address, {
        method: 'POST',
        headers: { origin: demonstration.origin, ...(contentType && { 'content-type': contentType }) },
        body,
      });
      if (status >= 500) seen.set(`${path} ${what}`, status);
      if (status >= 400)
        expect.soft(text, `${path} ${what}`).not.toMatch(/node_modules|TypeError|\bat \S+ \(/);
    }
  }
  expect([...seen.keys()]).toEqual([]);

  // What is no form at all, and what is too long for one, in words and by the right number.
  const send = (headers: Record<string, string>, body: string) =>
    demonstration.ask('coordinator', '/connexion', {
      method: 'POST',
      headers: { origin: demonstration.origin, ...headers },
      body,
    });
  const form = 'application/x-www-form-urlencoded';
  const answers = [
    await send({ 'content-type': 'application/json' }, '{}'),
    await send({ 'content-type': MULTIPART }, part('email', 'x')),
    await send({ 'content-type': form }, `email=${'x'.repeat(5 * 1024 * 1024)}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([415, 400, 413]);
  for (const { text } of answers) expect(text).toMatch(/^(Demande illisible|Envoi trop long)\. /);
});

test('[SC14] whoever listens only once everything is sent, as a browser does, hears why it is refused, and the line serves the next request', async () => {
  const { hostname, port } = new URL(demonstration.origin);
  const body = `email=${'x'.repeat(5 * 1024 * 1024)}`;
  const socket = connect(Number(port), hostname);
  const heard: string[] = [];
  socket.on('data', (data) => heard.push(data.toString('latin1')));
  const sent = Promise.withResolvers<void>();
  socket.on('error', sent.reject);
  socket.write(
    `POST /connexion HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${demonstration.origin}\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  socket.write(body, () => sent.resolve());
  await sent.promise;
  socket.write(`GET /healthz HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
  await until('both are answered', () => heard.join('').split('HTTP/1.1 ').length === 3);
  expect(heard.join('').match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  socket.destroy();
});

test('[SC18] no gesture, or one that no page offers, is refused in words at every address that reads one, and changes nothing', async () => {
  const all = await furtherNames(demonstration, names);
  const send = (address: string, contentType: string, body: string) =>
    demonstration.ask('coordinator', address, {
      method: 'POST',
      headers: { origin: demonstration.origin, 'content-type': contentType },
      body,
    });
  let refused = 0;
  const changedByAsking = async () => {
    const before = await demonstration.sums();
    for (const { path } of tableRoutes.filter(({ file }) => readsIntent(file)))
      for (const fields of [FIELDS, { ...FIELDS, intent: 'nulle-part' }]) {
        const address = addressOf(path, all);
        const asForm = await send(
          address,
          'application/x-www-form-urlencoded',
          `${new URLSearchParams(fields)}`,
        );
        const { status, text } =
          asForm.status === 415 ? await send(address, 'application/json', JSON.stringify(fields)) : asForm;
        const isOpen =
          ROUTE_ROWS[path]?.split(' ')[WHO.indexOf('coordinator')] === '200' ||
          address !== addressOf(path, names);
        // What is not there for them is not there, whatever is asked of it.
        expect.soft(isOpen ? [400] : [400, 403, 404], `${address}: ${status}`).toContain(status);
        if (status !== 400) continue;
        refused++;
        expect.soft(text, address).toContain(refusedRequest.notOurs.text);
      }
    const after = await demonstration.sums();
    return Object.keys(after).filter(
      (table) => after[table] !== before[table] && !WRITTEN_BY_ASKING.has(table),
    );
  };
  // What the server does by itself of what was there before, it does once; a form that changes something does so each time.
  let changed: readonly string[] = [];
  const isStill = async () => {
    changed = await changedByAsking();
    return changed.length === 0;
  };
  await until('all of them together change nothing', isStill).catch(() => undefined);
  expect(changed).toEqual([]);
  expect(refused).toBeGreaterThan(100);
});

test('[SC14] a body without end is cut at every address that takes one, whoever sends it, and nobody is kept waiting', async () => {
  const addresses = await takingAddresses(demonstration, names);
  expect(addresses.length).toBeGreaterThan(400);
  const senders = [null, await demonstration.cookie('coordinator')];
  // One door cuts them all: at every landing a fourth of the addresses says that it stands before each kind.
  const asked = addresses
    .filter((_, at) => isLong || at % 4 === 0)
    .flatMap((address, at) => triedAt(at, senders).map((cookie) => ({ ...address, cookie })));
  const cut: string[] = [];
  for (let at = 0; at < asked.length; at += 40) {
    await Promise.all(
      asked.slice(at, at + 40).map(async ({ cookie, ...address }) => {
        const { status } = await pourInto(demonstration.origin, address, cookie);
        const { path, method, type } = address;
        cut.push(path);
        expect.soft(status ?? 413, `${method} ${path} ${type}`).not.toBe(500);
      }),
    );
    expect((await demonstration.ask('visitor', '/healthz')).status).toBe(200);
  }
  expect(cut).toHaveLength(asked.length);
  expect(
    demonstration
      .output()
      .split('\n')
      .filter((line) => line.includes('"level":50')),
  ).toEqual([]);
});

test('[SC19] what is no UTF-8 is refused in words at every address that takes a body: nothing is replaced in silence', async () => {
  const send = (path: string, method: string, type: string, body: string | Buffer) =>
    demonstration.ask('coordinator', path, {
      method,
      headers: { origin: demonstration.origin, 'content-type': type },
      body,
    });
  for (const { path } of tableRoutes)
    for (const [type, body] of ILL_ENCODED) {
      const { status, text } = await send(addressOf(path, names), 'POST', type, body);
      // Forms with a file say it beside their field.
      if (type !== MULTIPART) expect.soft(status, `${path} ${type}`).toBeGreaterThanOrEqual(400);
      expect.soft(status, `${path} ${type}`).toBeLessThan(500);
      expect.soft(text, `${path} ${type}`).not.toBe('');
    }
  for (const { path, method } of await operationsWithBody(demonstration, names)) {
    const { status } = await send(
      path,
      method,
      'application/json',
      Buffer.from('{"title":"\xff"}', 'latin1'),
    );
    expect.soft([404, 415, 422], `${method} ${path}`).toContain(status);
  }
  for (const path of ['/api/auth/sign-in/email', '/api/auth/request-password-reset'])
    for (const [type, body] of ILL_ENCODED.filter(([type]) => type !== MULTIPART))
      expect.soft((await send(path, 'POST', type, body)).status, `${path} ${type}`).toBe(400);
  // In an address, and in the name of a file that a header carries.
  for (const address of ['/groupes?q=%ff', '/documents/%c3%28', '/api/v1/search?q=%ed%a0%80'])
    expect.soft((await demonstration.ask('coordinator', address)).status, address).toBe(400);
  for (const name of ['caf\u00e9.csv', '%ff', '%00']) {
    const { status, text } = await demonstration.ask(
      'coordinator',
      `/api/v1/groups/${names.groupe}/boards/import`,
      {
        method: 'POST',
        headers: { origin: demonstration.origin, 'content-type': 'text/csv', [FILE_NAME_HEADER]: name },
        body: 'Titre\nUne carte',
      },
    );
    expect.soft([status, JSON.parse(text).code], name).toEqual([400, 'api.invalid']);
  }
});

test('[SC16] a text that no database keeps is refused in words at every address that takes one, before anything sees it', async () => {
  const send = (path: string, method: string, contentType: string, body: string) =>
    demonstration.ask('coordinator', path, {
      method,
      headers: { origin: demonstration.origin, 'content-type': contentType },
      body,
    });
  for (const { path } of tableRoutes)
    for (const [type, body] of UNSTORABLE) {
      const { status, text } = await send(addressOf(path, names), 'POST', type, body);
      // Forms with a file say it beside their field.
      if (type !== MULTIPART) expect.soft(status, `${path} ${type}`).toBeGreaterThanOrEqual(400);
      expect.soft(status, `${path} ${type}`).toBeLessThan(500);
      expect.soft(text, `${path} ${type}`).not.toBe('');
    }
  const json = UNSTORABLE.filter(([type]) => type === 'application/json');
  for (const { path, method } of await operationsWithBody(demonstration, names))
    for (const [type, body] of json) {
      const { status, text } = await send(path, method, type, body);
      // An address whose last part is no id of a document is none; one that takes a file takes no JSON.
      const code = { 404: 'access.notFound', 415: 'api.mediaType' }[status] ?? 'api.invalid';
      expect.soft(JSON.parse(text).code, `${method} ${path}`).toBe(code);
    }
  for (const path of ['/api/auth/sign-in/email', '/api/auth/request-password-reset'])
    for (const [type, body] of UNSTORABLE.filter(([type]) => type !== MULTIPART))
      expect.soft((await send(path, 'POST', type, body)).status, `${path} ${type}`).toBe(400);
});
