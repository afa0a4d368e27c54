import { test as base } from '@playwright/test';

/**
 * A journey. Playwright keeps the contexts that a test opened until its worker ends: pages of earlier journeys would go on
 * drawing, polling and holding their rooms beside the one that runs, so each leaves nothing open.
 */
export const test = base.extend<{ closed: undefined }>({
  closed: [
    async ({ browser }, run) => {
      await run(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
