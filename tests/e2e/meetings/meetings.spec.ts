import { expect, type Page } from '@playwright/test';
import { documentsOfFirstGroup, pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { signIn } from '../support/sign-in.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const meetingsOf = async (page: Page) =>
  (await documentsOfFirstGroup(page)).replace(/\/documents$/u, '/seances');

/** Fills what every meeting needs, by its labels. */
async function fill(
  page: Page,
  title: string,
  day: string,
  [start, end]: [string, string] = ['14:00', '16:00'],
) {
  await page.getByLabel('Titre').fill(title);
  await page.getByLabel('Date (obligatoire)', { exact: true }).fill(day);
  await page.getByLabel('Début').fill(start);
  await page.getByLabel('Fin (obligatoire)', { exact: true }).fill(end);
}

test('[M4] [M9] [RM1] [RM5] a series is planned by keyboard after its dates were seen; its reminders say their own words', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation');
  await claire.goto(await meetingsOf(claire));
  await expectNoBarrier(claire);
  await claire.getByRole('link', { name: 'Planifier une séance' }).press('Enter');
  await expect(claire.getByRole('heading', { level: 1, name: 'Nouvelle séance' })).toBeFocused();
  await expectNoBarrier(claire);
  // At an hour at which nobody else meets: a meeting at the same time would be told beside the dates.
  await fill(claire, 'Atelier du printemps', inDays(20), ['18:15', '19:45']);
  const repeat = claire.getByLabel('Répétition');
  await repeat.focus();
  await repeat.selectOption('fortnight');
  await claire.getByRole('spinbutton', { name: 'Nombre de séances' }).fill('1');
  const preview = claire.getByRole('button', { name: 'Voir les dates' });
  await preview.focus();
  await claire.keyboard.press('Enter');
  await expect(claire.getByRole('alert')).toContainText('au moins deux séances');
  await claire.getByRole('spinbutton', { name: 'Nombre de séances' }).fill('3');
  await preview.focus();
  await claire.keyboard.press('Enter');
  await expect(claire.getByRole('region', { name: 'Dates prévues' }).getByRole('listitem')).toHaveCount(3);
  await expectNoBarrier(claire);
  await claire.getByRole('button', { name: 'Planifier', exact: true }).focus();
  await claire.keyboard.press('Enter');
  await expect(claire.getByText('Les séances de la série sont planifiées.')).toBeVisible();
  await expect(claire.getByRole('link', { name: 'Atelier du printemps', exact: true })).toHaveCount(3);
  await linkMailedTo(browser, 'metier.a@demo.example', /Atelier du printemps.*3 séances/u);

  await claire.getByRole('link', { name: 'Atelier du printemps', exact: true }).first().click();
  await claire.getByRole('link', { name: 'Modifier' }).click();
  await expectNoBarrier(claire);
  await claire.getByLabel('Lieu').fill('Gare de Valmont');
  // The form that planned it began with the day before.
  await expect(claire.getByLabel(/^La veille/u)).toBeChecked();
  const words = claire.getByLabel('Vos mots, le matin même');
  await expect(words).toBeHidden();
  await claire.getByLabel(/^Le matin même/u).press('Space');
  await words.fill('Pensez au <b>badge</b>');
  await claire.getByLabel('Cette séance et les suivantes').first().check();
  await claire.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(claire.getByText('La séance est modifiée.')).toBeVisible();
  await expect(claire.getByText('Gare de Valmont', { exact: true })).toBeVisible();
  const reminders = claire.getByRole('region', { name: 'Rappels par courriel' });
  await expect(reminders).toContainText(/Rappels\s: la veille, le .+ à 8\sh\s; le matin même, le .+ à 8\sh/u);
  await reminders.getByText('Voir le message du matin même').press('Enter');
  await expect(reminders.getByText('Pensez au <b>badge</b>')).toBeVisible();
  await expectNoBarrier(claire);
});

