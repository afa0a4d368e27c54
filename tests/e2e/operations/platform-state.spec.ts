import { expect } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { openOnceItSays } from '../support/later.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { signIn } from '../support/sign-in.ts';

test('[EP1] [EP3] [EP6] whoever manages the site reads its state without script, in words, and has a mail of trial come', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signIn(context, 'animation@demo.example');
  const page = await context.newPage();
  await page.goto('/administration');
  await page.getByRole('main').getByRole('link', { name: 'État de la plateforme' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'État de la plateforme' })).toBeVisible();
  const row = (theme: string, what: string) =>
    page.getByRole('region', { name: theme }).getByRole('row', { name: new RegExp(`^${what}`) });
  await expect(row('Santé', 'Migrations')).toContainText('En ordre');
  await expect(row('Sessions', 'Sessions ouvertes')).toContainText(/\d+ session/);
  await expect(row('Dernière sauvegarde', 'Date')).toContainText('À surveiller');
  await expect(page.getByText('Dernière sauvegarde : Date')).toBeVisible();
  // Each queue that the server really has is named in French: a name of the code has no capital.
  const queues = page.getByRole('table', { name: 'Travaux par file' }).getByRole('rowheader');
  expect(await queues.count()).toBeGreaterThan(10);
  for (const name of await queues.allTextContents()) expect(name).toMatch(/^\p{Lu}/u);

  await page.getByRole('button', { name: 'Envoyer un courriel d’essai' }).click();
  await expect(page.getByText('Le courriel d’essai est dans le dossier des courriels')).toBeVisible();
  const admin = await pageOf(browser, 'admin');
  await openOnceItSays(admin, '/administration/courriels', 'Courriel d’essai');
  const mail = admin.getByRole('listitem').filter({ hasText: 'Courriel d’essai' });
  await expect(mail.first()).toContainText('animation@demo.example');
  await admin.goto('/administration/etat');
  await expectNoBarrier(admin);

  const member = await pageOf(browser, 'metier.a');
  expect((await member.request.get('/administration/etat')).status()).toBe(404);
  const sent = await member.request.post('/administration/etat', { form: { intent: 'trial' } });
  expect(sent.status()).toBe(404);
});
