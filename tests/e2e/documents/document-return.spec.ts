import { expect } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** The same file with other words in its text, as somebody changes them in a word processor that tracks nothing. */
function corrected(file: Uint8Array, from: string, to: string): Buffer {
  const parts = unzipSync(file);
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(text).toContain(from);
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(text.replace(from, to)) }));
}

test('[X26] a text that left as a file comes back corrected, as a suggestion that is accepted; whoever may not propose has no such page', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Un guide relu ailleurs');
  const id = path.split('/')[2]?.slice(0, 36);
  await write(page, 'Le budget est de 120 euros.');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  const left = await page.request.get(`/api/v1/documents/${id}/export?format=docx`);
  const buffer = corrected(await left.body(), '120 euros', '150 euros');

  await page.locator('.doc-actions summary').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Importer une version corrigée' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Importer une version corrigée' })).toBeVisible();
  await expectNoBarrier(page);
  // Without a file the page says so where it is asked for.
  await page.getByRole('button', { name: 'Importer la version' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expectNoBarrier(page);
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await page.getByLabel('Fichier corrigé').setInputFiles({ name: 'relu.docx', mimeType: docx, buffer });
  await page.getByRole('button', { name: 'Importer la version' }).click();
  const report = page.getByRole('region', { name: 'Ce que le fichier a apporté' });
  await expect(report).toContainText('1 suggestion');
  await expectNoBarrier(page);
  await report.getByRole('link', { name: 'Voir les suggestions dans le document' }).click();
  await expect(editorOf(page)).toContainText('120 euros');
  await page.getByRole('button', { name: 'Accepter' }).first().click();
  await expect(editorOf(page)).toContainText('150 euros');

  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.request.get(`${path}/version-corrigee`)).status()).toBe(404);
});
