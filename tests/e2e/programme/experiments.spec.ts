import { expect, type Page } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** Days and months around the present one, on the clock of Paris. */
const day = (months: number, on: number) => {
  const [year = 0, month = 0] = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' })
    .format(new Date())
    .split('-')
    .map(Number);
  return new Date(Date.UTC(year, month - 1 + months, on)).toISOString().slice(0, 10);
};
const own = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

/** Opens an experiment of Valmont and Saint-Aubin that runs since two months, by its form; answers its address. */
async function openExperiment(claire: Page, title: string): Promise<string> {
  await claire.goto('/experimentations/nouvelle');
  await claire.getByLabel('Titre').fill(title);
  await claire.getByLabel('Thème').selectOption({ label: 'Biodiversité' });
  await claire.getByLabel('Début').fill(day(2, 1));
  await claire.getByLabel('Fin', { exact: true }).fill(day(-2, 1));
  await choose(claire.getByLabel('Collectivité porteuse'), 'Valmont-sur-Loire');
  await claire.getByRole('checkbox', { name: 'Saint-Aubin-les-Marais' }).check();
  await claire.getByRole('button', { name: 'Ouvrir l’expérimentation' }).click();
  await expect(claire.getByRole('alert')).toContainText('La fin vient avant le début');
  await expect(claire.getByLabel('Titre')).toHaveValue(title);
  await claire.getByLabel('Début').fill(day(-2, 1));
  await claire.getByLabel('Fin', { exact: true }).fill(day(4, 1));
  await claire.getByRole('button', { name: 'Ouvrir l’expérimentation' }).click();
  await expect(claire.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(claire.url()).pathname;
}

test('[EX5] [EX6] [EX9] an experiment is opened, a milestone slips with its reason, it is suspended and taken back', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/experimentations');
  await expectNoBarrier(claire);
  const title = own('Ombre des écoles');
  const address = await openExperiment(claire, title);

  // The team slips a milestone, with its reason.
  const nadia = await pageOf(browser, 'metier.a', address);
  await expectNoBarrier(nadia);
  await nadia.getByRole('link', { name: 'Modifier les jalons' }).click();
  const framing = nadia
    .getByRole('listitem')
    .filter({ has: nadia.getByRole('heading', { name: /^Cadrage/ }) });
  await framing.getByText('Changer la fin prévue').click();
  await framing.getByLabel('Nouvelle fin prévue').fill(day(3, 1));
  await framing.getByRole('button', { name: 'Annoncer le glissement' }).click();
  await expect(nadia.getByRole('alert')).toContainText('Dites pourquoi');
  await framing.getByLabel('Motif').fill('élections repoussées');
  await framing.getByRole('button', { name: 'Annoncer le glissement' }).click();
  await expect(framing.getByRole('list', { name: 'Glissements' })).toContainText('élections repoussées');
  await expectNoBarrier(nadia);

  // State: begun, suspended with a reason, taken back.
  await nadia.goto(address);
  await expect(nadia.getByText('élections repoussées')).toBeVisible();
  await nadia.getByText('Changer l’état', { exact: true }).first().click();
  await nadia.getByRole('button', { name: 'Changer l’état' }).click();
  await expect(nadia.getByText('État : en cours.'.replace(' :', '\u00a0:'))).toBeVisible();
  await nadia.getByText('Changer l’état', { exact: true }).first().click();
  await nadia.getByLabel('Nouvel état').selectOption({ label: 'Suspendue' });
  await nadia.getByRole('button', { name: 'Changer l’état' }).click();
  await expect(nadia.getByRole('alert')).toContainText('Dites pourquoi');
  await nadia.getByLabel('Motif').fill('Le binôme est en congé.');
  await nadia.getByRole('button', { name: 'Changer l’état' }).click();
  await nadia.getByRole('button', { name: 'Annuler ce changement' }).click();
  await expect(nadia.locator('.head').getByText('En cours')).toBeVisible();

  // Another city of the programme sees that it exists, not its inside; a consultant without a mission there sees nothing.
  const aurelie = await pageOf(browser, 'ville', address);
  await expect(aurelie.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(aurelie.getByText('élections repoussées')).toHaveCount(0);
  expect((await aurelie.request.get(`${address}/journal`)).status()).toBe(403);
  const camille = await pageOf(browser, 'conseil');
  expect((await camille.request.get(address)).status()).toBe(404);
});

test('[EX11] [EX17] [EX19] two people write one month and lose nothing; the evaluation is written and commented', async ({
  browser,
}) => {
  const address = await openExperiment(await pageOf(browser, 'animation'), own('Fraîcheur des places'));
  const nadia = await pageOf(browser, 'metier.a', address);
  const [month] = [day(0, 1).slice(0, 7)];
  const yann = await pageOf(browser, 'metier.b', `${address}/journal?mois=${month}`);
  await nadia.goto(`${address}/journal?mois=${month}`);
  for (const [page, text] of [
    [nadia, 'Convention signée.'],
    [yann, 'Relevés commencés.'],
  ] as const) {
    await page.getByRole('radio', { name: /^Bien/ }).check();
    await page.getByLabel('Ce qui a été fait').fill(text);
    await page.getByLabel('Référent métier').fill('1,5');
  }
  // Both have written before one of them saves.
  await nadia.getByRole('button', { name: 'Enregistrer le mois' }).click();
  await expect(nadia.getByText('est enregistré.')).toBeVisible();
  await yann.getByRole('button', { name: 'Enregistrer le mois' }).click();
  await expect(yann.getByRole('alert')).toContainText('Rien n’est perdu');
  await expect(yann.getByLabel('Ce qui a été fait')).toHaveValue('Relevés commencés.');
  await expect(yann.getByRole('region', { name: 'Ce que quelqu’un d’autre vient d’écrire' })).toContainText(
    'Convention signée.',
  );
  await expectNoBarrier(yann);
  await yann.getByLabel('Ce qui a été fait').fill('Convention signée. Relevés commencés.');
  await yann.getByRole('button', { name: 'Enregistrer le mois' }).click();
  await expect(yann.getByText('Convention signée. Relevés commencés.')).toBeVisible();
  await expectNoBarrier(yann);

  // The evaluation, and what the reviewer says of it.
  await nadia.goto(`${address}/evaluation`);
  await nadia.getByRole('link', { name: 'Commencer l’évaluation' }).click();
  await nadia.getByLabel('Quels résultats').fill('Quarante cours d’école décrites.');
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: 'Enregistrer comme version de référence' }).click();
  await expect(nadia.getByText('1 réponse sur 10.')).toBeVisible();
  const marc = await pageOf(browser, 'relecture', `${address}/evaluation`);
  await marc.getByRole('region', { name: 'Pertinence' }).getByText('Commenter').click();
  await marc.getByLabel('Votre commentaire sur «\u202fPertinence\u202f»').fill('Et en ville ?');
  await marc.getByRole('region', { name: 'Pertinence' }).getByRole('button', { name: 'Envoyer' }).click();
  await expect(marc.getByText('Et en ville ?')).toBeVisible();
  await expectNoBarrier(marc);
});

