import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { orderMission } from '../support/programme/missions.ts';

/** A day of the calendar, this many days from today. */
const day = (shift: number) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);

/** Two days and a half for an experiment of Valmont, from a month ago to next month. */
const orderOf = (title: string) => ({
  title,
  experiment: 'Valmont',
  days: '2,5',
  from: day(-30),
  to: day(30),
});

test('[MS1] [MS4] [MS5] [MS6] [MS7] a mission is ordered, its days logged and corrected, its deliverable accepted', async ({
  browser,
}) => {
  const title = `Appui ${randomUUID().slice(0, 8)}`;
  const claire = await pageOf(browser, 'animation', '/missions/nouvelle');
  await expectNoBarrier(claire);
  const address = await orderMission(claire, orderOf(title));
  await expectNoBarrier(claire);

  const camille = await pageOf(browser, 'conseil', address);
  await camille.getByText('Noter un jour').click();
  const form = camille
    .locator('form')
    .filter({ has: camille.getByRole('button', { name: 'Noter ce jour' }) });
  await form.getByLabel('Durée (en jours)').fill('0,1');
  await form.getByRole('button', { name: 'Noter ce jour' }).click();
  await expect(camille.getByRole('alert')).toContainText('les jours se comptent par quarts');
  await expect(camille.getByRole('alert')).toContainText('Dites ce qui a été fait');
  await form.getByLabel('Durée (en jours)').fill('1');
  await form.getByLabel('Ce qui a été fait').fill('Atelier avec les services');
  await form.getByLabel('Jour (obligatoire)', { exact: true }).fill(day(2));
  await form.getByRole('button', { name: 'Noter ce jour' }).click();
  await expect(camille.getByRole('alert')).toContainText('Ce jour n’est pas encore passé');
  await expect(form.getByLabel('Ce qui a été fait')).toHaveValue('Atelier avec les services');
  // A day of hers that an earlier try logged stays logged.
  const earlier = 3 * test.info().retry;
  for (const shift of [-3, -2, -1]) {
    await form.getByLabel('Jour (obligatoire)', { exact: true }).fill(day(shift - earlier));
    await form.getByLabel('Ce qui a été fait').fill('Atelier avec les services');
    await form.getByLabel('Durée (en jours)').fill('1');
    await form.getByRole('button', { name: 'Noter ce jour' }).click();
    if (shift === -1) await expect(camille.getByRole('alert')).toContainText('il reste 0,5 jour');
    else {
      await expect(camille.getByRole('listitem').filter({ hasText: 'Atelier' })).toHaveCount(shift + 4);
      await camille.getByText('Noter un jour').click();
    }
  }
  await expectNoBarrier(camille);
  await camille.goto(address);
  await camille.getByText('Corriger', { exact: true }).first().click();
  const correction = camille
    .locator('form')
    .filter({ has: camille.getByRole('button', { name: 'Enregistrer la correction' }) })
    .first();
  await correction.getByLabel('Durée (en jours)').fill('0,5');
  await correction.getByLabel('Raison de la correction').fill('La réunion a duré une demi-journée');
  await correction.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await expect(camille.getByText('Corrigée ensuite')).toBeVisible();
  await expect(camille.getByText('Il reste 1 jour.')).toBeVisible();

  await camille.getByText('Ajouter un livrable').click();
  await camille.getByLabel('Nom du livrable').fill('Plan de données');
  await camille.getByRole('button', { name: 'Ajouter ce livrable' }).click();
  await camille.getByText('Remettre', { exact: true }).click();
  await camille
    .getByLabel('Ou un fichier')
    .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 plan') });
  await expect(camille.getByText(/Reçu\s: plan\.pdf/).first()).toBeVisible();
  await expectNoBarrier(camille);
  await camille.getByRole('button', { name: 'Remettre ce livrable' }).click();
  await expect(camille.getByText('En attente de réponse')).toBeVisible();

  const nadia = await pageOf(browser, 'metier.a', address);
  await nadia.getByRole('button', { name: 'Demander des modifications' }).click();
  await expect(nadia.getByRole('alert')).toContainText('Dites pourquoi');
  await nadia.getByLabel('Message ou raison').fill('Bon travail');
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: 'Accepter cette remise' }).click();
  await expect(nadia.getByText('Accepté', { exact: true })).toBeVisible();
  const file = await nadia.request.get(
    (await nadia.getByRole('link', { name: /Télécharger le fichier/ }).getAttribute('href')) ?? '',
  );
  expect(await file.text()).toBe('%PDF-1.4 plan');

  const lea = await pageOf(browser, 'ville');
  expect((await lea.goto(address))?.status()).toBe(404);
});

