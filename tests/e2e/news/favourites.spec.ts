import { expect } from '@playwright/test';
import { newDocument, pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[FA1] [FA2] the page that one reads is kept from the menu, stands on the home and in Ma ville, and is taken away and put back', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'À garder sous la main');
  await nadia.goto(`/favoris?page=${encodeURIComponent(path)}`);
  await expectNoBarrier(nadia);
  const here = nadia.getByRole('region', { name: 'La page que vous lisiez' });
  await here.getByRole('button', { name: 'Ajouter à mes favoris' }).press('Enter');
  await expect(nadia.getByText('«\u202fÀ garder sous la main\u202f» est dans vos favoris.')).toBeVisible();
  await expectNoBarrier(nadia);
  for (const place of ['/', '/ma-ville']) {
    await nadia.goto(place);
    const section = nadia.getByRole('region', { name: 'Mes favoris' });
    await expect(section.getByRole('link', { name: 'À garder sous la main' }), place).toBeVisible();
  }
  // From any page the menu leads there, with the page that was read.
  await nadia.getByRole('link', { name: 'Favoris', exact: true }).first().press('Enter');
  await expect(nadia).toHaveURL(/\/favoris\?page=/u);
  const remove = nadia.getByRole('button', {
    name: 'Retirer de mes favoris\u00a0: À garder sous la main',
  });
  await remove.press('Enter');
  await expect(remove).toHaveCount(0);
  await nadia.getByRole('button', { name: 'Annuler', exact: true }).press('Enter');
  await expect(remove).toBeVisible();

  // Somebody who may not open it is offered nothing.
  const aurelie = await pageOf(browser, 'ville', `/favoris?page=${encodeURIComponent(path)}`);
  await expect(aurelie.getByRole('heading', { level: 1, name: 'Mes favoris' })).toBeVisible();
  await expect(aurelie.getByText('À garder sous la main')).toHaveCount(0);
});
