import { expect, type Page } from '@playwright/test';

/** What of a page is read, has been seen and no longer counts as news. */
const SEEN = /Déjà lues/u;

/**
 * Opens a page once one line of it says all these words: what comes by itself, seconds after a gesture, is asked of the server again and
 * again without drawing its page each time. Lines that have been read already are none: they may tell of an earlier gesture.
 */
export async function openOnceItSays(page: Page, path: string, ...words: (string | RegExp)[]): Promise<void> {
  const missingIn = (line: string) =>
    words.filter((word) => (typeof word === 'string' ? !line.includes(word) : !word.test(line)));
  const missing = async () => {
    const [html = ''] = (await (await page.request.get(path)).text()).split(SEEN);
    const lines = html
      .replace(/<!--.*?-->/gs, '')
      .split(/<(?:li|tr)\b/u)
      .map((line) => missingIn(line.replace(/<[^>]*>/g, '\n')));
    return lines.reduce((fewest, each) => (each.length < fewest.length ? each : fewest));
  };
  await expect.poll(missing, { intervals: [250] }).toEqual([]);
  await page.goto(path);
}