test('[MS7] a document is handed over, refused with its reason, changed, handed over again and accepted', async ({
  browser,
}) => {
  const title = `Document remis ${randomUUID().slice(0, 8)}`;
  const claire = await pageOf(browser, 'animation', '/missions');
  const address = await orderMission(claire, orderOf(title));
  const camille = await pageOf(browser, 'conseil');
  const plan = `Plan ${randomUUID().slice(0, 8)}`;
  const document = await newDocument(camille, plan);
  await write(camille, 'Premier plan de données');
  await expect(saveStateOf(camille)).toHaveText(SAVED);

  await camille.goto(address);
  await camille.getByText('Ajouter un livrable').click();
  await camille.getByLabel('Nom du livrable').fill('Plan de données');
  await camille.getByRole('button', { name: 'Ajouter ce livrable' }).click();
  const handOver = async (given: string) => {
    const field = camille.getByLabel('Adresse du document');
    if (!(await field.isVisible())) await camille.getByText('Remettre', { exact: true }).click();
    await field.fill(given);
    await camille.getByRole('button', { name: 'Remettre ce livrable' }).click();
  };
  await handOver('le plan, voir ma messagerie');
  await expect(camille.getByRole('alert')).toContainText('Collez l’adresse d’un document');
  await expect(camille.getByLabel('Adresse du document')).toHaveValue('le plan, voir ma messagerie');
  await handOver(new URL(document, camille.url()).href);
  await expect(camille.getByText('Remise n° 1')).toBeVisible();

  const nadia = await pageOf(browser, 'metier.a', address);
  await nadia.getByLabel('Message ou raison').fill('Il manque le calendrier');
  await nadia.getByRole('button', { name: 'Demander des modifications' }).click();
  await expect(nadia.getByText('Modifications demandées', { exact: true })).toBeVisible();
  await camille.goto(address);
  await expect(camille.getByText('Il manque le calendrier')).toBeVisible();
  await camille.goto(document);
  await write(camille, 'Calendrier ajouté');
  await expect(saveStateOf(camille)).toHaveText(SAVED);
  await camille.goto(address);
  await handOver(document);
  await expect(camille.getByText('Remise n° 2')).toBeVisible();

  await nadia.goto(address);
  await nadia.getByRole('button', { name: 'Accepter cette remise' }).click();
  await expect(nadia.getByText('Accepté', { exact: true })).toBeVisible();
  const links = nadia.getByRole('link', { name: 'Texte exact remis' });
  await nadia.getByText('Remises précédentes').click();
  const textOf = async (at: number) =>
    (await nadia.request.get((await links.nth(at).getAttribute('href')) ?? '')).text();
  expect(await textOf(0)).toContain('Calendrier ajouté');
  expect(await textOf(1)).not.toContain('Calendrier ajouté');
  await expectNoBarrier(nadia);
  await camille.goto(address);
  await expect(camille.getByText('Accepté', { exact: true })).toBeVisible();
  await expect(camille.getByText('Remettre', { exact: true })).toHaveCount(0);
});

test('[MS2] [MS3] [MS9] without script: a suspended mission is closed to its consultant at once; lists and CSV by right', async ({
  browser,
}) => {
  const title = `=Suspendue ${randomUUID().slice(0, 8)}`;
  const claire = await pageOf(browser, 'animation', '/missions', { javaScriptEnabled: false });
  const address = await orderMission(claire, orderOf(title));
  const camille = await pageOf(browser, 'conseil', address, { javaScriptEnabled: false });
  await expect(camille.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await camille.getByText('Ajouter un livrable').click();
  await camille.getByLabel('Nom du livrable').fill('Inventaire');
  await camille.getByRole('button', { name: 'Ajouter ce livrable' }).click();
  await camille.getByText('Remettre', { exact: true }).click();
  await camille
    .getByLabel('Ou un fichier')
    .setInputFiles({ name: 'inventaire.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') });
  await camille.getByRole('button', { name: 'Remettre ce livrable' }).click();
  await expect(camille.getByText('En attente de réponse')).toBeVisible();
  await claire.getByText('Suspendre, reprendre ou terminer').click();
  const state = claire
    .locator('form')
    .filter({ has: claire.getByRole('button', { name: 'Changer l’état' }) });
  await state.getByLabel('Raison').fill('Élections municipales');
  await state.getByRole('button', { name: 'Changer l’état' }).click();
  await expect(claire.getByText('Mission suspendue', { exact: true })).toBeVisible();
  expect((await camille.goto(address))?.status()).toBe(404);

  await claire.goto(`/missions?texte=${encodeURIComponent(title)}`);
  await expect(claire.getByRole('link', { name: title })).toBeVisible();
  const csv = await claire.request.get(`/missions.csv?texte=${encodeURIComponent(title)}`);
  expect(await csv.text()).toContain(`'${title}`);
  const marc = await pageOf(browser, 'relecture', address);
  await expect(marc.getByText('Vous suivez cette mission en lecture.')).toBeVisible();
  await expect(marc.getByRole('button', { name: 'Changer l’état' })).toHaveCount(0);
  const aurelie = await pageOf(browser, 'ville', '/missions');
  await expect(aurelie.getByText('Aucune mission pour le moment')).toBeVisible();
  expect((await aurelie.goto('/missions/nouvelle'))?.status()).toBe(404);
});
