import { expect } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import {
  cardOf,
  columnOf,
  expectCards,
  newBoard,
  openBoard,
  SAVED,
  spokenOf,
  twoOnOneBoard,
} from '../support/boards.ts';
import { pageOf, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';

test.describe('[B17] a card is moved for the other person too', () => {
  test('by mouse, between columns, inside one, and into an empty one', { tag: '@gate' }, async ({
    browser,
  }) => {
    const { nadia, yann, path } = await twoOnOneBoard(browser, 'Déplacer à la souris');
    await cardOf(nadia, 'Plans').dragTo(cardOf(nadia, 'Devis'), { targetPosition: { x: 60, y: 4 } });
    await expectCards(yann, 'En cours', ['Plans', 'Devis']);
    await expect(spokenOf(nadia)).toHaveText('carte « Plans », colonne En cours, position 1 sur 2');

    await cardOf(nadia, 'Photos').dragTo(cardOf(nadia, 'Relevés'), { targetPosition: { x: 60, y: 4 } });
    await expectCards(yann, 'À faire', ['Photos', 'Relevés']);

    await cardOf(nadia, 'Devis').dragTo(columnOf(nadia, 'Fait'));
    await expectCards(yann, 'Fait', ['Devis']);

    await expect(saveStateOf(nadia)).toHaveText(SAVED);
    await openBoard(nadia, path);
    await expectCards(nadia, 'À faire', ['Photos', 'Relevés']);
    await expectCards(nadia, 'En cours', ['Plans']);
    await expectCards(nadia, 'Fait', ['Devis']);
  });

  test('by keyboard: taken by its handle, carried by Tab, dropped by Enter', { tag: '@gate' }, async ({
    browser,
  }) => {
    const { nadia, yann } = await twoOnOneBoard(browser, 'Déplacer au clavier');
    await nadia.getByRole('button', { name: 'Saisir la carte « Plans »' }).focus();
    // A card is in the hand with the next frame, and a key before it is of the page: the place that is said has been heard.
    await nadia.keyboard.press('Enter');
    await expect(nadia.getByRole('button', { name: 'Insérer entre Plans et Relevés' })).toBeFocused();
    await nadia.keyboard.press('Tab');
    await expect(nadia.getByRole('button', { name: 'Déposer sur En cours' })).toBeFocused();
    await nadia.keyboard.press('Enter');
    await expect(columnOf(yann, 'En cours')).toContainText('Plans');
    await expect(spokenOf(nadia)).toHaveText('carte « Plans », colonne En cours, position 2 sur 2');
  });

  test('by keyboard at once: Shift and an arrow, the focus stays on the card', { tag: '@gate' }, async ({
    browser,
  }) => {
    const { nadia, yann } = await twoOnOneBoard(browser, 'Raccourcis');
    await cardOf(nadia, 'Relevés').focus();
    await nadia.keyboard.press('Shift+ArrowUp');
    await expectCards(yann, 'À faire', ['Relevés', 'Plans', 'Photos']);
    await expect(spokenOf(nadia)).toHaveText('carte « Relevés », colonne À faire, position 1 sur 3');
    await expect(cardOf(nadia, 'Relevés')).toBeFocused();
    await nadia.keyboard.press('Shift+ArrowRight');
    await expectCards(yann, 'En cours', ['Relevés', 'Devis']);
    await expect(cardOf(nadia, 'Relevés')).toBeFocused();
    await nadia.keyboard.press('Shift+ArrowRight');
    await expectCards(yann, 'Relecture', ['Relevés']);
    await expect(cardOf(nadia, 'Relevés')).toBeFocused();
  });

  test('by « Déplacer vers… », before another card', async ({ browser }) => {
    const { nadia, yann } = await twoOnOneBoard(browser, 'Déplacer par le menu');
    await nadia.getByRole('button', { name: 'Actions de la carte « Photos »' }).click();
    await nadia.getByRole('menuitem', { name: 'Déplacer vers…' }).click();
    const dialog = nadia.getByRole('dialog', { name: 'Déplacer la carte « Photos »' });
    await dialog.getByLabel('Colonne').selectOption('En cours');
    await dialog.getByLabel('Position').selectOption('Avant une carte');
    await dialog.getByLabel('Quelle carte').selectOption('Devis');
    await dialog.getByRole('button', { name: 'Déplacer' }).click();
    await expectCards(yann, 'En cours', ['Photos', 'Devis']);
    await expect(spokenOf(nadia)).toHaveText('carte « Photos », colonne En cours, position 1 sur 2');
    await expect(cardOf(nadia, 'Photos')).toBeFocused();
  });
});

test('[B17] in long columns only what can be seen is drawn, and cards move as in short ones', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const many = (name: string) => Array.from({ length: 45 }, (_, index) => `${name} ${index + 1}`);
  const path = await newBoard(nadia, 'Longues colonnes', {
    'À faire': many('Arbre'),
    'En cours': many('Rue'),
  });
  await openBoard(nadia, path);
  await expect(cardOf(nadia, 'Arbre 1')).toBeVisible();
  await expect(cardOf(nadia, 'Arbre 40')).toHaveCount(0);

  // Far down: the whole board scrolls, not each list.
  const target = cardOf(nadia, 'Rue 30');
  await expect(async () => {
    await nadia.locator('.board').evaluate((board) => board.scrollBy(0, 600));
    await expect(target).toBeInViewport(ONE_LOOK);
  }).toPass();
  // While it scrolls, a virtual list takes no pointer.
  await expect(columnOf(nadia, 'À faire').getByRole('presentation').first()).toHaveCSS(
    'pointer-events',
    'auto',
  );
  await cardOf(nadia, 'Arbre 30').dragTo(target, { targetPosition: { x: 60, y: 4 } });
  await expect(spokenOf(nadia)).toHaveText('carte « Arbre 30 », colonne En cours, position 30 sur 46');
  await expect(cardOf(nadia, 'Arbre 30')).toBeVisible();

  await nadia.getByRole('button', { name: 'Actions de la carte « Rue 30 »' }).click();
  await nadia.getByRole('menuitem', { name: 'Déplacer vers…' }).click();
  await nadia.getByLabel('Colonne', { exact: true }).selectOption('À faire');
  await nadia.getByLabel('Position').selectOption('Au début');
  await nadia.getByRole('button', { name: 'Déplacer', exact: true }).click();
  await expect(cardOf(nadia, 'Rue 30')).toBeFocused();
  await expect(cardOf(nadia, 'Rue 30')).toBeInViewport();
  await nadia.keyboard.press('Shift+ArrowDown');
  await expect(spokenOf(nadia)).toHaveText('carte « Rue 30 », colonne À faire, position 2 sur 45');
});

