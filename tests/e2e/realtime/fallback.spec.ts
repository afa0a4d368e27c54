import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { cardOf, newBoard, openBoard } from '../support/boards.ts';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { type NetworkProxy, startProxy } from '../support/proxy.ts';

const proxies: NetworkProxy[] = [];

/** A proxy that refuses WebSockets; closed after the test. */
async function refusing(keepsAnswers = false): Promise<NetworkProxy> {
  const proxy = await startProxy(keepsAnswers);
  proxies.push(proxy);
  return proxy;
}

test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
  for (const proxy of proxies.splice(0)) await proxy.close();
});

function fallbackOf(page: Page): Locator {
  return page.getByRole('status').getByRole('button', { name: 'Connexion de secours' });
}

/** The save state says so, and nothing of the fallback stands in its way. */
function savedOf(page: Page): Locator {
  return saveStateOf(page).and(page.locator('[data-state=saved]'));
}

/** The built file of the fallback. Files have no names: it is known by what it alone says. */
function fallbackFile(): string {
  const folder = 'build/client/assets';
  const isIt = (file: string) =>
    file.endsWith('.js') && readFileSync(join(folder, file), 'utf8').includes('no session');
  const found = readdirSync(folder).filter(isIt);
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

function loadedFallback(page: Page): Promise<boolean> {
  return page.evaluate(
    (file) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(`/${file}`)),
    fallbackFile(),
  );
}

test('[R10] [R11] two people whose networks refuse WebSockets, one of them keeping answers back, write with a third', async ({
  browser,
}) => {
  const yann = await pageOf(browser, 'metier.b');
  const path = await newDocument(yann, 'Écrire par la connexion de secours');
  const [streaming, buffering] = [await refusing(), await refusing(true)];
  const nadia = await pageOf(browser, 'metier.a', path, { proxy: streaming.settings });
  const conseil = await pageOf(browser, 'donnees.a', path, { proxy: buffering.settings });
  for (const page of [nadia, conseil]) {
    await expect(fallbackOf(page)).toBeVisible();
    await expect(editorOf(page)).toBeVisible();
  }
  const words = new Map([
    [yann, 'Le tilleul donne de l’ombre.'],
    [nadia, 'Le micocoulier boit peu.'],
    [conseil, 'Le platane perd son écorce.'],
  ]);
  for (const [page, text] of words) {
    await write(page, text);
    await page.keyboard.press('Enter');
    await expect(savedOf(page)).toHaveText(SAVED);
    for (const reader of words.keys()) await expect(editorOf(reader)).toContainText(text);
  }
  for (const [page, text] of words) {
    await editorOf(page).getByText(text).click();
    await page.keyboard.press('End');
  }
  await Promise.all(Array.from(words, ([page, text]) => page.keyboard.type(` ${text}`)));
  for (const page of words.keys()) {
    for (const text of words.values()) await expect(editorOf(page)).toContainText(`${text} ${text}`);
    await expect(savedOf(page)).toHaveText(SAVED);
    await expect(page.getByRole('group', { name: '3 personnes présentes' })).toBeVisible();
  }
  expect([await loadedFallback(nadia), await loadedFallback(yann)]).toEqual([true, false]);
  await expect(fallbackOf(yann)).toHaveCount(0);

  await fallbackOf(nadia).focus();
  await nadia.keyboard.press('Enter');
  const about = nadia.getByRole('dialog', { name: 'Connexion de secours' });
  await expect(about).toContainText('Ce que vous écrivez est enregistré de la même façon');
  await expectNoBarrier(nadia);
  await nadia.keyboard.press('Escape');
  await expect(fallbackOf(nadia)).toBeFocused();
  await expectNoBarrier(nadia);
});

test('[R10] [R11] connections that are cut lose nothing, and WebSockets are taken again once they get through', {
  tag: '@gate',
}, async ({ browser }) => {
  const proxy = await refusing();
  const nadia = await pageOf(browser, 'metier.a', '/', { proxy: proxy.settings });
  const path = await newDocument(nadia, 'Revenir à la liaison habituelle');
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(fallbackOf(nadia)).toBeVisible();
  await editorOf(nadia).focus();
  for (const word of ['un', 'deux', 'trois', 'quatre']) {
    await nadia.keyboard.type(`${word} `);
    proxy.cut();
  }
  await expect(editorOf(yann)).toContainText('un deux trois quatre');
  await expect(savedOf(nadia)).toHaveText(SAVED);

  // The next page opens by the fallback at once, and finds meanwhile that WebSockets get through.
  proxy.refusesWebSockets = false;
  await nadia.reload();
  await expect(fallbackOf(nadia)).toBeVisible();
  await expect(fallbackOf(nadia)).toHaveCount(0);
  await write(nadia, 'cinq ');
  await expect(savedOf(nadia)).toHaveText(SAVED);
  await expect(editorOf(yann)).toContainText('un deux trois quatre cinq');
  await nadia.reload();
  await expect(editorOf(nadia)).toContainText('cinq');
  expect(await loadedFallback(nadia)).toBe(false);
});

test('[R10] a board is shared over the fallback too', async ({ browser }) => {
  const yann = await pageOf(browser, 'metier.b');
  const path = await newBoard(yann, 'Tableau de secours', { 'À faire': ['Plans'] });
  await openBoard(yann, path);
  const { settings } = await refusing(true);
  const nadia = await pageOf(browser, 'metier.a', path, { proxy: settings });
  await expect(fallbackOf(nadia)).toBeVisible();
  await expect(cardOf(nadia, 'Plans')).toBeVisible();
  await expect(savedOf(nadia)).toHaveText(SAVED);
  await nadia.getByRole('button', { name: 'Ajouter une carte dans À faire' }).last().click();
  await nadia.keyboard.type('Relevés');
  await nadia.keyboard.press('Enter');
  await expect(cardOf(yann, 'Relevés')).toBeVisible();
});

test('[L2] a server that asks to come back later is heard, and its sentence goes once it has answered', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Revenir plus tard');
  await write(nadia, 'Avant.');
  await expect(savedOf(nadia)).toHaveText(SAVED);
  let isOverloaded = true;
  await nadia.routeWebSocket(/\/collab\//, (socket) => {
    if (isOverloaded) void socket.close({ code: CLOSE.tryLater });
    else socket.connectToServer();
  });
  await nadia.goto(path);
  const notice = nadia.getByRole('status').filter({ hasText: 'Cordée réessaie d’elle-même.' });
  await expect(notice).toBeVisible();
  await expect(saveStateOf(nadia)).toHaveText(/^Hors ligne/);
  await expectNoBarrier(nadia);
  isOverloaded = false;
  await expect(savedOf(nadia)).toHaveText(SAVED);
  await expect(notice).toHaveCount(0);
  expect(await loadedFallback(nadia)).toBe(false);
});
