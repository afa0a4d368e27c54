import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { editorOf, newDocument, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { signIn } from '../support/sign-in.ts';

test.use({ serviceWorkers: 'allow' });

let server: OwnServer;
test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server.remove());

async function copyOf(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger ma copie' }).click();
  return readFile(await (await download).path(), 'utf8');
}

test('[K4] after a restoration two histories are not mixed, and the text as it was is offered back', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.origin });
  await signIn(context, 'metier.a@demo.example');
  const nadia = await context.newPage();
  const path = await newDocument(nadia, 'Plan de crue');
  await write(nadia, 'Avant la sauvegarde.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await server.stop();
  await server.keepState();

  await server.start();
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await write(nadia, ' Après la sauvegarde.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await server.stop();
  await server.restoreState();
  await server.start();

  const notice = nadia.getByRole('alert').filter({ hasText: 'remise dans un état antérieur' });
  await expect(notice).toBeVisible();
  await expectNoBarrier(nadia);
  expect(await copyOf(nadia)).toContain('Avant la sauvegarde. Après la sauvegarde.');
  await notice.getByRole('button', { name: 'Ouvrir le contenu restauré' }).click();

  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await expect(editorOf(nadia)).toHaveText('Avant la sauvegarde.');
  const aside = nadia.getByRole('status').filter({ hasText: 'Votre copie d’avant la restauration' });
  await expect(aside).toBeVisible();
  await write(nadia, ' Puis la suite.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await nadia.goto(path);
  await expect(editorOf(nadia)).toHaveText('Avant la sauvegarde. Puis la suite.');

  expect(await copyOf(nadia)).toContain('Avant la sauvegarde. Après la sauvegarde.');
  await aside.getByRole('button', { name: 'La retirer de cet appareil' }).click();
  await expect(aside).toHaveCount(0);
  await nadia.reload();
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await expect(aside).toHaveCount(0);
  await context.close();
});

test('[K5] what was written without a network in a document that others deleted meanwhile is offered back', {
  tag: '@gate',
}, async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.origin, acceptDownloads: true });
  await signIn(context, 'metier.a@demo.example');
  const nadia = await context.newPage();
  const path = await newDocument(nadia, 'Haies à planter');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await context.setOffline(true);
  await expect(saveStateOf(nadia)).toContainText('Hors ligne');
  await write(nadia, 'Écrit au chantier.');

  const others = await browser.newContext({ baseURL: server.origin });
  await signIn(others, 'animation@demo.example');
  const animation = await others.newPage();
  await animation.goto(path);
  const answer = await animation.request.post(path, {
    form: { intent: 'trash' },
    headers: { origin: server.origin },
  });
  expect(answer.ok()).toBe(true);
  await context.setOffline(false);
  await expect(nadia.getByRole('alert').filter({ hasText: 'corbeille' })).toBeVisible();
  expect(await copyOf(nadia)).toContain('Écrit au chantier.');
  await context.close();
  await others.close();
});
