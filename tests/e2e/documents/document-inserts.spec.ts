import { expect, type Page } from '@playwright/test';
import { carry } from '../support/carry.ts';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const bar = (page: Page, name: string) => page.getByRole('toolbar', { name });
const listOf = (page: Page, name: string) => page.getByRole('listbox', { name });

/** Chooses something of the slash menu by typing its name. */
async function insert(page: Page, name: string): Promise<void> {
  await page.keyboard.type(`/${name}`);
  await expect(page.getByRole('option', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

test('[D15] somebody is mentioned by keyboard, among those that one may know', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Une mention');
  await write(page, 'Relu par @');
  const list = listOf(page, 'Personnes et organisations');
  await expect(list.getByRole('option').first()).toBeVisible();
  await page.keyboard.type('relecture');
  await expect(page.getByRole('paragraph').filter({ hasText: 'Rien de ce nom' })).toBeVisible();
  for (let typed = 0; typed < 'relecture'.length; typed++) await page.keyboard.press('Backspace');
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  const [first, second] = await list.getByRole('option').allInnerTexts();
  expect(second).toBeTruthy();
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(editorOf(page)).toHaveAttribute('aria-activedescendant', /^citer-/);
  await expectNoBarrier(page);
  await page.keyboard.press('Enter');
  const name = second?.split('\n')[0] ?? '';
  await expect(editorOf(page).locator('.mention')).toHaveText(`@${name}`);
  expect(first).not.toContain(name);
  await page.keyboard.type('aujourd’hui.');
  await expect(editorOf(page)).toContainText(`Relu par @${name} aujourd’hui.`);
  await expect(saveStateOf(page)).toHaveText(SAVED);
  const reader = await pageOf(browser, 'atd', path);
  await expect(reader.locator('.prose .mention')).toHaveText(`@${name}`);
});

test('[D10] [D14] a reference shows today’s title, and nothing to whoever may not read', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const target = await newDocument(page, 'Choisir des essences');
  const path = await newDocument(page, 'Un renvoi');
  await write(page, 'Voir [[choisir ess');
  const option = listOf(page, 'Pages de Cordée').getByRole('option', { name: /Choisir des essences/ });
  await expect(option.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(editorOf(page).getByText('Choisir des essences')).toBeVisible();
  await carry(editorOf(page), 'paste', [], { 'text/plain': new URL(target, page.url()).href });
  await expect(editorOf(page).locator('.reference')).toHaveCount(2);
  await expect(editorOf(page).locator('.reference').last()).toHaveText('Choisir des essences');
  await expect(saveStateOf(page)).toHaveText(SAVED);

  const reader = await pageOf(browser, 'atd', path);
  await expect(reader.locator('.prose a.reference').first()).toHaveText('Choisir des essences');
  const other = await pageOf(browser, 'metier.b', target);
  await other.getByLabel('Changer le titre').click();
  await other.getByRole('textbox', { name: 'Titre du document' }).fill('Choisir des arbres');
  await other.keyboard.press('Enter');
  await expect(other.getByText(/Titre enregistré\s: Choisir des arbres/)).toBeAttached();
  for (const seen of [page, reader]) {
    await seen.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(seen.locator('.prose .reference').first()).toHaveText('Choisir des arbres');
  }
  await expect(reader.locator('.prose a.reference').first()).toHaveAttribute('href', /-choisir-des-arbres$/);
  await expectNoBarrier(reader);

  const outsider = await pageOf(browser, 'ville');
  const id = target.split('/')[2]?.slice(0, 36);
  const names = await outsider.request.get(`/objets/noms?objet=document:${id}`);
  expect(await names.json()).toEqual({ names: {} });
  const found = await outsider.request.get('/objets/recherche?parmi=pages&q=choisir');
  expect(JSON.stringify(await found.json())).not.toContain(id);
  expect((await other.request.get('/objets/recherche?parmi=autre&q=x')).status()).toBe(400);
});

test('[D11] [D13] notes, formulas, dates and statuses are written and changed by keyboard', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Des signes');
  await write(page, 'Douze tilleuls ');
  await insert(page, 'Note de bas de page');
  await page.keyboard.type('Relevé de mars 2023.');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' plantés.');
  await expect(editorOf(page).locator('.footnote')).toHaveText('Relevé de mars 2023.');
  await expect(editorOf(page).locator('p').first()).toContainText('plantés.');

  await page.keyboard.press('Enter');
  await insert(page, 'Formule sur sa ligne');
  const dialog = page.getByRole('dialog', { name: 'Insérer une formule' });
  await dialog.getByLabel('Formule, en TeX').fill('\\frac{a}{');
  await expect(dialog.getByRole('region', { name: 'Aperçu' })).toContainText('n’est pas du TeX valable');
  await dialog.getByRole('button', { name: 'Insérer' }).click();
  await expect(dialog.getByText('n’est pas du TeX valable').first()).toBeVisible();
  await dialog.getByLabel('Formule, en TeX').fill('\\frac{a}{b}');
  await expect(dialog.locator('math mfrac')).toBeVisible();
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Insérer' }).click();
  await expect(editorOf(page).locator('div.math mfrac')).toBeVisible();

  await page.keyboard.type('Pour le ');
  await insert(page, 'Date');
  const days = page.getByRole('dialog', { name: 'Choisir une date' });
  await days.getByLabel('Date (obligatoire)', { exact: true }).fill('2023-03-14');
  await expect(days.getByRole('gridcell', { selected: true })).toHaveText('14');
  await days.getByRole('gridcell', { selected: true }).getByRole('button').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(days.getByLabel('Date (obligatoire)', { exact: true })).toHaveValue('2023-03-15');
  await expectNoBarrier(page);
  await days.getByRole('button', { name: 'Insérer' }).click();
  await expect(editorOf(page).locator('.date')).toHaveText('mercredi 15 mars 2023');

  await insert(page, 'Statut');
  await expect(bar(page, 'Statut sélectionné')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'En relecture' }).focus();
  await page.keyboard.press('Enter');
  await expect(editorOf(page).locator('.status')).toHaveText('En relecture');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  await expectNoBarrier(page);

  const reader = await pageOf(browser, 'atd', path);
  await expect(reader.locator('.prose .math mfrac')).toBeVisible();
  await reader.getByRole('link', { name: 'Note 1', exact: true }).click();
  await expect(reader.locator('#note-1')).toBeInViewport();
  await expect(reader.locator('#note-1')).toContainText('Relevé de mars 2023.');
  await expectNoBarrier(reader);
});

