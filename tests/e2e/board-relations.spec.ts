import { expect, test } from '@playwright/test';
import { cardOf, newBoard, openBoard, SAVED, spokenOf } from './support/boards.ts';
import { pageOf, saveStateOf } from './support/documents.ts';
import { expectNoBarrier } from './support/no-barrier.ts';

test('[B30] a card waits for another, by keyboard; its face says so until that one is finished', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newBoard(nadia, 'Dépendances', {
    'À faire': ['Planter', 'Commander les arbres'],
    'En cours': ['Choisir les essences'],
  });
  const reader = await pageOf(browser, 'relecture');
  await Promise.all([openBoard(nadia, path), openBoard(reader, path)]);
  await cardOf(nadia, 'Planter').focus();
  await nadia.keyboard.press('Enter');
  const panel = nadia.getByRole('complementary', { name: 'Carte' });
  const add = panel.getByRole('button', { name: 'Ajouter une carte bloquante' });
  await add.focus();
  await nadia.keyboard.press('Enter');
  const field = panel.getByRole('combobox', { name: 'Carte à terminer d’abord' });
  await expect(field).toBeFocused();
  const offered = panel.getByRole('listbox', { name: 'Propositions' }).getByRole('option');
  await expect(offered).toHaveCount(2);
  await nadia.keyboard.type('arbres');
  await expect(offered).toHaveText(['Commander les arbres À faire']);
  await nadia.keyboard.press('Enter');
  await expect(add).toBeFocused();
  await expect(spokenOf(nadia)).toHaveText('bloquée par la carte « Commander les arbres »');
  await expect(panel.getByRole('list', { name: 'Bloquée par' })).toContainText('Commander les arbres');
  await expect(panel.getByText('Cette carte attend 1 autre carte')).toBeVisible();

  // Whoever only reads sees it, on the face and in what is spoken of it.
  await expect(cardOf(reader, 'Planter').getByText('Bloquée')).toBeVisible();
  await expect(reader.getByRole('row', { name: 'bloquée par « Commander les arbres »' })).toBeVisible();

  await panel.getByRole('link', { name: 'Commander les arbres' }).click();
  await expect(panel.getByRole('list', { name: 'Bloque', exact: true })).toContainText('Planter');
  await panel.getByRole('button', { name: 'Ajouter une carte bloquante' }).click();
  await offered.filter({ hasText: 'Planter' }).click();
  await expect(panel.getByText('Ces deux cartes s’attendraient l’une l’autre')).toBeVisible();
  await expectNoBarrier(nadia);
  await field.press('Escape');
  await expect(field).toBeHidden();

  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const card = cardOf(nadia, 'Commander les arbres');
  await card.focus();
  for (const column of ['En cours', 'Relecture', 'Fait']) {
    await nadia.keyboard.press('Shift+ArrowRight');
    await expect(spokenOf(nadia)).toContainText(`colonne ${column}`);
  }
  await expect(cardOf(nadia, 'Planter').getByText('Bloquée')).toBeHidden();
  await expect(cardOf(reader, 'Planter').getByText('Bloquée')).toBeHidden();
  await cardOf(reader, 'Planter').click();
  const theirs = reader.getByRole('complementary', { name: 'Carte' });
  await expect(theirs.getByText('Terminée, Fait')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Ajouter une carte bloquante' })).toHaveCount(0);
});
