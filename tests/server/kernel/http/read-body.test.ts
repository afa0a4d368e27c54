import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHeldBodies } from '#server/kernel/http/held-bodies.ts';
import { BodyRefused, readBody, takeBody } from '#server/kernel/http/read-body.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

function asking(headers: Record<string, string> = { 'transfer-encoding': 'chunked' }) {
  const request = new IncomingMessage(new Socket());
  request.headers = headers;
  return { request, response: new ServerResponse(request) };
}

const statusOf = (read: Promise<unknown>) =>
  read.then(
    () => 'read',
    (error: unknown) => (error instanceof BodyRefused ? error.status : error),
  );

test('[SC14] a body is counted as it comes: its last byte is taken, one more is not', async () => {
  const { request } = asking();
  const whole = takeBody(request, 10);
  request.push('12345');
  request.push('67890');
  request.push(null);
  expect((await whole).toString()).toBe('1234567890');

  const { request: longer } = asking();
  const refused = statusOf(takeBody(longer, 10));
  longer.push('12345');
  longer.push('678901');
  expect(await refused).toBe(413);
  expect(longer.isPaused()).toBe(true);
});

test('[SC14] one that announces more than its limit is not begun', async () => {
  const { request } = asking({ 'content-length': '11' });
  expect(await statusOf(takeBody(request, 10))).toBe(413);
  expect(request.readableFlowing).toBeNull();
});

test('[SC14] one that does not come within a minute, or breaks off, is refused', async () => {
  const { request: silent } = asking();
  const late = statusOf(takeBody(silent, 10));
  silent.push('1');
  vi.advanceTimersByTime(60_000);
  expect(await late).toBe(408);

  const { request: broken } = asking();
  const cut = statusOf(takeBody(broken, 10));
  broken.destroy();
  expect(await cut).toBe(400);
});

test('[SC14] who finds no room is told so, who announces nothing needs none, and nothing is unpacked', async () => {
  const heldBodies = createHeldBodies({ accounts: 10, account: 10, strangers: 10, peer: 10, waitMs: 0 });
  const read = (headers?: Record<string, string>) => {
    const { request, response } = asking(headers);
    const body = readBody(request, response, { heldBodies, sender: { account: 'nadia' }, maxBytes: 10 });
    return { request, response, body };
  };
  expect((await read({}).body).length).toBe(0);
  expect(await statusOf(read({ 'content-length': '3', 'content-encoding': 'gzip' }).body)).toBe(415);

  const first = read();
  const second = statusOf(read({ 'content-length': '1' }).body);
  await vi.advanceTimersByTimeAsync(0);
  expect(await second).toBe(503);
  // The room is given back with the answer, not with the last byte.
  first.request.push(null);
  await first.body;
  first.response.emit('close');
  const third = read({ 'content-length': '1' });
  third.request.push('1');
  third.request.push(null);
  expect((await third.body).toString()).toBe('1');
});
