import { expect, type Page } from '@playwright/test';
import { expectCards, newBoard, openBoard } from '../support/boards.ts';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[B73] due days are read by a calendar under an address of one’s own, which ends when one says so', async ({
  browser,
  playwright,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newBoard(page, 'Échéances à suivre', { 'À faire': ['Relever les compteurs'] });
  const boardId = path.split('/')[2]?.slice(0, 36) ?? '';
  const { cards }: { cards: { id: string }[] } = await (
    await page.request.get(`/api/v1/boards/${boardId}`)
  ).json();
  await page.request.patch(`/api/v1/boards/${boardId}/cards/${cards[0]?.id}`, {
    data: { due: '2031-05-12' },
  });

  await page.goto('/compte');
  await page.getByRole('link', { name: 'Calendriers' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Nouvelle adresse' })).toBeVisible();
  await choose(
    page.getByLabel('Que doit montrer ce calendrier'),
    'Toutes les échéances de « Échéances à suivre »',
  );
  await page.getByRole('button', { name: 'Créer l’adresse' }).press('Enter');
  const field = page.getByLabel('Adresse du calendrier', { exact: true });
  await expect(field).toBeFocused();
  const address = await field.inputValue();
  expect(address).toMatch(/\/calendriers\/[\w-]{43}\.ics$/);
  await expectNoBarrier(page);

  // As a program of calendars: without cookie.
  const program = await playwright.request.newContext();
  await expect
    .poll(async () => (await (await program.get(address)).text()).includes('SUMMARY:Relever les compteurs'))
    .toBe(true);
  expect(await (await program.get(address)).text()).toContain('DTSTART;VALUE=DATE:20310512');

  await page.reload();
  await expect(field).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: 'Échéances à suivre' });
  await row.getByRole('button', { name: /^Supprimer l’adresse de/ }).press('Enter');
  await expect(page.getByText('L’adresse est supprimée')).toBeVisible();
  await expect(row).toHaveCount(0);
  expect((await program.get(address)).status()).toBe(404);
  await program.dispose();
  await page.context().close();
});

/** Where the first group of the demonstration imports boards. */
async function importPage(page: Page): Promise<string> {
  const { items }: { items: { id: string }[] } = await (await page.request.get('/api/v1/groups')).json();
  return `/groupes/${items[0]?.id}/tableaux/importer`;
}

test('[B71] a board of Trello comes in: seen first, with what is not kept, then made; a wrong file makes nothing', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const address = await importPage(page);
  await page.goto(address.replace('/importer', ''));
  await page.getByRole('link', { name: 'Importer un tableau' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Importer un tableau' })).toBeVisible();

  const field = page.getByLabel('Fichier (obligatoire)', { exact: true });
  await page.getByRole('button', { name: 'Examiner le fichier' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('Choisissez un fichier.');
  await field.setInputFiles({
    name: 'x.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Ville;Budget\nA;1'),
  });
  await page.getByRole('button', { name: 'Examiner le fichier' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('Aucune colonne de ce fichier n’est reconnue');
  await expectNoBarrier(page);

  await field.setInputFiles('tests/support/boards/trello-export.json');
  await page.getByRole('button', { name: 'Examiner le fichier' }).press('Enter');
  const report = page.getByRole('region', { name: 'Ce qui sera repris' });
  await expect(report.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(report).toContainText('3 cartes, et 2 archivées');
  await expect(report).toContainText('À faire (2), En cours (1), Terminé (0)');
  await expect(report).toContainText('1 commentaire non repris');
  await expectNoBarrier(page);

  await report.getByLabel('Titre du tableau').fill('');
  await report.getByRole('button', { name: 'Créer le tableau' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('titre');
  await report.getByLabel('Titre du tableau').fill('Cour végétale reprise de Trello');
  await report.getByRole('button', { name: 'Créer le tableau' }).press('Enter');
  await expect(
    page.getByRole('heading', { level: 1, name: 'Cour végétale reprise de Trello' }),
  ).toBeVisible();
  await expectCards(page, 'À faire', ['Planter six tilleuls', 'Choisir les essences']);
  await page.context().close();
});

test('[B70] a board leaves by its menu as a spreadsheet, as JSON and on paper', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newBoard(page, 'Tableau à emporter', { 'À faire': ['=1+1', 'Plans'], Fait: ['Devis'] });
  await openBoard(page, path);
  const open = async () => {
    await page.getByRole('button', { name: 'Actions du tableau' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Exporter ou imprimer' }).press('Enter');
    await expect(page.getByRole('dialog', { name: 'Exporter ou imprimer' })).toBeVisible();
  };
  await open();
  await expectNoBarrier(page);
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tableur', exact: true }).press('Enter'),
  ]);
  expect(sheet.suggestedFilename()).toBe('Tableau à emporter.csv');
  const stream = await sheet.createReadStream();
  let text = '';
  for await (const chunk of stream) text += chunk;
  expect(text).toMatch(/^\ufeffTitre;Colonne;/);
  expect(text).toContain("\r\n'=1+1;À faire;");

  await page.getByRole('link', { name: 'Version à imprimer' }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'À faire (2)' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['=1+1', 'Plans', 'Devis']);
  await expectNoBarrier(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'Revenir au tableau' }).press('Enter');
  await expectCards(page, 'Fait', ['Devis']);
  await page.context().close();
});
