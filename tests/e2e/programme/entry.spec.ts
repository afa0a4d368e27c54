import { type Browser, expect, type Page } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { expectKept } from '../support/programme/applications.ts';
import { codeOn, confirmTie } from '../support/programme/entry.ts';

const CALL = 'Appel à idées : fraîcheur et arbres en ville (exemple)';

/** Somebody without account nor script, before the page of the open call. */
async function aVisitor(browser: Browser): Promise<Page> {
  const manager = await pageOf(browser, 'animation', '/administration/appels');
  const address = await manager.getByRole('link', { name: CALL }).first().getAttribute('href');
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto((address ?? '').replace('/administration', ''));
  return page;
}

test('[AP14] [EN1] [EN5] [EN6] somebody whom nobody invited goes from the call to a draft, writes it, and submits it once their tie is confirmed; nobody else reads it before', async ({
  browser,
}) => {
  const lea = await aVisitor(browser);
  // Nobody of the organisation has an address of this domain.
  const email = `lea.pons.${Date.now()}@agglo-hautelande.example`;
  // Seven gestures, each counted by its line.
  await lea.getByRole('link', { name: 'Candidater' }).click();
  await expectNoBarrier(lea);
  await lea.getByLabel('Nom de la commune').fill('Hautelande');
  await lea.getByRole('button', { name: 'Continuer' }).click();
  await lea.getByLabel('Adresse de courriel').fill('pas une adresse');
  await lea.getByRole('button', { name: 'Recevoir le code' }).click();
  await expect(lea.getByLabel('Adresse de courriel')).toHaveValue('pas une adresse');
  await expect(lea.getByRole('alert')).toContainText('adresse');
  await expectNoBarrier(lea);
  await lea.getByLabel('Adresse de courriel').fill(email);
  await lea.getByRole('button', { name: 'Recevoir le code' }).click();
  await lea.getByLabel('Code à six chiffres').fill('000 00');
  await lea.getByRole('button', { name: 'Ouvrir mon brouillon' }).click();
  await expect(lea.getByLabel('Code à six chiffres')).toHaveValue('000 00');
  await expectNoBarrier(lea);
  await lea.getByLabel('Code à six chiffres').fill(await codeOn(lea));
  await lea.getByRole('button', { name: 'Ouvrir mon brouillon' }).click();
  await expect(lea.getByRole('heading', { name: 'Votre brouillon est ouvert' })).toBeVisible();
  await expect(lea.getByText('Hautelande Agglomération').first()).toBeVisible();
  await expectNoBarrier(lea);
  await lea.getByRole('link', { name: 'Commencer', exact: true }).click();
  await expectKept(lea);
  const draft = new URL(lea.url()).pathname;

  const title = `Cours fraîches ${Date.now()}`;
  await lea.getByLabel('Titre du projet').fill(title);
  await lea.getByLabel('Thème').selectOption({ label: 'Biodiversité' });
  await lea.getByLabel('Problème local à résoudre').fill('Les cours dépassent quarante degrés en juillet.');
  await lea.getByLabel('Adresse électronique à joindre').fill(email);
  await lea.getByLabel('Je m’y engage').check();
  await expectKept(lea);
  await lea.getByRole('button', { name: 'Déposer la candidature' }).click();
  await expect(lea.getByRole('alert')).toContainText('Le dépôt attend la confirmation');

  // Elsewhere a visitor; to everybody else the draft does not exist.
  for (const path of ['/groupes', '/experimentations', `/recherche?q=${encodeURIComponent(title)}`])
    expect((await lea.request.get(path, { maxRedirects: 0 })).status(), path).toBe(302);
  expect((await lea.request.get('/api/v1/groups')).status()).toBe(401);
  for (const person of ['ville', 'animation', 'metier.a']) {
    const other = await pageOf(browser, person, '/candidatures');
    await expect(other.getByText(title)).toHaveCount(0);
    expect((await other.request.get(draft)).status(), person).toBe(404);
    const found = await other.request.get(`/recherche?q=${encodeURIComponent(title)}`);
    expect((await found.text()).includes(draft), person).toBe(false);
  }

  const coordinator = await pageOf(browser, 'animation', '/demandes-d-acces');
  await expectNoBarrier(coordinator);
  await confirmTie(coordinator, email);
  await expect(coordinator.getByText(email)).toHaveCount(0);
  await lea.reload();
  await expectKept(lea);
  await lea.getByRole('button', { name: 'Déposer la candidature' }).click();
  await expect(lea.getByText(/La candidature est déposée sous le numéro/)).toBeVisible();
});

test('[EN7] [EN8] without account nor script somebody asks for an access; the coordination invites them', {
  tag: '@gate',
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const zoe = await context.newPage();
  await zoe.goto('/demander-un-acces');
  const email = `zoe.petit.${Date.now()}@dreal.example`;
  await zoe.getByRole('link', { name: 'Autre organisation' }).click();
  await zoe.getByLabel('Adresse de courriel').fill(email);
  await zoe.getByRole('button', { name: 'Recevoir le code' }).click();
  await zoe.getByLabel('Code à six chiffres').fill(await codeOn(zoe));
  await zoe.getByRole('button', { name: 'Vérifier l’adresse' }).click();
  await zoe.getByLabel('Vos prénom et nom').fill('Zoé Petit');
  await zoe.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(zoe.getByLabel('Vos prénom et nom')).toHaveValue('Zoé Petit');
  await zoe.getByLabel('Autre organisation').fill('DREAL');
  await zoe.getByLabel('Pourquoi').fill('Suivre les travaux du groupe.');
  await zoe.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(zoe.getByText('Votre demande est enregistrée').first()).toBeVisible();

  const coordinator = await pageOf(browser, 'animation', '/a-faire');
  await coordinator
    .getByRole('link', { name: /Répondre à Zoé Petit|demandes d’accès/ })
    .first()
    .click();
  await expectNoBarrier(coordinator);
  const line = coordinator.getByRole('listitem').filter({ hasText: email });
  await line.getByRole('button', { name: 'Inviter Zoé Petit' }).click();
  await expect(coordinator.getByText('L’invitation part par courriel.')).toBeVisible();
  await expect(coordinator.getByText(email)).toHaveCount(0);
});
