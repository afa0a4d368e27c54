import { expect } from '@playwright/test';
import { newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { openOnceItSays } from '../support/later.ts';

test('[V6] the parts of each city are a file, for whoever reads the document', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Des parts en fichier');
  await write(page, 'Écrit à Valmont.');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  const link = page.getByRole('link', { name: 'Télécharger ces parts (CSV)' });
  // Who wrote is read from what the log has told the tables, within two seconds.
  await openOnceItSays(page, page.url(), 'Télécharger ces parts (CSV)');
  const address = (await link.getAttribute('href')) ?? '';
  const file = await page.request.get(address);
  expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8');
  expect(file.headers()['content-disposition']).toContain('attachment');
  expect(await file.text()).toBe('\ufeffOrganisation;Part du texte (%)\r\nValmont-sur-Loire;100');
  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.request.get(address)).status()).toBe(404);
  expect(path).toBeTruthy();
});