test('[M8] [M10] a point is proposed, accepted and moved; the mail answers without signing in', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation');
  await claire.goto(`${await meetingsOf(claire)}/nouvelle`);
  await fill(claire, 'Relevés de mai', inDays(12));
  await claire.getByRole('button', { name: 'Planifier', exact: true }).click();
  await expect(claire.getByText('La séance est planifiée.')).toBeVisible();
  const here = new URL(claire.url()).pathname;

  const observer = await pageOf(browser, 'atd', here);
  await observer.getByText('Proposer un point', { exact: true }).press('Enter');
  await observer.getByLabel('Point (obligatoire)', { exact: true }).fill('Données du département');
  await observer.getByRole('button', { name: 'Proposer', exact: true }).press('Enter');
  await expect(observer.getByText('Votre proposition est enregistrée.')).toBeVisible();
  await expectNoBarrier(observer);

  await claire.goto(here);
  await claire.getByRole('button', { name: /^Accepter le point/u }).press('Enter');
  await expect(claire.getByText('15 min prévues sur 2 h')).toBeVisible();
  await claire.getByText('Ajouter un point', { exact: true }).click();
  const form = claire.locator('form', { has: claire.locator('input[value="addItem"]') });
  await form.getByLabel('Point (obligatoire)', { exact: true }).fill('Tour des villes');
  await form.getByRole('button', { name: 'Ajouter' }).click();
  await claire.getByRole('button', { name: 'Monter le point «\u202fTour des villes\u202f»' }).press('Enter');
  await expect(claire.getByText('Le point est déplacé.')).toBeVisible();
  await expect(claire.locator('.meeting-agenda > li').first()).toContainText('Tour des villes');
  await expectNoBarrier(claire);

  const link = await linkMailedTo(browser, 'metier.a@demo.example', /Relevés de mai/u, /reponse=no/u);
  // Nobody is signed in here, and the page comes without script.
  const nadia = await (await browser.newContext()).newPage();
  // Who chose nothing has answered nothing.
  await nadia.goto(link.replace(/&reponse=no/u, ''));
  await expect(nadia.getByRole('radio', { checked: true })).toHaveCount(0);
  await nadia.getByRole('button', { name: 'Confirmer' }).click();
  await expect(nadia.getByRole('alert')).toContainText('Dites si vous venez.');
  await nadia.goto(link);
  await expect(nadia.getByRole('heading', { level: 1, name: 'Relevés de mai' })).toBeVisible();
  await expect(nadia.getByLabel('Je ne viens pas')).toBeChecked();
  await expectNoBarrier(nadia);
  await nadia.getByLabel('Précision').fill('En congé');
  await nadia.getByRole('button', { name: 'Confirmer' }).click();
  await expect(nadia.getByText('Votre réponse est enregistrée.')).toBeVisible();
  await claire.reload();
  await expect(claire.getByRole('region', { name: 'Qui vient' })).toContainText('En congé');
});

test('[M2] [M5] without script, an hour that does not exist is refused beside its field; who may not plan is told so', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signIn(context, 'animation@demo.example');
  const claire = await context.newPage();
  const list = await meetingsOf(claire);
  await claire.goto(`${list}/nouvelle`);
  // The last Sunday of March of the year after next: clocks go from two to three.
  const year = new Date().getFullYear() + 2;
  const sunday = new Date(Date.UTC(year, 2, 31));
  sunday.setUTCDate(31 - sunday.getUTCDay());
  await fill(claire, 'Nuit du changement d’heure', sunday.toISOString().slice(0, 10), ['02:30', '04:00']);
  await claire.getByRole('button', { name: 'Planifier', exact: true }).click();
  await expect(claire.getByLabel('Début')).toHaveAccessibleDescription(/n’existe pas ce jour-là/u);
  await expect(claire.getByLabel('Titre')).toHaveValue('Nuit du changement d’heure');
  await claire.getByLabel('Début').fill('03:30');
  await claire.getByRole('button', { name: 'Planifier', exact: true }).click();
  await expect(claire.getByRole('heading', { level: 1, name: 'Nuit du changement d’heure' })).toBeVisible();

  const nadia = await pageOf(browser, 'metier.a');
  expect((await nadia.goto(`${list}/nouvelle`))?.status()).toBe(403);
  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.goto(list))?.status()).toBe(404);
});
