import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { webhook as words } from '#shared/operations/webhook/webhook.fr.ts';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { signIn } from '../support/sign-in.ts';

let own: OwnServer;
let address = '';
const came: { type: string; signature: string | undefined }[] = [];
/** Stands in for another tool: it does not want to know the first message. */
const tool = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const signature = request.headers['webhook-signature'];
  came.push({ type: JSON.parse(body).type, signature: signature?.toString() });
  response.writeHead(came.length === 1 ? 500 : 204).end(came.length === 1 ? 'pas prêt' : undefined);
});

test.beforeAll(async () => {
  await new Promise<void>((resolve) => tool.listen(0, '127.0.0.1', resolve));
  const { port } = tool.address() as AddressInfo;
  address = `http://127.0.0.1:${port}/entree`;
  own = await startOwnServer({ OUTSIDE: '1', OUTSIDE_ALLOW: `127.0.0.1:${port}` });
});
test.afterAll(async () => {
  await own.remove();
  tool.closeAllConnections();
  tool.close();
});

test('[WH1] [WH3] [WH6] [WH7] a facilitator links another tool, tries it, reads what it answered, and sends again', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: own.origin });
  await signIn(context, 'animation@demo.example');
  const page = await context.newPage();
  await page.goto('/groupes');
  await page.getByRole('main').getByRole('link', { name: 'Nature en ville' }).first().click();
  await page.getByRole('link', { name: 'Réglages' }).click();
  await page.getByRole('link', { name: words.manage }).click();
  await expect(page.getByText(words.none)).toBeVisible();
  await expectNoBarrier(page);

  await page.getByRole('button', { name: words.create }).click();
  await expect(page.getByLabel(`${words.name} (obligatoire)`, { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await page.getByLabel(`${words.name} (obligatoire)`, { exact: true }).fill('Salon de l’équipe');
  await page.getByLabel(words.address).fill(address);
  await page.getByLabel(words.some).check();
  await page.getByText(words.choose).click();
  await page.getByLabel(words.typeOf('document.created')).check();
  await page.getByRole('button', { name: words.create }).click();
  await expect(page.getByLabel(words.secret.label)).toHaveValue(/^whsec_.{44}$/);
  await expect(page.getByLabel(words.secret.label)).toBeFocused();
  await expectNoBarrier(page);
  await page.getByRole('link', { name: words.open }).click();
  await expect(page.getByText(words.chosen(1))).toBeVisible();
  await expect(page.getByText(words.logNone)).toBeVisible();

  const read = () =>
    expect(async () => {
      await page.getByRole('link', { name: words.refresh }).click();
      await expect(page.getByText(words.states.waiting)).toHaveCount(0, ONE_LOOK);
    }).toPass();
  await page.getByRole('button', { name: words.test }).click();
  await expect(page.getByText(words.testQueued)).toBeVisible();
  await read();
  await expect(page.getByText(words.states.failed)).toBeVisible();
  await page.getByText(`${words.tries(1)}, ${words.status(500)}`).click();
  await expect(page.getByText('pas prêt')).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: words.againOf(words.typeOf('webhook.test')) }).click();
  await expect(page.getByText(words.againQueued)).toBeVisible();
  await read();
  await expect(page.getByText(words.states.delivered)).toBeVisible();
  expect(came.map(({ type }) => type)).toEqual(['webhook.test', 'webhook.test']);
  expect(came[1]?.signature).toMatch(/^v1,.{44}$/);

  await page.getByText(words.settings).click();
  await page.getByRole('button', { name: words.rotate }).click();
  await expect(page.getByLabel(words.secret.label)).toHaveValue(/^whsec_.{44}$/);
  await page.getByRole('button', { name: words.pause }).click();
  await expect(page.getByText(words.pauseReasons.byHand)).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoBarrier(page);
  await context.close();
});
