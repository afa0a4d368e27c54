import { expect, type Page } from '@playwright/test';
import { DELIBERATIONS, DELIBERATIONS_FILE, PLANTED } from '#tests/support/library/scdl.ts';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { openOnceItSays } from '../support/later.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** A file of « équipements » as a city sends it, saved by a spreadsheet in Windows-1252, with errors planted in it. */
const EQUIPMENT = Buffer.from(
  [
    'COLL_NOM;COLL_SIRET;EQUIP_UID;EQUIP_NOM;EQUIP_TYPE;CODE_INSEE;EQUIP_LAT;EQUIP_LON;ACCES_PMR;DATE_MAJ',
    "Valmont-sur-Loire;73282932000074;EQ-001;Parc de l'\u00cele;parc;01004;47.21;-1.55;true;2023-02-01",
    'Valmont-sur-Loire;73282932000075;EQ-002;\u00c9cole Jean Mac\u00e9;\u00e9cole;1004;47.22;-1.56;true;2023-02-01',
    'Valmont-sur-Loire;73282932000074;EQ-002;Gymnase des Prés;stade;01004;147.2;-1.57;oui;01/02/2023',
    'Valmont-sur-Loire;73282932000074;EQ-004;;mairie;01004;47.24;-1.58;false;2023-02-01',
    '',
    'Valmont-sur-Loire;73282932000074;EQ-005;=LIEN("x");autre;01004;47.25;-1.59;true;2023-02-01',
  ].join('\r\n'),
  'latin1',
);

const check = async (page: Page, schema: string) => {
  await page.getByLabel('Comparer à quel schéma').selectOption({ label: schema });
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('heading', { name: '2. Le fichier' })).toBeVisible();
};

/** Fills in what the record of a data set must say. */
async function describeDataset(page: Page, title: string): Promise<void> {
  await page.getByLabel('Nom du jeu de données').fill(title);
  await page.getByLabel('Producteur (obligatoire)', { exact: true }).fill('Valmont-sur-Loire');
  await page.getByLabel('Type de producteur').selectOption({ label: 'Acteur public local' });
  await page
    .getByLabel('Accès (obligatoire)', { exact: true })
    .selectOption({ label: 'Candidate à une publication en open data' });
  await page.getByLabel('Licence').selectOption({ label: 'Licence Ouverte 2.0' });
  await page.getByLabel('Fréquence de mise à jour').selectOption({ label: 'Chaque année' });
}

test('[DS3] [DS7] [DS8] [DS9] [DS11] a data set is described, its file checked, every planted error found, the report shared', async ({
  browser,
}) => {
  const julien = await pageOf(browser, 'donnees.a', '/donnees');
  await julien.getByRole('link', { name: 'Décrire un jeu de données' }).click();
  await julien.getByRole('button', { name: 'Créer la fiche' }).click();
  await expect(julien.getByRole('alert')).toContainText('Donnez un nom au jeu de données');
  await describeDataset(julien, 'Équipements de Valmont');
  await expectNoBarrier(julien);
  await julien.getByRole('button', { name: 'Créer la fiche' }).click();
  await expect(julien.getByRole('heading', { level: 1, name: 'Équipements de Valmont' })).toBeVisible();
  await expectNoBarrier(julien);

  await julien.getByRole('link', { name: 'Contrôler un fichier' }).click();
  await expectNoBarrier(julien);
  await check(julien, 'Équipements publics (modèle de Cordée)');
  await expectNoBarrier(julien);
  await julien
    .getByLabel('Fichier à contrôler')
    .setInputFiles({ name: 'equipements.csv', mimeType: 'text/csv', buffer: EQUIPMENT });
  await julien.getByRole('button', { name: 'Lancer le contrôle' }).click();
  await expect(julien.getByText('Non conforme au schéma', { exact: true }).first()).toBeVisible();
  const errors = julien.getByRole('region', { name: 'Erreurs' });
  for (const [column, sentence] of [
    ['COLL_SIRET', 'Ce n’est pas un numéro SIRET'],
    ['CODE_INSEE', 'a perdu son zéro de tête'],
    ['EQUIP_TYPE', 'n’est pas dans la liste'],
    ['EQUIP_LAT', 'plus grande que 90'],
    ['ACCES_PMR', 'n’a pas le bon type'],
    ['DATE_MAJ', 'une date comme 2023-03-14'],
    ['EQUIP_NOM', 'La case est vide'],
  ] as const) {
    const line = errors.getByRole('listitem').filter({ hasText: column }).filter({ hasText: sentence });
    await expect(line, column).toHaveCount(1);
  }
  await expect(errors).toContainText('La clé (EQUIP_UID) est déjà donnée plus haut');
  await expect(errors).toContainText('La ligne est vide');
  const remarks = julien.getByRole('region', { name: 'Remarques' });
  await expect(remarks).toContainText('encodé en Windows-1252');
  await expect(remarks).toContainText('Un tableur prendrait cette valeur pour une formule');
  const siret = errors.getByRole('listitem').filter({ hasText: 'COLL_SIRET' });
  await siret.getByText('Voir les lignes').click();
  await expect(siret.getByRole('row', { name: '3 2 73282932000075' })).toBeVisible();
  await expectNoBarrier(julien);

  await julien.getByRole('button', { name: 'Créer une adresse secrète' }).click();
  const address = await julien.getByLabel('Adresse secrète du rapport').inputValue();
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(address);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Rapport : equipements.csv' })).toBeVisible();
  await expect(visitor.getByText('Julien Morel')).toHaveCount(0);
  await expectNoBarrier(visitor);
  const report = new URL(julien.url()).pathname;
  await julien.getByRole('button', { name: 'Fermer cette adresse' }).click();
  await expect(julien.getByRole('button', { name: 'Créer une adresse secrète' })).toBeVisible();
  expect((await visitor.goto(address))?.status()).toBe(404);

  const csv = await (await julien.request.get(`${report}/erreurs.csv`)).text();
  expect(csv).toContain('COLL_SIRET,3,2,73282932000075');
  expect(csv).toContain('"\'=LIEN(""x"")"');
  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.goto(report))?.status()).toBe(404);
});

