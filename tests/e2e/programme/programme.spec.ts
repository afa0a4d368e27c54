import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import {
  applyAlone,
  beginApplication,
  expectKept,
  fillContacts,
  fillMeans,
  fillProject,
  fillWhole,
  submitApplication,
} from '../support/programme/applications.ts';
import { announce, assign, decide, giveMarks, makeAssessor } from '../support/programme/assessment.ts';
import { changeForm, createSeason, exempt, prepareCall, weighCriteria } from '../support/programme/calls.ts';
import { dayOf, monthOf } from '../support/programme/days.ts';
import { confirmTie, enterFromHome } from '../support/programme/entry.ts';
import { addNeed, writeMonth } from '../support/programme/experiments.ts';
import { logDay, orderMission } from '../support/programme/missions.ts';
import { expectSteered } from '../support/programme/steering.ts';
import { startTimedServer, type TimedServer } from '../support/timed-server.ts';

const ANNOUNCED = dayOf(-3, 22);
const CITIES = ['Valmont-sur-Loire', 'Saint-Aubin-les-Marais', 'Clairvigne'];
let server: TimedServer;
test.beforeAll(async () => {
  server = await startTimedServer(`${dayOf(-4, 20)}T10:00`);
});
test.afterAll(() => server.remove());

/** Sets the clock of the server; whoever comes now has a browser of their own. */
async function on(
  browser: Browser,
  wall: string | null,
): Promise<(who: string, path?: string) => Promise<Page>> {
  for (const context of browser.contexts()) await context.close();
  await server.moveTo(wall);
  return (who, path) => pageOf(browser, who, path, { baseURL: server.origin });
}

