import { expect } from '@playwright/test';
import { newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { answer, leavingOf, openRound, rowOf } from '../support/reviews.ts';

test('[RV12] [RV13] a signed text leaves with its approvals, and anybody checks the files that left', {
  tag: '@gate',
}, async ({ browser }) => {
  const claire = await pageOf(browser, 'animation');
  const document = await newDocument(claire, 'Fiche à vérifier');
  await write(claire, 'Le texte que l’on signe.');
  await expect(saveStateOf(claire)).toContainText(SAVED);
  await claire.goto(`${document}/relectures`);
  await openRound(claire, { organisations: ['OpenDataFrance'] });
  await answer(claire, 'Approuve');
  await expect(claire.getByText('Le texte est approuvé')).toBeVisible();
  const files = await leavingOf(claire);

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(files.verification);
  await expect(visitor.getByRole('heading', { name: 'Texte approuvé' })).toBeVisible();
  await expect(rowOf(visitor, 'OpenDataFrance')).toContainText('Approuve');
  // Nothing of a text that is not published.
  await expect(visitor.locator('body')).not.toContainText('Fiche à vérifier');
  await expect(visitor.locator('body')).not.toContainText('Claire');
  await expectNoBarrier(visitor);
  const sent: string[] = [];
  visitor.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
  const check = (name: string, bytes: Buffer) =>
    visitor
      .getByLabel('Fichier à vérifier')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await check('signe.pdf', files.pdf);
  await expect(visitor.getByText('Ce fichier est bien l’un de ceux')).toBeVisible();
  await check('texte.json', files.json);
  await expect(visitor.getByText('Ce fichier contient exactement le texte signé.')).toBeVisible();
  await check('export.json', Buffer.from(JSON.stringify(JSON.parse(files.json.toString()), null, 2)));
  await expect(visitor.getByText('Ce fichier contient exactement le texte signé.')).toBeVisible();
  await check('faux.json', Buffer.from(files.json.toString().replace('signe', 'signa')));
  await expect(visitor.getByText('Ce fichier ne contient pas le texte signé')).toBeVisible();
  await check('faux.pdf', Buffer.concat([files.pdf, Buffer.from('\n')]));
  await expect(visitor.getByText('Ce fichier n’est pas l’un de ceux')).toBeVisible();
  expect(sent).toEqual([]);

  expect((await visitor.request.get(`/verification/${'0'.repeat(64)}`)).status()).toBe(404);
  expect((await visitor.request.get('/verification/nimporte-quoi')).status()).toBe(404);
  await visitor.goto('/verification');
  await check('signe.pdf', files.pdf);
  await expect(visitor.getByText('celle d’un fichier PDF produit ici')).toBeVisible();
});

test('[RV13] [WS1] without script the page says what was signed', { tag: '@gate' }, async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/verification');
  await expect(page.getByRole('heading', { level: 1, name: 'Vérifier un texte signé' })).toBeVisible();
  await expect(page.locator('noscript p')).toContainText('sha256sum');
});
