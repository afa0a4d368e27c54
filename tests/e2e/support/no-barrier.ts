import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo, test } from '@playwright/test';

/** A width and a mode in which a page is looked at. */
interface Way {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** Neighbours differ in both, so that two states in a row see each width and each mode. */
const WAYS: readonly Way[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
];

const asked = new WeakMap<TestInfo, number>();

/**
 * Runs axe on the page as it stands, and fails on any violation. A state is looked at in one of the four ways, given by
 * the title of the test and by how many states came before in it, or by `rank`; in the long run it is in all of them.
 */
export async function expectNoBarrier(page: Page, rank = nextRank()): Promise<void> {
  const before = page.viewportSize();
  const ways = process.env.TEST_LONG ? WAYS : WAYS.slice(rank % WAYS.length).slice(0, 1);
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
function nextRank(): number {
  const info = test.info();
  const before = asked.get(info) ?? 0;
  asked.set(info, before + 1);
  return [...info.title].reduce((sum, letter) => sum + letter.charCodeAt(0), before);
}

async function violationsOf(page: Page) {
  // Axe is half a megabyte to read and to compile: once for a document, and in it rather than in a blank page beside it.
  const isThere = await page.evaluate(() => 'axe' in window && window.frames.length === 0);
  const builder = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page });
  const { violations } = await builder.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
  }));
}
