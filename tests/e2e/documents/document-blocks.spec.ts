import { expect } from '@playwright/test';
import {
  editorOf,
  insert,
  newDocument,
  pageOf,
  SAVED,
  saveStateOf,
  whenToolsListen,
  write,
} from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

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

test('[D20] the toolbar inserts the same, and what others write closes no menu', { tag: '@gate' }, async ({
  browser,
}) => {
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
  await expect(editorOf(yann).locator('summary')).toBeVisible();
  await expect(editorOf(yann)).toBeFocused();
  await yann.keyboard.type('Pourquoi');
  await expect(editorOf(nadia).locator('summary')).toHaveText('Pourquoi');
  await expect(editorOf(yann)).toContainText('Toute Première ligne');
  await expect(saveStateOf(yann)).toHaveText(SAVED);
});

test('[D22] a block is moved by keys past its neighbour, while somebody else writes in it', {
  tag: '@gate',
}, async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Changer de place');
  await write(nadia, 'Un');
  for (const text of ['Deux', 'Trois']) {
    await nadia.keyboard.press('Enter');
    await nadia.keyboard.type(text);
  }
  const yann = await pageOf(browser, 'metier.b', path);
  await editorOf(yann).getByText('Deux').click();
  await yann.keyboard.press('End');
  await yann.keyboard.type(' bis');
  const blocks = (page: typeof nadia) => editorOf(page).locator('> p');
  await expect(blocks(nadia)).toHaveText(['Un', /Deux bis/, 'Trois']);

  await whenToolsListen(nadia);
  await nadia.keyboard.press('Alt+Shift+ArrowUp');
  await expect(nadia.locator('[data-spoken]')).toHaveText('Bloc monté : 2 sur 3.');
  await yann.keyboard.type(' ter');
  await expect(blocks(nadia)).toHaveText(['Un', 'Trois', /Deux bis ter/]);
  await expect(blocks(yann)).toHaveText(['Un', /Trois/, 'Deux bis ter']);
  await nadia.keyboard.type(' (trois)');
  await expect(blocks(yann)).toHaveText(['Un', /Trois \(trois\)/, 'Deux bis ter']);
  await nadia.keyboard.press('Alt+Shift+ArrowUp');
  await nadia.keyboard.press('Alt+Shift+ArrowUp');
  await expect(nadia.locator('[data-spoken]')).toContainText('déjà le premier');
  await expect(blocks(yann)).toHaveText([/Trois \(trois\)/, 'Un', 'Deux bis ter']);

  for (let step = 0; step < 2; step++) await nadia.keyboard.press('Control+z');
  await expect(blocks(yann)).toHaveText(['Un', /Trois/, 'Deux bis ter']);
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
});

test('[D23] the menu of a block: by keys, in the toolbar, and at its handle', { tag: '@gate' }, async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Menu du bloc');
  await write(page, 'Un');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Un paragraphe');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.type(' titre');
  await expect(editorOf(page).locator('> p').first()).toHaveText('Un titre');
  await whenToolsListen(page);
  await page.keyboard.press('Alt+Enter');
  const menu = page.getByRole('menu', { name: 'Menu du bloc : Texte' });
  await expect(menu.getByRole('menuitem', { name: 'Monter le bloc' })).toBeDisabled();
  await expectNoBarrier(page);
  await menu.getByRole('menuitem', { name: 'Transformer en' }).press('ArrowRight');
  await page.getByRole('menuitem', { name: 'Titre 2' }).press('Enter');
  await expect(editorOf(page).getByRole('heading', { level: 3, name: 'Un titre' })).toBeVisible();
  await expect(editorOf(page)).toBeFocused();

  await page.getByRole('button', { name: 'Menu du bloc' }).click();
  await page.getByRole('menuitem', { name: 'Supprimer le bloc' }).click();
  await expect(editorOf(page).getByRole('heading')).toHaveCount(0);
  await expect(editorOf(page)).toBeFocused();
  await page.keyboard.type('Encore ');
  await page.locator('.toasts').getByRole('button', { name: 'Annuler' }).click();
  await expect(editorOf(page).getByRole('heading', { name: 'Un titre' })).toBeVisible();
  await expect(editorOf(page)).toContainText('Encore Un paragraphe');

  await editorOf(page).getByText('Un paragraphe').hover();
  await page.getByRole('button', { name: 'Déplacer le bloc, ou ouvrir son menu' }).click();
  await page.getByRole('menuitem', { name: 'Dupliquer' }).click();
  await expect(editorOf(page).getByText('Encore Un paragraphe')).toHaveCount(2);
  await expect(saveStateOf(page)).toHaveText(SAVED);
});

