import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { Parser } from 'n3';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[OD1] [OD3] anybody takes the open data: every file of the page is there, in its own kind, for any other site', {
  tag: '@gate',
}, async ({ page }) => {
  await page.goto('/donnees-ouvertes');
  await expectNoBarrier(page);
  await page.getByText('Les 15 colonnes').click();
  await expect(page.getByRole('row', { name: /codes_insee/ })).toBeVisible();
  const get = async (name: string) => {
    const answer = await page.request.get(name.startsWith('/') ? name : `/donnees-ouvertes/${name}`);
    expect(answer.status(), name).toBe(200);
    expect(answer.headers()['access-control-allow-origin'], name).toBe('*');
    return answer;
  };
  const csv = await (await get('cas-d-usage.csv')).text();
  expect(csv.split('\r\n')[0]).toContain('titre,accroche,theme,villes,codes_insee');
  expect(csv).toContain('Arbres et ombrage');
  const sheets = (await (await get('cas-d-usage.json')).json()) as { titre: string; adresse: string }[];
  expect(sheets.map(({ titre }) => titre)).toContain('Arbres et ombrage');
  for (const { adresse } of sheets) expect((await page.request.get(adresse)).status(), adresse).toBe(200);
  expect((await (await get('besoins-de-donnees.ods')).body()).subarray(0, 2).toString()).toBe('PK');
  expect(await (await get('besoins-de-donnees.schema.json')).json()).toMatchObject({
    name: 'besoins-de-donnees',
  });
  const turtle = await get('/catalogue.ttl');
  expect(turtle.headers()['content-type']).toContain('text/turtle');
  expect(new Parser().parse(await turtle.text()).length).toBeGreaterThan(50);
  expect(await (await get('/catalogue.jsonld')).json()).toMatchObject({ '@type': 'dcat:Catalog' });
  // Where it was, for those who harvest it.
  for (const format of ['ttl', 'jsonld']) {
    const moved = await page.request.get(`/donnees-ouvertes/catalogue.${format}`, { maxRedirects: 0 });
    expect([moved.status(), moved.headers().location]).toEqual([301, `/catalogue.${format}`]);
  }
  for (const name of ['rien.csv', 'cas-d-usage.exe', 'catalogue.csv', '..%2Fsecret.json'])
    expect((await page.request.get(`/donnees-ouvertes/${name}`)).status(), name).toBe(404);
});

test('[PS5] the map and its table lead to the sheets of a department', { tag: '@gate' }, async ({ page }) => {
  await page.goto('/carte');
  await expectNoBarrier(page);
  const first = page.getByRole('table').getByRole('link').first();
  const said = await first.getAttribute('aria-label');
  await first.click();
  await expect(page).toHaveURL(/\/cas-d-usage\?departement=/);
  await expect(page.locator('main').getByRole('status')).toContainText(/correspond/);
  expect(said).toMatch(/cas d’usage publiés?$/);
});

test('[PS6] another site frames a sheet by the lines that its page gives, and no other page of ours', {
  tag: '@gate',
}, async ({ page, baseURL }) => {
  await page.goto('/cas-d-usage');
  await page.getByRole('link', { name: 'Arbres et ombrage' }).click();
  await page.getByText('Montrer cette fiche sur un autre site').click();
  const code = await page.getByLabel('Code de la vignette').inputValue();
  const site = createServer((request, response) =>
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(
        request.url === '/'
          ? `<!doctype html><title>Ville</title>${code}`
          : `<!doctype html><title>Ville</title><iframe src="${baseURL}/cas-d-usage"></iframe>`,
      ),
  );
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = site.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    const card = page.frameLocator('iframe');
    await expect(card.getByRole('heading', { name: 'Arbres et ombrage' })).toBeVisible();
    await expect(card.getByRole('link', { name: /Lire la fiche/ })).toHaveAttribute(
      'href',
      /^http.*\/cas-d-usage\//,
    );
    const refused = page.waitForEvent('console', (said) => /frame-ancestors/.test(said.text()));
    await page.goto(`http://127.0.0.1:${port}/autre`);
    await refused;
  } finally {
    site.close();
    site.closeAllConnections();
  }
});

test('[SP1] [SP2] the coordination writes a page of the site, a colleague who wrote meanwhile is told, an older text comes back', async ({
  browser,
}) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const claire = await pageOf(browser, 'animation', '/administration/site');
  await claire.getByRole('link', { name: 'Modifier : Mentions légales' }).click();
  const ada = await pageOf(browser, 'admin', '/administration/site/mentions-legales');
  await expectNoBarrier(claire);
  const text = claire.getByLabel('Texte de la page');
  const original = await text.inputValue();
  await text.fill(
    `## Éditeur\n\nVille ${mark}, [son site](https://ville.example)\n\n<script>alert(1)</script>`,
  );
  await claire.getByRole('button', { name: 'Publier ce texte' }).click();
  await expect(claire.getByText('Le texte est en ligne.')).toBeVisible();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto('/mentions-legales');
  await expect(visitor.getByRole('heading', { name: 'Éditeur' })).toBeVisible();
  await expect(visitor.getByText(`Ville ${mark}`)).toBeVisible();
  await expect(visitor.getByText('<script>alert(1)</script>')).toBeVisible();
  await expectNoBarrier(visitor);

  await ada.getByLabel('Texte de la page').fill(`Le texte d’Ada ${mark}`);
  await ada.getByRole('button', { name: 'Publier ce texte' }).click();
  await expect(ada.getByText('Quelqu’un a publié un autre texte entre-temps.')).toBeVisible();
  await expect(ada.getByLabel('Texte de la page')).toHaveValue(`Le texte d’Ada ${mark}`);

  await claire.getByRole('link', { name: 'Reprendre le texte d’origine' }).click();
  await expect(text).not.toHaveValue(new RegExp(mark));
  await claire.getByRole('button', { name: 'Publier ce texte' }).click();
  await expect(claire.getByText('Le texte est en ligne.')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText(`Ville ${mark}`)).toBeHidden();
  expect(original.length).toBeGreaterThan(0);
});
