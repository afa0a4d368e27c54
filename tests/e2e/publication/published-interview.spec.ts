import { expect } from '@playwright/test';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[IV1] [IV2] [IV3] [IV4] an interview is published with consent to its very text, and is gone once consent is taken back', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation');
  const title = `L’ombre, rue par rue ${crypto.randomUUID().slice(0, 8)}`;
  const document = await newDocument(claire, title);
  await write(claire, 'Pourquoi compter les arbres ?');
  await expect(saveStateOf(claire)).toContainText(SAVED);

  // From the page that publishes documents, one gesture leads to the interview.
  await claire.goto(`${document}/publication`);
  await claire.getByRole('link', { name: /^Ce document est un entretien/u }).click();
  const page = `${document}/entretien`;
  await claire.getByRole('button', { name: 'Enregistrer la personne' }).click();
  await expect(claire.getByRole('alert')).toContainText('Écrivez le nom de la personne');
  await claire.getByLabel('Prénom et nom').fill('Lise Amara (exemple)');
  await claire.getByLabel('Fonction').fill('Jardinière');
  await claire.getByLabel('En une ou deux phrases').fill('Elle compte les arbres un par un.');
  await claire.getByRole('button', { name: 'Enregistrer la personne' }).click();
  await expect(claire.getByText('La personne interrogée est enregistrée.')).toBeVisible();
  await expect(claire.getByRole('button', { name: 'Publier l’entretien' })).toHaveCount(0);
  await expectNoBarrier(claire);
  await claire.getByLabel('Par quel moyen').fill('Relu et signé sur place');
  await claire.getByRole('button', { name: 'Noter l’accord sur ce texte' }).click();
  await expect(claire.getByText('L’accord est noté sur ce texte.')).toBeVisible();
  await claire.getByRole('button', { name: 'Publier l’entretien' }).click();
  await expect(claire.getByText('L’entretien est publié.')).toBeVisible();
  const address = (await claire.getByRole('link', { name: /\/entretiens\// }).getAttribute('href')) ?? '';

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto('/entretiens');
  await visitor.getByRole('link', { name: title }).click();
  await expect(visitor.getByText('Lise Amara (exemple), Jardinière')).toBeVisible();
  await expect(visitor.getByText('Pourquoi compter les arbres ?')).toBeVisible();
  expect(await (await visitor.request.get('/sitemap.xml')).text()).toContain(address);
  expect((await visitor.request.get(`${address}/`, { maxRedirects: 0 })).status()).toBe(301);
  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.goto(page))?.status()).toBe(404);

  // A word more asks for consent again; the public reads what was consented to.
  await claire.goto(document);
  await editorOf(claire).getByText('Pourquoi compter').click();
  await claire.keyboard.press('End');
  await claire.keyboard.type(' Pour savoir où manque l’ombre.');
  await expect(saveStateOf(claire)).toContainText(SAVED);
  await claire.goto(page);
  await expect(claire.getByText('Donné sur un texte changé depuis')).toBeVisible();
  await expect(claire.getByRole('button', { name: 'Mettre à jour la publication' })).toHaveCount(0);
  await visitor.reload();
  await expect(visitor.getByText('Pour savoir où manque')).toHaveCount(0);

  await claire.getByText('L’accord est retiré…').click();
  await claire.getByLabel('Par quel moyen').last().fill('Par téléphone');
  await claire.getByRole('button', { name: 'Noter le retrait de l’accord' }).click();
  await expect(claire.getByText('la page publique n’est plus là')).toBeVisible();
  expect((await visitor.goto(address))?.status()).toBe(410);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Cet entretien a été retiré' })).toBeVisible();
});
