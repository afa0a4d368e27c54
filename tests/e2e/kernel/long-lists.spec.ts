import { expect } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[W4] of more than two dozen, one is found by typing any of its words, by keyboard alone, and sent as the browser’s own list does', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'animation', '/administration/journal');
  const action = page.getByRole('combobox', { name: 'Action' });
  await expect(action).toHaveAttribute('aria-autocomplete', 'list');
  await expect(action).toHaveValue('');
  await action.focus();
  await page.keyboard.type('donnees NOTES');
  const options = page.getByRole('listbox', { name: 'Action' }).getByRole('option');
  await expect(options).toHaveText(['Notes données Instruction']);
  await expect(page.getByRole('status').filter({ hasText: '1 choix' })).toBeAttached();
  await expectNoBarrier(page);
  await page.keyboard.press('Enter');
  await expect(action).toHaveValue('Notes données');
  await expectNoBarrier(page);
  await action.fill('rien de tel');
  await expect(page.locator('p', { hasText: 'Rien ne correspond.' })).toBeVisible();
  await page.keyboard.press('Escape');
  // What was chosen stays chosen until something else is.
  await action.blur();
  await expect(action).toHaveValue('Notes données');
  // The form is drawn anew with the answer, and is at no moment the browser's own list: who types on is not put out of the field.
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('select[name="action"]')) document.body.dataset.wasList = '';
    }).observe(document.body, { subtree: true, childList: true });
  });
  await page.getByRole('button', { name: 'Filtrer' }).press('Enter');
  await expect(page).toHaveURL(/action=assessment\.marksGiven/u);
  await expect(action).toHaveValue('Notes données');
  await expect(page.locator('body')).not.toHaveAttribute('data-was-list');
  // Emptied, it is no filter.
  await action.fill('');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Filtrer' }).press('Enter');
  await expect(page).toHaveURL(/action=(&|$)/u);
});

test('[W4] without script it is the browser’s own list', { tag: '@gate' }, async ({ browser }) => {
  const page = await pageOf(browser, 'animation', '/administration/journal', { javaScriptEnabled: false });
  await page.getByLabel('Action').selectOption({ label: 'Notes données' });
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page).toHaveURL(/action=assessment\.marksGiven/u);
});
