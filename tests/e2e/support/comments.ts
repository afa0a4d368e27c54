import { expect, type Locator, type Page } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';

/** Selects these words, the first time they stand in the text that this page shows, as a mouse would. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.locator('.sheet-paper .prose').evaluate((text, wanted) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      if (text instanceof HTMLElement) text.focus();
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return;
    }
    throw new Error(`not in the text: ${wanted}`);
  }, words);
}

/** The threads in the margin. */
export function threadsOf(page: Page): Locator {
  return page.locator('ol.threads article');
}

/** The words that are marked in the text for a thread. */
export function marksOf(page: Page): Locator {
  return page.locator('.prose .passage');
}

/** Comments these words, by the shortcut: on a busy machine it is heard only once the page is alive. */
export async function commentOn(page: Page, words: string, body: string): Promise<void> {
  const field = page.getByLabel('Votre commentaire');
  await expect(async () => {
    await selectWords(page, words);
    await page.keyboard.press('Control+Alt+m');
    await expect(field).toBeVisible(ONE_LOOK);
  }).toPass();
  await field.fill(body);
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(threadsOf(page).filter({ hasText: body })).toBeVisible();
}

/** Proposes other words for these, by the bar under the selection. */
export async function suggestFor(page: Page, words: string, proposed: string): Promise<void> {
  await selectWords(page, words);
  await page
    .getByRole('toolbar', { name: 'Passage choisi' })
    .getByRole('button', { name: 'Suggérer' })
    .click();
  await page.getByLabel('Texte proposé').fill(proposed);
  await page.getByRole('button', { name: 'Proposer' }).click();
  await expect(threadsOf(page).filter({ hasText: proposed })).toBeVisible();
}