test('[DS2] [DS13] without script: a file is checked, a record thrown away and taken back; another city’s is only read', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a', '/donnees/controler', { javaScriptEnabled: false });
  await check(nadia, 'Aucun : la forme du fichier seulement');
  await nadia
    .getByLabel('Fichier à contrôler')
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
  await nadia.getByRole('button', { name: 'Lancer le contrôle' }).click();
  await openOnceItSays(nadia, nadia.url(), 'Bien formé');
  await expect(nadia.getByText('Bien formé', { exact: true }).first()).toBeVisible();

  await nadia.goto('/donnees?texte=arbres');
  const record = nadia
    .getByRole('table')
    .getByRole('link', { name: 'Arbres d’alignement de Valmont-sur-Loire' });
  await record.click();
  const path = new URL(nadia.url()).pathname;
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(yann.getByRole('link', { name: 'Modifier la fiche' })).toHaveCount(0);
  expect((await yann.request.post(path, { form: { intent: 'trash' } })).status()).toBe(403);
  await nadia.getByRole('button', { name: 'Mettre à la corbeille' }).click();
  expect((await yann.goto(path))?.status()).toBe(404);
  await nadia.getByRole('button', { name: 'Restaurer', exact: true }).first().click();
  await expect(
    nadia.getByRole('heading', { level: 1, name: 'Arbres d’alignement de Valmont-sur-Loire' }),
  ).toBeVisible();

  // Thrown away again, it waits with its days; who writes it takes it back, a facilitator may delete it for good.
  await nadia.getByRole('button', { name: 'Mettre à la corbeille' }).click();
  const list = (page: Page) => page.locator('details').filter({ hasText: 'Corbeille' }).first();
  await list(nadia).getByText('Corbeille', { exact: true }).click();
  await expect(list(nadia).getByText(/Mis à la corbeille par .+ · encore 30 jours/)).toBeVisible();
  await expect(list(nadia).getByText(/^Supprimer définitivement/)).toHaveCount(0);
  const id = await list(nadia).locator('input[name=id]').first().inputValue();
  for (const { request } of [nadia, yann])
    expect((await request.post('/donnees', { form: { intent: 'delete', id } })).status()).toBe(403);
  const claire = await pageOf(browser, 'animation', '/donnees', { javaScriptEnabled: false });
  await list(claire).getByText('Corbeille', { exact: true }).click();
  await list(claire).getByText('Supprimer définitivement « Arbres d’alignement').click();
  await list(claire).getByRole('button', { name: 'Supprimer définitivement' }).click();
  await expect(claire.getByText('Supprimer définitivement « Arbres d’alignement')).toHaveCount(0);
  expect((await nadia.request.post('/donnees', { form: { intent: 'restore', id } })).status()).toBe(404);
});

