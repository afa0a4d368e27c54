import { expect, type Page } from '@playwright/test';

/**
 * Opens a page once it says all these words: what comes by itself, seconds after a gesture, is asked of the server again and again
 * without drawing its page each time.
 */
export async function openOnceItSays(page: Page, path: string, ...words: (string | RegExp)[]): Promise<void> {
  const missing = async () => {
    const html = await (await page.request.get(path)).text();
    const text = html.replace(/<!--.*?-->/gs, '').replace(/<[^>]*>/g, '\n');
    return words.filter((word) => (typeof word === 'string' ? !text.includes(word) : !word.test(text)));
  };
  await expect.poll(missing, { timeout: 30_000, intervals: [250] }).toEqual([]);
  await page.goto(path);
}
