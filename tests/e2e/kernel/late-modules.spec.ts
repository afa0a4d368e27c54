import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import { lateModules } from '#app/kernel/late-modules.server.ts';
import { test } from '../support/journey.ts';

test('[S7] a page whose modules come in two pieces, with a pause between, still wakes up', {
  tag: '@gate',
}, async ({ page }) => {
  const script = `<script nonce="n" type="module" async="">document.title = 'Debout';</script>`;
  const html = `<!doctype html><body><p>Lisible</p>${script}<p>Fin</p></body>`;
  const late = await text(Readable.from([Buffer.from(html)]).pipe(lateModules('n')));
  const cut = late.indexOf('Debout');
  let sendRest = () => undefined as unknown;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write(late.slice(0, cut));
    sendRest = () => response.end(late.slice(cut));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const faults: Error[] = [];
  page.on('pageerror', (fault) => faults.push(fault));

  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' });
  await page.locator('script[type="text/late-module"]').waitFor({ state: 'attached' });
  // Painted since: what waits for that has run.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve)))),
  );
  sendRest();
  await expect(page).toHaveTitle('Debout');
  expect(faults).toEqual([]);
  server.close();
});
