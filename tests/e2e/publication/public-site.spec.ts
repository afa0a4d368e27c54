import { type BrowserContext, expect } from '@playwright/test';
import { wallOf } from '#tests/support/architecture/walls.ts';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** The published sheet of the demonstration. */
async function sheetAddress({ request }: BrowserContext): Promise<string> {
  const list = await (await request.get('/cas-d-usage')).text();
  const address = /\/cas-d-usage\/arbres-et-ombrage-[0-9a-f]{8}/.exec(list)?.[0];
  if (!address) throw new Error('the demonstration has a published sheet');
  return address;
}

test('[PS1] [PS2] the site is read, searched and narrowed without script nor account, and passes axe', {
  tag: '@gate',
}, async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.goto('/cas-d-usage');
  await expectNoBarrier(page);
  await page.getByLabel('Mots').fill('ombrager');
  await page.getByLabel('Thème').selectOption({ label: 'Biodiversité' });
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('link', { name: 'Arbres et ombrage' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Arbres et ombrage' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Inventaire des arbres urbains/ })).toContainText('Oui');
  await expect(page.getByRole('link', { name: 'Licence Ouverte 2.0' }).first()).toBeVisible();
  await expectNoBarrier(page);
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const all = await page.locator('html').evaluate((html) => html.scrollWidth);
    expect(all).toBeLessThanOrEqual(width);
  }
  await page.goto('/cas-d-usage?texte=piscine');
  await expect(page.getByText('Aucune fiche ne correspond')).toBeVisible();
  await page.goto('/cas-d-usage?texte=arroser');
  await page.getByRole('link', { name: 'Les cahiers d’arrosage de Rachid Amrani' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /cahiers d’arrosage/ })).toBeVisible();
  expect(scripts).toEqual([]);
});

test('[PS1] a page of the site weighs 100 KB at most, text, style and picture of it', {
  tag: '@gate',
}, async ({ browser }) => {
  const context = await browser.newContext();
  for (const path of ['/cas-d-usage', await sheetAddress(context)]) {
    const answer = await context.request.get(path, { headers: { 'accept-encoding': 'identity' } });
    expect((await answer.body()).length, path).toBeLessThanOrEqual(wallOf('bytes of a public page'));
    expect(await answer.text()).not.toMatch(/<script(?! type="application\/ld\+json")/);
  }
});

test('[PS3] other letters, a slash at the end or doubled, a language and an old title lead to the one address; nothing leads to nothing', {
  tag: '@gate',
}, async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const address = await sheetAddress(context);
  const get = (path: string) => context.request.get(path, { maxRedirects: 0 });
  const old = address.replace('arbres-et-ombrage', 'un-titre-d-avant');
  for (const path of [address.toUpperCase(), `${address}/`, old]) {
    const answer = await get(path);
    expect(answer.status(), path).toBe(301);
    expect(answer.headers().location, path).toBe(address);
  }
  const bent = ['/CAS-D-USAGE', '/cas-d-usage/', '/fr/cas-d-usage', '//cas-d-usage', '/cas-d-usage?lang=en'];
  for (const path of bent)
    expect((await get(`${baseURL}${path}`)).headers().location, path).toBe('/cas-d-usage');
  expect((await get(`/en${address}/?lang=en`)).headers().location).toBe(address);
  const nothing = await get('/fr/cas-d-usage/rien-00000000');
  expect(nothing.headers().location).toBe('/cas-d-usage/rien-00000000');
  const visitor = await context.newPage();
  expect((await visitor.goto('/cas-d-usage/rien-00000000'))?.status()).toBe(404);
  await visitor.getByRole('link', { name: 'Tous les cas d’usage' }).click();
  await expect(visitor.getByRole('link', { name: 'Arbres et ombrage' }).first()).toBeVisible();
  const page = await (await context.newPage()).goto(address);
  const html = (await page?.text()) ?? '';
  for (const meta of ['og:title', 'og:description', 'og:url', 'twitter:card', 'rel="canonical"'])
    expect(html).toContain(meta);
});

