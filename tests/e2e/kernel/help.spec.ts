import { expect } from '@playwright/test';
import { newDocument, pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';

test('[AI1] [AI2] [AI3] from a document, the menu leads to what the guides say of it, and from there to the part', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Où trouver l’aide');
  await page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Aide' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Aide' })).toBeVisible();
  const here = page.getByRole('region', { name: 'Pour la page d’où vous venez' });
  await here.getByRole('link', { name: /^Je veux commenter ou proposer un changement/ }).click();
  await expect(page).toHaveURL(/\/aide\/membre#/);
  await expect(
    page.getByRole('heading', { name: 'Je veux commenter ou proposer un changement' }),
  ).toBeInViewport();
  expect(await page.locator('script').count()).toBe(0);
});

test('[AI1] [AI2] without account or script a guide is read from its outline to another guide, and printed without its frame', {
  tag: '@gate',
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByRole('link', { name: 'Aide' }).click();
  await page.getByRole('link', { name: 'Guide de la relecture' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Guide de la relecture' })).toBeVisible();
  const outline = page.getByRole('navigation', { name: 'Dans ce guide' });
  await outline.getByRole('link', { name: 'Je veux vérifier un texte signé' }).click();
  await expect(page.getByRole('heading', { name: 'Je veux vérifier un texte signé' })).toBeInViewport();
  await page.emulateMedia({ media: 'print' });
  await expect(outline).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'guide du membre' }).click();
  await expect(page).toHaveURL(/\/aide\/membre$/);
});
