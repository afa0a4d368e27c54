import { expect, type Page, test } from '@playwright/test';
import { cardOf, SAVED, twoOnOneBoard } from './support/boards.ts';
import { saveStateOf } from './support/documents.ts';
import { expectNoBarrier } from './support/no-barrier.ts';

async function openFields(page: Page) {
  await page.getByRole('button', { name: 'Actions du tableau' }).click();
  await page.getByRole('menuitem', { name: 'Champs des cartes' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Champs des cartes' })).toBeVisible();
  return dialog;
}

/** Gives the board a field of choices, shown on the face of cards. */
async function addChoice(page: Page, name: string, options: readonly string[]): Promise<void> {
  const dialog = await openFields(page);
  await dialog.getByLabel('Nom du champ').fill(name);
  await dialog.getByLabel('Ce que l’on y écrit').selectOption('Choix dans une liste');
  await dialog.getByRole('button', { name: 'Ajouter le champ' }).click();
  for (const option of options) {
    await dialog.getByLabel('Nouveau choix').fill(option);
    await dialog.getByRole('button', { name: 'Ajouter le choix' }).click();
    await expect(dialog.getByRole('textbox', { name: `Nom du choix «\u202f${option}\u202f»` })).toBeVisible();
  }
  await dialog.getByRole('checkbox', { name: 'Montrer sur les cartes' }).check();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test('[B41] [B42] a group adds fields, cards hold values in them, and a removed field comes back with them', async ({
  browser,
}) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Champs du groupe');
  await addChoice(nadia, 'Quartier', ['Gare', 'Port']);
  const dialog = await openFields(nadia);
  await dialog.getByLabel('Nom du champ').press('Enter');
  await expect(dialog.getByLabel('Nom du champ')).toHaveAccessibleDescription(/au moins un caractère/);
  await dialog.getByLabel('Nom du champ').fill('Budget');
  await dialog.getByLabel('Ce que l’on y écrit').selectOption('Nombre');
  await dialog.getByRole('button', { name: 'Ajouter le champ' }).click();
  await expect(dialog.getByText('Budget', { exact: true })).toBeVisible();
  await expectNoBarrier(nadia);
  await nadia.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await cardOf(nadia, 'Plans').click();
  const panel = nadia.getByRole('complementary', { name: 'Carte' });
  await panel.getByLabel('Quartier').selectOption('Port');
  await expect(cardOf(yann, 'Plans')).toContainText('Quartier\u00a0: Port');
  await expect(cardOf(yann, 'Plans')).toHaveAccessibleName(/Quartier\u00a0: Port/);
  const budget = panel.getByLabel('Budget');
  await budget.fill('1200 €');
  await budget.blur();
  await expect(budget).toHaveAccessibleDescription(/Écrivez un nombre seul/);
  await expect(budget).toHaveValue('1200 €');
  await budget.fill('1200,5');
  await budget.press('Enter');
  await expect(budget).toHaveValue('1\u202f200,5');
  await expectNoBarrier(nadia);

  const fields = await openFields(yann);
  await yann.getByRole('button', { name: 'Actions du champ «\u202fQuartier\u202f»' }).click();
  await yann.getByRole('menuitem', { name: 'Retirer' }).click();
  await expect(panel.getByLabel('Quartier')).toBeHidden();
  await expect(cardOf(nadia, 'Plans')).not.toContainText('Port');
  await fields.getByRole('button', { name: 'Remettre «\u202fQuartier\u202f»' }).click();
  await expect(panel.getByLabel('Quartier')).toHaveValue(/./);
  await expect(cardOf(nadia, 'Plans')).toContainText('Quartier\u00a0: Port');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
});
