import { expect, type Page } from '@playwright/test';
import { misbuilt } from './outline.ts';
import { spaceText, unreadable } from './readable.ts';
import { unseen } from './seen.ts';

const WHOLE = { cut: [], covered: [], sideways: [], beyond: 0 };

/** Of what is tried on a page, this share: the pages beside it take the others, and the long run tries all on each. */
function shareOf<Way>(ways: readonly Way[], rank: number): readonly Way[] {
  return process.env.TEST_LONG ? ways : ways.filter((_, at) => at === rank % ways.length);
}

/** What spacing, larger letters and zoom make of a page, in one opening of it. */
async function expectReadable(page: Page, path: string, rank: number) {
  const session = await page.context().newCDPSession(page);
  const sizeOf = (width: number, height: number, deviceScaleFactor = 1) =>
    session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
  // 10.12: with its text spaced, nothing is cut or covered.
  await spaceText(page, true);
  for (const width of shareOf([1280, 390], rank)) {
    await sizeOf(width, 900);
    expect.soft({ ...(await unreadable(page)), sideways: [] }, `${path} spaced, ${width} px`).toEqual(WHOLE);
  }
  await spaceText(page, false);
  const larger = [
    // 10.4: the letters twice as large, as the settings of the browser make them.
    async () => {
      await sizeOf(1280, 900);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      const seen = { ...(await unreadable(page)), sideways: [] };
      expect.soft(seen, `${path}, letters at 200 %`).toEqual(WHOLE);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
    },
    // 10.11: 1,280 × 1,024 at a zoom of 400 %.
    async () => {
      await sizeOf(320, 256, 4);
      expect.soft(await unreadable(page), `${path}, zoom at 400 %`).toEqual(WHOLE);
    },
  ];
  for (const look of shareOf(larger, rank)) await look();
  await sizeOf(1280, 900);
  await session.detach();
}

/** All that is tried of a page as it has just been opened, in 1,280 × 900; `rank` says which share of it. */
export async function expectSeenWhole(page: Page, path: string, rank: number): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect.soft(await misbuilt(page), path).toEqual([]);
  // A focus that a script gives shows itself once a key was pressed.
  await page.keyboard.press('Tab');
  for (const colorScheme of shareOf(['light', 'dark'] as const, rank >> 1)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await unseen(page), `${path}, ${colorScheme}`).toEqual([]);
  }
  await expectReadable(page, path, rank);
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  // A4 less its margins, upright and lying.
  const papers = [
    [718, 1047],
    [1047, 718],
  ] as const;
  for (const [width, height] of shareOf(papers, rank >> 1)) {
    await page.setViewportSize({ width, height });
    expect.soft(await unreadable(page), `${path} printed, ${width} px`).toEqual(WHOLE);
  }
  await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 900 });
}
