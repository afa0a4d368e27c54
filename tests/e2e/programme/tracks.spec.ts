import { expect } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[ST1] [ST2] [ST4] a track is opened, linked and moved; others read it', async ({ browser }) => {
  const title = `Schéma des arbres ${crypto.randomUUID().slice(0, 8)}`;
  const claire = await pageOf(browser, 'animation', '/donnees/standardisation');
  await expectNoBarrier(claire);
  await claire.getByRole('link', { name: 'Ouvrir un chantier' }).click();
  await claire.getByRole('button', { name: 'Ouvrir le chantier' }).click();
  await expect(claire.getByRole('alert')).toContainText('Donnez un titre au chantier');
  await claire.getByLabel('Titre du chantier').fill(title);
  await claire.getByLabel('Nom dans le registre national').fill('scdl/arbres');
  await claire.getByRole('button', { name: 'Ouvrir le chantier' }).click();
  await expect(claire.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await choose(claire.getByLabel('Besoin à lier'), 'Inventaire des arbres urbains');
  await claire
    .getByRole('region', { name: 'Besoins concernés' })
    .getByRole('button', { name: 'Ajouter' })
    .click();
  await expect(claire.getByRole('link', { name: 'Inventaire des arbres urbains' })).toBeVisible();
  await claire.getByLabel('Nouvelle phase').selectOption({ label: 'Abandonné' });
  await claire.getByRole('button', { name: 'Changer la phase' }).click();
  await expect(claire.getByRole('alert')).toContainText('Dites pourquoi');
  await claire.getByLabel('Nouvelle phase').selectOption({ label: 'Construction' });
  await claire.getByRole('button', { name: 'Changer la phase' }).click();
  await expect(claire.getByRole('row', { name: /^Construction/ })).toContainText('En cours');
  await expectNoBarrier(claire);

  const reader = await pageOf(browser, 'metier.a', '/donnees/standardisation');
  await reader.getByRole('link', { name: title }).click();
  await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Changer la phase' })).toHaveCount(0);
  await expect(reader.getByText('Les participants et l’animation du programme')).toBeVisible();
  await expectNoBarrier(reader);
});
