import { expect, type Page } from '@playwright/test';
import { documentsOfFirstGroup, editorOf, newDocument, pageOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const textHasFocus = (page: Page) => expect(editorOf(page)).toBeFocused();

test('[D36] a document that is made has the caret in its text, and the whole white of its sheet writes', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await page.goto(await documentsOfFirstGroup(page));
  await page.getByLabel('Titre du document').fill('La main dans le texte');
  await page.getByRole('button', { name: 'Créer le document' }).click();
  await textHasFocus(page);
  await page.keyboard.type('Bonjour');
  await expect(editorOf(page)).toHaveText('Bonjour');

  const phone = await pageOf(browser, 'metier.a', new URL(page.url()).pathname, PHONE);
  for (const [seen, words] of [
    [page, ', à tous'],
    [phone, ' et à toutes'],
  ] as const) {
    await expect(editorOf(seen)).toContainText('Bonjour');
    await seen.locator('h1').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const sheet = await seen.locator('.sheet-paper').boundingBox();
    if (!sheet) throw new Error('no sheet');
    // In the margin, as low as the window lets one press.
    const [x, y] = [sheet.x + 8, (seen.viewportSize()?.height ?? 0) - 170];
    await (seen === phone ? seen.touchscreen.tap(x, y) : seen.mouse.click(x, y));
    await textHasFocus(seen);
    await seen.keyboard.type(words);
  }
  await expect(editorOf(page)).toHaveText('Bonjour, à tous et à toutes');
});

test('[D36] a press in the margin comes to write at that height; below a table, on a line of its own', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'À côté des lignes');
  await write(page, 'Un');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Deux');
  const first = await editorOf(page).locator('p').first().boundingBox();
  const sheet = await page.locator('.sheet-paper').boundingBox();
  if (!first || !sheet) throw new Error('nothing drawn');
  await page.mouse.click(sheet.x + 10, first.y + first.height / 2);
  await page.keyboard.press('End');
  await page.keyboard.type(' !');
  await expect(editorOf(page).locator('p').first()).toHaveText('Un !');

  await page.getByRole('button', { name: 'Suggérer' }).click();
  await textHasFocus(page);
  await page.getByRole('button', { name: 'Écrire' }).press('Enter');
  await textHasFocus(page);
  await page.keyboard.type('!');
  await expect(editorOf(page).locator('p').first()).toHaveText('Un !!');
});

test('[D37] the title is changed where it stands: Enter goes into the text, Escape gives it back', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Un titre en place');
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  await heading('Un titre en place').click();
  const field = page.getByRole('textbox', { name: 'Titre du document' });
  await expect(field).toBeFocused();
  await expectNoBarrier(page);
  await field.fill('Oublié');
  await page.keyboard.press('Escape');
  await expect(heading('Un titre en place')).toBeVisible();
  await expect(page.getByLabel('Changer le titre')).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('Un titre en place');
  await field.fill('Un titre changé');
  await page.keyboard.press('Enter');
  await textHasFocus(page);
  await page.keyboard.type('Suite.');
  await expect(page.getByRole('status').filter({ hasText: 'Titre enregistré' })).toHaveText(
    /Un titre changé$/,
  );
  await page.goto(path);
  await expect(heading('Un titre changé')).toBeVisible();
  await expect(editorOf(page)).toHaveText('Suite.');
});

test('[D38] a selected passage offers to comment and to suggest, in words and by keyboard', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'La bulle');
  await write(page, 'Le tilleul fait de l’ombre.');
  await page.keyboard.press('Shift+Home');
  const bubble = page.locator('.bubble');
  await expect(bubble.getByRole('button', { name: 'Commenter' })).toHaveText('Commenter');
  await page.keyboard.press('Control+F9');
  await expect(bubble.getByRole('button', { name: 'Commenter' })).toBeFocused();
  await expectNoBarrier(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Texte proposé')).toHaveValue('Le tilleul fait de l’ombre.');
  await page.keyboard.press('Escape');
  await textHasFocus(page);
});

test('[D39] « Partager » says who sees the document and why, and gives its link', { tag: '@gate' }, async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a', undefined, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const path = await newDocument(page, 'Un texte à partager');
  await page.getByRole('button', { name: 'Partager' }).click();
  const dialog = page.getByRole('dialog', { name: 'Partager ce document' });
  await expect(dialog.getByRole('row', { name: /Nadia Ferrand/ })).toContainText('membre du groupe');
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Copier le lien' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Le lien est copié.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(path);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Partager' })).toBeFocused();
});

test('[D41] the tools of a text hold on one row, with words, from 1024 to 1920 pixels', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Une rangée');
  await write(page, 'Un mot.');
  for (const width of [1024, 1152, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const bar = page.getByRole('toolbar', { name: 'Mise en forme' });
    for (const name of ['Insérer', 'Écrire', 'Suggérer', 'Commenter'])
      await expect(bar.getByRole('button', { name })).toHaveText(name);
    const tops = await bar
      .locator('button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(Math.max(...tops) - Math.min(...tops), `at ${width}`).toBeLessThan(12);
    expect(await bar.evaluate((one) => one.scrollWidth - one.clientWidth), `at ${width}`).toBeLessThanOrEqual(
      0,
    );
  }
});