test('[DS6] [DS7] [DS8] [DS9] [DS11] every fault planted in a file of deliberations is in its report, which only its group opens', async ({
  browser,
}) => {
  const julien = await pageOf(browser, 'donnees.a', '/donnees/controler');
  await julien.getByLabel('Fichier de schéma').setInputFiles({
    name: 'deliberations.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(DELIBERATIONS)),
  });
  await check(julien, 'Un fichier de schéma');
  await julien
    .getByLabel('Fichier à contrôler')
    .setInputFiles({ name: 'deliberations.csv', mimeType: 'text/csv', buffer: DELIBERATIONS_FILE });
  await julien.getByRole('button', { name: 'Lancer le contrôle' }).click();
  const errors = julien.getByRole('region', { name: 'Erreurs' });
  await expect(errors).toBeVisible();
  await expect(julien.getByText('nomenclature-actes-value')).toBeVisible();
  const found = julien.locator(
    'section[aria-label="Erreurs"] > ul > li, section[aria-label="Remarques"] > ul > li',
  );
  for (const fold of await found.locator('summary').all()) await fold.click();
  for (const { kind, column, line, position, value, says } of PLANTED) {
    const said = found.filter({ hasText: says });
    const one = column === null ? said : said.filter({ has: julien.locator('code', { hasText: column }) });
    await expect(one, `${kind} ${column}`).toHaveCount(1);
    if (['encoding', 'separator', 'missingColumn', 'missingOptional'].includes(kind)) continue;
    const cells = [line, position ?? '', value || '(vide)'].map(String);
    const rows = await one
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    expect(rows, `${kind} ${column}`).toContainEqual(cells);
  }
  await expect(julien.getByText(/^22 lignes lues, /)).toBeVisible();
  await expectNoBarrier(julien);

  const report = new URL(julien.url()).pathname;
  const csv = await (await julien.request.get(`${report}/erreurs.csv`)).text();
  expect(csv.trim().split('\r\n')).toHaveLength(1 + PLANTED.length);
  expect(csv).toContain("'@SOMME(A1:A9)");
  // A colleague of the group reads it; somebody of another group, or nobody in particular, finds nothing.
  const nadia = await pageOf(browser, 'metier.a', report);
  await expect(nadia.getByRole('heading', { level: 1, name: 'Rapport : deliberations.csv' })).toBeVisible();
  const outsider = await pageOf(browser, 'ville', report);
  for (const address of [report, `${report}/erreurs.csv`, `/controles/${'x'.repeat(43)}`])
    expect((await outsider.request.get(address)).status(), address).toBe(404);
  expect((await outsider.request.post(report, { form: { intent: 'share' } })).status()).toBe(404);
  const visitor = await browser.newContext();
  expect((await visitor.request.get(`${report}/erreurs.csv`)).status()).toBe(404);
  const door = await (await visitor.newPage()).goto(report);
  expect(new URL(door?.url() ?? '').pathname).not.toBe(report);
});

test('[DS14] a record is linked to the resource that holds its data, and each leads to the other', async ({
  browser,
}) => {
  const julien = await pageOf(browser, 'donnees.a', '/donnees/jeux/nouveau');
  const record = 'Arbres de la promenade';
  await describeDataset(julien, record);
  await julien.getByRole('button', { name: 'Créer la fiche' }).click();
  await expect(julien.getByRole('heading', { level: 1, name: record })).toBeVisible();
  const group = await julien.locator('main .over').first().textContent();
  const { items } = await (await julien.request.get('/api/v1/groups')).json();
  const { id } = (items as { id: string; name: string }[]).find(({ name }) => name === group) ?? { id: '' };
  const shared = await julien.request.post(`/api/v1/groups/${id}/resources`, {
    data: {
      title: 'Relevé des arbres',
      kind: 'dataset',
      producer: 'Valmont',
      address: 'https://exemple.fr/arbres',
    },
  });
  expect(shared.status()).toBe(201);
  await julien.reload();
  const linked = julien.getByRole('region', { name: 'Ressources liées' });
  await linked.getByText('Lier une ressource').click();
  await expectNoBarrier(julien);
  await choose(linked.getByLabel(/^Ressource de nature/), 'Relevé des arbres');
  await linked.getByRole('button', { name: 'Lier', exact: true }).click();
  await linked.getByRole('link', { name: 'Relevé des arbres' }).click();
  const back = julien.getByRole('region', { name: 'Décrite dans le registre des données' });
  await expectNoBarrier(julien);
  await back.getByRole('link', { name: record }).click();
  await linked.getByRole('button', { name: /Retirer/ }).click();
  await expect(linked.getByRole('link', { name: 'Relevé des arbres' })).toHaveCount(0);
});
