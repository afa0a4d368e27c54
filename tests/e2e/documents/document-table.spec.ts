import { expect, type Page } from '@playwright/test';
import {
  editorOf,
  insert,
  newDocument,
  pageOf,
  SAVED,
  saveStateOf,
  whenToolsListen,
  write,
} from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const rowsOf = (page: Page) =>
  editorOf(page)
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent).join(' ')),
    );
const handle = (page: Page, name: string | RegExp) =>
  page.locator('.table-handles').getByRole('button', { name, exact: true });

/** A document with a table of a header and three rows of two cells. */
async function withTable(page: Page, title: string): Promise<string> {
  const path = await newDocument(page, title);
  await write(page, '');
  await whenToolsListen(page);
  await insert(page, 'tableau', /^Tableau/, 'Essence');
  for (const words of ['Arbres', 'Eau', 'Tilleul', '12', 'beaucoup', 'Érable', '8', 'peu']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(words);
  }
  await expect
    .poll(() => rowsOf(page))
    .toEqual(['Essence Arbres Eau', 'Tilleul 12 beaucoup', 'Érable 8 peu']);
  return path;
}

test('[D40] rows and columns are added, moved and deleted by their handles, with the pointer', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await withTable(page, 'Un tableau et ses poignées');
  await page.getByText('Tilleul').click();
  await handle(page, 'Ajouter une ligne à la fin').click();
  await expect(editorOf(page)).toBeFocused();
  await expect.poll(() => rowsOf(page)).toHaveLength(4);
  await expectNoBarrier(page);

  // Dragged under the row below; what a colleague writes there meanwhile stays.
  const other = await pageOf(browser, 'metier.b', path);
  await editorOf(other).getByText('peu').click();
  await other.keyboard.press('End');
  const grip = await handle(page, 'Ligne 2 sur 4').boundingBox();
  const below = await editorOf(page).locator('tr').nth(2).boundingBox();
  if (!grip || !below) throw new Error('nothing drawn');
  await page.mouse.move(grip.x + 5, grip.y + 5);
  await page.mouse.down();
  await page.mouse.move(grip.x + 5, below.y + below.height - 4, { steps: 5 });
  await other.keyboard.type(' d’eau');
  await page.mouse.up();
  await expect
    .poll(() => rowsOf(page))
    .toEqual(['Essence Arbres Eau', 'Érable 8 peu d’eau', 'Tilleul 12 beaucoup', '  ']);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.locator('[data-spoken]').filter({ hasText: 'Ligne déplacée' })).toHaveText(/3 sur 4\.$/);

  await handle(page, 'Colonne 1 sur 3').click();
  await page.getByRole('menuitem', { name: 'Déplacer la colonne à droite' }).click();
  await expect.poll(() => rowsOf(page)).toContain('12 Tilleul beaucoup');
  await handle(page, 'Colonne 2 sur 3').click();
  await page.getByRole('menuitem', { name: 'Supprimer la colonne' }).click();
  await expect.poll(() => rowsOf(other)).toEqual(['Arbres Eau', '8 peu d’eau', '12 beaucoup', ' ']);
  await expect(saveStateOf(page)).toHaveText(SAVED);
});

test('[D40] the same by keyboard; headers stay first, and each cell has its border', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await withTable(page, 'Un tableau au clavier');
  await page.keyboard.press('Control+F9');
  await expect(handle(page, 'Ligne 3 sur 3')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Monter la ligne' }).press('Enter');
  await expect(editorOf(page)).toBeFocused();
  await expect
    .poll(() => rowsOf(page))
    .toEqual(['Essence Arbres Eau', 'Érable 8 peu', 'Tilleul 12 beaucoup']);
  await page.keyboard.press('Control+F9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Monter la ligne' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(handle(page, 'Ligne 2 sur 3')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(editorOf(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => rowsOf(page))
    .toEqual(['Essence Arbres Eau', 'Tilleul 12 beaucoup', 'Érable 8 peu']);

  await page.getByRole('button', { name: 'Tableau', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Colonne d’en-tête' }).press('Enter');
  await expect(editorOf(page).locator('tr').nth(1).locator('th')).toHaveText('Tilleul');
  await expect(editorOf(page).locator('td').first()).toHaveCSS('border-left-style', 'solid');
});
