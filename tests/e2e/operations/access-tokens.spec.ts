import { expect } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[TK1] [TK4] [TK6] a token is made, copied, used and revoked, and its person is told by mail', async ({
  browser,
}) => {
  const name = `Tableau de bord ${Date.now()}`;
  const page = await pageOf(browser, 'metier.b');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/compte/jetons');
  await page.getByRole('button', { name: 'Créer le jeton' }).click();
  await expect(page.getByRole('alert')).toContainText('Donnez un nom au jeton.');
  await expect(page.getByRole('alert')).toContainText('Cochez au moins une chose');
  await expectNoBarrier(page);
  await page.getByLabel('Nom du jeton').fill(name);
  await page.getByLabel('Lire la liste de mes groupes et de leurs membres').check();
  await page.getByRole('button', { name: 'Créer le jeton' }).click();

  const secret = page.getByLabel('Jeton d’accès', { exact: true });
  await expect(secret).toBeFocused();
  await page.getByRole('button', { name: 'Copier le jeton' }).click();
  await expect(page.getByText('Jeton copié.')).toBeVisible();
  const token = await page.evaluate(() => navigator.clipboard.readText());
  expect(token).toMatch(/^cordee_[\w-]{43}$/);
  await expectNoBarrier(page);
  expect(await linkMailedTo(browser, 'metier.b@demo.example', new RegExp(name))).toBe('/compte/jetons');

  const program = await browser.newContext({ extraHTTPHeaders: { authorization: `Bearer ${token}` } });
  expect((await program.request.get('/api/v1/groups')).status()).toBe(200);
  expect((await program.request.get('/api/v1/datasets')).status()).toBe(403);

  await page.goto('/compte/jetons');
  await expect(page.getByText(token)).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('à l’instant');
  await row.getByRole('link', { name: `Révoquer le jeton «\u202f${name}\u202f»` }).click();
  await expect(page.getByText('Le programme qui l’utilise s’arrêtera aussitôt')).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Révoquer pour de bon' }).click();
  await expect(page.getByText('Le jeton est révoqué')).toBeVisible();
  await expect(row).toHaveCount(0);
  expect((await program.request.get('/api/v1/groups')).status()).toBe(401);
  await program.close();
});
