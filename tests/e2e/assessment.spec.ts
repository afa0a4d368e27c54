import { expect, test } from '@playwright/test';
import { pageOf } from './support/documents.ts';
import { expectNoBarrier } from './support/no-barrier.ts';
import { fillGrid } from './support/programme/assessment.ts';

const CALL = 'Appel de la saison 2 (exemple)';
const TITLE = 'Prévenir la montée des marais';

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
    const other = await pageOf(browser, person, '/');
    expect((await other.request.get(address)).status()).toBe(404);
  }
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
  const marc = await pageOf(browser, 'relecture', '/');
  expect((await marc.request.get(address)).status()).toBe(404);
});

test.describe('[AS11] [AS12] [AS14] decisions', () => {
  // They are announced once: a second try would find nothing left to announce.
  test.describe.configure({ retries: 0 });

  test('are announced together and once, read by their candidate, and a selected one becomes an experiment', async ({
    browser,
  }) => {
    const claire = await pageOf(browser, 'animation', '/instruction');
    await claire.getByRole('link', { name: 'Appel complémentaire (exemple)' }).click();
    await claire.locator('summary', { hasText: 'Des cours d’école fraîches' }).click();
    await claire.getByLabel('Motivation').last().fill('');
    await claire
      .getByRole('button', { name: 'Enregistrer la décision : Des cours d’école fraîches' })
      .click();
    await expect(claire.getByRole('alert')).toContainText('Écrivez la motivation');
    await claire.reload();
    await claire.getByRole('button', { name: 'Annoncer toutes les décisions' }).click();
    await expect(claire.getByText('3 décisions annoncées.')).toBeVisible();
    await expect(claire.getByText('Toutes les décisions sont annoncées.')).toBeVisible();
    const file = await claire.getByRole('link', { name: TITLE }).getAttribute('href');
    const yann = await pageOf(browser, 'metier.b', `${file?.replace('/instruction', '/decision')}`);
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

test('[AU5] the audit trail is read by coordinators, filtered, and verified', async ({ browser }) => {
  const claire = await pageOf(browser, 'animation', '/administration/journal');
  await claire.getByRole('button', { name: 'Vérifier la chaîne' }).click();
  await expect(claire.getByText('La chaîne est intacte')).toBeVisible();
  await claire.getByLabel('Action').selectOption({ label: 'Notes données' });
  await claire.getByRole('button', { name: 'Filtrer' }).click();
  await expect(claire.getByText('Notes données').last()).toBeVisible();
  await expectNoBarrier(claire);
  const marc = await pageOf(browser, 'relecture', '/');
  expect((await marc.request.get('/administration/journal')).status()).toBe(404);
});
