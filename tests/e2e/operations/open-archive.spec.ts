import { expect } from '@playwright/test';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { signIn } from '../support/sign-in.ts';

test('[OA1] [OA5] [OA6] a group is taken away in open formats by whoever facilitates it, and by nobody else', async ({
  page,
  browser,
}) => {
  await signIn(page.context(), 'animation@demo.example');
  await page.goto('/groupes');
  await page.getByRole('link', { name: 'Nature en ville' }).first().click();
  await page.waitForURL(/\/groupes\/[^/]+$/);
  const group = new URL(page.url()).pathname;
  await page.goto(`${group}/reglages`);
  await page.getByRole('link', { name: 'Ouvrir l’archive du groupe' }).click();
  await page.getByRole('button', { name: 'Préparer l’archive ouverte' }).click();
  await expect(page.getByText('L’archive se prépare.')).toBeVisible();
  const link = page.getByRole('link', { name: 'Télécharger l’archive' }).first();
  await expect(link).toBeVisible();
  await expectNoBarrier(page);
  const address = (await link.getAttribute('href')) ?? '';
  const mine = await page.request.get(address);
  expect(mine.status()).toBe(200);
  expect(mine.headers()['cache-control']).toContain('no-store');
  expect((await mine.body()).subarray(0, 2).toString()).toBe('PK');

  const other = await browser.newContext();
  expect((await other.request.get(address)).status()).toBe(404);
  await signIn(other, 'metier.a@demo.example');
  expect((await other.request.get(address)).status()).toBe(404);
  expect((await other.request.get(`${group}/reglages/archive`)).status()).toBe(403);
  await other.close();
});
