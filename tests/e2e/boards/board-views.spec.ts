import { expect, type Locator, type Page } from '@playwright/test';
import { cardsOf, readColumns } from '#shared/boards/board-doc.ts';
import { newCard } from '#shared/boards/card/card-doc.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { orderAt } from '#shared/boards/order.ts';
import { fitLine } from '#shared/boards/text.ts';
import { wallOf } from '#tests/support/architecture/walls.ts';
import {
  cardLink,
  dayOf,
  newBoard,
  oneWithBoard,
  SAVED,
  spokenOf,
  twoOnOneBoard,
} from '../support/boards.ts';
import { openByHand } from '../support/by-hand.ts';
import { pageOf, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** Goes to another view by its link. */
async function look(page: Page, view: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Vues du tableau' }).getByRole('link', { name: view }).click();
}

function rowOf(page: Page, title: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: title, exact: true }) });
}

/** Titles of the list, in order. */
function titlesOf(page: Page): Locator {
  return page.getByRole('rowheader').getByRole('link');
}

test.describe('[B62] the list', () => {
  test('is sorted and cut into groups by its address, which a reload and a colleague keep', async ({
    browser,
  }) => {
    const { nadia, yann, path } = await twoOnOneBoard(browser, 'Liste triée');
    await look(nadia, 'Liste');
    await expect(nadia).toHaveURL(`${path}?vue=liste`);
    await expect(titlesOf(nadia)).toHaveText(['Plans', 'Relevés', 'Photos', 'Devis']);
    await nadia.getByRole('button', { name: 'Titre' }).click();
    await expect(titlesOf(nadia)).toHaveText(['Devis', 'Photos', 'Plans', 'Relevés']);
    await expect(spokenOf(nadia)).toHaveText('liste triée par titre, ordre croissant');
    await nadia.getByRole('button', { name: 'Titre' }).click();
    await expect(nadia.getByRole('columnheader', { name: 'Titre' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await nadia.getByLabel('Grouper par').selectOption('Colonne');
    await expect(nadia.getByRole('rowheader', { name: 'En cours 1 carte' })).toBeVisible();
    await nadia.getByRole('button', { name: 'Colonnes de la liste' }).click();
    await nadia.getByRole('menuitemcheckbox', { name: 'Étapes' }).click();
    await nadia.keyboard.press('Escape');
    await expect(nadia.getByRole('columnheader', { name: 'Étapes' })).toHaveCount(0);

    await yann.goto(nadia.url());
    await expect(titlesOf(yann)).toHaveText(['Relevés', 'Plans', 'Photos', 'Devis']);
    await expect(yann.getByRole('columnheader', { name: 'Étapes' })).toHaveCount(0);
    await expectNoBarrier(yann);
  });

  test('is gone through and changed by keyboard, and a colleague sees each change', async ({ browser }) => {
    const { nadia, yann } = await twoOnOneBoard(browser, 'Liste au clavier');
    await look(nadia, 'Liste');
    await look(yann, 'Liste');
    const first = nadia.getByRole('rowheader', { name: 'Plans' });
    await first.focus();
    await nadia.keyboard.press('ArrowDown');
    const cell = nadia.getByRole('rowheader', { name: 'Relevés' });
    await expect(cell).toBeFocused();

    await nadia.keyboard.press('F2');
    const title = nadia.getByRole('textbox', { name: 'Titre de la carte' });
    await expect(title).toBeFocused();
    await title.fill('');
    await nadia.keyboard.press('Enter');
    await expect(title).toHaveAccessibleDescription(/Écrivez au moins un caractère/);
    await title.fill('Relevés du matin');
    await nadia.keyboard.press('Enter');
    await expect(nadia.getByRole('rowheader', { name: 'Relevés du matin' })).toBeFocused();
    await expect(rowOf(yann, 'Relevés du matin')).toBeVisible();

    await nadia.keyboard.press('ArrowRight');
    const row = rowOf(nadia, 'Relevés du matin');
    await expect(row.getByRole('gridcell', { name: 'À faire' })).toBeFocused();
    await nadia.keyboard.press('Enter');
    await expect(nadia.getByRole('menu', { name: 'Colonne de la carte « Relevés du matin »' })).toBeVisible();
    await nadia.getByRole('menuitem', { name: 'En cours' }).press('Enter');
    await expect(spokenOf(nadia)).toHaveText(
      'carte « Relevés du matin », colonne En cours, position 2 sur 2',
    );
    await expect(row.getByRole('gridcell', { name: 'En cours' })).toBeFocused();
    await expect(rowOf(yann, 'Relevés du matin')).toContainText('En cours');

    await nadia.keyboard.press('ArrowRight');
    await nadia.keyboard.press('ArrowRight');
    await expect(row.getByRole('gridcell').nth(2)).toBeFocused();
    await nadia.keyboard.press('Enter');
    await expect(nadia.getByRole('menuitemcheckbox', { name: 'Yann Le Goff' })).toBeVisible();
    await nadia.getByRole('menuitemcheckbox', { name: 'Yann Le Goff' }).press('Enter');
    await expect(nadia.getByRole('menuitemcheckbox', { name: 'Yann Le Goff' })).toBeChecked();
    await nadia.keyboard.press('Escape');
    await expect(row.getByRole('gridcell').nth(2)).toBeFocused();
    await expect(rowOf(yann, 'Relevés du matin').getByRole('img', { name: /^Yann Le Goff/ })).toBeVisible();

    await nadia.keyboard.press('ArrowRight');
    await expect(row.getByRole('gridcell').nth(3)).toBeFocused();
    await nadia.keyboard.press('Enter');
    const due = nadia.getByLabel('Échéance de la carte « Relevés du matin »');
    await expect(due).toBeFocused();
    await due.fill('2031-03-15');
    await nadia.keyboard.press('Enter');
    await expect(row.getByRole('gridcell').nth(3)).toBeFocused();
    await expect(rowOf(yann, 'Relevés du matin')).toContainText('15 mars 2031');

    await nadia.keyboard.press('Control+Home');
    await expect(nadia.getByRole('rowheader', { name: 'Plans' })).toBeFocused();
    await nadia.keyboard.press('Enter');
    await expect(nadia).toHaveURL(/\/cartes\/.*\?vue=liste$/);
    const panel = nadia.getByRole('complementary', { name: 'Carte' });
    await expect(panel.getByRole('heading', { name: 'Carte, À faire' })).toBeFocused();
    await expectNoBarrier(nadia);
    await panel.getByRole('link', { name: 'Fermer la carte' }).click();
    await expect(nadia.getByRole('rowheader', { name: 'Plans' })).toBeFocused();
    await expect(saveStateOf(nadia)).toHaveText(SAVED);
  });

  test('reads without the right to write, and says what it lacks when it is empty', async ({ browser }) => {
    const { nadia, path } = await oneWithBoard(browser, 'Liste en lecture');
    const reader = await pageOf(browser, 'atd', `${path}?vue=liste`);
    const grid = reader.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-readonly', 'true');
    await reader.getByRole('gridcell', { name: 'À faire' }).first().click();
    await expect(reader.getByRole('menu')).toHaveCount(0);
    await expect(reader.getByRole('button', { name: /^Renommer la carte/ })).toHaveCount(0);
    await nadia.goto(`${path}?vue=liste`);
    await nadia.getByRole('button', { name: 'Filtrer' }).click();
    const filters = nadia.getByRole('search', { name: 'Filtrer les cartes' });
    await filters.getByRole('button', { name: 'Personnes' }).click();
    await nadia.getByRole('menuitemcheckbox', { name: 'Yann Le Goff' }).press('Enter');
    await expect(nadia.getByText('Aucune carte ne correspond au filtre.')).toBeVisible();
  });
});

test.describe('[B64] the calendar', () => {
  test('a card goes to another day by mouse, keys and menu, for the other person too', async ({
    browser,
  }) => {
    const { nadia, yann, path } = await twoOnOneBoard(browser, 'Calendrier du printemps');
    const march = `${path}?vue=calendrier&jour=2031-03-12&echelle=mois`;
    await Promise.all([nadia.goto(march), yann.goto(march)]);
    await expect(nadia.getByRole('heading', { level: 2, name: 'Mars 2031' })).toBeVisible();
    await expect(nadia.getByRole('columnheader').first()).toHaveText('lun.lundi');
    await expect(nadia.getByText('Aucune carte n’a d’échéance pour le moment.')).toBeVisible();

    await cardLink(nadia, 'Plans').dragTo(dayOf(nadia, '2031-03-12'));
    await expect(dayOf(yann, '2031-03-12').getByRole('link', { name: 'Plans' })).toBeVisible();
    await expect(spokenOf(nadia)).toHaveText('carte « Plans », échéance le mercredi 12 mars');
    await expect(cardLink(nadia, 'Plans')).toBeFocused();

    await nadia.keyboard.press('Shift+ArrowRight');
    await expect(dayOf(yann, '2031-03-13').getByRole('link', { name: 'Plans' })).toBeVisible();
    await expect(cardLink(nadia, 'Plans')).toBeFocused();
    await nadia.keyboard.press('Shift+ArrowDown');
    await expect(dayOf(yann, '2031-03-20').getByRole('link', { name: 'Plans' })).toBeVisible();

    await nadia.getByRole('button', { name: 'Actions de la carte « Relevés »' }).click();
    await nadia.getByRole('menuitem', { name: 'Changer l’échéance…' }).click();
    const dialog = nadia.getByRole('dialog', { name: 'Échéance de la carte « Relevés »' });
    await dialog.getByLabel('Échéance').fill('2031-04-02');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    // It went to another month: the page follows it.
    await expect(nadia.getByRole('heading', { level: 2, name: 'Avril 2031' })).toBeVisible();
    await expect(cardLink(nadia, 'Relevés')).toBeFocused();
    await yann.getByRole('button', { name: 'Mois suivant' }).click();
    await expect(dayOf(yann, '2031-04-02').getByRole('link', { name: 'Relevés' })).toBeVisible();

    await nadia.getByRole('button', { name: 'Actions de la carte « Relevés »' }).click();
    await nadia.getByRole('menuitem', { name: 'Retirer la date' }).click();
    await expect(
      yann.getByRole('region', { name: /^Sans date/ }).getByRole('link', { name: 'Relevés' }),
    ).toBeVisible();
    await expect(saveStateOf(nadia)).toHaveText(SAVED);
  });

  test('by week, with a card open beside it, has no barrier', async ({ browser }) => {
    const { nadia, path } = await oneWithBoard(browser, 'Semaine sans obstacle');
    await nadia.goto(`${path}?vue=calendrier&jour=2031-03-12`);
    await cardLink(nadia, 'Plans').dragTo(dayOf(nadia, '2031-03-12'));
    await nadia.getByRole('button', { name: 'Semaine', exact: true }).click();
    await expect(nadia.getByRole('heading', { level: 2, name: 'Du 10 au 16 mars 2031' })).toBeVisible();
    await expectNoBarrier(nadia);
    await cardLink(nadia, 'Plans').click();
    await expect(nadia).toHaveURL(/\/cartes\/.*vue=calendrier&jour=2031-03-12&echelle=semaine/);
    const panel = nadia.getByRole('complementary', { name: 'Carte' });
    await expect(panel.getByRole('heading', { name: 'Carte, À faire' })).toBeFocused();
    await expectNoBarrier(nadia);
    await panel.getByRole('link', { name: 'Fermer la carte' }).click();
    await expect(cardLink(nadia, 'Plans')).toBeFocused();
  });
});

test('[B68] a board of 2,000 cards stays light in every view, and its last card is reached', async ({
  browser,
  baseURL,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newBoard(nadia, 'Deux mille cartes');
  const id = /\/tableaux\/([^/?]{36})/.exec(path)?.[1];
  const { doc, close } = await openByHand(nadia.context(), baseURL, `board:${id}`);
  const columns = readColumns(doc);
  doc.transact(() => {
    let order = 'a0';
    for (let index = 0; index < 2_000; index += 1) {
      const id = `card-${index}`;
      order = orderAt([order], 1, id);
      const place = { columnId: columns[index % 4]?.id ?? '', order };
      const card = newCard({
        title: fitLine(`Carte ${index}`),
        place,
        createdAt: new Date(0),
        createdBy: 'nadia',
      });
      cardsOf(doc).set(id, card);
      if (index % 5 > 0)
        setCardProperties(doc, { cardId: id, due: `2031-03-${String(1 + (index % 31)).padStart(2, '0')}` });
    }
  });
  const nodes = () => nadia.evaluate(() => document.querySelectorAll('*').length);
  await nadia.goto(`${path}?vue=liste&tri=titre`);
  await expect(nadia.getByText('2 000 cartes')).toBeVisible();
  close();
  await expect(titlesOf(nadia).first()).toHaveText('Carte 0');
  expect(await nodes()).toBeLessThanOrEqual(wallOf('nodes of a board of 2,000 cards'));
  await nadia.getByRole('rowheader', { name: 'Carte 0', exact: true }).focus();
  await nadia.keyboard.press('Control+End');
  await expect(
    nadia
      .getByRole('row', { name: /^Carte 1999 / })
      .getByRole('gridcell')
      .last(),
  ).toBeFocused();
  await nadia.keyboard.press('Home');
  await nadia.keyboard.press('ArrowUp');
  await expect(nadia.getByRole('rowheader', { name: 'Carte 1998', exact: true })).toBeFocused();
  for (const [view, first] of [
    ['vue=calendrier&jour=2031-03-12', 'Mars 2031'],
    ['vue=calendrier&jour=2031-03-12&echelle=semaine', 'Du 10 au 16 mars 2031'],
    ['vue=frise&jour=2031-03-12', '1er trimestre 2031'],
  ] as const) {
    await nadia.goto(`${path}?${view}`);
    await expect(nadia.getByRole('heading', { level: 2, name: first })).toBeVisible();
    await expect(
      nadia
        .getByRole('main')
        .getByRole('link', { name: /^Carte \d+$/ })
        .first(),
    ).toBeVisible();
    expect(await nodes(), view).toBeLessThanOrEqual(wallOf('nodes of a board of 2,000 cards'));
  }
});
