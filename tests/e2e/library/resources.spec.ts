import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

async function libraryOf(page: Page): Promise<string> {
  const { items }: { items: { id: string }[] } = await (await page.request.get('/api/v1/groups')).json();
  return `/groupes/${items[0]?.id}/ressources`;
}

/** Fills what every resource says, by keyboard where a field takes letters. */
async function describe(page: Page, title: string, kind: string): Promise<void> {
  await page.getByLabel('Titre').fill(title);
  await page.getByLabel('Nature (obligatoire)', { exact: true }).selectOption({ label: kind });
  await page.getByLabel('Producteur').fill('Cerema');
}

const submit = (page: Page) => page.getByRole('button', { name: 'Partager avec le groupe' });
const field = (page: Page) => page.locator('input[type=file]');
/** Its script has taken the field over: the file goes ahead of the form. */
const isScripted = (page: Page) => expect(page.locator('input[type=file]:not([name])')).toBeVisible();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('[RS1] [RS2] [RS6] [RS13] a link is shared by keyboard, given to all groups, and put in order in a collection', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation');
  const library = await libraryOf(page);
  await page.goto(library);
  await page.getByRole('link', { name: 'Partager une ressource' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Un fichier' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Adresse', { exact: true })).toBeFocused();
  await page.keyboard.type('exemple.fr');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
  await expectNoBarrier(page);
  await page.getByLabel('Adresse', { exact: true }).fill('https://exemple.fr/guide');
  await describe(page, 'Guide des sols frais', 'Lien');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Guide des sols frais')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ouvrir le lien' })).toHaveAttribute(
    'href',
    'https://exemple.fr/guide',
  );
  await page.getByRole('button', { name: 'Partager avec tous les groupes' }).press('Enter');
  await expect(page.getByText('Partagée avec tous les groupes du programme.')).toBeVisible();
  const address = page.url();
  const outsider = await pageOf(browser, 'ville', address);
  await expect(heading(outsider, 'Guide des sols frais')).toBeVisible();
  await expect(outsider.getByRole('button', { name: 'Mettre à la corbeille' })).toHaveCount(0);

  await page.goto(library);
  await page.getByText('Nouvelle collection').press('Enter');
  await page.getByLabel('Nom de la collection').fill('Pour l’été');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Pour l’été')).toBeVisible();
  const items = page.locator('main ol > li');
  for (const count of [1, 2]) {
    await page.getByRole('button', { name: 'Ajouter', exact: true }).press('Enter');
    await expect(items).toHaveCount(count);
  }
  const [, last = ''] = await items.getByRole('link').allTextContents();
  await page.getByRole('button', { name: `Monter « ${last} »` }).press('Enter');
  await expect(items.first().getByRole('link')).toHaveText(last);
  await expectNoBarrier(page);

  // From its own page a resource goes into another collection, and its page says where it is.
  await page.goto(library);
  await page.getByText('Nouvelle collection').press('Enter');
  await page.getByLabel('Nom de la collection').fill('Sols et rues');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Sols et rues')).toBeVisible();
  await page.goto(address);
  const held = page.getByRole('region', { name: 'Collections' });
  await held.getByText('Ajouter à une collection').press('Enter');
  await expectNoBarrier(page);
  await held.getByRole('button', { name: /Ajouter à la collection «\sSols et rues\s»/ }).press('Enter');
  await expect(heading(page, 'Sols et rues')).toBeVisible();
  await expect(items.getByRole('link', { name: 'Guide des sols frais' })).toBeVisible();
  await page.goto(address);
  await expect(held.getByRole('link', { name: 'Sols et rues' })).toBeVisible();
  await expect(held.getByRole('button', { name: /Sols et rues/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Mettre à la corbeille' }).press('Enter');
  await page.getByRole('button', { name: 'Annuler', exact: true }).press('Enter');
  await expect(heading(page, 'Guide des sols frais')).toBeVisible();
});

test('[RS7] [RS8] [RS14] a file goes on after a cut and after a reload; it has versions, and one goes back', async ({
  browser,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-envoi-'));
  const path = join(folder, 'orthophoto.bin');
  await writeFile(path, Buffer.alloc(20 * 1024 * 1024, 'cordée'));
  const begun = await pageOf(browser, 'metier.a');
  const context = begun.context();
  const form = `${await libraryOf(begun)}/nouvelle`;
  await begun.goto(form);
  await isScripted(begun);

  // The line is cut after a piece, and the page closed while it is.
  const piece = begun.waitForResponse(
    (answer) => answer.request().method() === 'PATCH' && answer.status() === 204,
  );
  await field(begun).setInputFiles(path);
  await piece;
  await context.setOffline(true);
  await expect(begun.getByText(/^Connexion perdue à \d+ %/).first()).toBeVisible();
  await begun.close();
  await context.setOffline(false);
  const page = await context.newPage();
  await page.goto(form);
  await expect(page.getByText('L’envoi de « orthophoto.bin » s’est arrêté en route')).toBeVisible();
  const begins = page.waitForRequest((request) => request.method() === 'PATCH');
  await field(page).setInputFiles(path);
  expect(Number((await begins).headers()['upload-offset'])).toBeGreaterThan(0);
  await expect(page.getByText('Reçu : orthophoto.bin, 21 Mo').first()).toBeVisible();

  await describe(page, 'Orthophoto du centre', 'Outil');
  await submit(page).press('Enter');
  await expect(heading(page, 'Orthophoto du centre')).toBeVisible();
  const sent = await page.request.get(`${new URL(page.url()).pathname}/versions/1`);
  expect((await sent.body()).length).toBe(20 * 1024 * 1024);
  expect(sent.headers()['content-disposition']).toMatch(/^attachment/);

  await page.getByText('Déposer une nouvelle version').press('Enter');
  await field(page).setInputFiles({
    name: 'relevé.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('rue;degrés\nrue du Port;31\n'),
  });
  await expect(page.getByText('Reçu : relevé.csv').first()).toBeVisible();
  await page.getByLabel('Ce qui change').fill('Le relevé remplace la photo');
  await page.getByRole('button', { name: 'Ajouter la version' }).press('Enter');
  await expect(page.getByText('Version 2', { exact: true })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'rue du Port' })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Revenir à la version 1' }).press('Enter');
  await expect(page.getByText('Retour à la version 1')).toBeVisible();
  await rm(folder, { recursive: true });
});

test('[RS1] [RS5] without script a file is shared by an ordinary form; a stranger finds nothing', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a', '/', { javaScriptEnabled: false });
  await page.goto(`${await libraryOf(page)}/nouvelle`);
  await field(page).setInputFiles({
    name: 'lisez-moi.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Mesurer à 14 h.'),
  });
  await submit(page).click();
  // Refused for what is missing; the file is not asked again.
  await expect(page.getByRole('alert')).toContainText('La ressource n’a pas été enregistrée');
  await expect(page.getByText('Reçu : lisez-moi.txt')).toBeVisible();
  await describe(page, 'Mode d’emploi', 'Méthode');
  await submit(page).click();
  await expect(heading(page, 'Mode d’emploi')).toBeVisible();
  const path = new URL(page.url()).pathname;
  const stranger = await pageOf(browser, 'ville');
  expect((await stranger.request.get(path)).status()).toBe(404);
  expect((await stranger.request.get(`${path}/versions/1`)).status()).toBe(404);
});
