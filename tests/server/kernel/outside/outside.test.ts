import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOutside, type Outside } from '#server/kernel/outside/outside.ts';

/** What a request to the stand-in was, by its path. */
const seen: { method?: string | undefined; url?: string | undefined; headers: Record<string, unknown> }[] =
  [];

const answer: RequestListener = (request, response) => {
  const { method, url, headers } = request;
  seen.push({ method, url, headers });
  const send = (status: number, given: Record<string, string> = {}, body?: string | Buffer) =>
    response.writeHead(status, given).end(method === 'HEAD' ? undefined : body);
  if (url === '/file') return send(200, { 'content-type': 'text/csv', 'content-length': '5' }, 'a;b\n1');
  if (url === '/endless') {
    response.writeHead(200);
    const more = () => {
      while (response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    return more();
  }
  if (url === '/silent') return;
  if (url === '/packed') return send(200, { 'content-encoding': 'gzip' }, gzipSync('x'));
  if (url === '/once') return send(302, { location: '/file' });
  if (url === '/loop') return send(301, { location: '/loop' });
  if (url === '/inward') return send(302, { location: 'http://127.0.0.1:9/' });
  if (url === '/elsewhere') return send(302, { location: 'file:///etc/passwd' });
  if (url === '/no-head' && method === 'HEAD') return send(405);
  if (url === '/no-head')
    return send(206, { 'content-range': 'bytes 0-0/4321', 'content-type': 'text/csv' }, 'a');
  if (url === '/broken') return send(500);
  return send(404);
};

const server = createServer(answer);
let port = 0;
let outside: Outside;
const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const few = { maxBytes: 1_000 };

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  outside = createOutside({ isOn: true, allow: [`127.0.0.1:${port}`], timeMs: 2_000 });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('[OU1] nothing leaves unless the installation says so', () => {
  test('every address is refused, and nobody is asked', async () => {
    const before = seen.length;
    const off = createOutside({ isOn: false, allow: [`127.0.0.1:${port}`] });
    expect(await off.get(at('/file'), few)).toEqual({ ok: false, error: 'outside.off' });
    expect(await off.check(at('/file'))).toEqual({ ok: false, error: 'outside.off' });
    expect(seen).toHaveLength(before);
  });
});

describe('[OU2] only the public internet, and only its usual doors', () => {
  test.each([
    ['ftp://exemple.fr/a', 'outside.address'],
    ['file:///etc/passwd', 'outside.address'],
    ['javascript:alert(1)', 'outside.address'],
    ['https://moi:secret@exemple.fr/', 'outside.address'],
    ['pas une adresse', 'outside.address'],
    ['http://localhost/', 'outside.private'],
    ['http://2130706433/', 'outside.private'],
    ['http://0177.0.0.1/', 'outside.private'],
    ['http://[::ffff:127.0.0.1]/', 'outside.private'],
    ['http://169.254.169.254/latest/meta-data', 'outside.private'],
    ['http://127.0.0.1:1/', 'outside.private'],
    ['http://8.8.8.8:22/', 'outside.port'],
    ['http://nulle-part.invalid/', 'outside.unknownHost'],
  ])('%s', async (url, error) => {
    expect(await outside.get(url, few)).toEqual({ ok: false, error });
    expect(await outside.check(url)).toEqual({ ok: false, error });
  });
});

describe('[OU3] each step of a redirection is looked at as the first', () => {
  test('one that stays outside is followed', async () => {
    const read = await outside.get(at('/once'), few);
    expect(read).toMatchObject({ ok: true, value: { url: at('/file'), contentType: 'text/csv' } });
  });

  test('a name is asked for once, and the answer to that is what is connected to', async () => {
    const asked: string[] = [];
    const named = createOutside({
      isOn: true,
      allow: [`127.0.0.1:${port}`],
      addressesOf: async (host) => {
        asked.push(host);
        return [{ address: asked.length === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
      },
    });
    expect(await named.get(`http://ville.exemple:${port}/file`, few)).toMatchObject({ ok: true });
    expect(asked).toEqual(['ville.exemple']);
    expect(seen.at(-1)?.headers).toMatchObject({ host: `ville.exemple:${port}` });
    expect(await named.get(`http://ville.exemple:${port}/file`, few)).toEqual({
      ok: false,
      error: 'outside.private',
    });
  });

  test('a name with one private address among public ones is refused', async () => {
    const mixed = createOutside({
      isOn: true,
      addressesOf: async () => ['8.8.8.8', '10.0.0.1'].map((address) => ({ address, family: 4 })),
    });
    expect(await mixed.check('https://ville.exemple/')).toEqual({ ok: false, error: 'outside.private' });
  });

  test.each([
    ['/inward', 'outside.private'],
    ['/elsewhere', 'outside.address'],
    ['/loop', 'outside.redirects'],
  ])('%s is not', async (path, error) => {
    expect(await outside.get(at(path), few)).toEqual({ ok: false, error });
  });
});

describe('[OU4] what is read has an end', () => {
  test('a file is read whole, and says who asks without saying more', async () => {
    const read = await outside.get(at('/file'), few);
    expect(read.ok && Buffer.from(read.value.bytes).toString()).toBe('a;b\n1');
    expect(seen.at(-1)?.headers).toMatchObject({ 'user-agent': expect.stringMatching(/^Cordee/) });
    expect(seen.at(-1)?.headers).not.toHaveProperty('cookie');
    expect(seen.at(-1)?.headers).not.toHaveProperty('authorization');
  });

  test.each([
    ['/endless', 'outside.tooLarge'],
    ['/silent', 'outside.tooSlow'],
    ['/packed', 'outside.encoded'],
    ['/nothing', 'outside.gone'],
    ['/broken', 'outside.status'],
  ])('%s', async (path, error) => {
    expect(await outside.get(at(path), few)).toEqual({ ok: false, error });
  });

  test('a size that is announced is believed when it is too large', async () => {
    expect(await outside.get(at('/file'), { maxBytes: 4 })).toEqual({ ok: false, error: 'outside.tooLarge' });
  });
});

describe('[OU5] an address is looked at without being read', () => {
  test('by HEAD', async () => {
    expect(await outside.check(at('/file'))).toMatchObject({
      ok: true,
      value: { bytes: 5, contentType: 'text/csv' },
    });
    expect(seen.at(-1)?.method).toBe('HEAD');
  });

  test('by the first byte where HEAD is refused', async () => {
    expect(await outside.check(at('/no-head'))).toMatchObject({ ok: true, value: { bytes: 4321 } });
    expect(seen.at(-1)?.headers).toMatchObject({ range: 'bytes=0-0' });
  });

  test('what is gone says so', async () => {
    expect(await outside.check(at('/nothing'))).toEqual({ ok: false, error: 'outside.gone' });
  });
});

describe('[OU6] what is sent is sent once', () => {
  const sent = { headers: { 'content-type': 'text/plain' }, body: 'bonjour', timeMs: 2_000, keepBytes: 4 };

  test('no redirection is followed, and of an answer the beginning is read, whatever its status', async () => {
    const before = seen.length;
    expect(await outside.post(at('/once'), sent)).toMatchObject({ ok: true, value: { status: 302 } });
    expect(await outside.post(at('/broken'), sent)).toMatchObject({ ok: true, value: { status: 500 } });
    expect(await outside.post(at('/endless'), sent)).toEqual({
      ok: true,
      value: { status: 200, start: 'xxxx' },
    });
    expect(seen.slice(before).map(({ method, url }) => [method, url])).toEqual([
      ['POST', '/once'],
      ['POST', '/broken'],
      ['POST', '/endless'],
    ]);
  });

  test('it takes as long as the sender says', async () => {
    expect(await outside.post(at('/silent'), { ...sent, timeMs: 100 })).toEqual({
      ok: false,
      error: 'outside.tooSlow',
    });
  });

  test('by https only, but for what was let through', async () => {
    const before = seen.length;
    const elsewhere = createOutside({
      isOn: true,
      addressesOf: async () => [{ address: '93.184.216.34', family: 4 }],
    });
    expect(await elsewhere.post('http://exemple.fr/', sent)).toEqual({ ok: false, error: 'outside.plain' });
    expect(seen).toHaveLength(before);
  });
});
