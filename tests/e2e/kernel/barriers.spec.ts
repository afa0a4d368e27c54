import { expect, type Locator } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { editorOf, newDocument, pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';

/** The bubble beside a tool, as it is drawn; nothing while there is none. */
const bubbleOf = (tool: Locator) =>
  tool.evaluate((element) => {
    const { content } = getComputedStyle(element, '::after');
    return content === 'none' ? '' : content;
  });

test('[H12] the bubble of a tool stays under the pointer, and Escape hides it, under the pointer and under the focus', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Des bulles que l’on ferme');
  // The tools that know Escape come with the first gesture in the text.
  await editorOf(page).click();
  const tool = page
    .getByRole('toolbar', { name: 'Mise en forme', exact: true })
    .getByRole('button', { name: 'Italique' });
  await tool.hover();
  await expect.poll(() => bubbleOf(tool)).toContain('Italique');
  const box = await tool.boundingBox();
  if (!box) throw new Error('the tool is drawn');
  // From the tool to its bubble below it, without a gap in which it would go.
  for (const below of [0, 2, 6, 12]) {
    await page.mouse.move(box.x + box.width / 2, box.y + box.height + below);
    expect(await bubbleOf(tool), `${below} px under it`).toContain('Italique');
  }
  await expect(async () => {
    await page.keyboard.press('Escape');
    expect(await bubbleOf(tool)).toBe('');
  }).toPass();
  await page.mouse.move(0, 0);
  await tool.hover();
  await expect.poll(() => bubbleOf(tool)).toContain('Italique');
  // The tools stand on one line, whatever room the page leaves them.
  for (const width of [1024, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const { height = 0 } = (await tool.locator('..').boundingBox()) ?? {};
    expect(height, `at ${width} px`).toBeLessThan(56);
  }
});

test('[H12] a question mark alone asks for the keys from a toolbar, and does nothing elsewhere', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Une touche seule');
  await editorOf(page).click();
  const keys = page.getByRole('dialog', { name: 'Raccourcis clavier' });
  await expect(async () => {
    await page.keyboard.press('Alt+F10');
    await page.keyboard.press('?');
    await expect(keys).toBeVisible(ONE_LOOK);
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.getByRole('link', { name: 'Historique' }).first().focus();
  await page.keyboard.press('?');
  // What it would have opened comes after one more answer of the page.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(keys).toBeHidden();
});

test('[H12] from the foot of every kind of page the map of the site leads to each of its pages', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const path of ['/cas-d-usage', '/aide/membre', '/verification', '/accessibilite', '/connexion']) {
    await page.goto(path);
    await page.getByRole('link', { name: 'Plan du site' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Plan du site' })).toBeVisible();
  }
  const parts = page.getByRole('main').getByRole('region');
  await expect(parts).toHaveCount(4);
  const links = await parts
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(20);
  for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
});

test('[H13] a document, a published sheet and the synthesis are printed without what only a screen can use', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const document = await newDocument(page, 'Sur le papier');
  await page.goto('/cas-d-usage');
  const sheet = await page.locator('.public-sheets a').first().getAttribute('href');
  await page.emulateMedia({ media: 'print' });
  for (const path of [document, sheet ?? '', '/synthese']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const role of ['navigation', 'banner', 'toolbar', 'button', 'contentinfo', 'search'] as const)
      await expect(page.getByRole(role), `${role} of ${path}`).toHaveCount(0);
    await expect(page.getByRole('main')).toBeVisible();
  }
});
