import { expect } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const own = (title: string) => `${title} ${Date.now() % 1_000_000}`;

test('[MV1] [MV3] [MV4] a text written in Ma ville is its maker’s alone, opened to the city by one gesture and closed by another', async ({
  browser,
}) => {
  const title = own('Note au maire');
  const nadia = await pageOf(browser, 'metier.a', '/ma-ville');
  await expect(nadia.getByRole('heading', { level: 1, name: 'Valmont-sur-Loire' })).toBeVisible();
  await expectNoBarrier(nadia);
  await nadia.getByRole('link', { name: 'Nouveau document' }).first().click();
  await expect(nadia.getByText(/ne sera visible que de vous/)).toBeVisible();
  await nadia.getByLabel('Titre').fill(title);
  await nadia.getByRole('button', { name: 'Créer le document' }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const { pathname } = new URL(nadia.url());

  const julien = await pageOf(browser, 'donnees.a', '/ma-ville');
  await expect(julien.getByRole('heading', { name: 'Documents et brouillons' })).toBeVisible();
  await expect(julien.getByText(title)).toHaveCount(0);
  expect((await julien.request.get(pathname)).status()).toBe(404);

  await nadia.goto('/ma-ville');
  const row = nadia.getByRole('row', { name: new RegExp(title) });
  await expect(row).toContainText('Vous seulement');
  await row.getByRole('button', { name: /à votre ville/ }).click();
  await expect(nadia.getByText(/est visible de votre ville/)).toBeVisible();
  await expect(row).toContainText('Votre ville');
  await julien.reload();
  await expect(julien.getByRole('row', { name: new RegExp(title) })).toContainText('Nadia Ferrand');

  await nadia.getByRole('button', { name: 'Annuler' }).click();
  await expect(row).toContainText('Vous seulement');
  await expectNoBarrier(nadia);
  await julien.reload();
  await expect(julien.getByRole('heading', { name: 'Documents et brouillons' })).toBeVisible();
  await expect(julien.getByText(title)).toHaveCount(0);
});

test('[MV2] the coordination opens neither the space of a city nor what is in it', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a', '/ma-ville');
  const address = await nadia.getByRole('link', { name: 'Nouveau document' }).first().getAttribute('href');
  const documents = address?.replace(/\/nouveau$/, '') ?? '';
  expect((await nadia.request.get(documents)).status()).toBe(200);
  for (const who of ['animation', 'relecture', 'ville', 'admin']) {
    const other = await pageOf(browser, who, '/groupes');
    await expect(other.getByRole('link', { name: 'Valmont-sur-Loire' })).toHaveCount(0);
    expect((await other.request.get(documents)).status()).toBe(404);
  }
});

test('[RP8] [RP11] [RP12] [RP13] a city outside the experiments finds a case on its home, checks it, has its board at once and writes to the pilots', async ({
  browser,
}) => {
  const aurelie = await pageOf(browser, 'ville', '/');
  const cases = aurelie.getByRole('region', {
    name: /Pour une ville comme la vôtre|Les derniers cas d’usage/,
  });
  await expect(cases).toBeVisible();
  await expectNoBarrier(aurelie);
  await cases.getByRole('link', { name: 'Arbres et ombrage' }).click();
  await expect(aurelie.getByRole('heading', { level: 1, name: 'Arbres et ombrage' })).toBeVisible();
  const sheet = new URL(aurelie.url()).pathname;
  await aurelie.getByRole('link', { name: 'Reproduire dans ma ville' }).click();
  const keep = aurelie.getByRole('button', { name: 'Garder ce contrôle' });
  await expect(keep.or(aurelie.getByText('Revoir les réponses'))).toBeVisible();
  if ((await keep.count()) > 0) {
    await keep.click();
    await expect(aurelie.getByText('Le contrôle est enregistré.')).toBeVisible();
  }
  const plan = aurelie.getByRole('region', { name: 'Tableau' });
  const make = plan.getByRole('button', { name: 'Créer notre tableau', exact: true });
  if ((await make.count()) > 0) {
    await make.click();
    await expect(aurelie.getByRole('heading', { level: 1, name: /Reprendre/ })).toBeVisible();
  }

  await aurelie.goto('/ma-ville');
  const repeated = aurelie.getByRole('region', { name: 'Cas d’usage que nous reproduisons' });
  await expect(
    repeated.getByRole('link', { name: /Voir le tableau de «\sArbres et ombrage\s»/ }),
  ).toBeVisible();
  await expectNoBarrier(aurelie);

  await aurelie.goto(sheet);
  await aurelie.getByRole('link', { name: 'Écrire à ceux qui l’ont fait' }).click();
  const message = aurelie.getByLabel('Votre message');
  await aurelie.getByRole('button', { name: 'Envoyer le message' }).click();
  await expect(aurelie.getByRole('alert')).toContainText('Écrivez votre message');
  const said = own('Comment avez-vous compté les arbres');
  await message.fill(said);
  await expectNoBarrier(aurelie);
  await aurelie.getByRole('button', { name: 'Envoyer le message' }).click();
  // A retry of the same day is told that one has left already.
  await expect(aurelie.getByText(/Votre message part à|déjà écrit aujourd’hui/).first()).toBeVisible();
});
