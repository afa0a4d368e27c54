import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[LI1] [LI2] [LI3] [LI4] [LI5] [LI6] an interview becomes a challenge; its quotation goes with the consent; another city shares it', async ({
  browser,
}) => {
  const mark = randomUUID().slice(0, 8);
  const question = `Comment ombrager les marchés ${mark} ?`;
  const nadia = await pageOf(browser, 'metier.a', '/problematiques/ecoute');
  await nadia.getByText('Noter un entretien').click();
  await nadia.getByLabel('Personne rencontrée').fill(`Odile ${mark}`);
  await nadia.getByLabel('Jour de la rencontre').fill('2023-02-01');
  await nadia.getByLabel('Ce qui a été dit').fill('Les étals partent à midi.');
  await nadia.getByLabel('La personne accepte d’être citée').check();
  await nadia.getByRole('button', { name: 'Enregistrer l’entretien' }).click();
  await expect(nadia.getByRole('alert')).toContainText('Dites comment l’accord a été donné');
  await expect(nadia.getByLabel('Ce qui a été dit')).toHaveValue('Les étals partent à midi.');
  await nadia.getByLabel('Comment l’accord a été donné').fill('Par courriel');
  await nadia.getByRole('button', { name: 'Enregistrer l’entretien' }).click();
  await expect(nadia.getByRole('heading', { name: `Odile ${mark}` })).toBeVisible();
  await expectNoBarrier(nadia);

  await nadia.goto('/problematiques/nouvelle');
  await nadia.getByLabel('Le défi, en une question').fill(question);
  await nadia.getByLabel('Contexte').fill('Chaque été, les commerçants remballent plus tôt.');
  await nadia.getByRole('button', { name: 'Voir les défis proches' }).click();
  await expect(nadia.getByLabel('Contexte')).toHaveValue('Chaque été, les commerçants remballent plus tôt.');
  await nadia.getByLabel('Thème').selectOption({ index: 1 });
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: 'Enregistrer ce défi' }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: question })).toBeVisible();
  const address = new URL(nadia.url()).pathname;
  await nadia.getByText('Lier un entretien ou une note').click();
  await choose(nadia.getByLabel('Entretien ou note'), `Odile ${mark}`);
  await nadia.getByLabel('Citation').fill(`À midi il ne reste personne, ${mark}`);
  await nadia.getByRole('button', { name: 'Lier', exact: true }).first().click();
  await expect(nadia.getByText(`À midi il ne reste personne, ${mark}`)).toBeVisible();
  await expectNoBarrier(nadia);

  const yann = await pageOf(browser, 'metier.b', address, { javaScriptEnabled: false });
  await expect(yann.getByText(`À midi il ne reste personne, ${mark}`)).toBeVisible();
  await yann.getByRole('button', { name: 'Ma ville partage ce défi' }).click();
  await expect(yann.getByRole('button', { name: 'Ma ville ne le partage plus' })).toBeVisible();

  await nadia.goto('/problematiques/ecoute');
  await nadia.getByRole('button', { name: `Retirer l’accord de Odile ${mark}` }).click();
  await expect(nadia.getByRole('button', { name: `Noter l’accord de Odile ${mark}` })).toBeVisible();
  await yann.reload();
  await expect(yann.getByText(`À midi il ne reste personne, ${mark}`)).toHaveCount(0);
  await expect(yann.getByText(`Odile ${mark}`)).toHaveCount(0);
  await expect(yann.getByText('Un entretien mené par la ville.')).toBeVisible();
  await yann.goto(`/problematiques?texte=${encodeURIComponent(`ombrager ${mark}`)}`);
  await expect(yann.getByRole('link', { name: question })).toBeVisible();
  await expect(yann.getByText('Partagé par 2 villes')).toBeVisible();
  const edit = await yann.goto(`${address}/modifier`);
  expect(edit?.status()).toBe(403);
});

test('[AT1] [AT2] [AT4] a structure of the network is written, imported with what was not found, and read by everybody', async ({
  browser,
}) => {
  const mark = randomUUID().slice(0, 8);
  const claire = await pageOf(browser, 'animation', '/atd/nouvelle');
  await claire.getByLabel('Nom de la structure').fill(`Agence ${mark}`);
  await claire.getByLabel('Territoires couverts').fill('Pays de nulle part');
  await claire.getByLabel('Type').selectOption({ label: 'Agence' });
  await claire.getByLabel('Adresse électronique').fill(`contact-${mark}@exemple.test`);
  await claire.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(claire.getByRole('alert')).toContainText('Pays de nulle part');
  await claire.getByLabel('Territoires couverts').fill('');
  await expectNoBarrier(claire);
  await claire.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(claire.getByRole('heading', { level: 1, name: `Agence ${mark}` })).toBeVisible();
  const address = new URL(claire.url()).pathname;
  await expectNoBarrier(claire);

  await claire.goto('/atd/importer');
  await claire.getByLabel('Fichier CSV').setInputFiles({
    name: 'atd.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`structure,type,perimetre\n=Syndicat ${mark},syndicat mixte,Pays perdu\n`),
  });
  await claire.getByRole('button', { name: 'Importer' }).click();
  await expect(claire.getByText(`=Syndicat ${mark}`)).toContainText('Ligne 2');
  await expectNoBarrier(claire);

  const aurelie = await pageOf(browser, 'ville', `/atd?texte=${mark}`);
  await expect(aurelie.getByText('2 structures')).toBeVisible();
  await expectNoBarrier(aurelie);
  await aurelie.goto(address);
  await expect(aurelie.getByRole('link', { name: `contact-${mark}@exemple.test` })).toBeVisible();
  expect((await aurelie.goto('/atd/nouvelle'))?.status()).toBe(404);
});
