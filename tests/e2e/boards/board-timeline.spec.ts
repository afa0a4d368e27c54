import { expect } from '@playwright/test';
import { cardLink, dayOf, twoOnOneBoard } from '../support/boards.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[B65] the timeline says in words what its bars show, and leads to what lies outside', async ({
  browser,
}) => {
  const { nadia, yann, path } = await twoOnOneBoard(browser, 'Frise du printemps');
  await Promise.all([
    nadia.goto(`${path}?vue=calendrier&jour=2031-03-12`),
    yann.goto(`${path}?vue=frise&jour=2031-03-12`),
  ]);
  await expect(yann.getByText('Aucune carte n’a de date')).toBeVisible();
  await cardLink(nadia, 'Plans').dragTo(dayOf(nadia, '2031-03-12'));
  await cardLink(nadia, 'Devis').dragTo(dayOf(nadia, '2031-03-05'));
  const rows = yann.getByRole('list', { name: 'Cartes, 1er trimestre 2031' }).getByRole('listitem');
  await expect(rows.getByRole('link')).toHaveText(['Devis', 'Plans']);
  await expect(rows.first()).toContainText('5 mars 2031');

  await rows.getByRole('link', { name: 'Plans' }).focus();
  await yann.keyboard.press('Shift+ArrowUp');
  await yann.keyboard.press('Shift+ArrowUp');
  await expect(rows.getByRole('link')).toHaveText(['Plans', 'Devis']);
  await expect(rows.getByRole('link', { name: 'Plans' })).toBeFocused();
  await expect(dayOf(nadia, '2031-02-26').getByRole('link', { name: 'Plans' })).toBeVisible();
  await expectNoBarrier(yann);

  const bar = yann.locator('[data-bar]').first();
  const tenDays = await bar.evaluate(({ parentElement }) => ((parentElement?.clientWidth ?? 0) / 90) * 10);
  const grab = async () => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await bar.boundingBox()) ?? {};
    await yann.mouse.move(x + width / 2, y + height / 2);
    await yann.mouse.down();
    await yann.mouse.move(x + width / 2 + tenDays, y + height / 2, { steps: 5 });
    await expect(bar).toHaveAttribute('data-shift', /^10\sjours plus tard$/);
  };
  await grab();
  await yann.keyboard.press('Escape');
  await yann.mouse.up();
  await expect(rows.getByRole('link')).toHaveText(['Plans', 'Devis']);
  await grab();
  await yann.mouse.up();
  await expect(rows.getByRole('link')).toHaveText(['Devis', 'Plans']);
  await expect(rows.getByRole('link', { name: 'Plans' })).toBeFocused();
  await expect(dayOf(nadia, '2031-03-08').getByRole('link', { name: 'Plans' })).toBeVisible();
  await expect(yann).not.toHaveURL(/cartes/);
  for (let week = 0; week < 2; week++) await yann.keyboard.press('Shift+ArrowUp');
  await expect(rows.getByRole('link')).toHaveText(['Plans', 'Devis']);

  await yann.getByRole('button', { name: 'Mois', exact: true }).click();
  await expect(yann.getByRole('heading', { level: 2, name: 'Mars 2031' })).toBeVisible();
  await yann.getByRole('button', { name: '1 carte avant' }).click();
  await expect(yann.getByRole('heading', { level: 2, name: 'Février 2031' })).toBeVisible();
  await yann.getByRole('button', { name: 'Mois précédent' }).click();
  await expect(yann.getByText('Aucune carte sur cette période.')).toBeVisible();
});
