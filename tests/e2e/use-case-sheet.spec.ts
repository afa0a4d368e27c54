import { expect, type Page, test } from '@playwright/test';
import { editorOf, pageOf, SAVED, saveStateOf } from './support/documents.ts';
import { expectNoBarrier } from './support/no-barrier.ts';

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

test('[US1] [US2] [US5] a sheet goes from its experiment to the public, is changed, published again and withdrawn', async ({
  browser,
}) => {
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
  await nadia.getByRole('link', { name: 'Ouvrir le texte' }).click();
  await expect(editorOf(nadia)).toContainText('Valmont-sur-Loire');
  await editorOf(nadia).getByText('La situation de départ').click();
  await nadia.keyboard.press('End');
  await nadia.keyboard.type(' Les cours restaient en plein soleil.');
  await expect(saveStateOf(nadia)).toContainText(SAVED);

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

  // The coordination publishes; anybody reads.
  await claire.goto(sheet);
  await claire.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(claire.getByText('État de la fiche : publiée.')).toBeVisible();
  await expectNoBarrier(claire);
  const address = await claire.getByRole('link', { name: /\/cas-d-usage\// }).getAttribute('href');
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto(address ?? '');
  await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(visitor.getByText('Les cours restaient en plein soleil.')).toBeVisible();
  await outsider.goto(sheet);
  await expect(outsider).toHaveURL(new RegExp(`${address}$`));

  // Later writing stays inside until it is published again.
  await nadia.goto(sheet);
  await nadia.getByRole('link', { name: 'Ouvrir le texte' }).click();
  await editorOf(nadia).getByText('Les cours restaient en plein soleil.').click();
  await nadia.keyboard.press('End');
  await nadia.keyboard.type(' Onze arbres ont changé de place.');
  await expect(saveStateOf(nadia)).toContainText(SAVED);
  await visitor.reload();
  await expect(visitor.getByText('Onze arbres')).toHaveCount(0);
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