test('[PS4] feed and map parse as XML, robots are told of the map', { tag: '@gate' }, async ({
  page,
  baseURL,
}) => {
  await page.goto('/cas-d-usage');
  const read = (path: string) =>
    page.evaluate(async (asked) => {
      const answer = await fetch(asked);
      const xml = new DOMParser().parseFromString(await answer.text(), 'application/xml');
      return {
        type: answer.headers.get('content-type') ?? '',
        isFaulty: xml.querySelector('parsererror') !== null,
        root: xml.documentElement.localName,
        addresses: [...xml.querySelectorAll('entry > id, loc')].map(({ textContent }) => textContent),
      };
    }, path);
  const feed = await read('/cas-d-usage.atom');
  expect(feed).toMatchObject({ isFaulty: false, root: 'feed' });
  expect(feed.type).toContain('application/atom+xml');
  for (const kind of ['cas-d-usage', 'entretiens', 'dossiers'])
    expect(feed.addresses.join(' ')).toContain(`${baseURL}/${kind}/`);
  const map = await read('/sitemap.xml');
  expect(map).toMatchObject({ isFaulty: false, root: 'urlset' });
  expect(map.addresses).toEqual(expect.arrayContaining([`${baseURL}/cas-d-usage`, ...feed.addresses]));
  expect(await (await page.request.get('/robots.txt')).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
});

test('[PS1] whoever follows every link of the site meets no mail address, id, comment, draft or hidden field', async ({
  browser,
}) => {
  // A draft, whose words must be nowhere.
  const draft = `Brouillon secret ${crypto.randomUUID().slice(0, 8)}`;
  const claire = await pageOf(browser, 'animation', '/experimentations/nouvelle');
  await claire.getByLabel('Titre').fill(draft);
  await claire.getByLabel('Thème').selectOption({ label: 'Biodiversité' });
  await choose(claire.getByLabel('Collectivité porteuse'), 'Valmont-sur-Loire');
  await claire.getByRole('button', { name: 'Ouvrir l’expérimentation' }).click();
  await claire.getByRole('button', { name: 'Rédiger la fiche' }).click();
  await expect(claire.getByRole('link', { name: 'Ouvrir le texte' })).toBeVisible();

  const { request } = await browser.newContext();
  const seen = new Set<string>();
  const next = ['/', '/cas-d-usage', '/cas-d-usage.atom', '/sitemap.xml', '/robots.txt'];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([200, 301, 302], path).toContain(answer.status());
    if (answer.status() !== 200) continue;
    // The address of a call, or of what the coordination announces, begins with its id, as that of any object of the workspace.
    const text = (await answer.text())
      .replaceAll(/nonce="[^"]*"/g, '')
      .replaceAll(
        /\/(?:(?:appels|actualites-publiques|evenements-publics|evenements|lettres-publiques)\/|candidatures\/nouvelle\?appel=)[0-9a-f-]{36}/g,
        '',
      );
    expect(text, path).not.toMatch(/[\w.+-]+@[\w-]+\.\w+/);
    expect(text, path).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/);
    expect(text, path).not.toMatch(/type="hidden"|data-(?:id|thread|comment|author)=/);
    expect(text, path).not.toContain(draft);
    for (const [, href = ''] of text.matchAll(/(?:href|src|<loc>)="?(?:https?:\/\/[^/"<]+)?(\/[^"<#]*)/g))
      if (
        /^\/(?:$|guides|appels|actualites-publiques|evenements-publics|lettres-publiques|cas-d-usage|dossiers|entretiens|synthese-publique|carte|donnees-ouvertes|sitemap|robots|documents-publics)/.test(
          href,
        )
      )
        next.push(href.replaceAll('&amp;', '&'));
  }
  expect(seen.size).toBeGreaterThan(4);
});
