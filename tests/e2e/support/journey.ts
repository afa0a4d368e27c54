import { test as base } from '@playwright/test';

/**
 * A journey. Playwright keeps the contexts that a test opened until its worker ends: pages of earlier journeys would go on
 * drawing, polling and holding their rooms beside the one that runs, so each leaves nothing open. What is tried again finds the
 * demonstration as it is, and not as the first try left it.
 */
export const test = base.extend<{ closed: undefined; anew: undefined }>({
  closed: [
    async ({ browser }, run) => {
      await run(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  anew: [
    async ({ baseURL }, run, { retry }) => {
      if (retry > 0) {
        const answer = await fetch(`${process.env.E2E_ANEW}/${new URL(baseURL ?? '').port}`);
        if (!answer.ok) throw new Error(await answer.text());
      }
      await run(undefined);
    },
    { auto: true, timeout: 120_000 },
  ],
});
