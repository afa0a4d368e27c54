import { type Browser, expect } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { openOnceItSays } from './later.ts';
import { comeBack } from './sign-in.ts';

/** The link of the last mail with this subject to this address, as the demonstration's administrator reads it: no mail server is set. */
export async function linkMailedTo(
  browser: Browser,
  email: string,
  subject: RegExp,
  /** Of a mail with several links. */
  which: RegExp = /./u,
): Promise<string> {
  // The list is read again and again: its scripts would be, too.
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    await comeBack(context, 'admin@demo.example');
    const page = await context.newPage();
    const mail = page.getByRole('listitem').filter({ hasText: email }).filter({ hasText: subject }).first();
    // Mails leave by a queue that is looked at every two seconds.
    await openOnceItSays(page, '/administration/courriels', email, subject);
    // Those of others, with the same subject, may have left before.
    await expect(async () => {
      if (!(await mail.isVisible())) await page.reload();
      await expect(mail).toBeVisible(ONE_LOOK);
    }).toPass();
    await mail.locator('summary').first().click();
    const href = await mail.getByRole('link', { name: which }).getAttribute('href');
    return new URL(href ?? '').pathname + new URL(href ?? '').search;
  } finally {
    await context.close();
  }
}
