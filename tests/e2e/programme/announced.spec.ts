import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[AE1] [AE2] [AE3] [AE4] an announcement is written, read again, published, read by anybody and withdrawn', async ({
  browser,
}) => {
  const title = `Appel à témoignages ${randomUUID().slice(0, 8)}`;
  const claire = await pageOf(browser, 'animation', '/actualites/nouvelle');
  await claire.getByLabel('Titre').fill(title);
  await claire.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await expect(claire.getByRole('alert')).toContainText('Choisissez qui voit cette actualité');
  await expect(claire.getByLabel('Titre')).toHaveValue(title);
  await claire.getByLabel('Texte').fill('Écrivez-nous.\n\nVoir https://exemple.fr/temoignages.');
  await claire.getByRole('radio', { name: /^Public/ }).check();
  await expectNoBarrier(claire);
  await claire.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await expect(claire.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await claire.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(claire.getByText('L’actualité est publiée.')).toBeVisible();
  await expect(claire.getByRole('link', { name: 'https://exemple.fr/temoignages' })).toBeVisible();
  await expectNoBarrier(claire);
  const address =
    (await claire.getByRole('link', { name: 'Voir la page publique' }).getAttribute('href')) ?? '';

  const context = await browser.newContext({ javaScriptEnabled: false });
  const visitor = await context.newPage();
  await visitor.goto(address);
  await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await visitor.goto('/accueil');
  await expect(visitor.getByRole('link', { name: title })).toBeVisible();

  const aurelie = await pageOf(browser, 'ville', '/');
  await expect(aurelie.getByRole('link', { name: title })).toBeVisible();
  await claire.getByRole('button', { name: 'Retirer', exact: true }).click();
  await expect(claire.getByText('L’actualité est retirée')).toBeVisible();
  expect((await visitor.goto(address))?.status()).toBe(410);
  await context.close();
});

test('[EV2] [EV3] [EV5] [EV6] an event is published, filled, and a place that becomes free is whoever’s waits', async ({
  browser,
}) => {
  const title = `Webinaire ${randomUUID().slice(0, 8)}`;
  const claire = await pageOf(browser, 'animation', '/evenements/nouveau');
  await claire.getByLabel('Titre').fill(title);
  await claire.getByLabel('Jour', { exact: false }).first().fill('2099-04-14');
  await claire.getByLabel(/^Début/).fill('14:00');
  await claire.getByLabel(/^Fin/).fill('13:00');
  await claire.getByLabel('Adresse de la visioconférence').fill('http://visio.exemple.fr/1');
  await claire.getByLabel('Nombre de places').fill('1');
  await claire.getByRole('radio', { name: /^Le programme/ }).check();
  await claire.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await expect(claire.getByRole('alert')).toContainText('L’événement finit après son début');
  await expect(claire.getByRole('alert')).toContainText('Elle commence par https://');
  await expectNoBarrier(claire);
  await claire.getByLabel(/^Fin/).fill('15:00');
  await claire.getByLabel('Adresse de la visioconférence').fill('https://visio.exemple.fr/1');
  await claire.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await claire.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(claire.getByText('L’événement est publié.')).toBeVisible();
  const address = new URL(claire.url()).pathname;

  const aurelie = await pageOf(browser, 'ville', address);
  await expect(aurelie.getByText('L’adresse de la visioconférence est donnée')).toBeVisible();
  await aurelie.getByRole('button', { name: 'S’inscrire' }).click();
  await expect(aurelie.getByRole('link', { name: 'Rejoindre la visioconférence' })).toBeVisible();
  await expectNoBarrier(aurelie);
  const nadia = await pageOf(browser, 'metier.a', address);
  await nadia.getByRole('button', { name: 'S’inscrire sur la liste d’attente' }).click();
  await expect(nadia.getByText('Vous êtes sur la liste d’attente', { exact: true })).toBeVisible();
  await aurelie.getByRole('button', { name: 'Se désinscrire' }).click();
  await expect(aurelie.getByText('Vous n’êtes plus inscrit')).toBeVisible();
  await nadia.reload();
  await expect(nadia.getByText('Vous avez une place')).toBeVisible();

  await claire.reload();
  await expect(claire.getByRole('table')).toContainText('Nadia');
  await expectNoBarrier(claire);
  const list = await claire.request.get(
    (await claire.getByRole('link', { name: /CSV/ }).getAttribute('href')) ?? '',
  );
  expect(await list.text()).toContain('metier.a@demo.example');
  expect((await nadia.request.get(`${address.slice(0, 48)}/inscrits.csv`)).status()).toBe(404);
});

test('[NL2] [NL4] [NL5] a letter is composed, seen before it leaves, sent once and read again', async ({
  browser,
}) => {
  const title = `La lettre ${randomUUID().slice(0, 8)}`;
  const claire = await pageOf(browser, 'animation', '/lettres/nouvelle');
  await claire.getByLabel(/^Titre/).fill(title);
  await claire.getByLabel(/^Du/).fill('2020-01-01');
  await claire.getByLabel(/^Au/).fill('2020-12-31');
  await claire.getByLabel('Introduction').fill('Bonjour à toutes et à tous.');
  await claire.getByLabel(/^Qui la lit/).selectOption('programme');
  await expectNoBarrier(claire);
  await claire.getByRole('button', { name: 'Enregistrer et relire' }).click();
  await expect(claire.getByText(/Elle partira à \d+/)).toBeVisible();
  await expectNoBarrier(claire);
  await claire.getByRole('button', { name: 'Envoyer la lettre' }).click();
  await expect(claire.getByRole('heading', { name: 'Ce qui est parti' })).toBeVisible();
  await expect(claire.getByRole('button', { name: 'Envoyer la lettre' })).toHaveCount(0);
  await expectNoBarrier(claire);
  const aurelie = await pageOf(browser, 'ville', new URL(claire.url()).pathname);
  await expect(aurelie.getByText('Bonjour à toutes et à tous.')).toBeVisible();
  await expect(aurelie.getByRole('heading', { name: 'Ce qui est parti' })).toHaveCount(0);
});
