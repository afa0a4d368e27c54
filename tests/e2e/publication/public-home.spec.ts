import { expect } from '@playwright/test';
import { wallOf } from '#tests/support/architecture/walls.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[PS10] the home of a visitor tells what this is, leads to the call that closes first and to the cases, without script', {
  tag: '@gate',
}, async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  expect((await page.goto('/'))?.status()).toBe(200);
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Des villes moyennes');
  // Whichever of them closes first.
  const call = page.getByRole('region').filter({ hasText: 'Appel ouvert' });
  await expect(call.getByRole('link', { name: 'Candidater' })).toHaveAttribute('href', /\/candidater$/);
  await expect(page.getByRole('link', { name: /^\d+ autres? appels?$/u })).toBeVisible();
  await expect(page.getByRole('img', { name: /un point chacune/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Guides pratiques' }).getByRole('link')).not.toHaveCount(0);
  await expectNoBarrier(page);
  for (const width of [390, 320, 1024]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page
    .getByRole('region', { name: 'Ce que les villes ont fait' })
    .getByRole('link', { name: 'Arbres et ombrage' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Arbres et ombrage' })).toBeVisible();
  await expect(
    page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Cas d’usage' }),
  ).toHaveAttribute('aria-current', 'true');
  expect(scripts).toEqual([]);
  const body = await (await context.request.get('/', { headers: { 'accept-encoding': 'identity' } })).body();
  expect(body.length).toBeLessThanOrEqual(wallOf('bytes of the public home'));
});

test('[PS9] on a phone the menu opens by itself, by keyboard, and marks where one is', {
  tag: '@gate',
}, async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Se connecter' }).first()).toBeVisible();
  await page.locator('.pub-menu summary').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Appels' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appels' })).toBeVisible();
  await page.locator('.pub-menu summary').click();
  await expect(
    page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Appels' }),
  ).toHaveAttribute('aria-current', 'page');
});

test('[PS9] [PS11] [PS12] [PS13] [PS14] lists of the site pass axe, in light and dark, and each has its picture for others', async ({
  browser,
  baseURL,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
    const page = await context.newPage();
    for (const path of [
      '/',
      '/appels',
      '/guides',
      '/dossiers',
      '/entretiens',
      '/plan-du-site',
      '/aide',
      '/verification',
    ]) {
      await page.goto(path);
      await expectNoBarrier(page);
    }
    await context.close();
  }
  const { request } = await browser.newContext();
  for (const path of ['/', '/appels', '/guides', '/cas-d-usage']) {
    const html = await (await request.get(path)).text();
    const picture = /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(picture, path).toContain(`${baseURL}/`);
    const answer = await request.get(picture);
    expect(answer.headers()['content-type'], path).toBe('image/png');
  }
});

test('[PS15] what does not exist is told in the frame of the site to a visitor, in theirs with a search to a member', {
  tag: '@gate',
}, async ({ browser }) => {
  const visitor = await (await browser.newContext()).newPage();
  expect((await visitor.goto('/nulle-part/ailleurs'))?.status()).toBe(404);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
  await visitor.getByRole('main').getByRole('link', { name: 'Plan du site' }).click();
  await expect(visitor.getByRole('heading', { level: 1, name: 'Plan du site' })).toBeVisible();
  expect((await visitor.goto('/appels/rien'))?.status()).toBe(404);
  await expect(visitor.getByRole('link', { name: 'Se connecter' }).first()).toBeVisible();

  const member = await pageOf(browser, 'metier.a', '/nulle-part');
  await expect(member.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
  await expect(member.getByRole('navigation', { name: 'Principale' })).toBeVisible();
  await expectNoBarrier(member);
  await member.getByLabel('Chercher dans l’espace de travail').fill('ombrage');
  await member.getByRole('main').getByRole('button', { name: 'Chercher' }).click();
  await expect(member).toHaveURL(/\/recherche\?q=ombrage/);
  // The public pages lead a member back.
  await member.goto('/guides');
  await member.getByRole('link', { name: 'Mon espace' }).click();
  await expect(member.getByRole('heading', { level: 1, name: /^Bonjour/ })).toBeVisible();
});

test('[PS15] a member whose role is not enough is told by name whom to ask', { tag: '@gate' }, async ({
  browser,
}) => {
  const member = await pageOf(browser, 'metier.a', '/groupes');
  await member.getByRole('main').getByRole('link', { name: 'Nature en ville' }).first().click();
  await expect(member).toHaveURL(/\/groupes\/[0-9a-f-]{36}/);
  await member.goto(`${new URL(member.url()).pathname}/reglages`);
  await expect(member.getByRole('heading', { level: 1, name: 'Action non permise' })).toBeVisible();
  await expect(member.getByRole('main')).toContainText(/Demandez-le à .+, de l’animation de ce groupe/);
  await expect(member.getByRole('navigation', { name: 'Principale' })).toBeVisible();
});
