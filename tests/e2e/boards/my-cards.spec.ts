import { expect, type Page } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { cardOf, newBoard, openBoard, SAVED, twoOnOneBoard } from '../support/boards.ts';
import { pageOf, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { openOnceItSays } from '../support/later.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** Names a person on a card of the open board, and gives it a due day. */
async function give(page: Page, card: string, person: string, due: string): Promise<void> {
  await cardOf(page, card).click();
  const panel = page.getByRole('complementary', { name: 'Carte' });
  await expect(panel.getByRole('heading', { name: /^Carte, / })).toBeFocused();
  await panel.getByRole('button', { name: 'Choisir les personnes' }).click();
  await page.getByRole('menuitemcheckbox', { name: person }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await panel.getByLabel('Échéance').fill(due);
  await panel.getByRole('link', { name: 'Fermer la carte' }).click();
  await expect(panel).toBeHidden();
  await expect(saveStateOf(page)).toHaveText(SAVED);
}

test('[B66] my cards are there by urgency, appear while I look, and lead to the card', async ({
  browser,
}) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Cartes de Yann');
  await give(nadia, 'Plans', 'Yann Le Goff', '2020-03-02');
  await openOnceItSays(yann, '/mes-cartes', 'À faire, Cartes de Yann');
  const late = yann.getByRole('region', { name: 'En retard' });
  await expect(late.getByText('À faire, Cartes de Yann')).toBeVisible();
  const navigation = yann.getByRole('navigation', { name: 'Principale' });
  await expect(navigation.getByRole('link', { name: /^Accueil/u })).toHaveAttribute('aria-current', 'page');
  await expectNoBarrier(yann);

  await give(nadia, 'Devis', 'Yann Le Goff', '2031-03-02');
  const later = yann.getByRole('region', { name: 'Plus tard' });
  // The page asks again by itself.
  await expect(later.getByRole('listitem').filter({ hasText: 'En cours, Cartes de Yann' })).toBeVisible();
  await later.getByRole('listitem').filter({ hasText: 'En cours, Cartes de Yann' }).getByRole('link').click();
  await expect(yann).toHaveURL(/\/tableaux\/.*\/cartes\//);
  await expect(yann.getByRole('complementary', { name: 'Carte' })).toBeVisible();
});

test('[B67] who does what in a group, by person and by city, and what is nobody’s', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newBoard(nadia, 'Partage du travail', { 'À faire': ['Prendre les photos', 'Peindre'] });
  await openBoard(nadia, path);
  await give(nadia, 'Prendre les photos', 'Yann Le Goff', '2020-03-02');
  const { items }: { items: { id: string }[] } = await (await nadia.request.get('/api/v1/groups')).json();
  await expect(async () => {
    await nadia.goto(`/groupes/${items[0]?.id}/qui-fait-quoi`);
    await nadia
      .getByRole('table', { name: 'Cartes ouvertes par personne' })
      .getByRole('link', { name: 'Yann Le Goff' })
      .click();
    await expect(
      nadia.getByRole('region', { name: 'Yann Le Goff' }).getByRole('link', { name: 'Prendre les photos' }),
    ).toBeVisible(ONE_LOOK);
  }).toPass();
  await nadia.getByRole('link', { name: 'Voir tout le monde' }).click();
  await nadia.getByRole('table').getByRole('link', { name: 'Sans personne' }).click();
  await expect(
    nadia.getByRole('region', { name: 'Sans personne' }).getByRole('link', { name: 'Peindre' }),
  ).toBeVisible();
  await nadia
    .getByRole('navigation', { name: 'Répartition' })
    .getByRole('link', { name: 'Par ville' })
    .click();
  await expect(nadia.getByRole('table', { name: 'Cartes ouvertes par ville' })).toBeVisible();
  await expectNoBarrier(nadia);

  const outsider = await pageOf(browser, 'conseil');
  const answer = await outsider.goto(`/groupes/${items[0]?.id}/qui-fait-quoi`);
  expect(answer?.status()).toBe(404);
  await outsider.goto('/mes-cartes');
  await expect(outsider.getByText('Partage du travail')).toHaveCount(0);
});