test('[B1] [B2] what two people do without connection merges when they are back', async ({ browser }) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Hors ligne');
  for (const page of [nadia, yann]) {
    await expect(saveStateOf(page)).toHaveText(SAVED);
    await page.context().setOffline(true);
  }
  for (const page of [nadia, yann]) await expect(saveStateOf(page)).toContainText('Hors ligne');

  await cardOf(nadia, 'Plans').focus();
  await nadia.keyboard.press('Shift+ArrowRight');
  await nadia.getByRole('button', { name: 'Ajouter une carte dans Fait' }).last().click();
  await nadia.getByLabel('Titre de la carte').fill('Faite sans réseau');
  await nadia.keyboard.press('Enter');
  // A card opens without asking the server.
  await cardOf(yann, 'Photos').click();
  await yann.getByRole('textbox', { name: 'Titre de la carte' }).fill('Photos et plans');
  await yann.getByRole('textbox', { name: 'Titre de la carte' }).press('Enter');
  await expect(saveStateOf(yann)).toContainText('1 modification gardée sur cet appareil');

  for (const page of [nadia, yann]) await page.context().setOffline(false);
  for (const page of [nadia, yann]) {
    await expectCards(page, 'À faire', ['Relevés', 'Photos et plans']);
    await expectCards(page, 'En cours', ['Plans', 'Devis']);
    await expectCards(page, 'Fait', ['Faite sans réseau']);
    await expect(saveStateOf(page)).toHaveText(SAVED);
  }
});
