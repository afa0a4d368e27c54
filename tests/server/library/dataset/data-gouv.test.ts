import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnv } from '#server/kernel/env.ts';
import { createOutside } from '#server/kernel/outside/outside.ts';
import { createDataGouv, type DataGouv } from '#server/library/dataset/data-gouv.ts';
import { dataGouvAnswer } from '#tests/support/library/data-gouv.ts';

const asked: { method: string; url: string; headers: Record<string, unknown> }[] = [];
let inside = 0;

/** Stands in for the API of data.gouv.fr: one record, and every way in which it can answer something else. */
const standIn: RequestListener = ({ method = '', url = '', headers }, response) => {
  asked.push({ method, url, headers });
  const [, slug = ''] = /^\/api\/1\/datasets\/([\w-]+)\/$/.exec(url) ?? [];
  const json = (body: unknown, status = 200) =>
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  const leadTo = (location: string) => response.writeHead(302, { location }).end();
  if (slug === 'arbres-de-valmont') return json(dataGouvAnswer());
  // The API leads from a former short name to the one of today.
  if (slug === 'arbres') return leadTo('/api/1/datasets/arbres-de-valmont/');
  if (slug === 'page') return json('<!doctype html><title>Maintenance</title>');
  if (slug === 'other') return json({ data: [], page: 1, total: 0 });
  if (slug === 'no-title') return json({ ...dataGouvAnswer(), title: null });
  if (slug === 'cut') return json(JSON.stringify(dataGouvAnswer()).slice(0, -40));
  if (slug === 'large') return json({ ...dataGouvAnswer(), description: 'x'.repeat(5 * 1024 * 1024) });
  if (slug === 'inward') return leadTo(`http://127.0.0.1:${inside}/secret`);
  if (slug === 'metadata') return leadTo('http://169.254.169.254/latest/meta-data');
  if (slug === 'file') return leadTo('file:///etc/passwd');
  if (slug === 'removed') return json({ message: 'Dataset has been deleted' }, 410);
  if (slug === 'broken') return json({ message: 'Internal Server Error' }, 500);
  if (slug === 'busy') return json({ message: 'Too Many Requests' }, 429);
  if (slug === 'slow') return;
  return json({ message: 'Not Found' }, 404);
};

const server = createServer(standIn);
/** Something inside the network, which nobody may be led to. */
const secret = createServer((_request, response) => {
  asked.push({ method: 'SECRET', url: '', headers: {} });
  response.end(JSON.stringify(dataGouvAnswer()));
});
let address = '';
let dataGouv: DataGouv;

const listen = (one: typeof server) =>
  new Promise<number>((resolve) => {
    one.listen(0, '127.0.0.1', () => resolve((one.address() as AddressInfo).port));
  });

beforeAll(async () => {
  const port = await listen(server);
  inside = await listen(secret);
  address = `http://127.0.0.1:${port}`;
  const outside = createOutside({ isOn: true, allow: [`127.0.0.1:${port}`], timeMs: 2_000 });
  dataGouv = createDataGouv({ outside, address });
});
afterAll(() => {
  for (const one of [server, secret]) {
    one.closeAllConnections();
    one.close();
  }
});

describe('[DS12] records of data.gouv.fr over their API', () => {
  test('one is read by its short name, its identifier or the address of its page, and nothing of ours goes there', async () => {
    for (const given of [
      'arbres-de-valmont',
      'https://www.data.gouv.fr/fr/datasets/arbres-de-valmont/',
      'https://www.data.gouv.fr/datasets/arbres-de-valmont',
    ]) {
      const read = await dataGouv.read(given);
      expect(read, given).toMatchObject({
        ok: true,
        value: {
          id: '5acc7eddc751df5e21efdf20',
          title: 'Arbres d’alignement de Valmont',
          page: 'https://www.data.gouv.fr/datasets/arbres-de-valmont',
          organisation: 'Ville de Valmont',
          licence: 'lov2',
          frequency: 'annual',
          lastModified: '2023-02-06T08:30:00.000Z',
          resources: [
            { title: 'arbres.csv', url: 'https://static.data.gouv.fr/resources/arbres.csv', format: 'csv' },
            { title: 'https://valmont.exemple/arbres.json', format: '' },
          ],
        },
      });
      expect(asked.at(-1)).toMatchObject({ method: 'GET', url: '/api/1/datasets/arbres-de-valmont/' });
      expect(asked.at(-1)?.headers).toMatchObject({ accept: 'application/json' });
      for (const header of ['cookie', 'authorization', 'referer', 'origin'])
        expect(asked.at(-1)?.headers).not.toHaveProperty(header);
    }
  });

  test('a former short name leads to the record', async () => {
    expect(await dataGouv.read('arbres')).toMatchObject({
      ok: true,
      value: { id: '5acc7eddc751df5e21efdf20' },
    });
  });

  test.each([
    ['nowhere', 'outside.gone'],
    ['removed', 'outside.gone'],
    ['broken', 'outside.status'],
    ['busy', 'outside.status'],
    ['slow', 'outside.tooSlow'],
    ['large', 'outside.tooLarge'],
    ['page', 'dataset.recordUnreadable'],
    ['other', 'dataset.recordUnreadable'],
    ['no-title', 'dataset.recordUnreadable'],
    ['cut', 'dataset.recordUnreadable'],
    ['metadata', 'outside.private'],
    ['file', 'outside.address'],
    ['../users/me', 'dataset.recordInvalid'],
    ['https://www.data.gouv.fr/fr/organizations/valmont/', 'dataset.recordInvalid'],
  ])('%s is refused: %s', async (given, error) => {
    expect(await dataGouv.read(given)).toEqual({ ok: false, error });
  });

  test('an answer that leads inside the network is not followed', async () => {
    expect(await dataGouv.read('inward')).toEqual({ ok: false, error: 'outside.private' });
    expect(asked.some(({ method }) => method === 'SECRET')).toBe(false);
  });

  test('whose name leads inside the network is not asked', async () => {
    const before = asked.length;
    const outside = createOutside({
      isOn: true,
      addressesOf: async () => [{ address: '192.168.1.10', family: 4 }],
    });
    const moved = createDataGouv({ outside, address: 'https://www.data.gouv.fr' });
    expect(await moved.read('arbres')).toEqual({ ok: false, error: 'outside.private' });
    expect(asked).toHaveLength(before);
  });

  test('is off unless the installation gives both its address and the web, and then nobody is asked', async () => {
    const { DATA_GOUV_URL, OUTSIDE, OUTSIDE_ALLOW } = readEnv({});
    expect([DATA_GOUV_URL, OUTSIDE, OUTSIDE_ALLOW]).toEqual([undefined, false, []]);
    const before = asked.length;
    const off = createOutside({ isOn: false });
    const without = createDataGouv({ outside: createOutside({ isOn: true }), address: undefined });
    const closed = createDataGouv({ outside: off, address });
    expect([without.isOn, closed.isOn, dataGouv.isOn]).toEqual([false, false, true]);
    expect(await without.read('arbres')).toEqual({ ok: false, error: 'dataset.recordOff' });
    expect(await closed.read('arbres')).toEqual({ ok: false, error: 'outside.off' });
    expect(asked).toHaveLength(before);
  });
});
