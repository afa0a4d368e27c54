import { expect } from '@playwright/test';
import { choose } from '../support/choose.ts';
import {
  documentsOfFirstGroup,
  editorOf,
  insert,
  newDocument,
  pageOf,
  SAVED,
  saveStateOf,
} from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[DA1] [DA4] by keyboard, a decision goes from the minutes to the register and back, and a later one amends it', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  // A word of its own: tried again, it meets the decisions of the first try.
  const own = crypto.randomUUID().slice(0, 8);
  await newDocument(page, 'Compte rendu du 14 mars');
  await insert(page, 'décision', 'Décision', `Mesurer l’ombre ${own} à 14 h`);
  await page.keyboard.press('Enter');
  await insert(page, 'decision', 'Décision', `Mesurer l’ombre ${own} à midi`);
  const blocks = editorOf(page).locator('.outcome');
  await expect(blocks.nth(1).locator('.outcome-label')).toHaveText(/Décision \d{4}-\d+/);
  await expect(saveStateOf(page)).toHaveText(SAVED);
  await expectNoBarrier(page);
  const names = await blocks.locator('.outcome-label').allTextContents();

  await page.goto((await documentsOfFirstGroup(page)).replace('documents', 'decisions'));
  const register = page.getByRole('list', { name: 'Registre des décisions' });
  await page.getByLabel('Mots').fill(`ombre ${own} midi`);
  await page.keyboard.press('Enter');
  await expect(register.getByRole('listitem')).toHaveCount(1);
  await expectNoBarrier(page);
  await register.getByRole('link', { name: `Mesurer l’ombre ${own} à midi` }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(names[1] ?? '');
  await page.getByLabel('Cette décision', { exact: true }).selectOption('amends');
  await choose(page.getByLabel('Décision visée'), `${own} à 14 h`);
  await page.getByRole('button', { name: 'Lier' }).first().press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Modifie' })).toContainText(names[0] ?? '');
  await expectNoBarrier(page);
  await page.getByRole('link', { name: names[0] ?? '', exact: true }).press('Enter');
  await expect(page.getByText('Modifiée par')).toBeVisible();
  await page.getByRole('link', { name: 'Voir le paragraphe' }).press('Enter');
  await expect(editorOf(page).locator('.outcome-facts').first()).toContainText('modifiée');
});

test('[DA5] [DA8] an action goes from the text to the board; ticked in either place it is ticked in both; a copy is another', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Relevé d’actions');
  await insert(page, 'action', 'Action', 'Écrire aux quatre villes');
  const block = editorOf(page).locator('.outcome');
  const box = block.getByRole('checkbox', { name: 'Action faite' });
  await expect(box).toBeEnabled();
  const card = await block.getByRole('link', { name: 'Ouvrir la carte' }).getAttribute('href');
  const reader = await pageOf(browser, 'metier.b', card ?? '');
  const panel = reader.getByRole('complementary', { name: 'Carte' });
  await expect(panel.getByRole('textbox', { name: 'Titre' })).toHaveValue('Écrire aux quatre villes');
  await expect(panel.getByRole('link', { name: 'Relevé d’actions' })).toBeVisible();

  await box.focus();
  await page.keyboard.press('Space');
  const title = reader.locator('.kcard-title', { hasText: 'Écrire aux quatre villes' });
  await expect(reader.getByRole('grid', { name: 'Fait', exact: true }).locator('.kcard-title')).toContainText(
    ['Écrire aux quatre villes'],
  );
  await expect(block.locator('.outcome-label')).toContainText('Action faite');
  const [boardId, cardId] =
    /tableaux\/([0-9a-f-]{36}).*\/cartes\/([0-9a-f-]{36})/.exec(card ?? '')?.slice(1) ?? [];
  const whole = await (await page.request.get(`/api/v1/boards/${boardId}`)).json();
  await page.request.patch(`/api/v1/boards/${boardId}/cards/${cardId}`, {
    data: { columnId: whole.columns[0].id },
  });
  await expect(box).not.toBeChecked();
  await expect(title).toHaveCount(1);

  // Who does it and until when are said from the text, and told to it by the card.
  await block.getByRole('button', { name: 'Qui et pour quand' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Qui fait cette action, et pour quand' });
  await dialog.getByRole('checkbox', { name: 'Yann Le Goff' }).check();
  await dialog.getByLabel('Échéance').fill('2030-03-24');
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Enregistrer' }).press('Enter');
  await expect(block.locator('.outcome-facts')).toContainText('Yann Le Goff, 24 mars 2030');
  await expect(block.getByRole('button', { name: 'Qui et pour quand' })).toBeFocused();

  // A copy is another action, with a card of its own.
  await block.locator('.outcome-text').click();
  await page.getByRole('button', { name: 'Menu du bloc' }).first().press('Enter');
  await page.getByRole('menuitem', { name: 'Dupliquer' }).press('Enter');
  await expect(block).toHaveCount(2);
  await expect(title).toHaveCount(2);
  await page.goto(path);
  await expect(block).toHaveCount(2);
  const ids = await editorOf(page)
    .locator('.outcome')
    .evaluateAll((found) => found.map(({ id }) => id));
  expect(new Set(ids).size).toBe(2);
  await expectNoBarrier(page);
});