test('[EX14] [EX16] [EX20] difficulties, indicators, effort, partners and links of an experiment, without script too', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/experimentations?texte=Arbres+et+ombrage');
  await expect(claire.getByRole('status').first()).toBeVisible();
  await claire.getByRole('link', { name: 'Arbres et ombrage' }).first().click();
  await expect(claire.getByRole('heading', { level: 1, name: 'Arbres et ombrage' })).toBeVisible();
  const address = new URL(claire.url()).pathname;
  await expectNoBarrier(claire);
  await claire.getByText('Voir en tableau').first().click();
  await expect(claire.getByRole('table').first()).toContainText('Cadrage et convention');

  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await claire.context().cookies());
  const plain = await context.newPage();
  const name = own('Bancs à l’ombre');
  await plain.goto(`${address}/indicateurs`);
  await plain.getByRole('textbox', { name: 'Nom' }).fill(name);
  await plain.getByRole('textbox', { name: 'Unité' }).fill('bancs');
  await plain.getByRole('textbox', { name: 'Cible' }).fill('40');
  await plain.getByRole('button', { name: 'Ajouter', exact: true }).click();
  const card = plain.getByRole('listitem').filter({ has: plain.getByRole('heading', { name }) });
  await card.getByLabel('Mesure (bancs)').fill('beaucoup');
  await card.getByRole('button', { name: /Ajouter une mesure/ }).click();
  await expect(card.getByRole('alert')).toContainText('Donnez un nombre');
  await card.getByLabel('Mesure (bancs)').fill('12,5');
  await card.getByRole('button', { name: /Ajouter une mesure/ }).click();
  await expect(card).toContainText('12,5 bancs');
  await card.getByRole('button', { name: `Retirer l’indicateur ${name}` }).click();
  await plain.getByRole('button', { name: 'Annuler' }).click();
  await expect(plain.getByRole('heading', { name })).toBeVisible();
  await context.close();

  await claire.goto(`${address}/indicateurs`);
  await expectNoBarrier(claire);
  await claire.goto(`${address}/reglages`);
  await expectNoBarrier(claire);
  await claire.getByLabel('Titre d’un tableau').fill('Suivi du groupe');
  await claire.getByRole('button', { name: 'Chercher', exact: true }).click();
  await expect(claire.getByRole('button', { name: 'Lier Suivi du groupe' }).first()).toBeVisible();
  const file = await claire.request.get(
    `${address.slice(0, '/experimentations/'.length + 36)}/fichiers/jalons.csv`,
  );
  expect(await file.text()).toContain('Cadrage et convention');
});
