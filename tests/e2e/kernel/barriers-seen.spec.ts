import { expect, type Page } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { pageOf, SAVED, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { misbuilt } from '../support/outline.ts';
import { addresses, othersOf, PLACES, sampleOf } from '../support/places.ts';
import { spaceText, unreadable } from '../support/readable.ts';
import { unseen } from '../support/seen.ts';

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

async function expectSeenWhole(page: Page, paths: readonly string[]): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [rank, path] of paths.entries()) {
    await test.step(path, async () => {
      await page.goto(path);
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
    });
  }
}

for (const [where, pathsOf] of PLACES) {
  test(`[H15] a page in three ${where} is seen whole: built of headings, lists and simple tables, drawn with contrast, its focus shown, its text spaced, doubled, zoomed and printed`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const page = await pageOf(browser, 'animation');
    const places = await addresses(page);
    await expectSeenWhole(page, sampleOf(pathsOf(places), places));
  });

  test(`[H15] every other page ${where} is seen whole, too`, { tag: '@long' }, async ({ browser }) => {
    test.setTimeout(300_000);
    const page = await pageOf(browser, 'animation');
    const places = await addresses(page);
    await expectSeenWhole(page, othersOf(pathsOf(places), places));
  });
}

test('[H15] the code of every page of the sample is valid HTML, and no two pages have one title', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation');
  const places = await addresses(page);
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
  const titled = new Map<string, string>();
  for (const path of PLACES.flatMap(([, pathsOf]) => pathsOf(places))) {
    const code = await (await page.request.get(path)).text();
    const { results } = await validator.validateString(code, path);
    const said = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
    );
    expect.soft(said, path).toEqual([]);
    const title = /<title>(.*?)<\/title>/s.exec(code)?.[1] ?? '';
    expect.soft(titled.get(title), `${title}, of ${path}`).toBeUndefined();
    titled.set(title, path);
  }
});

test('[H15] the title follows a navigation without reload, and stays that of the form that is refused', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation', '/');
  await page.getByRole('link', { name: 'Expérimentations' }).first().click();
  await expect(page).toHaveTitle('Expérimentations · Cordée');
  await page.goto('/problematiques/nouvelle');
  await page.getByRole('main').locator('button.primary').click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expect(page).toHaveTitle('Formuler un défi · Problématiques · Cordée');
});

test('[H15] without any style a document and a board say the same words, in the same order', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation');
  const { document, board } = await addresses(page);
  const headings = () =>
    page
      .getByRole('main')
      .getByRole('heading')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));
  for (const path of [document, board]) {
    await page.goto(path);
    // Once alive it is drawn anew: read before, its headings would be those of the page that the server sent.
    await expect(saveStateOf(page)).toHaveText(SAVED);
    await expect(page.getByRole('main').getByRole('heading').nth(4)).toBeVisible();
    const before = await headings();
    await page.evaluate(() => {
      for (const sheet of globalThis.document.styleSheets) sheet.disabled = true;
      for (const styled of globalThis.document.querySelectorAll('[style]')) styled.removeAttribute('style');
    });
    // What a style hid for want of room may come back; nothing goes, and nothing changes its place.
    const after = (await headings()).filter((heading) => before.includes(heading));
    expect(after).toEqual(before);
  }
});

test('[H15] a curve and a timeline say what their tables say, and their marks differ without their colours', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation', '/experimentations');
  const paths = await page
    .getByRole('main')
    .getByRole('table')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  let curves = 0;
  let timelines = 0;
  for (const path of paths) {
    await page.goto(path);
    for (const curve of await page.locator('figure:has(.line-chart)').all()) {
      curves++;
      await expect(curve.locator('.knot')).toHaveCount(await curve.locator('tbody tr').count());
      const last = (await curve.locator('tbody tr td').last().textContent()) ?? '';
      expect(last).toContain((await curve.locator('text.last').textContent()) ?? '?');
      expect(
        await curve.locator('.target').evaluate((line) => getComputedStyle(line).strokeDasharray),
      ).not.toBe('none');
    }
    for (const timeline of await page.locator('figure:has(.gantt)').all()) {
      timelines++;
      await expect(timeline.locator('rect.plan')).toHaveCount(await timeline.locator('tbody tr').count());
      for (const slip of await timeline.locator('rect.slip').all()) {
        expect(await slip.evaluate((bar) => getComputedStyle(bar).strokeDasharray)).not.toBe('none');
      }
      await expect(timeline.locator('.slipt')).toHaveCount(await timeline.locator('rect.slip').count());
      const inks = await timeline
        .locator('rect.plan, rect.real')
        .evaluateAll((bars) =>
          bars.map((bar) => `${bar.getAttribute('class')} ${getComputedStyle(bar).stroke !== 'none'}`),
        );
      expect(['plan true', 'real false']).toEqual(expect.arrayContaining(inks));
    }
  }
  // Those of the demonstration; other journeys may have begun more.
  expect(curves).toBeGreaterThanOrEqual(3);
  expect(timelines).toBeGreaterThanOrEqual(4);
});
