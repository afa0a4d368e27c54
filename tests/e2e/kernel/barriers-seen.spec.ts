import { expect } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { pageOf, SAVED, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { addresses, PLACES, sampleOf } from '../support/places.ts';
import { expectSeenWhole } from '../support/seen-whole.ts';

for (const [where, pathsOf] of PLACES) {
  test(`[H15] a page in three ${where} is seen whole: built of headings, lists and simple tables, drawn with contrast, its focus shown, its text spaced, doubled, zoomed and printed`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, 'animation');
    const places = await addresses(page);
    // The others, in a longer run, are tried where `pages.spec.ts` opens them.
    for (const [rank, path] of sampleOf(pathsOf(places), places).entries())
      await test.step(path, async () => {
        await page.goto(path);
        await expectSeenWhole(page, path, rank);
      });
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

test('[H15] the title follows a navigation without reload, and stays that of the form that is refused', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'animation', '/');
  await page.getByRole('link', { name: 'Expérimentations' }).first().click();
  await expect(page).toHaveTitle('Expérimentations · Cordée');
  await page.goto('/problematiques/nouvelle');
  await page.getByRole('main').locator('button.primary').click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expect(page).toHaveTitle('Formuler un défi · Problématiques · Cordée');
});

test('[H15] without any style a document and a board say the same words, in the same order', {
  tag: '@gate',
}, async ({ browser }) => {
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
