import { expect, type Page } from '@playwright/test';
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
import { expectNoBarrier } from '../support/no-barrier.ts';

/** The notice at the foot of the page. */
const noticeOf = (page: Page) => page.locator('.toast');
const columnNames = (page: Page) => page.locator('.col > header h2');
const barOf = (page: Page) => page.getByRole('region', { name: 'Cartes sélectionnées' });

async function chooseInMenu(page: Page, button: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

test('[B22] own gestures are undone and redone by keyboard and by button, never those of others, never while one types', {
  tag: '@gate',
}, async ({ browser }) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Annuler et rétablir');
  await cardOf(nadia, 'Plans').focus();
  await nadia.keyboard.press('Shift+ArrowRight');
  await expectCards(yann, 'En cours', ['Plans', 'Devis']);
  await cardOf(yann, 'Devis').focus();
  await yann.keyboard.press('Shift+ArrowRight');
  await expectCards(nadia, 'Relecture', ['Devis']);

  await expect(cardOf(nadia, 'Plans')).toBeFocused();
  await nadia.keyboard.press('Control+z');
  await expect(noticeOf(nadia)).toContainText('Annulé : déplacement de la carte « Plans ».');
  await expectCards(yann, 'À faire', ['Plans', 'Relevés', 'Photos']);
  await expect(cardOf(nadia, 'Plans')).toBeFocused();
  await expect(nadia.getByRole('button', { name: 'Annuler le dernier geste' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await nadia.keyboard.press('Control+z');
  await expectCards(nadia, 'À faire', ['Plans', 'Relevés', 'Photos']);
  await nadia.keyboard.press('Control+Shift+Z');
  await expect(noticeOf(nadia)).toContainText('Rétabli : déplacement de la carte « Plans ».');
  await expectCards(yann, 'En cours', ['Plans']);

  // A field has an undo of its own.
  await cardOf(nadia, 'Photos').click();
  const title = nadia.getByRole('complementary').getByRole('textbox', { name: 'Titre de la carte' });
  await title.focus();
  await nadia.keyboard.press('Control+z');
  await expect(title).toBeFocused();
  await expectCards(nadia, 'En cours', ['Plans']);

  await nadia.getByRole('button', { name: 'Annuler le dernier geste' }).click();
  await expectCards(yann, 'À faire', ['Plans', 'Relevés', 'Photos']);
  // What others changed since is theirs.
  await nadia.getByRole('button', { name: 'Rétablir le geste annulé' }).click();
  await expectCards(yann, 'En cours', ['Plans']);
  await cardOf(yann, 'Plans').focus();
  await yann.keyboard.press('Shift+ArrowRight');
  await expect(columnOf(nadia, 'Relecture')).toContainText('Plans');
  await nadia.getByRole('button', { name: 'Annuler le dernier geste' }).click();
  await expect(noticeOf(nadia)).toContainText('Rien n’a changé : quelqu’un d’autre est intervenu depuis');
  await expect(columnOf(nadia, 'Relecture')).toContainText('Plans');
});

test('[B22] another tab of the same person has its own history', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newBoard(nadia, 'Deux onglets', { 'À faire': ['Plans', 'Relevés'] });
  await openBoard(nadia, path);
  const other = await nadia.context().newPage();
  await openBoard(other, path);
  await cardOf(nadia, 'Plans').focus();
  await nadia.keyboard.press('Shift+ArrowRight');
  await expectCards(other, 'En cours', ['Plans']);
  await expect(other.getByRole('button', { name: 'Annuler le dernier geste' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('[B21] a column takes a colour, a limit that warns in words, and another place by mouse, keyboard and menu', async ({
  browser,
}) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Colonnes');
  await chooseInMenu(nadia, 'Actions de la colonne À faire', 'Modifier la colonne…');
  const dialog = nadia.getByRole('dialog');
  await dialog.getByLabel('Couleur de la colonne').selectOption('Prune');
  await dialog.getByLabel('Limite de cartes').fill('deux');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog.getByLabel('Limite de cartes')).toHaveAccessibleDescription(/nombre entier/);
  await dialog.getByLabel('Limite de cartes').fill('2');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog).toBeHidden();
  await expect(yann.getByText('Limite dépassée : 3 cartes pour 2.')).toBeVisible();
  await expect(yann.locator('.col[data-colour=plum] h2')).toHaveText('À faire');
  await expectNoBarrier(nadia);

  await nadia.getByRole('button', { name: 'Actions de la colonne À faire' }).focus();
  await nadia.keyboard.press('Shift+ArrowRight');
  await expect(spokenOf(nadia)).toHaveText('colonne À faire, position 2 sur 4');
  await expect(nadia.getByRole('button', { name: 'Actions de la colonne À faire' })).toBeFocused();
  await expect(columnNames(yann)).toHaveText(['En cours', 'À faire', 'Relecture', 'Fait']);

  await nadia
    .getByRole('heading', { name: 'Fait', exact: true })
    .dragTo(nadia.getByRole('heading', { name: 'En cours' }), {
      targetPosition: { x: 4, y: 8 },
    });
  await expect(columnNames(yann)).toHaveText(['Fait', 'En cours', 'À faire', 'Relecture']);
  await chooseInMenu(nadia, 'Actions de la colonne Fait', 'Déplacer à droite');
  await expect(columnNames(yann)).toHaveText(['En cours', 'Fait', 'À faire', 'Relecture']);
});

test('[B23] several cards chosen by mouse are moved, labelled, given a day and archived as one gesture', async ({
  browser,
}) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Plusieurs cartes');
  await cardOf(nadia, 'Plans').click({ modifiers: ['Control'] });
  await expect(spokenOf(nadia)).toHaveText('1 carte sélectionnée');
  await cardOf(nadia, 'Photos').click({ modifiers: ['Shift'] });
  await expect(barOf(nadia)).toContainText('3 cartes sélectionnées');
  await cardOf(nadia, 'Relevés').click();
  await cardOf(nadia, 'Devis').click();
  await expect(spokenOf(nadia)).toHaveText('3 cartes sélectionnées');
  await expect(cardOf(nadia, 'Devis')).toHaveAccessibleName(/sélectionnée/);
  await expectNoBarrier(nadia);

  await barOf(nadia).getByRole('button', { name: 'Étiquettes' }).click();
  await nadia.getByRole('menuitemcheckbox', { name: 'Terrain' }).click();
  await nadia.keyboard.press('Escape');
  await expect(noticeOf(nadia)).toContainText('étiquette Terrain donnée à 3 cartes');
  for (const title of ['Plans', 'Photos', 'Devis'])
    await expect(cardOf(yann, title)).toContainText('Terrain');

  await barOf(nadia).getByRole('button', { name: 'Échéance' }).click();
  await nadia.getByRole('dialog', { name: 'Échéance de 3 cartes' }).getByLabel('Jour').fill('2031-03-15');
  await nadia.getByRole('button', { name: 'Appliquer' }).click();
  await expect(noticeOf(nadia)).toContainText('3 cartes à échéance');
  await expect(cardOf(yann, 'Devis')).toContainText('15 mars 2031');

  await barOf(nadia).getByRole('button', { name: 'Déplacer vers…' }).click();
  const dialog = nadia.getByRole('dialog', { name: 'Déplacer 3 cartes' });
  await dialog.getByLabel('Colonne').selectOption('Relecture');
  await dialog.getByRole('button', { name: 'Déplacer' }).click();
  await expectCards(yann, 'Relecture', ['Plans', 'Photos', 'Devis']);
  await expect(noticeOf(nadia)).toContainText('3 cartes déplacées dans la colonne Relecture');
  await noticeOf(nadia).getByRole('button', { name: 'Annuler' }).click();
  await expectCards(yann, 'À faire', ['Plans', 'Relevés', 'Photos']);
  await expectCards(yann, 'En cours', ['Devis']);

  // One of the chosen takes the others along.
  await cardOf(nadia, 'Plans').dragTo(columnOf(nadia, 'Fait'));
  await expectCards(yann, 'Fait', ['Plans', 'Photos', 'Devis']);
  await barOf(nadia).getByRole('button', { name: 'Archiver' }).click();
  await expectCards(yann, 'Fait', []);
  await expect(barOf(nadia)).toBeHidden();
  await noticeOf(nadia).getByRole('button', { name: 'Annuler' }).click();
  await expectCards(yann, 'Fait', ['Plans', 'Photos', 'Devis']);
});

test('[B23] several cards are chosen by keyboard, and given to a person', async ({ browser }) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Choisir au clavier');
  await cardOf(nadia, 'Plans').focus();
  await nadia.keyboard.press('Space');
  await expect(spokenOf(nadia)).toHaveText('1 carte sélectionnée');
  await nadia.keyboard.press('ArrowDown');
  await expect(cardOf(nadia, 'Relevés')).toBeFocused();
  await nadia.keyboard.press('Shift+Space');
  await expect(spokenOf(nadia)).toHaveText('2 cartes sélectionnées');
  await nadia.keyboard.press('Control+a');
  await expect(spokenOf(nadia)).toHaveText('3 cartes sélectionnées');
  await barOf(nadia).getByRole('button', { name: 'Personnes' }).focus();
  await nadia.keyboard.press('Enter');
  await expect(nadia.getByRole('menuitemcheckbox', { name: 'Yann Le Goff' })).toBeVisible();
  await nadia.getByRole('menuitemcheckbox', { name: 'Yann Le Goff' }).press('Enter');
  await expect(noticeOf(nadia)).toContainText('3 cartes confiées à Yann Le Goff');
  await expect(cardOf(yann, 'Photos').getByRole('img', { name: /^Yann Le Goff/ })).toBeVisible();
  await nadia.keyboard.press('Escape');
  await cardOf(nadia, 'Plans').focus();
  await nadia.keyboard.press('Escape');
  await expect(barOf(nadia)).toBeHidden();
});

test('[B24] cards are added one after the other; a copy stands after its card', async ({ browser }) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Ajouter et dupliquer');
  await nadia.getByRole('button', { name: 'Ajouter une carte dans Fait' }).last().click();
  const field = nadia.getByLabel('Titre de la carte');
  for (const title of ['Un', 'Deux', 'Trois']) {
    await field.fill(title);
    await field.press('Enter');
    await expect(field).toHaveValue('');
    await expect(field).toBeFocused();
  }
  await expectCards(yann, 'Fait', ['Un', 'Deux', 'Trois']);
  await field.press('Escape');
  await chooseInMenu(nadia, 'Actions de la carte « Plans »', 'Dupliquer');
  await expectCards(yann, 'À faire', ['Plans', 'Plans (copie)', 'Relevés', 'Photos']);
  await expect(cardOf(nadia, 'Plans (copie)')).toBeFocused();
  await nadia.keyboard.press('Control+z');
  await expect(noticeOf(nadia)).toContainText(
    'Annulé : ajout de la carte « Plans (copie) », à retrouver dans les cartes archivées.',
  );
  await expectCards(yann, 'À faire', ['Plans', 'Relevés', 'Photos']);
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
});