test('[D12] [D17] a video asks its host for nothing before the button is pressed', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const asked: string[] = [];
  const watch = (seen: Page) =>
    seen.context().route(/^https:\/\/[^/]*(?:youtube|peertube)/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<p>Lecteur</p>' });
    });
  await watch(page);
  const path = await newDocument(page, 'Une vidéo');
  await write(page, '');
  await carry(editorOf(page), 'paste', [], { 'text/plain': 'https://youtu.be/abcdefghijk' });
  await expect(editorOf(page).getByRole('button', { name: 'Afficher la vidéo ici' })).toBeVisible();
  await expect(saveStateOf(page)).toHaveText(SAVED);
  const reader = await pageOf(browser, 'atd');
  await watch(reader);
  await reader.goto(path);
  await expect(reader.getByText('hébergée par youtube-nocookie.com')).toBeVisible();
  await expectNoBarrier(reader);
  expect(asked).toEqual([]);

  for (const seen of [reader, page]) {
    asked.length = 0;
    await seen.getByRole('button', { name: 'Afficher la vidéo ici' }).click();
    const player = seen.locator('iframe.embed-player');
    await expect(player).toHaveAttribute('sandbox', /allow-scripts/);
    await expect(player).toHaveAttribute('title', /./);
    await expect(player.contentFrame().frameLocator('iframe').getByText('Lecteur')).toBeVisible();
    expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/abcdefghijk']);
  }
  expect((await reader.request.get('/videos/lecteur?adresse=https://youtu.be/abcdefghijk')).status()).toBe(
    404,
  );
});
