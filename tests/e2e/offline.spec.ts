import { expect, test } from '@playwright/test';
import { type Device, expectKept, newDevice } from './support/device.ts';
import { editorOf, newDocument, pageOf, saveStateOf, write } from './support/documents.ts';
import { expectNoBarrier } from './support/no-barrier.ts';
import { type OwnServer, startOwnServer } from './support/own-server.ts';
import { signIn } from './support/sign-in.ts';

const SAVED = 'Enregistré';
let server: OwnServer;
let device: Device;

test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server.remove());
test.beforeEach(async ({ browserName: _ }, info) => {
  await server.stop();
  await server.start();
  device = await newDevice(info, server.origin);
});
test.afterEach(async ({ browser }) => {
  await device.remove();
  for (const context of browser.contexts()) await context.close();
});

test('[L7] a known document opens cold without a server, is written in twice, and arrives', async ({
  browser,
}) => {
  let nadia = await device.open();
  await signIn(device.context(), 'metier.a@demo.example');
  const path = await newDocument(nadia, 'Ombre des rues');
  await write(nadia, 'Avec réseau.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await expectKept(nadia, 'Ombre des rues');
  await device.close();
  await server.stop();

  nadia = await device.open();
  await nadia.goto('/');
  await expect(nadia.getByRole('heading', { level: 1 })).toHaveText('Le serveur ne répond pas');
  await expectNoBarrier(nadia);
  await nadia.getByRole('link', { name: 'Ombre des rues' }).click();
  await expect(editorOf(nadia)).toContainText('Avec réseau.');
  await expect(saveStateOf(nadia)).toHaveText(/^Hors ligne/);
  await write(nadia, ' Sans lui.');
  await expect(saveStateOf(nadia)).toContainText('10 modifications gardées sur cet appareil');
  await device.close();

  nadia = await device.open();
  await nadia.goto(path);
  await expect(editorOf(nadia)).toContainText('Avec réseau. Sans lui.');
  await write(nadia, ' Ni hier.');
  await expect(saveStateOf(nadia)).toContainText('19 modifications gardées sur cet appareil');
  const list = await device.context().newPage();
  await list.goto('/groupes');
  await expect(list.getByRole('listitem').filter({ hasText: 'Ombre des rues' })).toContainText(
    '19 modifications à envoyer',
  );

  await server.start();
  await expect(nadia.getByText('19 modifications envoyées')).toBeVisible();
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const yann = await pageOf(browser, 'metier.b', path, { baseURL: server.origin });
  await expect(editorOf(yann)).toContainText('Avec réseau. Sans lui. Ni hier.');
});
