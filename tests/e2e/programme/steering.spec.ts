import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { openWorkbook } from '#server/library/dataset/open-workbook.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { REAL_LIST_NAME, realList } from '#tests/support/programme/city-files.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { startOwnServer } from '../support/own-server.ts';
import { signIn } from '../support/sign-in.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Saison 2 en un regard' });

test('[PI1] [PI2] [PI3] [PI6] the reviewer sees the season, narrows it, looks at a past day and opens what a figure counts', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'relecture', '/pilotage');
  await expect(heading(page)).toBeVisible();
  await expectNoBarrier(page);

  await page.getByLabel('Thème', { exact: true }).selectOption({ label: 'Biodiversité' });
  await page.getByRole('button', { name: 'Filtrer le pilotage' }).click();
  await expect(page).toHaveURL(/theme=biodiversite/);
  await expect(page.getByLabel('Thème', { exact: true })).toHaveValue('biodiversite');
  await page.getByRole('link', { name: 'Tout afficher' }).click();
  await expect(page).toHaveURL(/\/pilotage$/);
  // The address changes before the page does.
  await expect(page.getByLabel('Thème', { exact: true })).toHaveValue('');

  // The figure says as many as the list has lines, that day and with that filter.
  const approved = page.getByRole('link', { name: /^Comptes rendus approuvés/ });
  const count = Number(await approved.textContent());
  await approved.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Comptes rendus approuvés' })).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(count);
  await expectNoBarrier(page);

  // In the first weeks of the season, whose days go with the clock of the demonstration.
  const early = new Date(Date.now() - 175 * 86_400_000);
  await page.goto(`/pilotage?date=${dates.iso(early)}`);
  await expect(page.getByText(`Au ${dates.day(early)}`, { exact: false })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Comptes rendus approuvés/ })).toHaveText('0');
  await expect(page.getByText('Rien n’est en retard à cette date.')).toBeVisible();

  for (const [day, said] of [
    ['2999-01-01', 'Cette date n’est pas encore passée'],
    ['2020-01-01', 'La saison n’avait pas commencé ce jour-là'],
    ['2023-02-30', 'Cette date n’existe pas'],
  ] as const) {
    await page.goto(`/pilotage?date=${day}`);
    await expect(page.getByText(said, { exact: false })).toBeVisible();
    await expect(heading(page)).toBeVisible();
  }
  await expectNoBarrier(page);
});

test('[PI1] for a member of a city the page, its lists and its files do not exist', { tag: '@gate' }, async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  for (const path of ['/pilotage', '/pilotage/communes', '/pilotage.csv', '/pilotage.ods', '/pilotage.pdf'])
    expect((await page.request.get(path)).status(), path).toBe(404);
  const reviewer = await pageOf(browser, 'relecture');
  expect((await reviewer.request.get('/pilotage/inconnue')).status()).toBe(404);
  expect((await reviewer.request.get('/administration/cibles')).status()).toBe(404);
  expect((await reviewer.request.get('/pilotage.csv?date=2999-01-01')).status()).toBe(404);
});

