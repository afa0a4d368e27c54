import { expect, type Page } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { addresses, othersOf, PLACES } from '../support/places.ts';
import { expectSeenWhole } from '../support/seen-whole.ts';
import { signIn } from '../support/sign-in.ts';

const PERSON = 'metier.a';

/** Fails at the end when the page said anything on the console, broke the content policy, or asked another host. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && new URL(page.url()).protocol !== 'about:') {
      const own = new URL(page.url()).host;
      if (new URL(request.url()).host !== own) faults.push(`request to ${origin}`);
    }
  });
  return faults;
}

/** [H12] Pictures with a caption that is not the name of both together, as RGAA 1.9 asks. */
function unnamedFigures(page: Page): Promise<string[]> {
  return page.locator('figure:has(figcaption):has(svg, img)').evaluateAll((figures) =>
    figures.flatMap((figure) => {
      const caption = figure.querySelector('figcaption')?.textContent ?? '';
      const isNamed = figure.role === 'figure' && figure.ariaLabel === caption;
      // A drawing that is told to nobody makes no picture of a table.
      const isPicture = figure.querySelector('img, svg:not([aria-hidden="true"])') !== null;
      return isNamed || !isPicture ? [] : [caption];
    }),
  );
}

/** Who opens every page; in the long run each of them, in each mode and width. */
const OPENERS = process.env.TEST_LONG ? ['animation', 'metier.a', 'admin'] : ['animation'];

/** In a longer run the pages that `barriers-seen.spec.ts` does not open are tried here, since they are open, with what it tries ([H15]). */
const isLong = process.env.TEST_LONG !== undefined;

/** [H27] A word without a blank names one object of each kind that REST makes: no page may be pushed aside by it. */
const LONG_WORD = 'Anticonstitutionnellement'.repeat(6);
test.beforeAll(async ({ browser }) => {
  const { request } = await pageOf(browser, 'animation');
  const { items } = await (await request.get('/api/v1/groups')).json();
  const make = async (path: string, data: object): Promise<{ id: string }> => {
    const answer = await request.post(`/api/v1${path}`, { data });
    expect(answer.status(), path).toBe(201);
    return answer.json();
  };
  const group = `/groups/${items[0].id}`;
  await make(`${group}/documents`, { title: LONG_WORD });
  const board = await make(`${group}/boards`, { title: LONG_WORD });
  const { columns } = await (await request.get(`/api/v1/boards/${board.id}`)).json();
  await make(`/boards/${board.id}/cards`, { title: LONG_WORD, columnId: columns[0].id });
});

for (const [[where, pathsOf], who] of PLACES.flatMap((place) =>
  OPENERS.map((who) => [place, who] as const),
)) {
  test(`[H27] ${who === 'animation' ? '' : `for ${who} `}every page ${where} passes axe in both modes and widths, fits in 320 px, and keeps the console silent`, async ({
    browser,
  }) => {
    const places = await addresses(await pageOf(browser, 'animation'));
    const paths = pathsOf(places);
    const others = isLong && who === 'animation' ? othersOf(paths, places) : [];
    const page = await pageOf(browser, who);
    const faults = watch(page);
    for (const path of paths) {
      // What is not theirs to open looks absent to them, which is one page.
      if (who !== 'animation' && !(await page.request.get(path)).ok()) continue;
      await test.step(path, async () => {
        const answer = await page.goto(path);
        expect(answer?.status(), path).toBe(200);
        await expect(page.locator('h1')).toHaveCount(1);
        await expect(page).toHaveTitle(/ · Cordée$/);
        await expectNoBarrier(page);
        expect(await unnamedFigures(page), path).toEqual([]);
        for (const [width, height] of [
          [320, 640],
          [1280, 900],
        ] as const) {
          await page.setViewportSize({ width, height });
          const needed = await page.locator('html').evaluate((html) => html.scrollWidth);
          expect(needed, `${path} at ${width} px`).toBeLessThanOrEqual(width);
        }
        const rank = others.indexOf(path);
        if (rank >= 0) await expectSeenWhole(page, path, rank);
      });
    }
    expect(faults).toEqual([]);
  });
}

test('[WS4] [SC8] the sign-in page passes axe, and leads back to the page that was asked for', {
  tag: '@gate',
}, async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/villes?region=24');
  await expect(page).toHaveURL(/\/connexion\?suite=/);
  await expectNoBarrier(page);
  await page.getByLabel('Adresse professionnelle').fill(`${PERSON}@demo.example`);
  await page.getByLabel('Mot de passe (obligatoire)', { exact: true }).fill('demonstration-2023');
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page).toHaveURL(`${baseURL}/villes?region=24`);
});

test('[WS1] without script: sign in, read a document, read a board as lists, sign out', {
  tag: '@gate',
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByLabel('Adresse professionnelle').fill(`${PERSON}@demo.example`);
  await page.getByLabel('Mot de passe (obligatoire)', { exact: true }).fill('demonstration-2023');
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bonjour Nadia' })).toBeVisible();

  const { document, board, title } = await addresses(context);
  await page.goto(document);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(((await page.locator('main').textContent()) ?? '').split(/\s+/).length).toBeGreaterThan(200);

  await page.goto(board);
  for (const column of ['À faire', 'En cours', 'Fait']) {
    await expect(page.getByRole('heading', { level: 2, name: column })).toBeVisible();
  }
  expect(await page.locator('main li').count()).toBeGreaterThan(10);

  await page.goto('/');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page).toHaveURL(/\/connexion/);
  await page.goto(document);
  await expect(page).toHaveURL(/\/connexion/);
});

test('[A5] what somebody may not see is absent, what they may not do says why', { tag: '@gate' }, async ({
  browser,
}) => {
  const context = await browser.newContext();
  await signIn(context, `${PERSON}@demo.example`);
  const { document, group } = await addresses(context);

  const outsider = await pageOf(browser, 'ville');
  for (const path of [
    document,
    group,
    '/administration',
    `/documents/${crypto.randomUUID()}`,
    '/nulle-part',
  ]) {
    const answer = await outsider.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(outsider.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
  }
  const observer = await pageOf(browser, 'atd');
  const refused = await observer.request.post(`${group}/documents`, { form: { title: 'Note' } });
  expect(refused.status()).toBe(403);
});

test('[WS2] navigation moves the focus to the heading of the new page', { tag: '@gate' }, async ({
  browser,
}) => {
  const page = await pageOf(browser, PERSON, '/');
  await page.getByRole('link', { name: 'Tous les groupes' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mes groupes' })).toBeFocused();
});

test('[WS2] the first key press reaches the skip link, which leads to the content', { tag: '@gate' }, async ({
  browser,
}) => {
  const page = await pageOf(browser, PERSON, '/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Aller au contenu' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#contenu$/);
});
