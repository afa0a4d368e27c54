import { expect } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { fillGrid } from '../support/programme/assessment.ts';

const CALL = 'Appel de la saison 2 (exemple)';
const TITLE = 'Prévenir la montée des marais';

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

test('[AS1] [AS5] [AS6] an application is assessed blind, criterion by criterion, and looks absent to everybody else', async ({
  browser,
}) => {
  const marc = await pageOf(browser, 'relecture', '/instruction');
  await expect(marc.getByRole('heading', { level: 1, name: 'Mes dossiers à instruire' })).toBeVisible();
  await expectNoBarrier(marc);
  await marc.getByRole('link', { name: TITLE }).click();
  await expect(marc.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expectNoBarrier(marc);
  await marc.getByLabel('Commentaire : Acquis').fill('');
  await marc.getByRole('button', { name: /Donner ma note/ }).click();
  await expect(marc.getByRole('alert')).toContainText('Votre note n’est pas complète');
  await fillGrid(marc, '4');
  await marc.getByRole('button', { name: /Donner ma note/ }).click();
  await expect(marc.getByText(/Note donnée le .* 4,00 sur 5/)).toBeVisible();

  const claire = await pageOf(browser, 'animation', marc.url());
  await expect(claire.getByText('Les notes des autres instructeurs apparaissent')).toBeVisible();
  await expect(claire.getByText('4,00 sur 5')).toHaveCount(0);

  const address = new URL(marc.url()).pathname;
  for (const person of ['metier.b', 'metier.a', 'conseil']) {
    const other = await pageOf(browser, person);
    expect((await other.request.get(address)).status()).toBe(404);
    expect((await other.request.post(address, { form: { intent: 'askCorrection' } })).status()).toBe(404);
  }
});

test('[AP10] a correction is asked for where one assesses; what is refused stays typed, and the city writes again', async ({
  browser,
}) => {
  const marc = await pageOf(browser, 'relecture', '/instruction');
  await marc.getByRole('link', { name: TITLE }).click();
  await marc.getByText('Demander une correction').click();
  await marc.getByLabel('Ce qui est attendu').fill('Dites quels marais sont concernés.');
  await marc.getByLabel('Dernier jour pour corriger').fill(inDays(6));
  await marc.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(marc.getByRole('alert')).toContainText('Choisissez au moins un champ');
  await expect(marc.getByLabel('Ce qui est attendu')).toHaveValue('Dites quels marais sont concernés.');
  await marc.getByRole('checkbox', { name: 'Titre du projet' }).check();
  await expectNoBarrier(marc);
  await marc.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(marc.getByText('La correction est demandée')).toBeVisible();
  await expect(marc.getByText('Champs rouverts :')).toBeVisible();
  const path = new URL(marc.url()).pathname.replace('/instruction', '');
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(yann.getByText('Dites quels marais sont concernés.').first()).toBeVisible();
  await expect(yann.getByLabel(/^Titre/).first()).toHaveValue(TITLE);
});

test('[AS10] [AS15] the sheet of the committee is sorted, a decision wants its reason, the minutes are a file', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/instruction');
  await claire.getByRole('link', { name: CALL }).click();
  await expect(claire.getByRole('heading', { level: 1, name: 'Comité de sélection' })).toBeVisible();
  await claire.getByRole('link', { name: 'Trier par écart' }).click();
  await expect(claire.getByRole('columnheader', { name: /écart/i })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expectNoBarrier(claire);
  const address = new URL(claire.url()).pathname;
  const minutes = await claire.request.get(`${address}/proces-verbal/odt`);
  expect([minutes.status(), minutes.headers()['content-type']]).toEqual([
    200,
    'application/vnd.oasis.opendocument.text',
  ]);
});

test('[AS16] who reviews for the programme sits on the committee: reads and decides, and neither assigns nor announces', async ({
  browser,
}) => {
  const marc = await pageOf(browser, 'relecture', '/instruction');
  await marc.getByRole('link', { name: 'Appel complémentaire (exemple)' }).click();
  await expect(marc.getByRole('heading', { level: 1, name: 'Comité de sélection' })).toBeVisible();
  await expect(marc.getByText('L’animation fixe ces dates')).toBeVisible();
  await expect(marc.getByRole('button', { name: /Annoncer|Compléter|Enregistrer$/ })).toHaveCount(0);
  await expectNoBarrier(marc);
  await marc.locator('summary', { hasText: 'Des cours d’école fraîches' }).click();
  const motivation = marc.getByLabel('Motivation').last();
  const before = await motivation.inputValue();
  await motivation.fill(`${before} À revoir l’an prochain.`);
  await marc.getByRole('button', { name: 'Enregistrer la décision : Des cours d’école fraîches' }).click();
  await expect(marc).toHaveURL(/#decision-/);
  const address = new URL(marc.url()).pathname;
  const claire = await pageOf(browser, 'animation', address);
  await claire.locator('summary', { hasText: 'Des cours d’école fraîches' }).click();
  await expect(claire.getByLabel('Motivation').last()).toHaveValue(/À revoir l’an prochain/);
  for (const intent of ['announce', 'balance'])
    expect((await marc.request.post(address, { form: { intent } })).status()).toBe(403);
  const yann = await pageOf(browser, 'metier.b');
  expect((await yann.request.post(address, { form: { intent: 'announce' } })).status()).toBe(404);
});

test.describe('[AS11] [AS12] [AS14] [PS11] decisions', () => {
  test('are announced together and once, read by their candidate, and a selected one becomes an experiment', async ({
    browser,
  }) => {
    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto('/appels');
    const past = visitor.getByRole('region', { name: 'Passés' });
    await expect(past).toContainText('Les réponses ne sont pas encore annoncées.');
    await expect(visitor.locator('main')).not.toContainText('Choisir les arbres de demain');
    const claire = await pageOf(browser, 'animation', '/instruction');
    await claire.getByRole('link', { name: 'Appel complémentaire (exemple)' }).click();
    await claire.locator('summary', { hasText: 'Des cours d’école fraîches' }).click();
    await claire.getByLabel('Motivation').last().fill('');
    await claire
      .getByRole('button', { name: 'Enregistrer la décision : Des cours d’école fraîches' })
      .click();
    await expect(claire.getByRole('alert')).toContainText('Écrivez la motivation');
    await claire.reload();
    await claire.getByText('Annoncer les décisions…').click();
    await claire.getByRole('button', { name: 'Annoncer toutes les décisions' }).click();
    await expect(claire.getByText('3 décisions annoncées.')).toBeVisible();
    await expect(claire.getByText('Toutes les décisions sont annoncées.')).toBeVisible();
    // [PS11] Who was selected and agreed is named to anybody, at once; of the others nothing is.
    await visitor.goto('/');
    const laureates = visitor.getByRole('region', { name: /^Les lauréats de/ });
    await expect(laureates.getByRole('listitem')).toHaveText([/Choisir les arbres de demain/]);
    await laureates.getByRole('link', { name: 'Lire l’appel' }).click();
    await expect(visitor.getByRole('region', { name: 'Lauréats' })).toContainText(
      'Choisir les arbres de demain',
    );
    await expect(visitor.locator('main')).not.toContainText(/cours d’école|liste complémentaire/);
    await expectNoBarrier(visitor);
    const file = await claire.getByRole('link', { name: TITLE }).getAttribute('href');
    const yann = await pageOf(browser, 'metier.b', `${file?.replace('/instruction', '')}`);
    await yann.getByRole('link', { name: 'Lire la décision' }).click();
    await expect(yann.getByText('liste complémentaire')).toBeVisible();
    await expectNoBarrier(yann);
    await claire
      .getByRole('button', { name: 'Ouvrir l’expérimentation : Choisir les arbres de demain' })
      .click();
    await expect(
      claire.getByRole('heading', { level: 1, name: 'Choisir les arbres de demain' }),
    ).toBeVisible();
  });
});

test('[AU5] [AU7] [AU8] the audit trail is read by coordinators, filtered, taken away and verified, and tells who was refused', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/administration/journal');
  await claire.getByRole('button', { name: 'Vérifier la chaîne' }).click();
  await expect(claire.getByText('La chaîne est intacte')).toBeVisible();
  await choose(claire.getByLabel('Action'), 'Notes données');
  await claire.getByRole('button', { name: 'Filtrer' }).click();
  await expect(claire.getByText('Notes données').last()).toBeVisible();
  await expectNoBarrier(claire);
  const marc = await pageOf(browser, 'relecture');
  expect((await marc.request.get('/administration/journal')).status()).toBe(404);
  await claire.goto('/administration/journal?action=access.refused');
  await expect(
    claire
      .getByRole('listitem')
      .filter({ hasText: '/administration/journal' })
      .filter({ hasText: 'Marc Delattre' })
      .first(),
  ).toBeVisible();
  const csv = await claire.request.get('/administration/journal.csv?action=audit.exported');
  expect(await csv.text()).toMatch(/Journal d’audit téléchargé/u);
});
