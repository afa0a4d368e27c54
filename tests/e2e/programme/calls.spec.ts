import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { prepareCall } from '../support/programme/calls.ts';

/** A day of the calendar some days from now, as fields of the browser have it. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A call that is open as soon as it is published. */
const openCall = (title: string) => ({ title, opens: dayIn(-2), closes: dayIn(20) });
const publicOf = (address: string) => address.replace('/administration', '');

test('[CA1] [CA2] [CA3] a call is prepared, published, read by everybody, and its closing put off', async ({
  browser,
}) => {
  const title = `Appel ${randomUUID().slice(0, 8)}`;
  const claire = await pageOf(browser, 'animation', '/administration/appels/nouveau');
  await expectNoBarrier(claire);
  await claire.getByLabel('Titre').fill('Un titre gardé');
  await claire.getByLabel('Jour d’ouverture').fill('2030-03-10');
  await claire.getByLabel('Heure d’ouverture').fill('09:00');
  await claire.getByLabel('Jour de clôture').fill('2030-03-01');
  await claire.getByLabel('Heure de clôture').fill('09:00');
  await claire.getByRole('button', { name: 'Créer un appel' }).click();
  await expect(claire.getByRole('alert')).toContainText('La clôture précède l’ouverture');
  await expect(claire.getByLabel('Titre')).toHaveValue('Un titre gardé');

  const address = await prepareCall(claire, openCall(title));
  await expectNoBarrier(claire);
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  expect((await visitor.goto(publicOf(address)))?.status()).toBe(404);
  await claire.getByRole('button', { name: 'Publier l’appel' }).click();
  await expect(claire.getByRole('status').filter({ hasText: 'L’appel est publié' })).toBeVisible();

  await visitor.goto(publicOf(address));
  await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(visitor.getByText('Les candidatures sont ouvertes jusqu’au')).toBeVisible();
  await expect(visitor.getByRole('region', { name: 'Ce qui est demandé' })).toContainText('16 questions');
  await expect(visitor.getByText('Après l’annonce, aux seuls lauréats\u00a0: 22 questions')).toBeVisible();
  await expect(visitor.getByRole('region', { name: 'Critères' })).toContainText('30\u00a0%');
  await expect(visitor.getByRole('link', { name: 'Candidater' })).toHaveAttribute(
    'href',
    /\/appels\/[^/]+\/candidater$/,
  );

  const extension = claire.getByRole('region', { name: 'Reporter la clôture' });
  await extension.getByLabel('Jour de clôture').fill(dayIn(10));
  await extension.getByLabel('Heure de clôture').fill('12:00');
  await extension.getByLabel('Motif').fill('Vacances scolaires');
  await extension.getByRole('button', { name: 'Reporter la clôture' }).click();
  await expect(claire.getByRole('alert')).toContainText('choisissez une date après la clôture actuelle');
  await expect(extension.getByLabel('Motif')).toHaveValue('Vacances scolaires');
  await extension.getByLabel('Jour de clôture').fill(dayIn(30));
  await extension.getByRole('button', { name: 'Reporter la clôture' }).click();
  await expect(claire.getByRole('status').filter({ hasText: 'La clôture est reportée' })).toBeVisible();
  await expectNoBarrier(claire);
  await visitor.reload();
  await expect(visitor.getByRole('region', { name: 'Calendrier' })).toContainText('Vacances scolaires');
});

