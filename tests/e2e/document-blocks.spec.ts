import { expect, test } from '@playwright/test';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from './support/documents.ts';
import { expectNoBarrier } from './support/no-barrier.ts';

test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
});

test('[D20] a slash opens what can be inserted, found by name and chosen by keys', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Au fil de la plume');
  await write(page, '/');
  const list = page.getByRole('listbox', { name: 'Blocs à insérer' });
  await expect(list.getByRole('option', { name: 'Titre 1' })).toBeVisible();
  await expect(list.getByRole('group', { name: 'Encadrés' })).toBeVisible();
  await expect(editorOf(page)).toBeFocused();
  await expect(editorOf(page)).toHaveAttribute('aria-activedescendant', 'inserer-paragraph');
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('option', { name: 'Titre 1' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-spoken]')).toContainText('Titre 1, 2 sur');
  await expectNoBarrier(page);

  await page.keyboard.type('retenir');
  await expect(list.getByRole('option')).toHaveText(['À retenir']);
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await page.keyboard.type('Relever l’ombre à 14 h.');
  await expect(editorOf(page).getByRole('note')).toContainText('Relever l’ombre à 14 h.');
  await expect(editorOf(page)).not.toHaveAttribute('aria-activedescendant');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Ni 3 km/h ni /rien de cela');
  await expect(list).toBeHidden();
  await expect(editorOf(page)).toContainText('Ni 3 km/h ni /rien de cela');
  await page.keyboard.type(' /tab');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(editorOf(page)).toContainText('/tab');
  await expect(saveStateOf(page)).toHaveText(SAVED);
});

test('[D20] the toolbar inserts the same, and what others write closes no menu', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'À deux');
  await write(nadia, 'Première ligne');
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(yann)).toContainText('Première ligne');
  await nadia.keyboard.press('Enter');
  await nadia.keyboard.type('/deux');
  const list = nadia.getByRole('listbox', { name: 'Blocs à insérer' });
  await expect(list.getByRole('option')).toHaveText(['Deux colonnes']);
  await editorOf(yann).getByText('Première ligne').click();
  await yann.keyboard.press('Home');
  await yann.keyboard.type('Toute ');
  await expect(editorOf(nadia)).toContainText('Toute première ligne', { ignoreCase: true });
  await expect(list.getByRole('option')).toHaveText(['Deux colonnes']);
  await nadia.keyboard.press('Enter');
  await nadia.keyboard.type('À gauche');
  await expect(editorOf(yann).locator('.columns > .column')).toHaveText(['À gauche', '']);

  await yann.keyboard.press('Control+End');
  await yann.getByRole('button', { name: 'Insérer', exact: true }).click();
  await yann.getByRole('menuitem', { name: 'Volet dépliable' }).click();
  await yann.keyboard.type('Pourquoi');
  await expect(editorOf(nadia).locator('summary')).toHaveText('Pourquoi');
  await expect(editorOf(yann)).toContainText('Toute Première ligne');
  await expect(saveStateOf(yann)).toHaveText(SAVED);
});
