import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publicPages } from '#server/publication/public-site/public-pages.ts';

const PAGE = '/cas-d-usage/arbres-0123abcd';
let draws: number;
let arrived: number;
let text: string | null;
let whileDrawing: () => Promise<void>;
let origin: string;
let close: () => void;

beforeEach(async () => {
  [draws, arrived, text, whileDrawing] = [0, 0, 'Arbres et ombrage', async () => undefined];
  const http = express();
  http.use(compression());
  http.use((_request, response, next) => {
    arrived += 1;
    response.locals.nonce = `nonce${draws}`;
    response.setHeader('Content-Security-Policy', `script-src 'nonce-nonce${draws}'`);
    next();
  });
  http.use(publicPages());
  http.post('/fiches', (_request, response) => {
    text = null;
    response.end();
  });
  http.use(async (_request, response) => {
    draws += 1;
    const said = text;
    await whileDrawing();
    response.status(said === null ? 410 : 200).setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-cache');
    response.write(`<meta nonce="${response.locals.nonce}">`);
    response.end(said ?? 'retirée');
  });
  const server = createServer(http).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
});

afterEach(() => close());

const get = (path = PAGE, headers: Record<string, string> = {}) => fetch(origin + path, { headers });

test('[PS7] a page is drawn once for many visitors, each of whom gets all of it with its policy', async () => {
  const first = await get();
  for (const answer of [first, await get(), await get()]) {
    expect(await answer.text()).toBe('<meta nonce="nonce0">Arbres et ombrage');
    expect(answer.headers.get('content-security-policy')).toContain('nonce0');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  }
  expect(draws).toBe(1);
});

test('[PS7] those who ask while it is drawn wait for that drawing; when there is nothing, each is told so', async () => {
  const start = Promise.withResolvers<void>();
  whileDrawing = () => start.promise;
  const asking = [get(), get(), get()];
  await expect.poll(() => arrived).toBe(3);
  start.resolve();
  const answers = await Promise.all(asking);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(
    Array(3).fill('<meta nonce="nonce0">Arbres et ombrage'),
  );
  expect(draws).toBe(1);
  text = null;
  const missing = await Promise.all([get('/cas-d-usage/rien'), get('/cas-d-usage/rien')]);
  expect(missing.map(({ status }) => status)).toEqual([410, 410]);
});

test('[PS7] a page goes out packed to whoever takes it so, plain to others', async () => {
  const packed = await get(PAGE, { 'accept-encoding': 'gzip' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(await packed.text()).toContain('Arbres et ombrage');
  const plain = await get(PAGE, { 'accept-encoding': 'identity' });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toContain('Arbres et ombrage');
});

test('[PS7] a withdrawal is seen at once, also by whoever asked while the page was drawn', async () => {
  await get();
  await fetch(`${origin}/fiches`, { method: 'POST' });
  expect((await get()).status).toBe(410);
  expect(draws).toBe(2);

  text = 'Publiée de nouveau';
  whileDrawing = async () => {
    whileDrawing = async () => undefined;
    await fetch(`${origin}/fiches`, { method: 'POST' });
  };
  expect((await get('/cas-d-usage')).status).toBe(200);
  expect((await get('/cas-d-usage')).status).toBe(410);
});

test('[PS7] who has the page already is told so, whatever the nonce of the next drawing', async () => {
  const etag = (await get()).headers.get('etag') ?? '';
  await fetch(`${origin}/ailleurs`, { method: 'POST' });
  const again = await get(PAGE, { 'if-none-match': etag, 'cache-control': 'max-age=0' });
  expect(draws).toBe(3);
  expect(again.status).toBe(304);
  expect(again.headers.get('content-security-policy')).toBeNull();
});

test('[PS7] what a person with a session asks, and any other page, is drawn for them', async () => {
  await get(PAGE, { cookie: 'session=1' });
  await get(PAGE, { cookie: 'session=1' });
  await get('/groupes');
  await get('/groupes');
  await fetch(origin + PAGE, { method: 'HEAD' });
  expect(await (await get()).text()).toContain('Arbres');
  expect(draws).toBe(6);
});