test('[CA7] [CA16] a form is changed without code: a question added, moved, removed, taken back, saved as a version', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/administration/appels');
  await expectNoBarrier(claire);
  await claire.goto('/administration/saisons');
  await expectNoBarrier(claire);
  const address = await prepareCall(claire, openCall(`Formulaire ${randomUUID().slice(0, 8)}`));
  await claire.goto(`${address}/formulaire`);
  const section = claire.getByRole('region', { name: 'Acquis' });
  await section.getByText('Nouvelle question').click();
  await section.getByLabel('Question (obligatoire)', { exact: true }).fill('Quels outils numériques ?');
  await section.getByLabel('Nature de la réponse').selectOption({ label: 'Un choix dans une liste' });
  await section.getByRole('button', { name: 'Ajouter la question' }).click();

  await expect(claire.getByRole('heading', { level: 1 })).toContainText('Quels outils numériques');
  await claire.getByRole('button', { name: 'Garder ce changement' }).click();
  await expect(claire.getByRole('alert')).toContainText('Écrivez au moins un choix');
  await claire.getByLabel('Choix, un par ligne').fill('=SIG\nPortail');
  await claire.getByLabel('Réponse obligatoire').check();
  await claire.getByLabel('Quand elle est posée').selectOption({ label: 'Aux lauréats, après l’annonce' });
  await expectNoBarrier(claire);
  await claire.getByRole('button', { name: 'Garder ce changement' }).click();
  await expect(claire.getByRole('status').filter({ hasText: 'Le changement est gardé' })).toBeVisible();

  const questions = section.getByRole('listitem');
  await expect(questions.last()).toContainText('Quels outils numériques');
  await expect(questions.last()).toContainText('aux lauréats, après l’annonce');
  await expect(claire.getByText('16 questions dès le dépôt, 23 aux lauréats après l’annonce.')).toBeVisible();
  const count = await questions.count();
  await claire.getByRole('button', { name: /^Monter, Quels outils/ }).press('Enter');
  await expect(questions.nth(count - 2)).toContainText('Quels outils numériques');
  await claire.getByRole('button', { name: /^Retirer, Quels outils/ }).click();
  await expect(claire.getByRole('status').filter({ hasText: 'La question est retirée' })).toBeVisible();
  await expect(questions).toHaveCount(count - 1);
  await claire.getByRole('button', { name: 'Annuler le dernier changement' }).click();
  await expect(questions).toHaveCount(count);
  await expectNoBarrier(claire);

  await claire.getByRole('link', { name: 'Aperçu', exact: true }).click();
  await expect(claire.getByRole('heading', { level: 1, name: 'Aperçu du formulaire' })).toBeVisible();
  await expect(claire.getByRole('combobox', { name: /^Quels outils numériques/ })).toContainText('=SIG');
  await expectNoBarrier(claire);
  await claire.getByRole('link', { name: 'Revenir au formulaire' }).click();
  await claire.getByRole('button', { name: 'Enregistrer la version 2' }).click();
  await expect(
    claire.getByRole('status').filter({ hasText: 'La nouvelle version est enregistrée' }),
  ).toBeVisible();
  await expect(claire.getByText('Version 2, celle que les candidats remplissent')).toBeVisible();
});

test('[CA2] [CA11] [CA12] [CA13] without script: criteria, a derogation, a season; nobody else comes near', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/', { javaScriptEnabled: false });
  const address = await prepareCall(claire, openCall(`Réglages ${randomUUID().slice(0, 8)}`));
  const criteria = claire.getByRole('region', { name: 'Critères et poids' });
  await criteria.getByLabel('Poids (%)').first().fill('50');
  await criteria.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(claire.getByRole('alert')).toContainText('leur somme est 100');
  await expect(criteria.getByLabel('Poids (%)').first()).toHaveValue('50');
  await criteria.getByLabel('Poids (%)').nth(2).fill('10');
  await criteria.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(claire.getByRole('status').filter({ hasText: 'Les critères sont enregistrés' })).toBeVisible();

  const derogations = claire.getByRole('region', { name: 'Dérogations' });
  await choose(derogations.getByLabel('Organisation'), 'Valmont-sur-Loire');
  await derogations.getByLabel('Motif').fill('Convention en cours de signature');
  await derogations.getByRole('button', { name: 'Accorder la dérogation' }).click();
  await expect(derogations).toContainText('Convention en cours de signature');
  await derogations.getByRole('button', { name: /^Retirer la dérogation/ }).click();
  await expect(derogations).toContainText('Retirée par la coordination');

  await claire.goto('/administration/saisons');
  const created = claire.getByRole('region', { name: 'Nouvelle saison' });
  await created.getByLabel('Numéro').fill('2');
  await created.getByLabel('Nom (obligatoire)', { exact: true }).fill('Saison gardée');
  await created.getByLabel('Premier jour').fill('2023-09-01');
  await created.getByLabel('Dernier jour').fill('2024-06-30');
  await created.getByLabel('Thème à l’icône de soleil').fill('Énergie');
  await created.getByRole('button', { name: 'Créer la saison' }).click();
  await expect(claire.getByRole('alert')).toContainText('Une autre saison porte ce numéro');
  await expect(created.getByLabel('Nom (obligatoire)', { exact: true })).toHaveValue('Saison gardée');

  for (const person of ['metier.a', 'relecture']) {
    const other = await pageOf(browser, person);
    const pages = [address, `${address}/formulaire`, `${address}/formulaire/apercu`, publicOf(address)];
    for (const page of [
      ...pages,
      '/administration/appels',
      '/administration/appels/nouveau',
      '/administration/saisons',
    ])
      expect((await other.goto(page))?.status(), `${person} ${page}`).toBe(404);
    const sent = await other.request.post(address, { form: { intent: 'publish' } });
    expect(sent.status()).toBe(404);
  }
});
