import { expect, type Page } from '@playwright/test';
import { choose } from '../support/choose.ts';
import {
  documentsOfFirstGroup,
  editorOf,
  newDocument,
  pageOf,
  SAVED,
  saveStateOf,
  write,
} from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const row = (page: Page, name: string) => page.getByRole('row', { name });
const toast = (page: Page) => page.locator('.toasts');

async function newFolder(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Nouveau classeur' }).click();
  await page.getByLabel('Nom du classeur').fill(name);
  await page.getByRole('button', { name: 'Créer le classeur' }).click();
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
}

test('[C1] [C2] [C4] documents are put into folders by keyboard and by mouse, pinned, and found', async ({
  browser,
}) => {
  // Names of its own: a second try finds what the first one made.
  const june = `Ombre de juin ${test.info().retry}`;
  const july = `Ombre de juillet ${test.info().retry}`;
  const measures = `Mesures ${test.info().retry}`;
  const page = await pageOf(browser, 'metier.a');
  const list = await documentsOfFirstGroup(page);
  await newDocument(page, june);
  await newDocument(page, july);
  await page.goto(list);
  await newFolder(page, measures);
  await expectNoBarrier(page);

  await page.getByRole('button', { name: `Actions sur «\u202f${june}\u202f»` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Déplacer vers…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expectNoBarrier(page);
  await choose(dialog.getByLabel('Classeur'), measures);
  await dialog.getByLabel('Classeur').press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText(june);
  await expect(toast(page)).toContainText(measures);
  await expect(page.getByRole('link', { name: june })).toHaveCount(0);
  await toast(page).getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('link', { name: june })).toBeVisible();

  await row(page, june).dragTo(row(page, measures));
  await expect(page.getByRole('link', { name: june })).toHaveCount(0);
  await page.getByRole('link', { name: measures, exact: true }).click();
  await expect(page.getByRole('link', { name: june })).toBeVisible();
  await expect(page.getByRole('link', { name: july })).toHaveCount(0);

  await page.getByRole('navigation', { name: 'Emplacement dans les classeurs' }).getByRole('link').click();
  await page.getByRole('button', { name: `Actions sur «\u202f${july}\u202f»` }).click();
  await page.getByRole('menuitem', { name: 'Épingler en haut' }).click();
  await expect(page.getByRole('heading', { name: 'Épinglés' })).toBeVisible();

  await page.getByLabel('Chercher un titre').fill(june.toUpperCase());
  await page.keyboard.press('Enter');
  await expect(page.getByText(/1 document trouvé/u)).toBeVisible();
  await expect(row(page, june)).toContainText(measures);

  await page.goto(list);
  await page.getByRole('button', { name: `Actions sur «\u202f${measures}\u202f»` }).click();
  await page.getByRole('menuitem', { name: 'Supprimer le classeur' }).click();
  await expect(page.getByRole('link', { name: june })).toBeVisible();
  await toast(page).getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('link', { name: measures, exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: june })).toHaveCount(0);
});

test('[C3] the order by hand is the same for everybody', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const list = await documentsOfFirstGroup(page);
  await page.goto(`${list}?tri=hand`);
  const titles = (of: Page) => of.getByRole('rowheader').getByRole('link').allTextContents();
  const before = await titles(page);
  // Journeys share their server, and some of their titles.
  const last =
    before.findLast((title, at) => at > 0 && before.filter((one) => one === title).length === 1) ?? '';
  await page.getByRole('button', { name: `Actions sur «\u202f${last}\u202f»` }).click();
  await page.getByRole('menuitem', { name: 'Monter' }).click();
  await expect(toast(page)).toContainText('place');
  const yann = await pageOf(browser, 'metier.b', `${list}?tri=hand`);
  const after = await titles(yann);
  expect(after.indexOf(last)).toBe(before.indexOf(last) - 1);
});

test('[A6] [A10] a restricted document is absent for the other city, whose open page closes', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'À garder entre nous');
  await write(nadia, 'Un chiffre qui n’est pas encore public.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(yann)).toContainText('pas encore public');

  await nadia.getByLabel('Autres actions').click();
  await nadia.getByRole('link', { name: 'Accès' }).click();
  await expect(nadia.getByRole('table')).toContainText('Nadia Ferrand');
  await expectNoBarrier(nadia);
  await nadia.getByLabel('Les personnes choisies').check();
  await nadia.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(nadia.getByRole('status').filter({ hasText: 'L’accès est changé' })).toBeVisible();
  await expect(yann.getByText('pas encore public')).toHaveCount(0);
  expect((await yann.request.get(path)).status()).toBe(404);
  await yann.goto(await documentsOfFirstGroup(yann));
  await expect(yann.getByRole('link', { name: 'À garder entre nous' })).toHaveCount(0);

  await choose(nadia.getByLabel('Personne (obligatoire)', { exact: true }), 'Yann Le Goff');
  await nadia.getByRole('button', { name: 'Donner l’accès à cette personne' }).click();
  await expect(
    nadia
      .getByRole('region', { name: 'Accès donnés par leur nom' })
      .or(nadia.locator('section', { hasText: 'Accès donnés par leur nom' }))
      .first(),
  ).toContainText('Yann');
});

