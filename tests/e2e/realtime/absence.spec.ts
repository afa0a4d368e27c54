import { expect, type Page } from '@playwright/test';
import { fillDevice, keepDeviceBusy } from '../support/device.ts';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';

test.use({ serviceWorkers: 'allow' });

async function saved(page: Page, text: string): Promise<void> {
  await write(page, text);
  await expect(saveStateOf(page)).toHaveText(SAVED);
}

test('[L6] coming back says how much was sent and received, without moving the page', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Au retour');
  await saved(nadia, 'Début.');
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(yann)).toContainText('Début.');

  await nadia.context().setOffline(true);
  await expect(saveStateOf(nadia)).toHaveText(/^Hors ligne/);
  await write(nadia, ' Chez nous.x');
  await saved(yann, ' Oui');
  // Narrow as a telephone, what waits is still in sight.
  await nadia.setViewportSize({ width: 320, height: 640 });
  await expect(saveStateOf(nadia).getByText('Hors ligne : 12 gardées')).toBeInViewport();
  await nadia.setViewportSize({ width: 1280, height: 900 });
  await expect(saveStateOf(nadia)).toContainText('12 modifications gardées sur cet appareil');
  const place = await editorOf(nadia).boundingBox();

  await nadia.context().setOffline(false);
  const note = nadia.getByText('12 modifications envoyées, 4 reçues');
  await expect(note).toBeVisible();
  expect(await editorOf(nadia).boundingBox()).toMatchObject({ x: place?.x, y: place?.y });
  await expect(note).toHaveCount(0);

  // Nor does the bar of a telephone change its height while something is being saved.
  await nadia.setViewportSize({ width: 360, height: 640 });
  const heights = await nadia.locator('header.top').evaluateHandle((top) => {
    const seen = new Set([top.clientHeight]);
    new ResizeObserver(() => seen.add(top.clientHeight)).observe(top);
    return seen;
  });
  await saved(nadia, ' Fin');
  expect(await heights.evaluate((seen) => [...seen])).toHaveLength(1);
});

test('[L2] a duplicated tab writes as another: both texts are kept, and each change is counted once', {
  tag: '@gate',
}, async ({ browser }) => {
  const first = await pageOf(browser, 'metier.a');
  const path = await newDocument(first, 'Deux onglets');
  await saved(first, 'A.');
  const context = first.context();
  await context.setOffline(true);
  await write(first, ' un');
  await expect(saveStateOf(first)).toContainText('3 modifications gardées');
  await context.setOffline(false);
  await expect(saveStateOf(first)).toHaveText(SAVED);
  const opened = context.waitForEvent('page');
  await first.evaluate(() => window.open(location.href));
  const second = await opened;
  await expect(editorOf(second)).toContainText('A. un');
  // A page that still opens would connect between the two cuts, which Chromium makes one after the other.
  await expect(saveStateOf(second)).toHaveText(SAVED);

  await context.setOffline(true);
  for (const page of [first, second]) await expect(saveStateOf(page)).toHaveText(/^Hors ligne/);
  await write(first, ' deux');
  await write(second, ' trois');
  await expect(saveStateOf(first)).toContainText('5 modifications gardées');
  await expect(saveStateOf(second)).toContainText('6 modifications gardées');
  await second.close();
  await context.setOffline(false);
  await expect(first.getByText('5 modifications envoyées')).toBeVisible();

  const third = await context.newPage();
  await third.goto(path);
  await expect(third.getByText('6 modifications envoyées')).toBeVisible();
  for (const page of [first, third]) {
    await expect(editorOf(page)).toContainText('deux');
    await expect(editorOf(page)).toContainText('trois');
  }
});

test('[L1] a server that takes the connection and says nothing is told as no connection, and nothing is lost', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  await newDocument(nadia, 'Serveur muet');
  await saved(nadia, 'Avant.');
  await nadia.routeWebSocket(/\/collab\//, () => undefined);
  await nadia.reload();
  await expect(editorOf(nadia)).toContainText('Avant.');
  await expect(saveStateOf(nadia)).toHaveText(/^Hors ligne/);
  await write(nadia, ' Après.');
  await expect(saveStateOf(nadia)).toContainText('7 modifications gardées');
  await nadia.unrouteAll();
  const again = await nadia.context().newPage();
  await again.goto(nadia.url());
  await nadia.close();
  await expect(saveStateOf(again)).toHaveText(SAVED);
  await expect(editorOf(again)).toContainText('Avant. Après.');
});

test('[L2] a device that answers late is counted too: what it brings is said to be sent', async ({
  browser,
}) => {
  const first = await pageOf(browser, 'metier.a');
  const path = await newDocument(first, 'Appareil lent');
  await saved(first, 'A.');
  const context = first.context();
  await context.setOffline(true);
  await expect(saveStateOf(first)).toHaveText(/^Hors ligne/);
  await write(first, ' un');
  await expect(saveStateOf(first)).toContainText('3 modifications gardées');
  await first.close();
  await context.setOffline(false);

  const busy = await context.newPage();
  await busy.goto('/');
  await keepDeviceBusy(busy);
  const second = await context.newPage();
  await second.goto(path);
  await expect(saveStateOf(second)).toHaveText(SAVED);
  await expect(editorOf(second)).toHaveText('A.');
  await busy.close();
  await expect(second.getByText('3 modifications envoyées')).toBeVisible();
  await expect(editorOf(second)).toHaveText('A. un');
});

test('[L2] a device that is full is not said to keep anything, and leaving asks', async ({
  browser,
  baseURL: origin = '',
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  // What the browser sets aside for a site it asks once for half a minute: a small device from the start is soon full.
  const browserSide = await nadia.context().newCDPSession(nadia);
  await browserSide.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
  await newDocument(nadia, 'Appareil plein');
  await saved(nadia, 'Début.');
  await nadia.context().setOffline(true);
  await expect(saveStateOf(nadia)).toHaveText(/^Hors ligne/);
  await fillDevice(nadia);
  await write(nadia, 'x');
  await expect(saveStateOf(nadia)).toContainText('dans cet onglet seulement');
  const asked = nadia.waitForEvent('dialog');
  await nadia.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await nadia.context().setOffline(false);
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
});

test('[L1] a line that died without a word is noticed, and both texts are there in the end', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  let isDead = false;
  await nadia.routeWebSocket(/\/collab\//, (socket) => {
    if (isDead) return;
    const ours = socket.connectToServer();
    let isCut = false;
    const pass = (to: typeof ours) => (message: string | Buffer) => {
      isCut ||= isDead;
      if (!isCut) to.send(message);
    };
    socket.onMessage(pass(ours));
    ours.onMessage(pass(socket));
  });
  await nadia.route(/\/collab\//, (route) => (isDead ? route.abort() : route.continue()));
  const path = await newDocument(nadia, 'Au fond du train');
  await saved(nadia, 'Début.');
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(yann)).toContainText('Début.');
  isDead = true;
  await write(nadia, ' Tunnel.');
  await saved(yann, ' Gare.');
  await expect(saveStateOf(nadia)).toContainText('8 modifications gardées');
  isDead = false;
  for (const page of [nadia, yann]) {
    await expect(editorOf(page)).toContainText('Tunnel.');
    await expect(editorOf(page)).toContainText('Gare.');
  }
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
});
