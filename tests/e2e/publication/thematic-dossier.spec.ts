import { expect } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[TD1] [TD2] [TD3] [TD4] [TD6] the coordination gathers what is published, the public reads it, and it is gone once withdrawn', async ({
  browser,
}) => {
  // Every gesture is a form: no script on the pages of the coordination either.
  const claire = await pageOf(browser, 'animation', '/fiches', { javaScriptEnabled: false });
  await claire.getByRole('link', { name: 'Dossiers thématiques' }).click();
  const title = `Ombre et fraîcheur ${crypto.randomUUID().slice(0, 8)}`;
  await claire.getByRole('button', { name: 'Créer le dossier' }).click();
  await expect(claire.getByRole('alert')).toContainText('Donnez un titre au dossier.');
  await claire.getByLabel('Titre').fill(title);
  await claire.getByLabel('Thème').selectOption({ label: 'Biodiversité' });
  await claire.getByRole('button', { name: 'Créer le dossier' }).click();
  await expect(claire.getByText('Le dossier est créé')).toBeVisible();
  const page = new URL(claire.url()).pathname;

  await claire.getByRole('button', { name: 'Publier le dossier' }).click();
  await expect(claire.getByRole('alert')).toContainText('Écrivez une introduction avant de publier.');
  await claire.getByLabel('Introduction').fill('Où planter ?\n\nCe que deux villes ont appris.');
  await claire.getByRole('button', { name: 'Enregistrer la présentation' }).click();
  await choose(claire.getByLabel('Texte publié'), 'Arbres et ombrage');
  await claire.getByLabel('Ligne de présentation').fill('Pour commencer.');
  await claire.getByRole('button', { name: 'Ajouter au dossier' }).click();
  await expect(claire.getByText('Les textes du dossier sont enregistrés.')).toBeVisible();
  const seen = await claire.locator('input[name="seen"]').first().getAttribute('value');
  await claire.getByRole('button', { name: 'Publier le dossier' }).click();
  await expect(claire.getByText('Le dossier est publié.')).toBeVisible();
  const link = claire.getByRole('link', { name: /\/dossiers\// });
  const address = new URL((await link.getAttribute('href')) ?? '', claire.url()).pathname;

  // Somebody who looked before is told, and keeps what they wrote.
  const late = await claire.request.post(page, {
    form: { intent: 'edit', seen: seen ?? '', title: 'Autre', themeId: '', introduction: 'Mes mots à moi' },
    headers: { origin: new URL(claire.url()).origin },
  });
  expect(late.status()).toBe(422);
  expect(await late.text()).toContain('Mes mots à moi');

  const visitor = await (await browser.newContext()).newPage();
  const scripts: string[] = [];
  visitor.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await visitor.goto('/dossiers');
  await expectNoBarrier(visitor);
  await visitor.getByRole('link', { name: title }).click();
  await expect(visitor.getByText('Ce que deux villes ont appris.')).toBeVisible();
  await expect(visitor.getByText('Pour commencer.')).toBeVisible();
  await expectNoBarrier(visitor);
  await visitor.getByRole('link', { name: 'Arbres et ombrage' }).click();
  await expect(visitor).toHaveURL(/\/cas-d-usage\/arbres-et-ombrage-/);
  expect(await (await visitor.request.get('/sitemap.xml')).text()).toContain(address);
  for (const path of [`${address}/`, address.toUpperCase(), address.replace('ombre', 'un-autre-titre')]) {
    const answer = await visitor.request.get(path, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], path).toEqual([301, address]);
  }
  const reviewer = await pageOf(browser, 'relecture');
  expect((await reviewer.goto(page))?.status()).toBe(404);

  await claire.goto(page);
  await claire.getByRole('button', { name: 'Retirer du site public' }).click();
  await expect(claire.getByText('Le dossier n’est plus sur le site public.')).toBeVisible();
  expect(scripts).toEqual([]);
  expect((await visitor.goto(address))?.status()).toBe(410);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Ce dossier a été retiré' })).toBeVisible();
});

test('[TD2] [TD3] [TD7] with script: a text is moved and taken off by the keyboard, the page passes axe, and the draft is deleted', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/dossiers-thematiques');
  const title = `Deux textes ${crypto.randomUUID().slice(0, 8)}`;
  await claire.getByLabel('Titre').fill(title);
  await claire.getByLabel('Thème').selectOption({ label: 'Biodiversité' });
  await claire.getByRole('button', { name: 'Créer le dossier' }).click();
  await expect(claire.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await choose(claire.getByLabel('Texte publié'), 'Arbres et ombrage');
  await claire.getByRole('button', { name: 'Ajouter au dossier' }).click();
  await expect(claire.getByText('Les textes du dossier sont enregistrés.')).toBeVisible();
  await expectNoBarrier(claire);
  const remove = claire.getByRole('button', { name: 'Enlever « Arbres et ombrage » du dossier' });
  await remove.focus();
  await claire.keyboard.press('Enter');
  await expect(claire.getByText('Le dossier ne réunit encore aucun texte.')).toBeVisible();
  await claire.getByText('Supprimer ce brouillon…').click();
  await claire.getByRole('button', { name: 'Supprimer pour de bon' }).click();
  await expect(claire.getByText('Le brouillon est supprimé.')).toBeVisible();
  await expect(claire.getByRole('link', { name: title })).toHaveCount(0);
});
