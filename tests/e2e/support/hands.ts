import type { Page } from '@playwright/test';

/** The hands of somebody on a page, counted: a field that is filled, a list, a button, a link or an address is one gesture. */
export function handsOf(page: Page) {
  let gestures = 0;
  const counted =
    <Args extends readonly unknown[]>(act: (...args: Args) => Promise<unknown>) =>
    async (...args: Args) => {
      gestures += 1;
      await act(...args);
    };
  return {
    /** How many there were. */
    count: () => gestures,
    visit: counted((address: string) => page.goto(address)),
    fill: counted((label: string | RegExp, text: string) => page.getByLabel(label).first().fill(text)),
    press: counted((name: string | RegExp) => page.getByRole('button', { name }).first().click()),
    follow: counted((name: string | RegExp) => page.getByRole('link', { name }).first().click()),
    choose: counted((label: string) => page.getByLabel(label).first().selectOption({ index: 1 })),
  };
}
