import { type Browser, expect, type Page } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { beginApplication, expectKept } from '../support/programme/applications.ts';

test.use({ serviceWorkers: 'allow' });

const CALL = 'Appel à idées : fraîcheur et arbres en ville (exemple)';
const PROBLEM = 'Les places minérales dépassent quarante degrés en juillet.';

const fieldsOf = (page: Page) => ({
  title: page.getByLabel('Titre du projet'),
  problem: page.getByLabel('Problème local à résoudre'),
  email: page.getByLabel('Adresse électronique à joindre'),
});

async function fillIn(page: Page, title: string): Promise<void> {
  const { problem, email, title: field } = fieldsOf(page);
  await field.fill(title);
  await page.getByLabel('Thème').selectOption({ label: 'Biodiversité' });
  await problem.fill(PROBLEM);
  await email.fill('nature@valmont.example');
  await page.getByLabel('Je m’y engage').check();
  await expectKept(page);
}

const open = async (browser: Browser, person: string, path: string) => {
  const page = await pageOf(browser, person, path);
  await expectKept(page);
  return page;
};

test('[AP1] [AP4] [AP9] two colleagues write at once, one of them away for a while; it is submitted once and read by its assessors', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await beginApplication(nadia, CALL);
  const julien = await open(browser, 'donnees.a', path);
  await expect(nadia.getByRole('img', { name: /Julien Morel/ })).toBeVisible();
  await expectNoBarrier(nadia);

  // The same text at its two ends, letter by letter, and the caret of each stays where it is.
  await fieldsOf(nadia).problem.fill('places minérales');
  await expect(fieldsOf(julien).problem).toHaveValue('places minérales');
  await fieldsOf(julien).problem.press('End');
  await fieldsOf(nadia).problem.press('Home');
  await Promise.all([
    fieldsOf(nadia).problem.pressSequentially('Les '),
    fieldsOf(julien).problem.pressSequentially(' dépassent quarante degrés en juillet.'),
  ]);
  await expect(fieldsOf(nadia).problem).toHaveValue(PROBLEM);
  await expect(fieldsOf(julien).problem).toHaveValue(PROBLEM);

  // Without network one goes on, ticks and adds a line; so does the other.
  await julien.context().setOffline(true);
  await expect(julien.locator('.save')).toContainText('Hors ligne');
  await julien.getByLabel('Relevés de température').check();
  await julien.getByRole('button', { name: /^Ajouter une ligne/ }).click();
  await julien.getByLabel('Nom (obligatoire)', { exact: true }).fill('Régie des eaux');
  await nadia.getByLabel('Inventaire des arbres').check();
  const title = `Places fraîches ${Date.now()}`;
  await fieldsOf(nadia).title.fill(title);
  await nadia.getByLabel('Thème').selectOption({ label: 'Biodiversité' });
  await julien.context().setOffline(false);
  await expectKept(julien);
  for (const page of [nadia, julien]) {
    await expect(fieldsOf(page).title).toHaveValue(title);
    await expect(page.getByLabel('Relevés de température')).toBeChecked();
    await expect(page.getByLabel('Inventaire des arbres')).toBeChecked();
    await expect(page.getByLabel('Nom (obligatoire)', { exact: true })).toHaveValue('Régie des eaux');
  }

  // What is missing leads to its field; what is wrong is told beside it once one has left it.
  await nadia.getByRole('link', { name: 'Adresse électronique à joindre' }).click();
  await expect(fieldsOf(nadia).email).toBeFocused();
  await fieldsOf(nadia).email.fill('nature');
  await fieldsOf(nadia).title.focus();
  await expect(nadia.locator('#courriel-error')).toContainText('adresse électronique complète');
  await fieldsOf(nadia).email.fill('nature@valmont.example');
  await nadia.getByLabel('Je m’y engage').check();
  await expectKept(nadia);
  await expectNoBarrier(nadia);

  const claire = await pageOf(browser, 'animation');
  expect((await claire.goto(path))?.status()).toBe(404);
  await nadia.getByRole('button', { name: 'Déposer la candidature' }).click();
  await expect(nadia.getByText(/La candidature est déposée sous le numéro AMI-/)).toBeVisible();
  await expect(nadia.getByRole('heading', { name: 'Accusé de réception' })).toBeVisible();
  // The colleague’s page hears of it by itself.
  await expect(julien.getByRole('heading', { name: 'Accusé de réception' })).toBeVisible();
  await expect(julien.getByRole('button', { name: 'Déposer la candidature' })).toHaveCount(0);
  await expectNoBarrier(nadia);
  const receipt = await nadia.request.get(`${path.slice(0, '/candidatures/'.length + 36)}/accuse.pdf`);
  expect(receipt.headers()['content-type']).toBe('application/pdf');

  await claire.goto('/candidatures');
  await choose(claire.getByLabel('Appel', { exact: true }), CALL);
  await claire.getByLabel('Mots').fill(title);
  await claire.getByRole('button', { name: 'Filtrer' }).click();
  await expectNoBarrier(claire);
  await claire.getByRole('link', { name: title }).click();
  await expect(claire.getByText('Régie des eaux')).toBeVisible();
  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.goto(path))?.status()).toBe(404);
  expect((await outsider.request.post(path, { form: { intent: 'withdraw', note: '' } })).status()).toBe(404);
});

