import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { aPicture, heavyFile } from '../support/carry.ts';
import { choose } from '../support/choose.ts';
import { editorOf, pageOf, SAVED, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { answer } from '../support/reviews.ts';

const own = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

/** Opens an experiment of Valmont by its form; answers its address. */
async function openExperiment(claire: Page, title: string): Promise<string> {
  await claire.goto('/experimentations/nouvelle');
  await claire.getByLabel('Titre').fill(title);
  await claire.getByLabel('Thème').selectOption({ label: 'Biodiversité' });
  await choose(claire.getByLabel('Collectivité porteuse'), 'Valmont-sur-Loire');
  await claire.getByRole('button', { name: 'Ouvrir l’expérimentation' }).click();
  await expect(claire.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(claire.url()).pathname;
}

/** Asks for a visa on the page of a sheet. */
async function askVisa(page: Page, sheet: string, name: string): Promise<void> {
  await page.goto(sheet);
  await page.getByRole('button', { name }).click();
  await expect(page.getByText('Le visa est demandé.')).toBeVisible();
}

/** Reads the text that the page of a sheet asks about, and approves it. */
async function giveVisa(page: Page, sheet: string): Promise<void> {
  await page.goto(sheet);
  await page.getByRole('link', { name: 'Lire le texte et répondre' }).click();
  await answer(page, 'Approuve');
  await expect(page.getByText(/^La réponse .*enregistrée/)).toBeVisible();
}

/** Writes at the end of a line of the text of a sheet. */
async function writeAfter(page: Page, sheet: string, line: string, words: string): Promise<void> {
  await page.goto(sheet);
  await page.getByRole('link', { name: 'Ouvrir le texte' }).click();
  await editorOf(page).getByText(line).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
  await expect(saveStateOf(page)).toContainText(SAVED);
}

const visaOf = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Visas' }).getByRole('listitem').filter({ hasText: name });

test('[US1] [US2] [US5] [US7] [US8] [US10] a sheet goes from its experiment to the public with both visas, is changed, signed again, published again and withdrawn', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation');
  const title = own('Ombre des cours d’école');
  const experiment = await openExperiment(claire, title);

  // One gesture of the city: the document is there, with the programme's data in it.
  const nadia = await pageOf(browser, 'metier.a', experiment);
  await nadia.getByRole('button', { name: 'Rédiger la fiche' }).click();
  await expect(nadia).toHaveURL(/\/fiches\//);
  await expect(nadia.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const sheet = new URL(nadia.url()).pathname;
  await expectNoBarrier(nadia);
  await expect(nadia.getByText('Avant la relecture, il manque')).toBeVisible();
  await expect(nadia.getByRole('button', { name: 'Envoyer en relecture' })).toHaveCount(0);
  await writeAfter(nadia, sheet, 'La situation de départ', ' Les cours restaient en plein soleil.');
  await expect(editorOf(nadia)).toContainText('Valmont-sur-Loire');

  // Of another city: it is not there yet.
  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.goto(sheet))?.status()).toBe(404);

  await nadia.goto(sheet);
  await nadia.getByLabel('Accroche').fill('Ombrager les cours d’école sans attendre vingt ans');
  await nadia.getByLabel('Nature du service').selectOption({ label: 'Carte ou atlas' });
  await nadia.getByLabel('Croiser').check();
  await nadia.getByRole('button', { name: 'Enregistrer les repères' }).click();
  await expect(nadia.getByText('Les repères sont enregistrés.')).toBeVisible();
  await nadia.getByRole('button', { name: 'Envoyer en relecture' }).click();
  await expect(nadia.getByText('État de la fiche : en relecture.')).toBeVisible();
  await expect(nadia.getByRole('button', { name: 'Publier', exact: true })).toHaveCount(0);

  // The city approves it, then the publisher does; the others are not asked.
  await expect(nadia.getByRole('button', { name: 'Demander le visa de l’éditeur' })).toHaveCount(0);
  await askVisa(nadia, sheet, 'Demander le visa de la ville');
  await expect(visaOf(nadia, 'Visa de la ville')).toContainText('Demandé');
  const marc = await pageOf(browser, 'relecture', sheet);
  await expect(marc.getByRole('link', { name: 'Lire le texte et répondre' })).toHaveCount(0);
  await marc.getByRole('link', { name: /^Relecture nᵒ/ }).click();
  await expect(marc.getByText('Ombrager les cours d’école sans attendre vingt ans')).toBeVisible();
  await expect(marc.getByRole('button', { name: 'Signer cette réponse' })).toHaveCount(0);
  await giveVisa(nadia, sheet);
  await claire.goto(sheet);
  await expect(claire.getByRole('button', { name: 'Publier', exact: true })).toHaveCount(0);
  await askVisa(claire, sheet, 'Demander le visa de l’éditeur');
  await expectNoBarrier(claire);
  await giveVisa(claire, sheet);
  await giveVisa(marc, sheet);

  // The coordination publishes; anybody reads, and sees who approved it.
  await claire.goto(sheet);
  await expect(claire.getByText('Les deux visas sont donnés')).toBeVisible();
  await claire.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(claire.getByText('État de la fiche : publiée.')).toBeVisible();
  await expectNoBarrier(claire);
  const address = await claire.getByRole('link', { name: /\/cas-d-usage\// }).getAttribute('href');
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto(address ?? '');
  await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(visitor.getByText('Les cours restaient en plein soleil.')).toBeVisible();
  const visas = visitor.getByRole('region', { name: 'Visas' });
  for (const name of ['Valmont-sur-Loire', 'Banque des Territoires', 'OpenDataFrance'])
    await expect(visas).toContainText(name);
  await visas.getByRole('link', { name: 'Vérifier cette empreinte' }).click();
  await expect(visitor.getByRole('row').filter({ hasText: 'Valmont-sur-Loire' })).toContainText('Approuve');
  await visitor.goBack();
  await outsider.goto(sheet);
  await expect(outsider).toHaveURL(new RegExp(`${address}$`));

  // Later writing stays inside, and asks for both visas again.
  await writeAfter(nadia, sheet, 'Les cours restaient en plein soleil.', ' Onze arbres ont changé de place.');
  await visitor.reload();
  await expect(visitor.getByText('Onze arbres')).toHaveCount(0);
  await claire.goto(sheet);
  await expect(visaOf(claire, 'Visa de la ville')).toContainText('Tombé');
  await expect(visaOf(claire, 'Visa de l’éditeur')).toContainText('Tombé');
  await expect(claire.getByRole('button', { name: 'Publier le texte d’aujourd’hui' })).toHaveCount(0);
  await claire.getByRole('link', { name: 'Voir ce qui a changé depuis' }).first().click();
  await expect(claire.getByText('Onze arbres ont changé de place.').first()).toBeVisible();
  await askVisa(nadia, sheet, 'Redemander le visa de la ville');
  await giveVisa(nadia, sheet);
  await askVisa(claire, sheet, 'Redemander le visa de l’éditeur');
  await giveVisa(marc, sheet);
  await giveVisa(claire, sheet);
  await claire.goto(sheet);
  await claire.getByRole('button', { name: 'Publier le texte d’aujourd’hui' }).click();
  await expect(claire.getByText('État de la fiche : publiée.')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText('Onze arbres ont changé de place.')).toBeVisible();

  // Withdrawn with its reason, the address says so.
  await claire.goto(sheet);
  await claire.getByText('Retirer du site public…').click();
  await claire.getByRole('button', { name: 'Retirer du site public' }).click();
  await expect(claire.getByRole('alert')).toContainText('Dites pourquoi');
  await claire.getByLabel('Motif').last().fill('La ville corrige ses chiffres');
  await claire.getByRole('button', { name: 'Retirer du site public' }).click();
  await expect(claire.getByText('État de la fiche : retirée.')).toBeVisible();
  expect((await visitor.goto(address ?? ''))?.status()).toBe(410);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Cette fiche a été retirée' })).toBeVisible();
});

/** The photograph of a sheet: what its page says of it, and the form that changes it. */
const photoOf = (page: Page) => page.getByRole('region', { name: 'Photographie' });

test('[US12] [US13] [PS14] a photograph is put with its credit, read by the public from the next publication on, taken away and put back', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation');
  const title = own('Ombre des gares');
  const nadia = await pageOf(browser, 'metier.a', await openExperiment(claire, title));
  await nadia.getByRole('button', { name: 'Rédiger la fiche' }).click();
  await expect(nadia).toHaveURL(/\/fiches\//);
  const sheet = new URL(nadia.url()).pathname;

  // All that is missing is said at its field, and nothing that was given is lost.
  const photo = photoOf(nadia);
  const save = photo.getByRole('button', { name: 'Enregistrer la photographie' });
  await photo.getByText('Ajouter une photographie').focus();
  await nadia.keyboard.press('Enter');
  await save.press('Enter');
  const alert = nadia.getByRole('alert');
  for (const said of ['Choisissez une image', 'Dites ce que montre', 'Donnez le crédit'])
    await expect(alert).toContainText(said);
  await photo.getByLabel('Ce que montre la photographie').fill('Une gare sous les arbres');
  await photo.getByLabel('Légende').fill('Juin 2023');
  const program = { name: 'gare.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\u0090\u0000') };
  await photo.getByLabel('Fichier').setInputFiles(program);
  await save.press('Enter');
  await expect(alert).toContainText('Donnez le crédit');
  await expect(alert).not.toContainText('Choisissez une image');
  await photo.getByLabel('Crédit').fill('Photo : Ville de Valmont');
  await save.press('Enter');
  await expect(alert).toContainText('n’est pas une image');
  await photo.getByLabel('Fichier').setInputFiles(await heavyFile('lourde.jpg'));
  await save.press('Enter');
  await expect(alert).toContainText('dépasse la taille permise');
  await expectNoBarrier(nadia);
  const large = await sharp(await aPicture())
    .resize(1_280)
    .toBuffer();
  const picture = { name: 'gare.png', mimeType: 'image/png', buffer: large };
  await photo.getByLabel('Fichier').setInputFiles(picture);
  await save.press('Enter');
  await expect(nadia.getByText('La photographie est enregistrée.')).toBeVisible();
  const shown = photo.getByRole('figure', { name: 'Juin 2023 · Photo : Ville de Valmont' });
  await expect(shown.getByRole('img', { name: 'Une gare sous les arbres' })).toHaveJSProperty(
    'naturalWidth',
    1_280,
  );
  await expectNoBarrier(nadia);

  // Its file is nobody else’s: neither another city’s nor a visitor’s.
  const file = (await shown.getByRole('img').getAttribute('src')) ?? '';
  expect((await nadia.request.get(file)).status()).toBe(200);
  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.request.get(file)).status()).toBe(404);

  // Published, the public reads it: on its page, in lists, and where the address is shared.
  await nadia.getByLabel('Accroche').fill('Attendre le train à l’ombre');
  await nadia.getByLabel('Nature du service').selectOption({ label: 'Carte ou atlas' });
  await nadia.getByLabel('Croiser').check();
  await nadia.getByRole('button', { name: 'Enregistrer les repères' }).click();
  await expect(nadia.getByText('Les repères sont enregistrés.')).toBeVisible();
  await nadia.getByRole('button', { name: 'Envoyer en relecture' }).click();
  await expect(nadia.getByText('État de la fiche : en relecture.')).toBeVisible();
  await askVisa(nadia, sheet, 'Demander le visa de la ville');
  await giveVisa(nadia, sheet);
  await askVisa(claire, sheet, 'Demander le visa de l’éditeur');
  await giveVisa(claire, sheet);
  await giveVisa(await pageOf(browser, 'relecture'), sheet);
  await claire.goto(sheet);
  await claire.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(claire.getByText('État de la fiche : publiée.')).toBeVisible();
  const address = (await claire.getByRole('link', { name: /\/cas-d-usage\// }).getAttribute('href')) ?? '';
  const visitor = await (await browser.newContext()).newPage();
  const seen = visitor.getByRole('img', { name: 'Une gare sous les arbres' });
  await visitor.goto(address);
  await expect(visitor.getByRole('figure', { name: 'Juin 2023 · Photo : Ville de Valmont' })).toBeVisible();
  await expect(seen).toHaveJSProperty('complete', true);
  await expect(seen).toHaveAttribute('srcset', /photo\.jpg\?taille=petite 640w, .*photo\.jpg 1280w$/);
  expect(await seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const shared = visitor.locator('meta[property="og:image"]');
  await expect(shared).toHaveAttribute('content', new RegExp(`${address}/photo\\.jpg$`));
  await expectNoBarrier(visitor);
  await visitor.goto(`/cas-d-usage?texte=${encodeURIComponent(title)}`);
  await expect(visitor.getByRole('figure', { name: 'Photo : Ville de Valmont', exact: true })).toBeVisible();
  await expect(seen).toBeVisible();
  await expectNoBarrier(visitor);

  // Other words wait for the next publication.
  await nadia.goto(sheet);
  await photo.getByText('Modifier la photographie').click();
  await photo.getByLabel('Crédit').fill('Photo : Jeanne Martin');
  await save.press('Enter');
  await expect(photo).toContainText('qu’à la prochaine publication');
  await visitor.goto(address);
  await expect(visitor.getByText('Photo : Ville de Valmont')).toBeVisible();
  await claire.goto(sheet);
  await claire.getByRole('button', { name: 'Publier le texte d’aujourd’hui' }).click();
  await expect(claire.getByText('État de la fiche : publiée.')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText('Photo : Jeanne Martin')).toBeVisible();

  // Taken away, the drawing is there again, and its address gives nothing; put back, it is there again.
  await nadia.goto(sheet);
  await photo.getByRole('button', { name: 'Retirer la photographie' }).press('Enter');
  await expect(nadia.getByText('La photographie est retirée')).toBeVisible();
  await visitor.reload();
  await expect(seen).toHaveCount(0);
  await expect(shared).toHaveAttribute('content', new RegExp(`${address}/image\\.png$`));
  expect((await visitor.request.get(`${address}/photo.jpg`)).status()).toBe(404);
  await nadia.getByRole('button', { name: 'Remettre la photographie' }).press('Enter');
  await expect(nadia.getByText('La photographie est remise.')).toBeVisible();
  await visitor.reload();
  await expect(seen).toBeVisible();
});

test('[US11] two experiments are told by one sheet, whose cities then write it; one is taken off again', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation');
  const [first, second] = [own('Ombre des places'), own('Ombre des quais')];
  await openExperiment(claire, second);
  const experiment = await openExperiment(claire, first);
  await claire.goto(experiment);
  await claire.getByRole('button', { name: 'Rédiger la fiche' }).click();
  await claire.getByText('Expérimentations racontées').click();
  await choose(claire.getByLabel('Ajouter une expérimentation'), second);
  await claire.getByRole('button', { name: 'Ajouter à la fiche' }).click();
  await expect(claire.getByText('La fiche raconte maintenant ces expérimentations.')).toBeVisible();
  await expect(claire.getByRole('link', { name: second })).not.toHaveCount(0);
  await claire.getByRole('button', { name: `Retirer « ${second} » de la fiche` }).click();
  await expect(claire.getByRole('link', { name: second })).toHaveCount(0);
});
