import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Each width and each mode once: what a width changes does not depend on the mode, nor colours on the width. */
const WAYS = [
  { width: 1280, height: 900, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const;

/** Runs axe on the page as it stands, wide and light, then narrow and dark, and fails on any violation. */
export async function expectNoBarrier(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const { colorScheme, ...size } of WAYS) {
    await page.setViewportSize(size);
    // Without motion, no colour is caught between the two modes.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
    }));
    expect(found, `${size.width} px, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
}
