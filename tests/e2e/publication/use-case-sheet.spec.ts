import { expect, type Page } from '@playwright/test';
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
  await claire.getByLabel('Collectivité porteuse').selectOption({ label: 'Valmont-sur-Loire' });
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

test('[US1] [US2] [US5] [US7] [US8] [US10] a sheet goes from its experiment to the public with both visas, is changed, signed again, published again and withdrawn', {
  tag: '@long',
}, async ({ browser }) => {
  test.slow();
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

test('[US11] two experiments are told by one sheet, whose cities then write it; one is taken off again', {
  tag: '@long',
}, async ({ browser }) => {
  const claire = await pageOf(browser, 'animation');
  const [first, second] = [own('Ombre des places'), own('Ombre des quais')];
  await openExperiment(claire, second);
  const experiment = await openExperiment(claire, first);
  await claire.goto(experiment);
  await claire.getByRole('button', { name: 'Rédiger la fiche' }).click();
  await claire.getByText('Expérimentations racontées').click();
  await claire.getByLabel('Ajouter une expérimentation').selectOption({ label: second });
  await claire.getByRole('button', { name: 'Ajouter à la fiche' }).click();
  await expect(claire.getByText('La fiche raconte maintenant ces expérimentations.')).toBeVisible();
  await expect(claire.getByRole('link', { name: second })).not.toHaveCount(0);
  await claire.getByRole('button', { name: `Retirer « ${second} » de la fiche` }).click();
  await expect(claire.getByRole('link', { name: second })).toHaveCount(0);
});
