import { expect } from '@playwright/test';
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
import { EVERY_WAY, expectNoBarrier } from '../support/no-barrier.ts';

test('[B18] an open card has an address; what is written in it reaches the other and stays', async ({
  browser,
}) => {
  const { nadia, yann, path } = await twoOnOneBoard(browser, 'Carte ouverte');
  await cardOf(nadia, 'Relevés').click();
  await expect(nadia).toHaveURL(new RegExp(`${path}/cartes/`));
  const panel = nadia.getByRole('complementary', { name: 'Carte' });
  await expect(panel.getByRole('heading', { name: 'Carte, À faire' })).toBeFocused();
  await yann.goto(nadia.url());

  await panel.getByRole('textbox', { name: 'Consigne' }).fill('Mesurer à 14 h, par temps clair.');
  await panel.getByRole('button', { name: 'Choisir les organisations' }).click();
  await nadia.getByRole('menuitemcheckbox', { name: 'Valmont-sur-Loire' }).click();
  await nadia.keyboard.press('Escape');
  await panel.getByLabel('Échéance').fill('2031-03-15');
  await panel.getByRole('button', { name: 'Choisir les personnes' }).click();
  await nadia.getByRole('menuitemcheckbox', { name: 'Yann Le Goff' }).click();
  await nadia.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Choisir les étiquettes' }).click();
  await nadia.getByRole('menuitemcheckbox', { name: 'Terrain' }).click();
  await nadia.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Ajouter une étape' }).click();
  await panel.getByRole('textbox', { name: 'Texte de l’étape' }).fill('Emprunter le mètre laser');
  await nadia.keyboard.press('Enter');
  await panel.getByRole('textbox', { name: 'Texte de l’étape' }).press('Escape');
  await panel.getByRole('checkbox', { name: 'Emprunter le mètre laser' }).check();

  const theirs = yann.getByRole('complementary', { name: 'Carte' });
  await expect(theirs.getByRole('textbox', { name: 'Consigne' })).toHaveText(
    'Mesurer à 14 h, par temps clair.',
  );
  await expect(theirs.getByText('Samedi 15 mars 2031')).toBeVisible();
  await expect(theirs.getByRole('checkbox', { name: 'Emprunter le mètre laser' })).toBeChecked();
  const card = cardOf(yann, 'Relevés');
  await expect(card).toContainText('Terrain');
  await expect(card).toContainText('Valmont-sur-Loire');
  await expect(card.getByRole('img', { name: /^Yann Le Goff/ })).toBeVisible();

  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await nadia.reload();
  await expect(panel.getByRole('textbox', { name: 'Consigne' })).toHaveText(
    'Mesurer à 14 h, par temps clair.',
  );
  await nadia.keyboard.press('Escape');
  await panel.getByRole('textbox', { name: 'Titre de la carte' }).press('Escape');
  await expect(panel).toBeHidden();
  await expect(cardOf(nadia, 'Relevés')).toBeFocused();
});

test('[B10] an empty or endless title is an error on the field, and nothing of what was typed is lost', async ({
  page,
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  await page.close();
  const path = await newBoard(nadia, 'Titres', { 'À faire': ['Plans'] });
  await openBoard(nadia, path);
  const add = nadia.getByRole('button', { name: 'Ajouter une carte dans À faire' }).last();
  await add.click();
  const field = nadia.getByLabel('Titre de la carte');
  await field.press('Enter');
  await expect(nadia.getByText('Écrivez au moins un caractère')).toBeVisible();
  const long = 'très '.repeat(2_000);
  await field.fill(long);
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/trop long/);
  await expect(field).toHaveValue(long);

  await cardOf(nadia, 'Plans').click();
  const title = nadia.getByRole('complementary').getByRole('textbox', { name: 'Titre de la carte' });
  await title.fill('');
  await title.blur();
  await expect(title).toHaveAccessibleDescription(/au moins un caractère/);
  await expect(cardOf(nadia, 'Plans')).toBeVisible();
});

test('[B6] an archived card comes back by « Annuler » and from the archive, where it was', async ({
  browser,
}) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Archive');
  await nadia.getByRole('button', { name: 'Actions de la carte « Relevés »' }).click();
  await nadia.getByRole('menuitem', { name: 'Archiver' }).click();
  await expectCards(yann, 'À faire', ['Plans', 'Photos']);
  await nadia.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expectCards(yann, 'À faire', ['Plans', 'Relevés', 'Photos']);

  await nadia.getByRole('button', { name: 'Actions de la carte « Plans »' }).click();
  await nadia.getByRole('menuitem', { name: 'Archiver' }).click();
  await expectCards(yann, 'À faire', ['Relevés', 'Photos']);
  await yann.getByRole('button', { name: 'Actions du tableau' }).click();
  await yann.getByRole('menuitem', { name: 'Cartes archivées' }).click();
  await yann.getByRole('button', { name: 'Remettre sur le tableau : Plans' }).click();
  await expectCards(nadia, 'À faire', ['Plans', 'Relevés', 'Photos']);
});

