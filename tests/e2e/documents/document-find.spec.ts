import { expect } from '@playwright/test';
import {
  editorOf,
  newDocument,
  pageOf,
  SAVED,
  saveStateOf,
  whenToolsListen,
  write,
} from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[D25] find and replace: accents, counts, one step of undoing', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Chercher');
  await write(page, 'Été comme hiver, l’été dure.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ete sans accent, ÉTÉ en capitales');
  await page.keyboard.press('Control+Home');
  await whenToolsListen(page);
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('form', { name: 'Rechercher et remplacer' });
  const term = bar.getByRole('textbox', { name: 'Rechercher' });
  await expect(term).toBeFocused();
  await term.fill('ete');
  await expect(bar).toContainText('1 sur 4');
  await expect(page.locator('[data-spoken]')).toHaveText('1 sur 4');
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('2 sur 4');
  await page.keyboard.press('Shift+Enter');
  await expect(bar).toContainText('1 sur 4');
  await bar.getByLabel('Accents').check();
  await expect(bar).toContainText('1 sur 1');
  await bar.getByLabel('Accents').uncheck();
  await bar.getByLabel('Majuscules').check();
  await expect(bar).toContainText('2 sur 2');
  await expectNoBarrier(page);
  await bar.getByLabel('Majuscules').uncheck();
  await term.fill("l'été");
  await expect(bar).toContainText('1 sur 1');
  await term.fill('(été');
  await expect(bar).toContainText('Aucun résultat');
  await term.fill('ete');
  await bar.getByRole('textbox', { name: 'Remplacer par' }).fill('automne');
  await bar.getByRole('button', { name: 'Tout remplacer' }).click();
  await expect(page.locator('[data-spoken]')).toHaveText('Aucun résultat');
  await expect(editorOf(page)).toContainText('automne sans accent, automne en capitales');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(editorOf(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(editorOf(page)).toContainText('Été comme hiver, l’été dure.');
  await expect(editorOf(page)).toContainText('ete sans accent, ÉTÉ en capitales');
  await expect(saveStateOf(page)).toHaveText(SAVED);
});
