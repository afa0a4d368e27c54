import { expect, type Locator } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';

const spaced = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** Chooses the first of a list whose name has these words: of the browser's own list, or of one that is found by typing where there is more than two dozen. */
export async function choose(list: Locator, words: string): Promise<void> {
  const field = list.and(list.page().locator('select, input'));
  await expect(async () => {
    if (await field.evaluate((node) => node instanceof HTMLSelectElement)) {
      const names = await field.locator('option').allTextContents();
      const name = names.find((one) => spaced(one).includes(spaced(words))) ?? words;
      return void (await field.selectOption({ label: name }, ONE_LOOK));
    }
    const isClosed = (await field.getAttribute('aria-expanded')) === 'false';
    if (isClosed && spaced(await field.inputValue()) === spaced(words)) return;
    await field.fill(words, ONE_LOOK);
    await field
      .page()
      .getByRole('option', { name: spaced(words) })
      .first()
      .click(ONE_LOOK);
    expect(spaced(await field.inputValue())).toContain(spaced(words));
  }).toPass();
}
