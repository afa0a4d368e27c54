/** How long any test waits for what has to come, in milliseconds: all of them alike, so that no clock of a busy machine decides. */
export const PATIENCE = process.env.TEST_LONG ? 600_000 : 120_000;

/** What a whole test may take: it is its waits that end it, long before. */
export const WHOLE_TEST = 15 * PATIENCE;

/** Of a look that is tried again and again until it succeeds (`toPass`): how long one of them takes. */
export const ONE_LOOK = { timeout: 2_000 };

/** Resolves when the condition holds, looked at again and again; rejects with `what` when it does not come. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
