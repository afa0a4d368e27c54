import { expect, type Page } from '@playwright/test';
import { documentsOfFirstGroup, pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { lineOf } from '../support/to-do.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const meetingsOf = async (page: Page) =>
  (await documentsOfFirstGroup(page)).replace(/\/documents$/u, '/seances');

/** One line of the form, by its name. */
async function fillSlot(page: Page, rank: number, day: string, [start, end]: [string, string]) {
  const line = page.getByRole('group', { name: `Créneau ${rank}`, exact: true });
  await line.getByLabel('Date').fill(day);
  await line.getByLabel('Début').fill(start);
  await line.getByLabel('Fin').fill(end);
}

test('[DP1] [DP3] [DP6] a facilitator proposes slots, a member answers from À faire, the chosen one is a meeting', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation');
  await claire.goto(await meetingsOf(claire));
  await claire.getByRole('link', { name: 'Chercher une date' }).press('Enter');
  await expect(claire.getByRole('heading', { level: 1, name: 'Sondage de dates' })).toBeFocused();
  await expectNoBarrier(claire);
  await claire.getByLabel('Titre').fill('Visite du parc');
  await fillSlot(claire, 1, inDays(20), ['14:00', '16:00']);
  await fillSlot(claire, 2, inDays(20), ['14:00', '16:00']);
  await claire.getByLabel('Dernier jour pour répondre').fill(inDays(6));
  await claire.getByRole('button', { name: 'Ouvrir le sondage' }).press('Enter');
  await expect(claire.getByRole('alert')).toContainText('Ce créneau est proposé deux fois.');
  await expectNoBarrier(claire);
  await fillSlot(claire, 2, inDays(21), ['16:00', '14:00']);
  await claire.getByRole('button', { name: 'Ouvrir le sondage' }).press('Enter');
  await expect(claire.getByRole('alert')).toContainText('La fin doit venir après le début.');
  await fillSlot(claire, 2, inDays(21), ['09:00', '11:00']);
  await claire.getByRole('button', { name: 'Ajouter des lignes' }).press('Enter');
  await expect(claire.getByRole('group', { name: 'Créneau 8', exact: true })).toBeVisible();
  await expect(claire.getByLabel('Titre')).toHaveValue('Visite du parc');
  await claire.getByRole('button', { name: 'Ouvrir le sondage' }).press('Enter');
  await expect(claire.getByText('Le sondage est ouvert', { exact: false }).last()).toBeVisible();
  await expectNoBarrier(claire);
  const here = new URL(claire.url()).pathname;

  await linkMailedTo(browser, 'metier.a@demo.example', /Quand pouvez-vous.*Visite du parc/u);
  const nadia = await pageOf(browser, 'metier.a', '/a-faire');
  const title = 'Répondre au sondage de dates de «\u202fVisite du parc\u202f»';
  await lineOf(nadia, title).getByRole('link', { name: title, exact: true }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: 'Visite du parc' })).toBeVisible();
  await expectNoBarrier(nadia);
  await expect(nadia.getByRole('radio', { checked: true })).toHaveCount(0);
  await nadia.getByRole('radio', { name: 'Oui' }).first().check();
  await nadia.getByRole('button', { name: 'Enregistrer mes réponses' }).press('Enter');
  await expect(nadia.getByRole('alert')).toContainText('Répondez pour chaque créneau');
  await expect(nadia.getByRole('radio', { checked: true })).toHaveCount(1);
  await nadia.getByRole('radio', { name: 'Si besoin' }).last().check();
  await nadia.getByRole('button', { name: 'Enregistrer mes réponses' }).press('Enter');
  await expect(nadia.getByText('Vos réponses sont enregistrées.')).toBeVisible();
  const row = nadia.getByRole('row', { name: /Nadia Ferrand/u });
  await expect(row).toContainText('Oui');
  await expect(row).toContainText('Si besoin');
  await nadia.setViewportSize({ width: 390, height: 844 });
  await expectNoBarrier(nadia);
  await nadia.goto('/a-faire');
  await expect(nadia.getByText('Visite du parc')).toHaveCount(0);

  await claire.goto(here);
  await claire.getByRole('button', { name: 'Relancer par courriel' }).press('Enter');
  await expect(claire.getByText('Personne n’était à relancer', { exact: false })).toBeVisible();
  await claire.getByLabel('Créneau à retenir').selectOption({ index: 1 });
  await claire.getByRole('button', { name: 'Retenir ce créneau' }).press('Enter');
  await expect(claire.getByText('La séance est planifiée et les invitations partent.')).toBeVisible();
  await expect(claire.getByRole('heading', { level: 1, name: 'Visite du parc' })).toBeVisible();
  await expect(claire.getByRole('region', { name: 'Qui vient' }).first()).toContainText('1 oui');
  await claire.goto(here);
  await expect(claire.getByRole('link', { name: 'Voir la séance' })).toBeVisible();
  await expect(claire.getByRole('button', { name: 'Retenir ce créneau' })).toHaveCount(0);
});

test('[DP3] the demonstration’s poll is answered without script on a phone; a change is kept', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a', '/', { javaScriptEnabled: false });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(await meetingsOf(page));
  await page.getByRole('link', { name: 'Séance 7, poser les capteurs' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Séance 7/u })).toBeVisible();
  for (const name of ['Oui', 'Non']) {
    for (const radio of await page.getByRole('radio', { name, exact: true }).all()) await radio.check();
    await page.getByRole('button', { name: 'Enregistrer mes réponses' }).click();
    await expect(page.getByText('Vos réponses sont enregistrées.')).toBeVisible();
  }
  await page.getByText('Réponses changées').click();
  await expect(page.getByText('Nadia Ferrand avait dit «\u202fOui\u202f»').first()).toBeVisible();
});
