import { expect } from '@playwright/test';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { signIn } from '../support/sign-in.ts';

test('[PD1] [PD2] [PD4] one’s own data are taken away, by nobody else; an erasure is asked for and taken back', async ({
  page,
  browser,
}) => {
  await signIn(page.context(), 'relecture@demo.example');
  await page.goto('/compte/donnees');
  await page.getByRole('button', { name: 'Préparer l’archive' }).click();
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
  await signIn(other, 'admin@demo.example');
  expect((await other.request.get(address)).status()).toBe(404);
  await other.close();

  // [PD4] Asked for by mistake, and taken back.
  await page.getByRole('checkbox', { name: /Je comprends/ }).check();
  await page.getByRole('button', { name: 'Demander l’effacement' }).click();
  await expect(page.getByText(/Votre compte sera effacé le/)).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Garder mon compte' }).click();
  await expect(page.getByText('L’effacement est annulé')).toBeVisible();
});