test('[B11] columns are added, renamed, limited, moved and removed', async ({ browser }) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Colonnes');
  await nadia.getByRole('button', { name: 'Ajouter une colonne' }).click();
  await nadia.getByLabel('Nom de la colonne').fill('Bloquées');
  await nadia.keyboard.press('Enter');
  await expect(yann.getByRole('heading', { level: 2, name: 'Bloquées' })).toBeVisible();
  await expect(spokenOf(nadia)).toHaveText('colonne Bloquées ajoutée');

  await nadia.getByRole('button', { name: 'Actions de la colonne À faire' }).click();
  await nadia.getByRole('menuitem', { name: 'Modifier la colonne…' }).click();
  await nadia.getByRole('dialog').getByLabel('Nom de la colonne').fill('À préparer');
  await nadia.getByLabel('Limite de cartes').fill('2');
  await nadia.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(yann.getByRole('heading', { level: 2, name: 'À préparer' })).toBeVisible();
  await expect(yann.getByText('Limite dépassée : 3 cartes pour 2.')).toBeVisible();

  await nadia.getByRole('button', { name: 'Actions de la colonne À préparer' }).click();
  await nadia.getByRole('menuitem', { name: 'Déplacer à droite' }).click();
  await expect(yann.getByRole('heading', { level: 2 }).nth(0)).toHaveText('En cours');
  await expect(spokenOf(nadia)).toHaveText('colonne À préparer, position 2 sur 5');

  await nadia.getByRole('button', { name: 'Actions de la colonne Bloquées' }).click();
  await nadia.getByRole('menuitem', { name: 'Supprimer la colonne' }).click();
  await expect(yann.getByRole('heading', { level: 2, name: 'Bloquées' })).toBeHidden();
});

test('[A1] an observer reads everything, is told why it cannot write, and has nothing to write with', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newBoard(nadia, 'Lecture seule', { 'À faire': ['Plans'] });
  const observer = await pageOf(browser, 'atd');
  await openBoard(observer, path);
  await expect(saveStateOf(observer)).toHaveText('Lecture seule');
  await expect(
    observer.getByRole('main').getByText('Votre rôle dans ce groupe permet de lire'),
  ).toBeVisible();
  for (const name of [/Ajouter/, /Actions de la carte/, /Saisir/, /Actions de la colonne/]) {
    await expect(observer.getByRole('button', { name })).toHaveCount(0);
  }
  await cardOf(observer, 'Plans').focus();
  await observer.keyboard.press('Shift+ArrowRight');
  await expectCards(observer, 'À faire', ['Plans']);
  await cardOf(observer, 'Plans').click();
  await expect(observer.getByRole('complementary').getByText('Aucune consigne.')).toBeVisible();
  await expect(observer.getByRole('complementary').getByRole('textbox')).toHaveCount(0);
});

test('[WS1] without script a board is lists, and an open card its own page', { tag: '@gate' }, async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const many = Array.from({ length: 15 }, (_, index) => `Carte ${index + 1}`);
  const path = await newBoard(nadia, 'Sans script', { 'À faire': many });
  const state = await nadia.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state });
  const page = await context.newPage();
  await page.goto(path);
  const column = page.getByRole('region', { name: 'À faire' });
  await expect(column.getByRole('listitem')).toHaveCount(15);
  await column.getByRole('link', { name: 'Carte 15' }).click();
  await expect(page.getByRole('complementary', { name: 'Carte' })).toContainText('Carte 15');
});

test('[WS4] a board and its open card have no barrier, wide and narrow, light and dark', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const { items }: { items: { id: string }[] } = await (await nadia.request.get('/api/v1/groups')).json();
  await nadia.goto(`/groupes/${items[0]?.id}/tableaux`);
  await expectNoBarrier(nadia);
  await nadia.getByRole('link', { name: 'Suivi du groupe' }).click();
  await expect(columnOf(nadia, 'En cours')).toBeVisible();
  await expectNoBarrier(nadia, EVERY_WAY);
  await nadia.locator('[data-card]').first().click();
  await expect(nadia.getByRole('complementary')).toBeVisible();
  await expectNoBarrier(nadia, EVERY_WAY);
  await nadia.getByRole('button', { name: 'Déplacer vers…' }).click();
  await expectNoBarrier(nadia);
});