test('[C7] a document is copied with its text', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Original');
  await write(page, 'Le texte de départ.');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  await page.getByLabel('Autres actions').click();
  await page.getByRole('button', { name: 'Dupliquer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Copie de Original' })).toBeVisible();
  await expect(editorOf(page)).toContainText('Le texte de départ.');
});

test('[C5] [C6] a document begins from a template, and becomes one', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const list = await documentsOfFirstGroup(page);
  await page.goto(list);
  await page.getByRole('link', { name: 'Partir d’un modèle' }).click();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Créer le document' }).click();
  await expect(page.getByRole('alert')).toContainText('Donnez un titre');
  await page.getByLabel('Titre du document').fill('Réunion du 14 mars');
  await page.getByLabel(/Compte rendu de réunion/u).check();
  await page.getByRole('button', { name: 'Créer le document' }).click();
  await expect(editorOf(page)).toContainText('Ordre du jour');

  await page.getByLabel('Autres actions').click();
  await page.getByRole('link', { name: 'Enregistrer comme modèle' }).click();
  await page.getByLabel('Nom du modèle').fill('Réunion de notre groupe');
  await page.getByRole('button', { name: 'Enregistrer le modèle' }).click();
  await expect(page.getByText('Réunion de notre groupe', { exact: true })).toBeVisible();
  await expectNoBarrier(page);
  await page.goto(`${list}/nouveau`);
  await expect(page.getByLabel(/Réunion de notre groupe/u)).toBeVisible();
});

test('[C9] [C10] [C11] [C12] the public reads the published state, without script, until it is taken back', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Guide pour tous');
  await write(page, 'Ce que tout le monde peut lire.');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  const path = new URL(page.url()).pathname;
  await page.getByLabel('Autres actions').click();
  await page.getByRole('link', { name: 'Publication' }).click();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Publier l’état d’aujourd’hui' }).click();
  const address = (await page.getByRole('link', { name: /documents-publics/u }).getAttribute('href')) ?? '';
  await expectNoBarrier(page);

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const sent: number[] = [];
  visitor.on('response', async (response) =>
    sent.push(Number((await response.allHeaders())['content-length'] ?? 0)),
  );
  await visitor.goto(address);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Guide pour tous' })).toBeVisible();
  await expect(visitor.getByText('Ce que tout le monde peut lire.')).toBeVisible();
  await expect(visitor.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await expect(visitor.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${address}$`));
  expect(await visitor.locator('script').count()).toBe(0);
  const html = await visitor.content();
  expect(html).not.toContain('@demo.example');
  expect(html).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/u);

  await page.goto(path);
  await write(page, ' Et une suite encore privée.');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  await visitor.reload();
  await expect(visitor.getByText('encore privée')).toHaveCount(0);
  await page.goto(`${path}/publication`);
  await expect(page.getByText('Le document a changé depuis')).toBeVisible();
  await page.getByRole('button', { name: 'Mettre à jour la publication' }).click();
  await expect(page.getByText('L’état d’aujourd’hui est publié')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText('encore privée')).toBeVisible();

  await page.getByRole('button', { name: 'Retirer la publication' }).click();
  await expect(page.getByText('La publication est retirée')).toBeVisible();
  expect((await visitor.reload())?.status()).toBe(410);
  await expect(visitor.getByRole('heading', { name: 'Cette publication a été retirée' })).toBeVisible();
});

test('[C8] a document changes groups after its mover has seen who gains and who loses it', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation');
  const path = await newDocument(page, 'Bon pour l’autre groupe');
  await page.getByLabel('Autres actions').click();
  await page.getByRole('link', { name: 'Déplacer vers un autre groupe' }).click();
  await page.getByLabel('Groupe de destination').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Voir qui gagne et qui perd l’accès' }).click();
  await expect(page.getByRole('heading', { name: 'Ne le verront plus' })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: /^Déplacer vers/u }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bon pour l’autre groupe' })).toBeVisible();
  const yann = await pageOf(browser, 'metier.b');
  const answer = await yann.request.get(path);
  expect([200, 404]).toContain(answer.status());
});
