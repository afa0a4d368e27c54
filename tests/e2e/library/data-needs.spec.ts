import { expect } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[DN7] the table of the programme: filtered by its address, on a past day, signs with a legend where it is narrow', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a', '/donnees');
  await page.getByRole('link', { name: 'Besoins du programme' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Besoins de données du programme' }),
  ).toBeVisible();
  await expectNoBarrier(page);
  await page.getByLabel('Statut', { exact: true }).selectOption({ label: 'Fermée sans raison' });
  await page.getByLabel('Tel qu’au soir du').fill('2015-01-01');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page).toHaveURL(/statut=closed_unjustified.*jour=2015-01-01/);
  await expect(page.getByText('Tableau tel qu’il était le')).toBeVisible();
  await expect(page.getByText('Aucun besoin ne correspond.')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('.need-legend')).toBeVisible();
  await expectNoBarrier(page);
  const file = await page.request.get('/donnees/besoins.csv');
  expect(file.headers()['content-type']).toContain('text/csv');
  expect((await page.request.get('/donnees/besoins?statut=nimporte&jour=hier&page=-3')).status()).toBe(200);
});
