import { expect } from '@playwright/test';
import {
  documentsOfFirstGroup,
  editorOf,
  newDocument,
  pageOf,
  saveStateOf,
  write,
} from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[D7] a document goes to the trash for everybody and comes back with its text', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'À jeter puis à reprendre');
  await write(nadia, 'Un texte qui reste.');
  await expect(saveStateOf(nadia)).toHaveText('Enregistré');
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(yann)).toContainText('Un texte qui reste.');

  const toTrash = async () => {
    await nadia.getByLabel('Autres actions').click();
    await nadia.getByRole('button', { name: 'Mettre à la corbeille' }).click();
    await expect(nadia.getByRole('status').filter({ hasText: 'est à la corbeille' })).toBeVisible();
  };
  await toTrash();
  await expect(yann.getByText('Un texte qui reste.')).toHaveCount(0);
  await expect(yann.getByRole('alert')).toContainText('mise à la corbeille');
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: 'Annuler' }).click();
  await expect(editorOf(nadia)).toContainText('Un texte qui reste.');

  await toTrash();
  await nadia.getByRole('main').getByRole('link', { name: 'Corbeille' }).first().click();
  await expect(nadia.getByRole('heading', { level: 1, name: 'Corbeille' })).toBeVisible();
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: /^Restaurer .*À jeter puis à reprendre/u }).click();
  await expect(editorOf(nadia)).toContainText('Un texte qui reste.');
});

test('[WS1] documents are listed and read without script', { tag: '@gate' }, async ({ browser }) => {
  const signedIn = await pageOf(browser, 'metier.a');
  const list = await documentsOfFirstGroup(signedIn);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(list);
  await page.getByRole('link', { name: 'Îlots de chaleur : mesurer, cartographier, agir' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'À qui sert ce guide' })).toBeVisible();
  await expect(page.getByText('Ce guide s’adresse aux villes')).toBeVisible();
  await page.getByRole('link', { name: 'Mesurer l’ombre' }).click();
  await expect(page).toHaveURL(/#titre-mesurer-l-ombre$/);
});
