import { expect, type Page } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { documentsOfFirstGroup, pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const discussionsOf = async (page: Page) =>
  (await documentsOfFirstGroup(page)).replace(/\/documents$/u, '/discussions');

test('[TP1] [TP3] [TP4] [TP5] a discussion of a group: opened by keyboard, answered with a name, changed, taken off and given back, closed', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  await nadia.goto(await discussionsOf(nadia));
  await expect(nadia.getByRole('link', { name: /Quels capteurs tiennent/u })).toBeVisible();
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: 'Ouvrir la discussion' }).press('Enter');
  await expect(nadia.getByRole('alert')).toContainText('Écrivez un message.');
  await nadia.getByLabel('Sujet').fill('Peinture claire des toits');
  await nadia
    .getByRole('textbox', { name: /^Message/u })
    .fill('Qui a essayé\u202f?\n\nVoir https://toits.example/essais.');
  await nadia.getByRole('button', { name: 'Ouvrir la discussion' }).press('Enter');
  await expect(nadia.getByText('La discussion est ouverte.')).toBeVisible();
  await expect(nadia.getByRole('heading', { level: 1, name: 'Peinture claire des toits' })).toBeVisible();
  await expect(nadia.getByRole('link', { name: 'https://toits.example/essais' })).toBeVisible();
  await expectNoBarrier(nadia);
  const here = new URL(nadia.url()).pathname;

  const claire = await pageOf(browser, 'animation', here);
  const reply = claire.getByRole('textbox', { name: /^Votre réponse/u });
  // The names come with the script of the page: until it is there, a text is only a text.
  await expect(async () => {
    await reply.fill('');
    await reply.pressSequentially('Oui, et @Nad');
    await expect(claire.getByRole('option', { name: /Nadia Ferrand/u })).toBeVisible(ONE_LOOK);
  }).toPass();
  await reply.press('Enter');
  await expect(reply).toHaveValue('Oui, et @Nadia Ferrand ');
  await claire.getByRole('button', { name: 'Répondre' }).press('Enter');
  await expect(claire.getByText('Votre message est publié.')).toBeVisible();
  const second = claire.getByRole('article', { name: 'Message 2' });
  await expect(second.locator('strong', { hasText: '@Nadia Ferrand' })).toBeVisible();
  await second.getByText('Modifier', { exact: true }).press('Enter');
  await second.getByRole('textbox').fill('Oui, deux écoles.');
  await second.getByRole('button', { name: 'Enregistrer' }).press('Enter');
  await expect(claire.getByText('Le message est modifié.')).toBeVisible();
  await expect(second).toContainText('Oui, deux écoles.');
  await expect(second).toContainText('modifié');
  await second.getByRole('button', { name: /^Supprimer le message 2/u }).press('Enter');
  await expect(second).toContainText('Message supprimé.');
  await second.getByRole('button', { name: 'Remettre le message 2' }).press('Enter');
  await expect(second).toContainText('Oui, deux écoles.');
  await claire.getByRole('button', { name: 'Clore la discussion' }).press('Enter');
  await expect(claire.getByText('La discussion est close.')).toBeVisible();
  await expect(claire.getByRole('button', { name: 'Répondre' })).toHaveCount(0);
  await claire.setViewportSize({ width: 390, height: 844 });
  await expectNoBarrier(claire);

  await nadia.goto('/recherche?texte=toits.example');
  await nadia.goto(here);
  await expect(nadia.getByText('Cette discussion est close', { exact: false })).toBeVisible();
});

test('[TP8] a question on a published sheet, without script: members ask and read, the public is not shown it', async ({
  browser,
}) => {
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto('/cas-d-usage');
  await visitor
    .getByRole('link', { name: /arbres|ombre/iu })
    .first()
    .click();
  const sheet = new URL(visitor.url()).pathname;
  await visitor.getByRole('link', { name: 'Discuter avec les autres villes' }).click();
  await expect(visitor).toHaveURL(/connexion/u);
  const samira = await pageOf(browser, 'ville', `${sheet}/discussions`, { javaScriptEnabled: false });
  await samira.getByLabel('Sujet').fill('Quel gabarit\u202f?');
  await samira.getByLabel(/^Message/u).fill('Peut-on avoir le vôtre\u202f?');
  await samira.getByRole('button', { name: 'Ouvrir la discussion' }).click();
  await expect(samira.getByText('La discussion est ouverte.')).toBeVisible();
  await samira.getByLabel(/^Votre réponse/u).fill('Et ses notices.');
  await samira.getByRole('button', { name: 'Répondre' }).click();
  await expect(samira.getByRole('article', { name: 'Message 2' })).toContainText('Et ses notices.');
  const here = new URL(samira.url()).pathname;
  expect((await visitor.goto(here))?.url()).toContain('connexion');
});