test('[CA1] [CA15] [AP4] [AP8] [AP10] [AP14] [AS3] [AS11] [AS14] [EN1] [EX11] [MS4] [PI1] [PI6] the whole story: from a call to what the steering page says of it', async ({
  browser,
}) => {
  const own = (words: string) => `${words} ${randomUUID().slice(0, 8)}`;
  const call = own('Villes à l’ombre');
  const season = { number: 3, name: 'Saison 3', from: dayOf(-5, 1), to: dayOf(8, 1) };
  const question = 'Ce que vous apprendrez aux autres villes';
  const [valmont, marsh, vine] = [own('Places fraîches'), own('Haies du marais'), own('Vignes et cours')];
  const heath = own('Lisières de la lande');
  const period = { from: dayOf(-2, 1), to: dayOf(5, 1), question };
  const data = ['Réseaux enterrés', 'Relevés de température'];
  const files: Record<string, string> = {};
  let [callPage, experiment, mission, committee] = ['', '', '', ''];

  await test.step('1. The coordination opens a call, with its season, its form and its criteria', async () => {
    const as = await on(browser, `${dayOf(-4, 20)}T10:00`);
    const claire = await as('animation');
    await createSeason(claire, season);
    const address = await prepareCall(claire, {
      title: call,
      season: season.name,
      opens: dayOf(-4, 20),
      closes: dayOf(-3, 8),
    });
    await weighCriteria(claire, [40, 20, 20, 20]);
    for (const city of [...CITIES, 'Hautelande Agglomération'])
      await exempt(claire, city, 'Convention en cours de signature');
    await changeForm(claire, address, { without: 'Collectivité', section: 'Partage', question });
    await claire.goto(address);
    await claire.getByRole('button', { name: 'Publier l’appel' }).click();
    await expect(claire.getByRole('status').filter({ hasText: 'L’appel est publié' })).toBeVisible();
    const visitor = await (await browser.newContext({ baseURL: server.origin })).newPage();
    callPage = address.replace('/administration', '');
    await visitor.goto(callPage);
    await expect(visitor.getByText('Les candidatures sont ouvertes jusqu’au')).toBeVisible();
    await expect(visitor.getByRole('region', { name: 'Ce qui est demandé' })).toContainText(question);
    await expect(visitor.getByRole('region', { name: 'Critères' })).toContainText('40\u00a0%');
  });

  await test.step('2. Two colleagues of Valmont write theirs at once', async () => {
    const as = await on(browser, `${dayOf(-4, 22)}T09:00`);
    const nadia = await as('metier.a');
    const path = await beginApplication(nadia, call);
    files.valmont = path.slice(0, '/candidatures/'.length + 36);
    const julien = await as('donnees.a', path);
    await expect(nadia.getByRole('img', { name: /Julien Morel/ })).toBeVisible();
    await Promise.all([
      fillProject(nadia, { title: valmont, data }),
      fillContacts(julien, {
        business: { name: 'Nadia Ferrand', email: 'metier.a@demo.example' },
        data: { name: 'Julien Morel', email: 'donnees.a@demo.example' },
      }).then(() => fillMeans(julien, period)),
    ]);
    await expect(julien.getByLabel('Titre du projet')).toHaveValue(valmont);
    expect(await submitApplication(nadia)).toMatch(/^AMI-/);
    await expect(julien.getByRole('heading', { name: 'Accusé de réception' })).toBeVisible();
  });

  await test.step('3. Saint-Aubin submits, then corrects what it is asked to', async () => {
    const as = await on(browser, `${dayOf(-4, 23)}T09:00`);
    const yann = await as('metier.b');
    files.marsh = await applyAlone(yann, { call, title: marsh, who: 'metier.b', period });
    const number = await submitApplication(yann);
    const claire = await as('animation', files.marsh);
    await claire.getByText('Demander une correction').click();
    await claire.getByLabel('Ce qui est attendu').fill('Dites de quelles haies il s’agit.');
    await claire.getByLabel('Dernier jour pour corriger').fill(dayOf(-3, 4));
    await claire.getByRole('checkbox', { name: 'Titre du projet' }).check();
    await claire.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(claire.getByText('La correction est demandée')).toBeVisible();
    await yann.goto(files.marsh);
    await expectKept(yann);
    await expect(yann.getByLabel('Problème local à résoudre')).toHaveCount(0);
    await yann.getByLabel('Titre du projet').fill(`${marsh}, rive nord`);
    await expectKept(yann);
    await yann.getByRole('button', { name: 'Déposer la correction' }).click();
    await expect(yann.getByText(`La candidature est déposée sous le numéro ${number}.`)).toBeVisible();
  });

  await test.step('4. Somebody whom nobody invited goes from the public home to a draft in at most 12 gestures, and submits it once their tie is confirmed', async () => {
    const as = await on(browser, `${dayOf(-4, 24)}T09:00`);
    const lea = await (await browser.newContext({ baseURL: server.origin })).newPage();
    const email = 'lea.pons@agglo-hautelande.example';
    expect(await enterFromHome(lea, { call, place: 'Hautelande', email })).toBeLessThanOrEqual(12);
    files.heath = new URL(lea.url()).pathname.slice(0, '/candidatures/'.length + 36);
    for (const who of ['ville', 'metier.a', 'animation'])
      expect((await (await as(who)).request.get(files.heath)).status(), who).toBe(404);
    await fillWhole(lea, { title: heath, email, period });
    await confirmTie(await as('animation', '/demandes-d-acces'), email);
    await lea.reload();
    await expectKept(lea);
    await submitApplication(lea);
  });

  await test.step('5. Clairvigne is late by minutes: taken, and marked so', async () => {
    const before = await on(browser, `${dayOf(-3, 8)}T11:30`);
    files.vine = await applyAlone(await before('ville'), { call, title: vine, who: 'ville', period });
    const as = await on(browser, `${dayOf(-3, 8)}T12:10`);
    const aurelie = await as('ville', files.vine);
    await expect(aurelie.getByText('L’appel est clos. Le dépôt est encore accepté')).toBeVisible();
    await submitApplication(aurelie);
    await expect(aurelie.getByTitle('Déposée après la clôture, dans le délai toléré.')).toBeVisible();
  });

  await test.step('6. Assessed by two each; Étienne withdraws from the one he is too near to', async () => {
    const as = await on(browser, `${dayOf(-3, 9)}T09:00`);
    await makeAssessor(await as('admin', '/administration/personnes'), 'Étienne Vidal');
    const claire = await as('animation');
    const [first = '', second = '', late = '', fourth = ''] = ['valmont', 'marsh', 'vine', 'heath'].map(
      (key) => `${files[key]}/instruction`,
    );
    for (const address of [first, second, fourth, late])
      for (const name of ['Marc Delattre', 'Étienne Vidal']) await assign(claire, address, name);
    await expect(claire.getByText('Déposée pendant la tolérance')).toBeVisible();

    const etienne = await as('atd', second);
    await etienne.getByLabel('Motif').fill('Mon agence conseille cette ville.');
    await etienne.getByRole('button', { name: 'Me déporter de ce dossier' }).click();
    await expect.poll(async () => (await etienne.request.get(second)).status()).toBe(404);
    await assign(claire, second, 'Claire Oudin');
    await giveMarks(etienne, first, '5');
    await giveMarks(etienne, late, '3');
    await giveMarks(etienne, fourth, '4');
    const marc = await as('relecture');
    await marc.goto(first);
    await expect(marc.getByText('Les notes des autres instructeurs apparaissent')).toBeVisible();
    await giveMarks(marc, first, '4');
    await giveMarks(marc, second, '3');
    await giveMarks(marc, late, '2');
    await giveMarks(marc, fourth, '4');
    await giveMarks(claire, second, '3');
  });

  await test.step('7. The committee decides, with reasons; until the embargo ends no city knows', async () => {
    const as = await on(browser, `${dayOf(-3, 20)}T10:00`);
    const claire = await as('animation', '/instruction');
    await claire.getByRole('link', { name: call }).click();
    await expect(claire.getByRole('row', { name: valmont })).toContainText('4,50');
    committee = new URL(claire.url()).pathname;
    await decide(claire, valmont, { outcome: 'Retenue', motivation: 'Une équipe prête.' });
    await decide(claire, `${marsh}, rive nord`, {
      outcome: 'Liste complémentaire',
      place: '1',
      motivation: 'À reprendre au printemps.',
    });
    await decide(claire, heath, { outcome: 'Retenue', motivation: 'Un terrain rare.' });
    await decide(claire, vine, { outcome: 'Non retenue', motivation: 'Trop loin du thème.' });
    await claire.getByLabel('Embargo jusqu’au').fill(`${ANNOUNCED}T18:00`);
    await claire.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(claire.getByText('Calendrier enregistré.')).toBeVisible();
    await expect(claire.getByRole('button', { name: 'Annoncer toutes les décisions' })).toHaveCount(0);
    await expectNoBarrier(claire);
    for (const [who, file] of [
      ['metier.a', files.valmont],
      ['metier.b', files.marsh],
      ['ville', files.vine],
    ] as const)
      expect((await (await as(who)).request.get(`${file}/decision`)).status(), who).toBe(404);
  });

  await test.step('8. One announcement tells all of them, and the selected one becomes an experiment', async () => {
    const as = await on(browser, `${ANNOUNCED}T18:01`);
    const claire = await as('animation');
    // By hand, unless it has just gone by itself: that is due every few minutes once the embargo is over.
    await expect(async () => {
      await claire.goto(committee);
      await announce(claire);
      await expect(claire.getByText('Toutes les décisions sont annoncées.')).toBeVisible(ONE_LOOK);
    }).toPass();
    for (const [who, file, said] of [
      ['metier.a', files.valmont, 'Votre candidature est retenue.'],
      ['metier.b', files.marsh, 'Elle y occupe la 1re place.'],
      ['ville', files.vine, 'Trop loin du thème.'],
    ] as const)
      await expect((await as(who, `${file}/decision`)).getByText(said)).toBeVisible();
    const visitor = await (await browser.newContext({ baseURL: server.origin })).newPage();
    await visitor.goto(callPage);
    const laureates = visitor.getByRole('region', { name: /lauréat/i });
    for (const city of ['Valmont-sur-Loire', 'Hautelande Agglomération'])
      await expect(laureates).toContainText(city);
    await expect(laureates).not.toContainText('Clairvigne');
    await claire.getByRole('button', { name: `Ouvrir l’expérimentation : ${valmont}` }).click();
    await expect(claire.getByRole('heading', { level: 1, name: valmont })).toBeVisible();
    experiment = new URL(claire.url()).pathname;
  });

  await test.step('9. First month: it runs, says what data it needs, and a mission is ordered for it', async () => {
    const as = await on(browser, `${dayOf(-2, 10)}T09:00`);
    const nadia = await as('metier.a', experiment);
    await nadia.getByText('Changer l’état', { exact: true }).first().click();
    await nadia.getByRole('button', { name: 'Changer l’état' }).click();
    await expect(nadia.getByText('État\u00a0: en cours.')).toBeVisible();
    await writeMonth(nadia, experiment, {
      month: monthOf(-2),
      mood: /^Bien/,
      done: 'Convention signée.',
      days: '2',
    });
    await nadia.goto(`${experiment}/besoins`);
    for (const name of data) await expect(nadia.getByRole('link', { name })).toBeVisible();
    await addNeed(nadia, experiment, {
      wanted: own('Arbres de la ville'),
      producer: 'Acteur public local',
      importance: 'Indispensable',
      access: 'Déjà disponible en open data',
    });
    mission = await orderMission(await as('animation'), {
      title: own('Appui aux plantations'),
      experiment: valmont,
      days: '2',
      from: dayOf(-2, 10),
      to: dayOf(4, 1),
    });
  });

  await test.step('10. Second and third months: the log goes on, days are consumed, never beyond the grant', async () => {
    const second = await on(browser, `${dayOf(-1, 10)}T09:00`);
    const nadia = await second('metier.a');
    await writeMonth(nadia, experiment, {
      month: monthOf(-1),
      mood: /^Moyen/,
      done: 'Relevés commencés.',
      days: '3,5',
    });
    const camille = await second('conseil', mission);
    await logDay(camille, { day: dayOf(-1, 9), length: '1', done: 'Atelier avec les services' });
    await expect(camille.getByText('Il reste 1 jour.')).toBeVisible();

    const third = await on(browser, null);
    const julien = await third('donnees.a');
    await writeMonth(julien, experiment, {
      month: monthOf(0),
      mood: /^Bien/,
      done: 'Vingt places choisies.',
      days: '2',
    });
    for (const month of ['Convention signée.', 'Relevés commencés.'])
      await expect(julien.getByText(month)).toBeVisible();
    const back = await third('conseil', mission);
    await logDay(back, { day: dayOf(-1, 20), length: '1', done: 'Croisement des cartes' });
    await expect(back.getByText('Tous les jours accordés sont consommés.')).toBeVisible();
    await logDay(back, { day: dayOf(-1, 21), length: '0,25', done: 'Une relecture de plus' });
    await expect(back.getByRole('alert')).toContainText('Demandez un avenant à l’animation.');
  });

  await test.step('11. The steering page says all of it today, and nothing of it on the day of the embargo', async () => {
    const as = await on(browser, null);
    const marc = await as('relecture', `/pilotage?saison=${season.number}`);
    await expect(marc.getByRole('heading', { level: 1, name: `${season.name} en un regard` })).toBeVisible();
    await expectNoBarrier(marc);
    await expectSteered(marc, { season: season.number, title: valmont, data });
  });
});
