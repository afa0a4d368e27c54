import { expect, type Page } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { expectKept } from '../support/programme/applications.ts';

const CALL = 'Appel à idées : l’eau en ville (exemple)';
const TITLE = 'Arroser au bon endroit';
const TEAM = 'Le service des espaces verts';

const fingerprint = (page: Page) => page.getByRole('region', { name: 'Accusé de réception' }).locator('code');

/** What was submitted to the call, of which the complement stands so. */
async function filtered(page: Page, state: string) {
  await page.goto('/candidatures');
  await choose(page.getByLabel('Appel', { exact: true }), CALL);
  await choose(page.getByLabel('État', { exact: true }), state);
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'déposée' })).toBeVisible();
  return page.getByRole('row', { name: new RegExp(TITLE, 'u') });
}

test('[AP15] laureates find the rest of the form on their page, write it by two, by keyboard, and hand it in once; the coordination sees who has', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a', '/a-faire');
  await nadia
    .getByRole('link', { name: new RegExp(`Compléter votre dossier «\\s${TITLE}`, 'u') })
    .first()
    .focus();
  await nadia.keyboard.press('Enter');
  await expect(nadia.getByRole('heading', { level: 2, name: 'Compléter votre dossier' })).toBeVisible();
  await expectKept(nadia);
  const path = new URL(nadia.url()).pathname;
  const submitted = await fingerprint(nadia).textContent();
  // What was submitted is read, not written; the rest is there with what is said of it already.
  await expect(nadia.getByLabel('Titre du projet')).toHaveCount(0);
  await expect(nadia.getByLabel('Qui porte le projet')).toHaveValue(new RegExp(TEAM, 'u'));
  await expect(
    nadia.getByText('Il reste 2 réponses à compléter avant de remettre le complément'),
  ).toBeVisible();
  await expectNoBarrier(nadia);

  const claire = await pageOf(browser, 'animation');
  const waiting = await filtered(claire, 'Complément attendu');
  await expect(waiting).toContainText('Complément rempli à 50');
  await waiting.getByRole('link', { name: TITLE }).click();
  await expect(claire.getByText('Il n’est pas encore remis.')).toBeVisible();
  await expect(claire.getByText(TEAM)).toHaveCount(0);
  const stranger = await pageOf(browser, 'metier.b');
  expect((await stranger.request.get(path)).status()).toBe(404);
  expect((await stranger.request.post(path, { form: { intent: 'handIn' } })).status()).toBe(404);

  // What is missing leads to its field; a colleague writes beside.
  const julien = await pageOf(browser, 'donnees.a', path);
  await expectKept(julien);
  await nadia.getByRole('link', { name: 'Premier jour envisagé' }).focus();
  await nadia.keyboard.press('Enter');
  await expect(nadia.getByLabel('Premier jour envisagé')).toBeFocused();
  await nadia.getByLabel('Premier jour envisagé').fill('2024-03-04');
  await julien.getByLabel('Vous attendez un appui extérieur').selectOption({ label: 'Oui' });
  const wished = nadia.getByLabel('L’appui attendu');
  await wished.focus();
  await nadia.keyboard.type('Un cabinet, cinq jours.');
  await expect(julien.getByLabel('L’appui attendu')).toHaveValue('Un cabinet, cinq jours.');
  await expect(nadia.getByText('Une fois remis, le complément ne se modifie plus.')).toBeVisible();
  await expectKept(nadia);

  await nadia.getByRole('button', { name: 'Remettre le complément' }).focus();
  await nadia.keyboard.press('Enter');
  await expect(nadia.getByText('Le complément est remis.')).toBeVisible();
  await expect(nadia.getByRole('heading', { level: 2, name: 'Complément du dossier' })).toBeVisible();
  await expect(nadia.getByText('Un cabinet, cinq jours.')).toBeVisible();
  expect(await fingerprint(nadia).textContent()).toBe(submitted);
  await expectNoBarrier(nadia);
  // The page of a colleague hears of it: nothing is written any more.
  await expect(julien.getByRole('heading', { level: 2, name: 'Complément du dossier' })).toBeVisible();
  await expect(julien.getByLabel('L’appui attendu')).toHaveCount(0);
  await nadia.goto('/a-faire');
  await expect(nadia.getByText('Compléter votre dossier')).toHaveCount(0);

  const done = await filtered(claire, 'Complément remis');
  await expectNoBarrier(claire);
  await done.getByRole('link', { name: TITLE }).click();
  await expect(claire.getByText('Un cabinet, cinq jours.')).toBeVisible();
  const receipt = await claire.request.get(`${path}/accuse.pdf`);
  expect(receipt.headers()['content-type']).toContain('application/pdf');
});
