import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo, test } from '@playwright/test';

/** A width and a mode in which a page is looked at. */
interface Way {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** All of them. Neighbours differ in both, so that two states in a row see each width and each mode. */
export const EVERY_WAY: readonly Way[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
];

const asked = new WeakMap<TestInfo, number>();

/**
 * Runs axe on the page as it stands, and fails on any violation. A state is looked at in one of the four ways, given by
 * the title of the test and by how many states came before in it; in all of them in the long run, or where it is asked.
 */
export async function expectNoBarrier(page: Page, ways = nextWays()): Promise<void> {
  const before = page.viewportSize();
  for (const { width, colorScheme } of ways) {
    // The page as the journey has it, when it stands so already: nothing is drawn again.
    const isWide = width === 1280 && before?.width === 1280;
    await page.setViewportSize(isWide ? before : { width, height: width === 390 ? 844 : 900 });
    // Without motion, no colour is caught between the two modes.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violationsOf(page), `${width} px, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
}

/** The same at each run, and another for each state of a journey. */
function nextWays(): readonly Way[] {
  if (process.env.TEST_LONG) return EVERY_WAY;
  const info = test.info();
  const before = asked.get(info) ?? 0;
  asked.set(info, before + 1);
  const rank = [...info.title].reduce((sum, letter) => sum + letter.charCodeAt(0), before);
  return EVERY_WAY.slice(rank % EVERY_WAY.length).slice(0, 1);
}

async function violationsOf(page: Page) {
  // Axe is half a megabyte to read and to compile: once for a document, and in it rather than in a blank page beside it.
  const isThere = await page.evaluate(() => 'axe' in window && window.frames.length === 0);
  const builder = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page });
  // Nor does it write down each of the thousands of elements that break no rule.
  const { violations } = await builder
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
  }));
}
