import { expect, type Page } from '@playwright/test';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { addresses } from '../support/places.ts';

/** What opens over a page. */
const OPENED = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]:not(select)';

/** Pages with cards, menus and handles, in every layout. */
async function livePages(page: Page) {
  const { group, document, board } = await addresses(page);
  return [
    board,
    `${board}?vue=liste`,
    `${board}?vue=calendrier`,
    `${board}?vue=frise`,
    document,
    `${group}/documents`,
  ];
}

/** Opens a page and waits until its scripts answer: its menus are known by then, and what the server drew was what they found. */
async function openLive(page: Page, path: string) {
  const faults: string[] = [];
  const note = (fault: Error) => faults.push(String(fault));
  page.on('pageerror', note);
  await page.goto(path);
  if (!path.startsWith('/groupes/')) await expect(saveStateOf(page)).toHaveText(SAVED);
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.layout-wait')).toHaveCount(0);
  page.off('pageerror', note);
  expect(faults, path).toEqual([]);
}

test('[H14] what the pointer presses acts when it is let go there: let go elsewhere, nothing happens', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation');
  for (const path of await livePages(page)) {
    await openLive(page, path);
    const before = await page.locator('main').textContent();
    const pressed = page.locator('main button:visible, main summary:visible, main [data-card]:visible');
    const boxes = await pressed.evaluateAll((all) =>
      all.slice(0, 12).map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
    );
    expect(boxes.length, path).toBeGreaterThan(1);
    const size = page.viewportSize();
    for (const [at, box] of boxes.entries()) {
      if (!size || box.y < 60 || box.y + box.height > size.height || box.x + 3 > size.width) continue;
      await page.mouse.move(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2);
      await page.mouse.down();
      expect(await page.locator(OPENED).count(), `${path}, press ${at}`).toBe(0);
      // Out of the window's edge nothing can be dropped.
      await page.mouse.move(1, 1);
      await page.mouse.up();
    }
    expect(await page.locator(OPENED).count(), path).toBe(0);
    expect(new URL(page.url()).pathname, path).toBe(new URL(path, page.url()).pathname);
    expect(await page.locator('main').textContent(), path).toBe(before);
    // [H15] On a telephone none is wider than the page, whatever scrolls in it.
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.locator('html').evaluate((html) => html.scrollWidth), path).toBeLessThanOrEqual(390);
    if (size) await page.setViewportSize(size);
  }
});

test('[H14] each menu takes the focus by keyboard, and Escape gives it back to its button', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation');
  let opened = 0;
  for (const path of await livePages(page)) {
    await openLive(page, path);
    const buttons = page.locator(
      // Those of a card are reached by the arrows of its list: the journeys of the board.
      'main button[aria-haspopup]:visible:not([role="grid"] *), header button[aria-haspopup]:visible',
    );
    const count = Math.min(await buttons.count(), 12);
    for (let at = 0; at < count; at++) {
      const button = buttons.nth(at);
      const name = await button.evaluate((one) => one.ariaLabel ?? one.textContent);
      await button.focus();
      await page.keyboard.press('Enter');
      const over = page.locator(OPENED).filter({ visible: true }).first();
      await expect(over, `${path}, ${name}`).toBeVisible();
      await expect(
        over
          .locator(':focus')
          .or(page.locator(`${OPENED} >> :focus`))
          .first(),
      ).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.locator(OPENED).filter({ visible: true })).toHaveCount(0);
      await expect(button, `${path}, ${name}`).toBeFocused();
      opened++;
    }
  }
  expect(opened).toBeGreaterThan(8);
});

test('[H14] a list and a code of the text are left by the keys that its description says', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'D’où l’on sort');
  const text = editorOf(page);
  await expect(text).toHaveAccessibleDescription(/^Alt\+F10\s: barre de mise en forme/u);
  const inText = () => text.evaluate((editor) => editor.contains(document.activeElement));
  await text.click();
  for (const command of ['liste', 'code']) {
    await text.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type(`/${command}`);
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type('mot');
    // Its keys come with the tools, after the first gesture.
    await expect(async () => {
      await page.keyboard.press('Alt+F10');
      expect(await inText(), command).toBe(false);
    }).toPass();
    await page.keyboard.press('Shift+Tab');
    expect(await inText(), command).toBe(false);
  }
});

test('[H14] a list that sorts or filters changes neither the page nor the focus', { tag: '@gate' }, async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation');
  const { group, board } = await addresses(page);
  await openLive(page, `${group}/documents`);
  const sort = page.getByLabel('Trier par');
  await sort.focus();
  await sort.selectOption('Titre');
  await expect(page).toHaveURL(/[?&]tri=/);
  await expect(sort).toBeFocused();
  await openLive(page, `${board}?vue=liste`);
  const list = page.locator('main select:visible').first();
  await list.focus();
  await list.selectOption({ index: 1 });
  await expect(list).toBeFocused();
  expect(new URL(page.url()).pathname).toBe(board);
  await expect(page.locator(OPENED)).toHaveCount(0);
});