test('[AP10] a correction reopens the fields that it names and no other; submitted again under the same number', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await beginApplication(nadia, CALL);
  const title = `Toits plantés ${Date.now()}`;
  await fillIn(nadia, title);
  await nadia.getByRole('button', { name: 'Déposer la candidature' }).click();
  const said = (await nadia.getByText(/sous le numéro AMI-/).textContent()) ?? '';
  const number = /AMI-[^ .]+/.exec(said)?.[0] ?? '';

  const claire = await pageOf(browser, 'animation', path);
  await claire.getByText('Demander une correction').click();
  await claire.getByLabel('Ce qui est attendu').fill('Dites de quels toits il s’agit.');
  await claire.getByLabel('Dernier jour pour corriger').fill(inDays(5));
  await claire
    .getByRole('group', { name: /L’idée/ })
    .getByLabel('Titre du projet')
    .check();
  await expectNoBarrier(claire);
  await claire.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(claire.getByText('La correction est demandée')).toBeVisible();

  await nadia.goto(path);
  await expect(nadia.getByText('Dites de quels toits il s’agit.').first()).toBeVisible();
  await expectKept(nadia);
  await expect(fieldsOf(nadia).problem).toHaveCount(0);
  await fieldsOf(nadia).title.fill(`${title}, au centre`);
  await expectKept(nadia);
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: 'Déposer la correction' }).click();
  await expect(nadia.getByText(`La candidature est déposée sous le numéro ${number}.`)).toBeVisible();
  await expect(nadia.getByRole('heading', { level: 1, name: `${title}, au centre` })).toBeVisible();
  await expect(nadia.getByText(PROBLEM)).toBeVisible();

  await nadia.getByText('Retrait', { exact: true }).click();
  await nadia.getByRole('button', { name: 'Retirer la candidature' }).click();
  await expect(nadia.getByText('La candidature est retirée.')).toBeVisible();
  await nadia.getByRole('button', { name: 'Rétablir la candidature' }).click();
  await expect(nadia.getByText('La candidature est rétablie.')).toBeVisible();
});

test('[AP2] [AP4] [AP13] without script: written by sections, a file sent, another city associated, and nothing of a colleague is lost', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a', '/candidatures/nouvelle', { javaScriptEnabled: false });
  await choose(nadia.getByLabel('Appel (obligatoire)', { exact: true }), CALL.slice(0, 13));
  await nadia.getByRole('button', { name: 'Commencer la candidature' }).click();
  const path = new URL(nadia.url()).pathname;
  const yann = await pageOf(browser, 'metier.b');
  expect((await yann.goto(path))?.status()).toBe(404);
  await nadia.getByText('Associer', { exact: true }).first().click();
  await choose(nadia.getByLabel('Collectivité à associer'), 'Saint-Aubin-les-Marais');
  await nadia.getByRole('button', { name: 'Associer' }).click();
  await yann.goto(path);
  await expectKept(yann);
  await expect(yann.getByRole('button', { name: 'Déposer la candidature' })).toHaveCount(0);

  // Her page was made before he wrote; what she sends changes what she changed.
  await nadia.goto(path);
  await fieldsOf(yann).problem.fill('Écrit à Saint-Aubin pendant ce temps, assez long pour compter.');
  await expectKept(yann);
  const title = `Haies partagées ${Date.now()}`;
  await fieldsOf(nadia).title.fill(title);
  await nadia
    .getByRole('button', { name: /^Enregistrer cette section/ })
    .first()
    .click();
  await expect(nadia.getByText('Section enregistrée.')).toBeVisible();
  await expect(fieldsOf(nadia).title).toHaveValue(title);
  await expect(fieldsOf(nadia).problem).toHaveValue(/^Écrit à Saint-Aubin/);
  await expect(fieldsOf(yann).title).toHaveValue(title);

  await nadia.getByLabel(/^Lettre d’engagement/).setInputFiles({
    name: 'lettre.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  });
  await nadia.getByRole('button', { name: 'Envoyer le fichier' }).click();
  await expect(nadia.getByRole('link', { name: 'lettre.pdf' })).toBeVisible();
  const file = await nadia.getByRole('link', { name: 'lettre.pdf' }).getAttribute('href');
  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.request.get(file ?? '')).status()).toBe(404);
  expect((await yann.request.get(file ?? '')).status()).toBe(200);
});

function inDays(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
}