test('[D20] callouts change kind, columns come and go, and no word is lost', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Encadrés et colonnes');
  await insert(page, 'attention', /attention/i);
  await page.keyboard.type('Prudence');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Escape');
  await expect(editorOf(page)).toBeFocused();
  const callout = editorOf(page).getByRole('note');
  await callout.hover({ position: { x: 4, y: 4 } });
  await page.getByRole('button', { name: 'Déplacer le bloc, ou ouvrir son menu' }).click();
  await page.getByRole('menuitem', { name: 'Nature de l’encadré' }).press('ArrowRight');
  await expect(page.getByRole('menuitem', { name: 'Attention choisi' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Bonne pratique' }).press('Enter');
  await expect(callout.getByText('Bonne pratique')).toBeVisible();
  await expect(callout).toContainText('Prudence');

  await expect(editorOf(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('/trois');
  await page.keyboard.press('Enter');
  for (const text of ['Un', 'Deux', 'Trois']) {
    await page.keyboard.type(text);
    await page.keyboard.press('ArrowRight');
  }
  const columns = editorOf(page).locator('.columns > .column');
  await expect(columns).toHaveText(['Un', 'Deux', 'Trois']);
  await columns.last().getByText('Trois').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' /deux');
  await page.keyboard.press('Enter');
  await expect(columns).toHaveText(['Un', 'DeuxTrois']);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('Au-dessous');
  await expect(editorOf(page).locator('> p').last()).toHaveText('Au-dessous');
  await expectNoBarrier(page);
  await expect(saveStateOf(page)).toHaveText(SAVED);
});

test('[D26] cells are selected and merged by keys, a table has a caption, and one leaves it', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Tableau au clavier');
  await insert(page, 'tableau', 'Tableau');
  const table = editorOf(page).getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(table.locator('.selectedCell')).toHaveCount(2);
  await page.keyboard.press('Alt+F10');
  await page.getByRole('button', { name: 'Tableau', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Fusionner les cellules' }).press('Enter');
  await expect(table.locator('th[colspan="2"]')).toHaveCount(1);
  await expect(editorOf(page)).toBeFocused();

  await page.getByRole('button', { name: 'Tableau', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Légende du tableau' }).click();
  await page.getByLabel('Légende', { exact: true }).fill('Ombre portée en juin');
  await page.keyboard.press('Enter');
  await expect(table.locator('caption')).toHaveText('Ombre portée en juin');
  await page.getByRole('button', { name: 'Tableau', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Élargir la colonne' }).click();
  await expect(table.locator('tr').nth(1).locator('td').nth(1)).toHaveAttribute('style', /width: \d+px/);
  await expect(editorOf(page)).toBeFocused();
  await page.keyboard.type('Essence');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ombre');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('Sous le tableau');
  await expect(editorOf(page).locator('> p').last()).toHaveText('Sous le tableau');
  await expectNoBarrier(page);
  await expect(saveStateOf(page)).toHaveText(SAVED);

  const reader = await pageOf(browser, 'atd', path);
  await expect(
    reader.getByRole('table', { name: 'Ombre portée en juin' }).locator('th[colspan="2"]'),
  ).toBeVisible();
});

test('[D24] the help names the keys, and they do what it says; the selection has a bar of its own', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Aide');
  await write(page, 'Un passage à vérifier');
  await whenToolsListen(page);
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Raccourcis clavier' });
  await expect(help.getByText('Monter le bloc')).toBeVisible();
  await expect(help.locator('div', { hasText: /^Surligner\s: À vérifierCtrl\+Maj\+2$/ })).toBeVisible();
  await expectNoBarrier(page);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  await editorOf(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+Shift+2');
  await expect(editorOf(page).locator('mark[data-kind="check"]')).toHaveText('vérifier');
  const bar = page.getByRole('toolbar', { name: 'Mise en forme de la sélection' });
  await expect(bar).toBeVisible();
  await expectNoBarrier(page);
  await page.keyboard.press('Control+F9');
  // [D38] What is said about the passage comes before its form.
  for (const name of ['Commenter', 'Suggérer', 'Gras']) {
    await expect(bar.getByRole('button', { name })).toBeFocused();
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await expect(editorOf(page).locator('em')).toHaveText('vérifier');
  await page.keyboard.press('Control+F9');
  await page.keyboard.press('Escape');
  await expect(editorOf(page)).toBeFocused();
  await expect(saveStateOf(page)).toHaveText(SAVED);
});