test('[PI11] the page leaves as CSV, as a workbook that our own reader opens, and as a PDF', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'relecture', '/pilotage');
  const csv = await (await page.request.get('/pilotage.csv?partie=experimentations')).text();
  expect(csv.replace(/^\ufeff/, '').split('\r\n')[0]).toBe(
    'Thème;En préparation;En cours;Suspendue;Terminée;Abandonnée;Total',
  );
  expect(await (await page.request.get('/pilotage.csv')).text()).toContain('Partie;Ligne;Colonne;Valeur');

  const folder = await mkdtemp(join(tmpdir(), 'cordee-ods-'));
  try {
    const path = join(folder, 'pilotage.ods');
    await writeFile(path, await (await page.request.get('/pilotage.ods')).body());
    const workbook = await openWorkbook(path);
    expect(workbook.format).toBe('ods');
    const rows: string[][] = [];
    for await (const some of workbook.rows('Expérimentations par thème'))
      rows.push(...some.map(({ cells }) => [...cells]));
    expect(rows.map(([theme]) => theme)).toEqual([
      'Thème',
      'Biodiversité',
      'Risques naturels',
      'Transition environnementale',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }

  const pdf = await page.request.get('/pilotage.pdf');
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('[PI8] a coordinator sets a target: what is wrong is said at its field, and the page shows it', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation', '/administration');
  await page.getByRole('link', { name: 'Cibles d’ouverture' }).click();
  const section = page.getByRole('region', { name: 'Conformité au schéma' });
  await section.getByLabel('Part à atteindre').fill('140');
  await section.getByLabel('Au plus tard le').fill('2030-06-30');
  await section.getByRole('button', { name: 'Fixer la cible' }).click();
  await expect(section.getByRole('alert')).toBeFocused();
  await section.getByRole('link', { name: 'Indiquez un nombre entier de 1 à 100.' }).click();
  await expect(section.getByLabel('Part à atteindre')).toBeFocused();
  await expect(section.getByLabel('Part à atteindre')).toHaveValue('140');
  await expectNoBarrier(page);
  await section.getByLabel('Part à atteindre').fill('85');
  await section.getByRole('button', { name: 'Fixer la cible' }).click();
  await expect(section.getByText('Cible actuelle', { exact: false })).toContainText('30 juin 2030');
  await page.goto('/pilotage');
  const row = page.getByRole('row', { name: /Conformité au schéma/ });
  await expect(row).toContainText('30 juin 2030');
});

test('[PI4] the programme’s own list is imported, and the map, its table and its lists say what the file says', async ({
  browser,
}) => {
  test.skip(realList === null, `${REAL_LIST_NAME} is not here`);
  const file = realList ?? '';
  const lines = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data.filter((line) => line.dans_222 === 'oui');
  const distinct = (column: string) => new Set(lines.map((line) => line[column])).size;
  const server = await startOwnServer();
  try {
    const context = await browser.newContext({ baseURL: server.origin });
    await signIn(context, 'animation@demo.example');
    const page = await context.newPage();
    await page.goto('/administration/territoires');
    await page.getByLabel('Fichier CSV des villes').setInputFiles(file);
    await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await expect(page.getByText('La liste est importée.')).toBeVisible();

    await page.goto('/pilotage');
    const map = page.getByRole('region', { name: 'Communes du programme par département' });
    const said = `${lines.length} communes, ${distinct('acv_id')} conventions, ${distinct('departement_code')} départements. ${distinct('region_code')} régions.`;
    await expect(map.getByText(said)).toBeVisible();
    expect(said).toBe('235 communes, 222 conventions, 96 départements. 18 régions.');
    await expectNoBarrier(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 900 });

    await map.getByText('Voir les 96 départements').click();
    const table = map.getByRole('table', { name: 'Communes et conventions du programme par département' });
    await expect(table.locator('tbody tr')).toHaveCount(96);
    const byDepartment = Map.groupBy(lines, (line) => line.departement ?? '');
    for (const [department, own] of [...byDepartment].slice(0, 5)) {
      const row = table.getByRole('row').filter({ has: page.getByText(department, { exact: false }) });
      await expect(row.first().getByRole('link')).toHaveText(String(own.length));
    }
    const north = lines.filter((line) => line.departement_code === '59');
    await table.getByRole('link', { name: new RegExp(`^Nord\\s: ${north.length} communes$`) }).click();
    await expect(page).toHaveURL(/departement=59/);
    await expect(page.locator('tbody tr')).toHaveCount(north.length);
    const island = lines.filter((line) => line.region_code === '02');
    await page.goto('/pilotage?region=02');
    await expect(map.locator('figcaption')).toContainText(`${island.length} communes`);
  } finally {
    await server.remove();
  }
});
