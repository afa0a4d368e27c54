import type { Locator, Page } from '@playwright/test';

/** The line of À faire with this title, wherever it stands: which day it is today decides under which heading, and after which others. */
export const lineOf = (page: Page, title: string): Locator =>
  page
    .locator('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) })
    .last();

/** Unfolds what is for later on the home page: which day it is today decides what stands there. */
export const unfold = (page: Page): Promise<void> =>
  page.locator('.to-do details').evaluateAll((folded) => {
    for (const each of folded) each.setAttribute('open', '');
  });
