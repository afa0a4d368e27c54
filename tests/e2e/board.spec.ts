import { expect, type Page, test } from '@playwright/test';
import { cardOf, columnOf, expectCards, newBoard, openBoard, spokenOf } from './support/boards.ts';
import { pageOf, saveStateOf } from './support/documents.ts';
import { expectNoBarrier } from './support/no-barrier.ts';

const SAVED = 'Enregistré';

/** Two people of two cities on one new board: three cards to do, one in progress. */
async function twoOnOneBoard(
  browser: Parameters<typeof pageOf>[0],
  title: string,
): Promise<{ nadia: Page; yann: Page; path: string }> {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newBoard(nadia, title, {
    'À faire': ['Plans', 'Relevés', 'Photos'],
    'En cours': ['Devis'],
  });
  const yann = await pageOf(browser, 'metier.b');
  await Promise.all([openBoard(nadia, path), openBoard(yann, path)]);
  return { nadia, yann, path };
}

test.describe('[B17] a card is moved for the other person too', () => {
  test('by mouse, between columns, inside one, and into an empty one', async ({ browser }) => {
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

  test('by keyboard: taken by its handle, carried by Tab, dropped by Enter', async ({ browser }) => {
    const { nadia, yann } = await twoOnOneBoard(browser, 'Déplacer au clavier');
    await nadia.getByRole('button', { name: 'Saisir la carte « Plans »' }).focus();
    await nadia.keyboard.press('Enter');
    await nadia.keyboard.press('Tab');
    await nadia.keyboard.press('Enter');
    await expect(columnOf(yann, 'En cours')).toContainText('Plans');
    await expect(spokenOf(nadia)).toHaveText('carte « Plans », colonne En cours, position 2 sur 2');
  });

  test('by keyboard at once: Shift and an arrow, the focus stays on the card', async ({ browser }) => {
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
    await expect(target).toBeInViewport({ timeout: 300 });
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
  await panel.getByLabel('Ville').selectOption('Valmont-sur-Loire');
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
  await expect(theirs.getByRole('textbox', { name: 'Consigne' })).toHaveValue(
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
  await expect(panel.getByRole('textbox', { name: 'Consigne' })).toHaveValue(
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
  await nadia.getByRole('button', { name: 'Annuler' }).click();
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
  await nadia.getByRole('menuitem', { name: 'Renommer, limiter…' }).click();
  await nadia.getByLabel('Nom de la colonne').last().fill('À préparer');
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

test('[A5] a board of another group looks absent', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newBoard(nadia, 'Pas pour tous');
  const outsider = await pageOf(browser, 'conseil');
  const answer = await outsider.goto(path);
  expect(answer?.status()).toBe(404);
  await expect(outsider.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
});

test('[D1] the list makes a board, and says on the field why it does not', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const { items }: { items: { id: string }[] } = await (await nadia.request.get('/api/v1/groups')).json();
  await nadia.goto(`/groupes/${items[0]?.id}/tableaux`);
  const field = nadia.getByLabel('Titre du tableau');
  const long = 'Ombre '.repeat(2_000);
  await field.fill(long);
  await nadia.getByRole('button', { name: 'Créer le tableau' }).click();
  await expect(nadia.getByRole('alert')).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/trop long/);
  await expect(field).toHaveValue(long);
  await field.fill('Ombre des rues');
  await nadia.getByRole('button', { name: 'Créer le tableau' }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: 'Ombre des rues' })).toBeFocused();
  await expectCards(nadia, 'À faire', []);
});

test('[D1] a renamed board has its new title for the others at once', async ({ browser }) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Ancien titre');
  await nadia.getByRole('button', { name: 'Actions du tableau' }).click();
  await nadia.getByRole('menuitem', { name: 'Renommer le tableau' }).click();
  await nadia.getByLabel('Titre du tableau').fill('');
  await nadia.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(nadia.getByLabel('Titre du tableau')).toHaveAccessibleDescription(/Donnez un titre/);
  await nadia.getByLabel('Titre du tableau').fill('Nouveau titre');
  await nadia.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(nadia.getByRole('heading', { level: 1 })).toHaveText('Nouveau titre');
  await expect(yann.getByRole('heading', { level: 1 })).toHaveText('Nouveau titre');
});

test('[B15] a board put into the trash is taken from those who have it open, and comes back', async ({
  browser,
}) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'À jeter');
  await nadia.getByRole('button', { name: 'Actions du tableau' }).click();
  await nadia.getByRole('menuitem', { name: 'Mettre le tableau à la corbeille' }).click();
  await expect(yann.getByRole('main').getByText('Cette page a été mise à la corbeille')).toBeVisible();
  await expect(cardOf(yann, 'Plans')).toHaveCount(0);
  await nadia.getByRole('button', { name: 'Restaurer le tableau « À jeter »' }).click();
  await nadia.getByRole('link', { name: 'À jeter' }).click();
  await expectCards(nadia, 'À faire', ['Plans', 'Relevés', 'Photos']);
});

test('without script a board is lists, and an open card its own page', async ({ browser }) => {
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

test('a board and its open card have no barrier, wide and narrow, light and dark', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const { items }: { items: { id: string }[] } = await (await nadia.request.get('/api/v1/groups')).json();
  await nadia.goto(`/groupes/${items[0]?.id}/tableaux`);
  await expectNoBarrier(nadia);
  await nadia.getByRole('link', { name: 'Suivi du groupe' }).click();
  await expect(columnOf(nadia, 'En cours')).toBeVisible();
  await expectNoBarrier(nadia);
  await nadia.locator('[data-card]').first().click();
  await expect(nadia.getByRole('complementary')).toBeVisible();
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: 'Déplacer vers…' }).click();
  await expectNoBarrier(nadia);
});
