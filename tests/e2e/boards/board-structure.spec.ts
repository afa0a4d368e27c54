import { expect, type Page } from '@playwright/test';
import { cardOf, expectCards, openBoard, SAVED, spokenOf, twoOnOneBoard } from '../support/boards.ts';
import { saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

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

/** Opens a card's panel by its address and gives it a person. */
async function assign(page: Page, card: string, ...people: readonly string[]): Promise<void> {
  await cardOf(page, card).click();
  const panel = page.getByRole('complementary', { name: 'Carte' });
  await expect(panel.getByRole('textbox', { name: 'Titre de la carte' })).toHaveValue(card);
  await panel.getByRole('button', { name: 'Choisir les personnes' }).click();
  for (const name of people) {
    await page.getByRole('menuitemcheckbox', { name }).click();
    await expect(page.getByRole('menuitemcheckbox', { name })).toBeChecked();
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await panel.getByRole('link', { name: 'Fermer la carte' }).click();
  await expect(panel).toBeHidden();
}

const lane = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
const cell = (page: Page, column: string, name: string) =>
  page.getByRole('grid', { name: `${column}, couloir ${name}`, exact: true });

test('[B44] [B45] a filter is in the address, told by chips and a count, and named as a view of the group', async ({
  browser,
}) => {
  const { nadia, yann, path } = await twoOnOneBoard(browser, 'Filtres et vues');
  await assign(nadia, 'Relevés', 'Yann Le Goff');
  await nadia.getByRole('button', { name: 'Filtrer', exact: true }).click();
  const bar = nadia.getByRole('search', { name: 'Filtrer les cartes' });
  await bar.getByRole('button', { name: 'Personnes' }).click();
  await nadia.getByRole('menuitemcheckbox', { name: 'Yann Le Goff' }).click();
  await expect(nadia).toHaveURL(/[?&]personne=/);
  await nadia.keyboard.press('Escape');
  await expect(nadia.getByRole('menu')).toBeHidden();
  await expectCards(nadia, 'À faire', ['Relevés']);
  await expect(nadia.getByText('1 carte sur 4', { exact: true })).toBeVisible();
  await expectNoBarrier(nadia);

  // An opened and closed card keeps the filter, and so does a page that is loaded again.
  await cardOf(nadia, 'Relevés').click();
  await expect(nadia).toHaveURL(/\/cartes\/.*personne=/);
  await nadia.getByRole('link', { name: 'Fermer la carte' }).click();
  await expect(nadia).toHaveURL(new RegExp(`${path}\\?personne=`));
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await nadia.reload();
  await expectCards(nadia, 'À faire', ['Relevés']);

  await nadia.getByRole('button', { name: 'Vues du tableau' }).click();
  await nadia.getByRole('menuitem', { name: 'Enregistrer cette vue…' }).click();
  await nadia.getByLabel('Nom de la vue').press('Enter');
  await expect(nadia.getByLabel('Nom de la vue')).toHaveAccessibleDescription(/au moins un caractère/);
  await nadia.getByLabel('Nom de la vue').fill('Les cartes de Yann');
  await nadia.getByRole('button', { name: 'Enregistrer la vue' }).click();
  await expect(nadia.getByRole('dialog')).toBeHidden();

  await nadia.getByRole('button', { name: 'Retirer le filtre Yann Le Goff' }).click();
  await expectCards(nadia, 'À faire', ['Plans', 'Relevés', 'Photos']);
  await expect(nadia).toHaveURL(new RegExp(`${path}$`));

  await yann.getByRole('button', { name: 'Vues du tableau' }).click();
  await yann.getByRole('menuitem', { name: 'Les cartes de Yann' }).click();
  await expectCards(yann, 'À faire', ['Relevés']);
  await yann.getByRole('button', { name: 'Effacer les filtres' }).click();
  await expectCards(yann, 'À faire', ['Plans', 'Relevés', 'Photos']);

  await nadia.getByRole('button', { name: 'Filtrer', exact: true }).click();
  await nadia.getByRole('searchbox', { name: 'Chercher dans les cartes' }).fill('releves');
  await expectCards(nadia, 'À faire', ['Relevés']);
  await nadia.getByRole('searchbox', { name: 'Chercher dans les cartes' }).fill('rien de tel');
  await expect(nadia.getByText('0 carte sur 4', { exact: true })).toBeVisible();

  await yann.getByRole('button', { name: 'Vues du tableau' }).click();
  await yann.getByRole('menuitem', { name: 'Gérer les vues…' }).click();
  const views = yann.getByRole('dialog', { name: 'Vues du groupe' });
  const name = views.getByRole('textbox', { name: 'Nom de la vue «\u202fLes cartes de Yann\u202f»' });
  await name.fill('Pour Yann');
  await name.press('Tab');
  await expect(views.getByRole('textbox', { name: 'Nom de la vue «\u202fPour Yann\u202f»' })).toBeVisible();
  await views.getByRole('button', { name: 'Supprimer la vue «\u202fPour Yann\u202f»' }).click();
  await expect(views.getByText('pas encore de vue')).toBeVisible();
  await views.getByRole('button', { name: 'Remettre «\u202fPour Yann\u202f»' }).click();
  await expect(views.getByRole('textbox', { name: 'Nom de la vue «\u202fPour Yann\u202f»' })).toBeVisible();
  await expectNoBarrier(yann);
});

test('[B43] in lanes a card has one place; to go to another lane, by keys, mouse or menu, changes what it holds', async ({
  browser,
}) => {
  const { nadia, yann, path } = await twoOnOneBoard(browser, 'Couloirs');
  await addChoice(nadia, 'Quartier', ['Gare', 'Port']);
  await assign(nadia, 'Devis', 'Yann Le Goff', 'Nadia Ferrand');
  await openBoard(yann, path);
  await nadia.getByRole('button', { name: 'Filtrer', exact: true }).click();
  await nadia.getByLabel('Couloirs', { exact: true }).selectOption('Quartier');
  await expect(cell(nadia, 'À faire', 'Sans «\u202fQuartier\u202f»').getByRole('row')).toHaveCount(3);
  await expect(lane(nadia, 'Gare')).toBeVisible();
  await expectNoBarrier(nadia);

  // By keys: past the first card of the last lane.
  await cardOf(nadia, 'Plans').focus();
  await nadia.keyboard.press('Shift+ArrowUp');
  await expect(spokenOf(nadia)).toHaveText(
    'carte «\u202fPlans\u202f», couloir Port, colonne À faire, position 1 sur 1',
  );
  await expect(cell(nadia, 'À faire', 'Port')).toContainText('Plans');
  await expect(cardOf(nadia, 'Plans')).toBeFocused();
  await expect(cardOf(yann, 'Plans')).toContainText('Quartier\u00a0: Port');

  // By mouse, to another lane and another column at once; both in sight.
  await nadia.setViewportSize({ width: 1280, height: 1600 });
  await cardOf(nadia, 'Photos').dragTo(cell(nadia, 'En cours', 'Gare'));
  await expect(cell(nadia, 'En cours', 'Gare')).toContainText('Photos');
  await expect(cardOf(yann, 'Photos')).toContainText('Quartier\u00a0: Gare');
  await expectCards(yann, 'En cours', ['Devis', 'Photos']);

  // By the menu.
  await nadia.getByRole('button', { name: 'Actions de la carte «\u202fRelevés\u202f»' }).click();
  await nadia.getByRole('menuitem', { name: 'Déplacer vers…' }).click();
  await nadia.getByRole('dialog').getByLabel('Couloir', { exact: true }).selectOption('Gare');
  await nadia.getByRole('dialog').getByRole('button', { name: 'Déplacer', exact: true }).click();
  await expect(cell(nadia, 'À faire', 'Gare')).toContainText('Relevés');
  await expect(cardOf(nadia, 'Relevés')).toBeFocused();

  // A lane is folded, and what is added in one holds what it stands for.
  await nadia.getByRole('button', { name: /^Port/, expanded: true }).click();
  await expect(cell(nadia, 'À faire', 'Port')).toHaveCount(0);
  await nadia.getByRole('button', { name: 'Ajouter une carte dans Relecture, couloir Gare' }).click();
  await nadia.getByLabel('Titre de la carte').fill('Dans son couloir');
  await nadia.keyboard.press('Enter');
  await expect(cardOf(yann, 'Dans son couloir')).toContainText('Quartier\u00a0: Gare');
  await nadia.keyboard.press('Escape');

  // By people: a card of two stands in « Plusieurs personnes », and is one's own only by leaving it.
  await nadia.getByLabel('Couloirs', { exact: true }).selectOption('Personnes');
  await expect(cell(nadia, 'En cours', 'Plusieurs personnes')).toContainText('Devis');
  await expect(cardOf(nadia, 'Devis')).toHaveCount(1);
  await cardOf(nadia, 'Devis').focus();
  await nadia.keyboard.press('Shift+ArrowDown');
  await expect(cell(nadia, 'En cours', 'Sans personne').getByRole('row')).toHaveCount(2);
  await nadia.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(cell(nadia, 'En cours', 'Plusieurs personnes')).toContainText('Devis');

  await nadia.getByRole('button', { name: 'Retirer Couloirs\u00a0: Personnes' }).click();
  await expect(nadia.getByRole('grid', { name: 'En cours', exact: true })).toBeVisible();
});
