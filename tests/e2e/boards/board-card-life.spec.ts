import { expect, type Page } from '@playwright/test';
import { cardOf, expectCards, newBoard, twoOnOneBoard } from '../support/boards.ts';
import { choose } from '../support/choose.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** The notice at the foot of the page. */
const noticeOf = (page: Page) => page.locator('.toast');

test('[B26] a card moves to another board after saying who will see it; it stays in the archive, and says where it went', async ({
  browser,
}) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Tableau de départ');
  await newBoard(nadia, 'Tableau d’arrivée');
  await nadia.getByRole('button', { name: 'Actions de la carte « Plans »' }).press('Enter');
  await nadia.getByRole('menuitem', { name: 'Vers un autre tableau…' }).press('Enter');
  const dialog = nadia.getByRole('dialog', { name: 'Mettre la carte « Plans » sur un autre tableau' });
  await expect(dialog.getByRole('button', { name: 'Déplacer' })).toBeDisabled();
  await choose(dialog.getByLabel('Tableau', { exact: true }), 'Tableau d’arrivée');
  await expect(dialog.getByText(/^Elle sera vue par le groupe/)).toBeVisible();
  await expect(dialog.getByText(/^Restent ici/)).toBeVisible();
  await expectNoBarrier(nadia);
  await dialog.getByRole('button', { name: 'Déplacer' }).press('Enter');
  await expectCards(yann, 'À faire', ['Relevés', 'Photos']);
  await expect(noticeOf(nadia)).toContainText('Carte déplacée vers le tableau « Tableau d’arrivée ».');
  await noticeOf(nadia).getByRole('button', { name: 'L’ouvrir' }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: 'Tableau d’arrivée' })).toBeVisible();
  await expectCards(nadia, 'À faire', ['Plans']);
  await yann.getByRole('button', { name: 'Actions du tableau' }).click();
  await yann.getByRole('menuitem', { name: 'Cartes archivées' }).click();
  await expect(yann.getByRole('dialog').getByText('Plans')).toBeVisible();
});

test('[B28] a card is made to come back by keyboard; its face says so', async ({ browser }) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Répétitions');
  await cardOf(nadia, 'Relevés').click();
  const panel = nadia.getByRole('complementary', { name: 'Carte' });
  await panel.getByLabel('Répétition').selectOption('Chaque semaine');
  await expect(cardOf(yann, 'Relevés')).toContainText('Chaque semaine');
  await expect(cardOf(yann, 'Relevés')).toHaveAccessibleName(/Répétition\s: chaque semaine/);
  const next = panel.getByLabel('Prochaine carte le');
  await next.fill('2000-01-01');
  await next.blur();
  await expect(panel.getByText('Choisissez un jour à venir.')).toBeVisible();
  await next.fill('2031-03-15');
  await next.blur();
  await expect(panel.getByText(/Une nouvelle carte viendra\s:.*15 mars 2031/)).toBeVisible();
  await expectNoBarrier(nadia);
  await panel.getByLabel('Répétition').selectOption('Une seule fois');
  await expect(cardOf(yann, 'Relevés')).not.toContainText('Chaque semaine');
});
