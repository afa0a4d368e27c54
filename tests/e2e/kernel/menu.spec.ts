import { expect } from '@playwright/test';
import { newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[H32] the menu names my groups; on a document it is a rail with words, whose panels and whole menu give the focus back; it is folded for good', {
  tag: '@gate',
}, async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const menu = nadia.getByRole('navigation', { name: 'Principale' });
  await newDocument(nadia, 'Menu et place');
  await write(nadia, 'Le menu se replie.');
  await expect(saveStateOf(nadia)).toContainText(SAVED);
  const groups = menu.locator('summary', { hasText: 'Groupes' });
  await groups.press('Enter');
  const group = menu.getByRole('link', { name: /^Îlots de chaleur/u });
  await expect(group).toBeVisible();
  await nadia.keyboard.press('Escape');
  await expect(group).toBeHidden();
  await expect(groups).toBeFocused();
  await groups.press('Enter');
  await expectNoBarrier(nadia);

  const opens = menu.getByRole('link', { name: 'Menu', exact: true });
  await opens.press('Enter');
  await expect(menu.getByRole('link', { name: 'Fermer le menu' })).toBeFocused();
  await expect(menu.getByRole('heading', { name: 'Le programme' })).toBeVisible();
  await expectNoBarrier(nadia);
  await nadia.keyboard.press('Escape');
  await expect(opens).toBeFocused();
  await opens.press('Enter');
  await menu.getByRole('link', { name: 'Cas d’usage' }).press('Enter');
  await expect(nadia.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(menu.getByRole('link', { name: 'Cas d’usage' })).toHaveAttribute('aria-current', 'page');

  await menu.getByRole('button', { name: 'Réduire le menu' }).click();
  await nadia.reload();
  await expect(group).toBeHidden();
  await menu.getByRole('link', { name: 'Menu', exact: true }).click();
  await menu.getByRole('button', { name: 'Agrandir le menu' }).click();
  await expect(group).toBeVisible();
  await group.click();
  await expect(group).toHaveAttribute('aria-current', 'page');
});

test('[H32] on a small screen the menu opens without script, says all its places and what waits, and closes where it leads', {
  tag: '@gate',
}, async ({ browser }) => {
  const small = { viewport: { width: 390, height: 844 } };
  const bare = await pageOf(browser, 'metier.a', '/', { ...small, javaScriptEnabled: false });
  const shortcuts = bare.getByRole('navigation', { name: 'Raccourcis' });
  const menu = bare.getByRole('navigation', { name: 'Principale' });
  await expect(menu).toBeHidden();
  await shortcuts.getByRole('link', { name: 'Menu' }).click();
  await expect(menu.getByRole('link', { name: 'Données' })).toBeVisible();
  await menu.getByRole('link', { name: 'Fermer le menu' }).click();
  await expect(menu).toBeHidden();

  const nadia = await pageOf(browser, 'metier.a', '/', small);
  await nadia.getByRole('navigation', { name: 'Raccourcis' }).getByRole('link', { name: 'Menu' }).click();
  const opened = nadia.getByRole('navigation', { name: 'Principale' });
  await expect(opened).toBeVisible();
  await expectNoBarrier(nadia);
  await opened.getByRole('link', { name: 'Villes' }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: /Villes/u })).toBeFocused();
  await expect(opened).toBeHidden();
});
