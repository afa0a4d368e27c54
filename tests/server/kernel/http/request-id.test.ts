import { once } from 'node:events';
import { createServer } from 'node:http';
import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import express from 'express';
import pino from 'pino';
import { afterAll, expect, test } from 'vitest';
import { loggedRequest, withRequestId } from '#server/kernel/http/request-id.ts';
import { sendProblem } from '#server/operations/api/problem.ts';

const lines: Record<string, unknown>[] = [];
const log = pino(
  { mixin: loggedRequest },
  new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  }),
);
const http = express();
const together = Promise.withResolvers<void>();
let waiting = 0;
http.get('/:name', async (request, response) => {
  // Both are on their way before either goes on.
  if (++waiting === 2) together.resolve();
  await together.promise;
  await turn();
  log.warn({ name: request.params.name }, 'looked at');
  sendProblem(response, 'api.unexpected');
});
const server = createServer(withRequestId(http));
afterAll(() => server.close());

test('[OP7] each line of the log carries the id of its own answer, an id of ours, among others on their way', async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const ask = async (name: string) => {
    const headers = { 'x-request-id': 'choisi-ailleurs' };
    const answer = await fetch(`http://127.0.0.1:${port}/${name}`, { headers });
    return { name, id: answer.headers.get('x-request-id'), status: answer.status };
  };
  const asked = await Promise.all([ask('une'), ask('autre')]);
  log.info('outside');
  expect(asked.map(({ status }) => status)).toEqual([500, 500]);
  for (const { name, id } of asked) {
    expect(id).toMatch(/^[\da-f-]{36}$/);
    expect(lines.find((line) => line.name === name)?.request).toBe(id);
  }
  expect(new Set(asked.map(({ id }) => id)).size).toBe(2);
  expect(lines.at(-1)).not.toHaveProperty('request');
});
