import { expect, type Page } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Rechercher, aller à…' });
const field = (page: Page) => palette(page).getByRole('combobox', { name: 'Rechercher, aller à…' });

test('[SE9] [SE8] from a document, Ctrl + K finds what a colleague has just typed, by its French forms, and leads there', {
  tag: '@gate',
}, async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Carnet du verger');
  await write(nadia, 'Les expérimentations de greffage donnent de beaux résultats à Sainte-Quitterie.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);

  // In the text these keys make a link; from the rest of the page they open the palette.
  await nadia.getByRole('link', { name: 'Aide' }).first().focus();
  await nadia.keyboard.press('Control+k');
  await expect(field(nadia)).toBeFocused();
  await expectNoBarrier(nadia);
  const found = palette(nadia)
    .getByRole('option', { name: /Carnet du verger/ })
    .first();
  for (const typed of [
    'greffages experimenter',
    'expérimentation greffage',
    'les greffages de sainte quitterie',
  ]) {
    await expect(async () => {
      await field(nadia).fill('');
      await field(nadia).fill(typed);
      await expect(found).toBeVisible(ONE_LOOK);
    }).toPass();
  }
  await expect(palette(nadia).getByRole('status')).toHaveText(/^\d+ propositions?$/);
  await nadia.keyboard.press('ArrowDown');
  await nadia.keyboard.press('ArrowUp');
  await expect(found).toHaveAttribute('aria-selected', 'true');
  await nadia.keyboard.press('Escape');
  await expect(palette(nadia)).toHaveCount(0);

  // Whoever is faster than the script is led to the page of the search instead.
  await expect(async () => {
    await nadia.goto('/mes-cartes');
    await nadia.getByRole('link', { name: 'Rechercher, aller à…' }).click();
    await expect(field(nadia)).toBeFocused(ONE_LOOK);
  }).toPass();
  await field(nadia).fill('carnet du verger');
  await expect(found).toHaveAttribute('aria-selected', 'true');
  await nadia.keyboard.press('Enter');
  await expect(nadia).toHaveURL(new RegExp(path.slice(0, 47)));
  await expect(editorOf(nadia)).toBeVisible();
});

test('[SE4] [SE7] without script the page finds by right, narrows by kind, and says why when it does not', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  await newDocument(nadia, 'Note confidentielle sur les zostères');
  await write(nadia, 'Des zostères, et <b>rien</b> d’autre.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const plain = await pageOf(browser, 'metier.a', '/', { javaScriptEnabled: false });
  await plain.getByRole('link', { name: 'Rechercher, aller à…' }).click();
  await expect(plain.getByRole('heading', { level: 2, name: /Cherchez dans tout/ })).toBeVisible();
  const results = plain.getByRole('list', { name: 'Résultats' });
  await expect(async () => {
    await plain.getByLabel('Mots à chercher').fill('zostere');
    await plain.getByRole('button', { name: 'Rechercher' }).click();
    await expect(results.getByText('<b>rien</b>')).toBeVisible(ONE_LOOK);
  }).toPass();
  await expect(results.getByRole('link', { name: 'Note confidentielle sur les zostères' })).toBeVisible();
  await expect(results.locator('mark', { hasText: 'zostères' }).first()).toBeVisible();
  await plain
    .getByRole('navigation', { name: 'Genre de résultats' })
    .getByRole('link', { name: 'Documents 1' })
    .click();
  await expect(plain).toHaveURL(/type=document/);
  for (const [typed, said] of [
    ['de la', /trop courants/],
    ['""', /pas de mot à chercher/],
    ['introuvablissime', /^Rien pour/],
  ] as const) {
    await plain.getByLabel('Mots à chercher').fill(typed);
    await plain.getByRole('button', { name: 'Rechercher' }).click();
    await expect(plain.getByText(said).first()).toBeVisible();
  }

  const outsider = await pageOf(browser, 'conseil', '/recherche?q=zosteres');
  await expect(outsider.getByRole('heading', { name: /^Rien pour/ })).toBeVisible();
  await expect(outsider.getByText('confidentielle')).toHaveCount(0);
});

test('[KI2] [SE4] the programme is found by a word of it, by whoever may read it, and linked from a text', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const results = (page: Page) => page.getByRole('list', { name: 'Résultats' });
  await nadia.goto('/recherche?q=arbres+et+ombrage');
  const tabs = nadia.getByRole('navigation', { name: 'Genre de résultats' });
  await expectNoBarrier(nadia);
  await tabs.getByRole('link', { name: /^Expérimentations / }).press('Enter');
  // The address changes before the page does.
  await expect(tabs.getByRole('link', { name: /^Expérimentations / })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await results(nadia).getByRole('link', { name: 'Arbres et ombrage' }).press('Enter');
  await expect(nadia.getByRole('heading', { level: 1, name: 'Arbres et ombrage' })).toBeVisible();

  // What a committee reads is for it alone, and for whoever wrote it.
  const reviewer = await pageOf(browser, 'relecture', '/recherche?q=AMI-2&type=application');
  await expect(results(reviewer).getByRole('link').first()).toBeVisible();
  await nadia.goto('/recherche?q=AMI-2&type=application');
  const own = await results(nadia).getByRole('listitem').count();
  expect(own).toBeLessThan(await results(reviewer).getByRole('listitem').count());

  await newDocument(nadia, 'Renvoi vers une expérimentation');
  await write(nadia, '[[ombrage');
  const option = nadia.getByRole('option', { name: /Arbres et ombrage.*Expérimentation/ });
  await expect(option).toBeVisible();
  await expect(async () => {
    if ((await option.getAttribute('aria-selected')) !== 'true') await nadia.keyboard.press('ArrowDown');
    await expect(option).toHaveAttribute('aria-selected', 'true', ONE_LOOK);
  }).toPass();
  await nadia.keyboard.press('Enter');
  await expect(editorOf(nadia).getByRole('link', { name: 'Arbres et ombrage' })).toHaveAttribute(
    'href',
    /\/experimentations\//,
  );
});
