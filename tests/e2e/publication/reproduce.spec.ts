import { type Browser, expect, type Page } from '@playwright/test';
import { wallOf } from '#tests/support/architecture/walls.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { signIn } from '../support/sign-in.ts';

test('[RP1] [RP2] without account nor script, a city learns from a sheet whether it can do the same, and whom to ask', {
  tag: '@gate',
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/cas-d-usage');
  await page.getByRole('link', { name: 'Arbres et ombrage' }).click();
  await page.getByRole('link', { name: 'Reproduire dans ma ville' }).click();
  const question = (name: RegExp) => page.getByRole('group', { name });
  // Open data of a national producer is proposed, and said to be.
  const climate = question(/Occupation du sol/);
  await expect(climate.getByLabel('Nous l’avons, ouverte')).toBeChecked();
  await expect(climate).toContainText('Réponse proposée');
  await question(/Inventaire des arbres/)
    .getByLabel('Nous l’avons, non publiée')
    .check();
  await page.getByRole('button', { name: 'Voir si c’est faisable' }).click();
  await expect(page.getByText(/Encore 4 réponses/)).toBeVisible();
  await expect(page.getByText(/Reste à dire\s:\s«\sTempératures/)).toBeVisible();

  await question(/Températures/)
    .getByLabel('Nous pouvons l’obtenir')
    .check();
  for (const condition of [/périmètre/, /temps et l’argent/, /autres contraintes/])
    await question(condition).getByLabel('Oui').check();
  await page.getByRole('button', { name: 'Voir si c’est faisable' }).click();
  await expect(page.getByText('Faisable, une fois réuni ce qui manque')).toBeVisible();
  await expect(page.getByText(/Il manque\s:\s«\sTempératures/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'À qui demander' })).toBeVisible();

  // The address holds the answers: somebody else who opens it reads the same.
  const sent = page.url();
  await page.goto('/cas-d-usage');
  await page.goto(sent);
  await expect(question(/Inventaire des arbres/).getByLabel('Nous l’avons, non publiée')).toBeChecked();
  await question(/Inventaire des arbres/)
    .getByLabel('Impossible à obtenir')
    .check();
  await page.getByRole('button', { name: 'Voir si c’est faisable' }).click();
  await expect(page.getByText('Pas faisable en l’état')).toBeVisible();
  await expect(page.getByText(/Ce qui bloque\s:\s«\sInventaire des arbres/)).toBeVisible();
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('[RP2] the questions pass axe, weigh less than 100 KB, have one address and no field that is hidden', async ({
  page,
}) => {
  await page.goto('/cas-d-usage');
  await page.getByRole('link', { name: 'Arbres et ombrage' }).click();
  await page.getByRole('link', { name: 'Reproduire dans ma ville' }).click();
  await expectNoBarrier(page);
  const { pathname } = new URL(page.url());
  const asked = `${pathname}?departement=37&moyens=blocked&donnee-forgee=open&perimetre=${'x'.repeat(5_000)}`;
  await page.goto(asked);
  await expect(page.getByText('Pas faisable en l’état')).toBeVisible();
  await expect(page.getByText(/Reste à dire\s: .*le périmètre et les autres contraintes/)).toBeVisible();
  await expectNoBarrier(page);
  const { request } = page;
  const answer = await request.get(asked, { headers: { 'accept-encoding': 'identity' } });
  expect((await answer.body()).length).toBeLessThanOrEqual(wallOf('bytes of a public page'));
  expect(await answer.text()).not.toMatch(/type="hidden"/);
  const moved = await request.get(`${pathname.toUpperCase()}?departement=37`, { maxRedirects: 0 });
  expect(moved.status()).toBe(301);
  expect(moved.headers().location).toBe(`${pathname}?departement=37`);
  expect((await request.get('/cas-d-usage/rien-00000000/reproduire')).status()).toBe(404);
});

const question = (page: Page, name: RegExp) => page.getByRole('group', { name });

/** The page of the check that Clairvigne makes of the published sheet, its questions in view; a retry finds the one that is kept. */
async function checkOf(page: Page) {
  await page.goto('/cas-d-usage');
  await page.getByRole('link', { name: 'Arbres et ombrage' }).click();
  await page.getByRole('link', { name: 'Reproduire dans ma ville' }).click();
  await expect(page).toHaveURL(/\/reprises\//);
  await expect(
    page.getByRole('button', { name: /Garder ce contrôle|Déclarer|Nous préparons/ }),
  ).toBeVisible();
  if ((await page.getByText('Revoir les réponses').count()) > 0) await openAnswers(page);
}

async function openAnswers(page: Page) {
  if (await question(page, /périmètre/).isVisible()) return;
  await page.getByText('Revoir les réponses').click();
}

async function thomasOf(browser: Browser) {
  const context = await browser.newContext();
  await signIn(context, 'thomas.ricard@clairvigne.example');
  return context.newPage();
}

test('[RP5] [RP6] a city outside the experiments checks a sheet, keeps it, declares its interest, and is counted without its name', async ({
  browser,
}) => {
  const aurelie = await pageOf(browser, 'ville');
  await checkOf(aurelie);
  await expect(question(aurelie, /Occupation du sol/).getByLabel('Nous l’avons, ouverte')).toBeChecked();
  await question(aurelie, /Inventaire des arbres/)
    .getByLabel('Nous l’avons, non publiée')
    .check();
  await question(aurelie, /Températures/)
    .getByLabel('Nous pouvons l’obtenir')
    .check();
  for (const condition of [/périmètre/, /temps et l’argent/, /autres contraintes/])
    await question(aurelie, condition).getByLabel('Oui').check();
  await aurelie.getByLabel('Périmètre visé et contraintes').fill('Le quartier de la gare.');
  await expectNoBarrier(aurelie);
  await aurelie.getByRole('button', { name: /Garder ce contrôle|Enregistrer les réponses/ }).click();
  await expect(aurelie.getByText('Le contrôle est enregistré.')).toBeVisible();
  await expect(aurelie.getByText(/Il manque\s:\s«\sTempératures/)).toBeVisible();
  await expectNoBarrier(aurelie);

  // A colleague who opened the page before is told, with what they had answered.
  const thomas = await thomasOf(browser);
  await checkOf(thomas);
  await question(thomas, /Climat/)
    .getByLabel('Impossible à obtenir')
    .check();
  await openAnswers(aurelie);
  await aurelie.getByLabel('Périmètre visé et contraintes').fill('Le quartier de la gare et le canal.');
  await aurelie.getByRole('button', { name: 'Enregistrer les réponses' }).click();
  await expect(aurelie.getByText('Le quartier de la gare et le canal.').first()).toBeVisible();
  await thomas.getByRole('button', { name: 'Enregistrer les réponses' }).click();
  await expect(thomas.getByText('Un collègue a enregistré entre-temps')).toBeVisible();
  await expect(question(thomas, /Climat/).getByLabel('Impossible à obtenir')).toBeChecked();
  // What Aurélie kept is read again before the next try counts as one that saw it.
  await expect(thomas.getByText('Le quartier de la gare et le canal.').first()).toBeVisible();
  await thomas.getByRole('button', { name: 'Enregistrer les réponses' }).click();
  await expect(thomas.getByText('Le contrôle est enregistré.')).toBeVisible();

  // Declared by a press; it counts on the public page, which names nobody.
  const declare = aurelie.getByRole('button', { name: 'Déclarer notre intérêt' });
  await aurelie.reload();
  if ((await declare.count()) > 0) await declare.click();
  await expect(aurelie.getByRole('button', { name: 'Nous préparons la reprise' })).toBeVisible();
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto('/cas-d-usage');
  await visitor.getByRole('link', { name: 'Arbres et ombrage' }).click();
  await expect(visitor.getByText(/collectivités? veu(?:t|lent) reprendre ce cas d’usage/)).toBeVisible();
  await expect(visitor.getByText('Clairvigne')).toHaveCount(0);

  // The coordination follows it and reads the check; another city knows the interest and no more.
  const claire = await pageOf(browser, 'animation', '/reprises');
  await claire.getByLabel('Collectivité ou fiche').fill('clairvigne');
  await claire.getByRole('button', { name: 'Filtrer' }).click();
  const check = claire.getByRole('link', { name: 'Clairvigne' });
  const address = (await check.getAttribute('href')) ?? '';
  await check.click();
  await expect(claire.getByText(/Le quartier de la gare/).first()).toBeVisible();
  await expect(claire.getByRole('button', { name: 'Enregistrer les réponses' })).toHaveCount(0);
  const nadia = await pageOf(browser, 'metier.a', '/reprises');
  await expect(nadia.getByRole('row', { name: /Clairvigne/ })).toContainText('Déclaré');
  await expect(nadia.getByRole('link', { name: 'Clairvigne' })).toHaveCount(0);
  expect((await nadia.request.get(address)).status()).toBe(404);
  const file = await (await claire.request.get('/reprises.csv?texte=clairvigne')).text();
  expect(file).toContain('Clairvigne');
});

/** What a board asks for, by what was known when it was made. */
const TEMPERATURES = /^(?:Obtenir|Savoir si nous l’avons)\s: Températures de l’air/;

test('[RP8] [RP9] the check becomes a board of the city, once, and says who did it', async ({ browser }) => {
  const thomas = await thomasOf(browser);
  await checkOf(thomas);
  // Whichever journey came first, these are missing now.
  await question(thomas, /Températures/)
    .getByLabel('Nous pouvons l’obtenir')
    .check();
  await question(thomas, /Inventaire des arbres/)
    .getByLabel('Nous l’avons, non publiée')
    .check();
  await thomas.getByRole('button', { name: /Garder ce contrôle|Enregistrer les réponses/ }).click();
  await expect(thomas.getByText('Le contrôle est enregistré.')).toBeVisible();
  await expect(thomas.getByRole('region', { name: 'Qui l’a fait' })).toContainText('Valmont-sur-Loire');
  const page = thomas.url();
  await expectNoBarrier(thomas);
  const make = thomas.getByRole('button', { name: 'Créer notre tableau', exact: true });
  if ((await make.count()) > 0) {
    await make.click();
    await expect(thomas.getByRole('heading', { level: 1, name: /Reprendre/ })).toBeVisible();
    await expect(thomas.getByText(/^Obtenir\s: Températures de l’air/).first()).toBeVisible();
    await thomas.goto(page);
  }
  // The page says where it is, and offers no second one.
  await expect(make).toHaveCount(0);
  await thomas
    .getByRole('region', { name: 'Tableau' })
    .getByRole('link', { name: /Reprendre/ })
    .click();
  // Made once: with what was known when whichever journey came first made it.
  await expect(thomas.getByText(TEMPERATURES).first()).toBeVisible();
  // It is their city’s: Aurélie, who is in no group, opens it too.
  const aurelie = await pageOf(browser, 'ville', new URL(page).pathname);
  const plan = aurelie.getByRole('region', { name: 'Tableau' });
  await expect(plan).toContainText('dans Ma ville');
  await plan.getByRole('link', { name: /Reprendre/ }).click();
  await expect(aurelie.getByText(TEMPERATURES).first()).toBeVisible();
});

test('[RP5] somebody of no city is told so, and a city that did it itself answers without keeping', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation', '/cas-d-usage');
  await claire.getByRole('link', { name: 'Arbres et ombrage' }).click();
  const { pathname } = new URL(claire.url());
  await claire.getByRole('link', { name: 'Reproduire dans ma ville' }).click();
  await expect(claire).toHaveURL(`${pathname}/reproduire`);
  const fiche = pathname.split('/').at(-1);
  expect((await claire.goto(`/reprises/nouvelle?fiche=${fiche}`))?.status()).toBe(403);
  await expect(claire.getByText(/rattaché à aucune commune/)).toBeVisible();
  const nadia = await pageOf(browser, 'metier.a', `${pathname}/reproduire`);
  await expect(nadia.getByRole('button', { name: 'Voir si c’est faisable' })).toBeVisible();
  expect((await nadia.goto(`/reprises/nouvelle?fiche=${fiche}`))?.status()).toBe(403);
  expect((await nadia.goto('/reprises/nouvelle?fiche=rien-00000000'))?.status()).toBe(404);
});
