import { expect, test } from '@playwright/test';
import { expectNoBarrier } from './support/no-barrier.ts';

test('[RP1] [RP2] without account nor script, a city learns from a sheet whether it can do the same, and whom to ask', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/cas-d-usage');
  await page.getByRole('link', { name: 'Arbres et ombrage' }).click();
  await page.getByRole('link', { name: 'Répondre aux questions' }).click();
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
  await expect(page.getByText(/Reste à dire : « Températures/)).toBeVisible();

  await question(/Températures/)
    .getByLabel('Nous pouvons l’obtenir')
    .check();
  for (const condition of [/périmètre/, /temps et l’argent/, /autres contraintes/])
    await question(condition).getByLabel('Oui').check();
  await page.getByRole('button', { name: 'Voir si c’est faisable' }).click();
  await expect(page.getByText('Faisable, une fois réuni ce qui manque')).toBeVisible();
  await expect(page.getByText(/Il manque : « Températures/)).toBeVisible();
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
  await expect(page.getByText(/Ce qui bloque : « Inventaire des arbres/)).toBeVisible();
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
  await page.getByRole('link', { name: 'Répondre aux questions' }).click();
  await expectNoBarrier(page);
  const { pathname } = new URL(page.url());
  const asked = `${pathname}?departement=37&moyens=blocked&donnee-forgee=open&perimetre=${'x'.repeat(5_000)}`;
  await page.goto(asked);
  await expect(page.getByText('Pas faisable en l’état')).toBeVisible();
  await expect(page.getByText(/Reste à dire : .*le périmètre et les autres contraintes/)).toBeVisible();
  await expectNoBarrier(page);
  const { request } = page;
  const answer = await request.get(asked, { headers: { 'accept-encoding': 'identity' } });
  expect((await answer.body()).length).toBeLessThan(100_000);
  expect(await answer.text()).not.toMatch(/type="hidden"/);
  const moved = await request.get(`${pathname.toUpperCase()}?departement=37`, { maxRedirects: 0 });
  expect(moved.status()).toBe(301);
  expect(moved.headers().location).toBe(`${pathname}?departement=37`);
  expect((await request.get('/cas-d-usage/rien-00000000/reproduire')).status()).toBe(404);
});
