import { expect } from '@playwright/test';
import { newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[HV1] [HV2] [HV6] back after a while: what others did is there, what one may not see is not; it is marked as read, and that is undone', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  await newDocument(nadia, 'Bancs à l’ombre');
  await write(nadia, 'Un banc tous les cent mètres.');
  await expect(saveStateOf(nadia)).toContainText(SAVED);
  const secret = await newDocument(nadia, 'Réservé à deux');
  await nadia.goto(`${secret}/acces`);
  await nadia.getByLabel(/personnes choisies/iu).check();
  await nadia
    .getByRole('button', { name: /Enregistrer/u })
    .first()
    .click();
  await expect(nadia.getByLabel(/personnes choisies/iu)).toBeChecked();

  const yann = await pageOf(browser, 'metier.b', '/');
  const since = yann.getByRole('region', { name: 'Depuis ma dernière visite' });
  await expect(since.getByRole('link', { name: 'Bancs à l’ombre' })).toBeVisible();
  await expectNoBarrier(yann);
  await since.getByRole('link', { name: /^Voir les? .*nouveautés?/u }).click();
  await expect(yann.getByRole('heading', { level: 1, name: 'Nouveautés' })).toBeVisible();
  await expect(yann.getByRole('link', { name: 'Bancs à l’ombre', exact: true })).toBeVisible();
  await expect(yann.getByText('Réservé à deux')).toHaveCount(0);
  await expectNoBarrier(yann);

  const counted = yann
    .getByRole('navigation', { name: 'Principale' })
    .getByRole('link', { name: /^Îlots de chaleur et confort d’été \d+\+? nouveautés?$/u });
  await expect(counted).toBeVisible();
  await yann.setViewportSize({ width: 320, height: 640 });
  const shortcut = yann
    .getByRole('navigation', { name: 'Raccourcis' })
    .getByRole('link', { name: /^Nouveautés( \d+\+? nouveautés?)?$/u });
  await expect(shortcut).toBeInViewport({ ratio: 1 });
  await expectNoBarrier(yann);
  await yann.setViewportSize({ width: 1280, height: 900 });

  await yann.reload();
  const before = await counted.textContent();
  const group = yann.getByRole('region', { name: 'Îlots de chaleur et confort d’été' });
  await group.getByRole('button', { name: /^Marquer comme lu/u }).click();
  await expect(yann.getByText(/sont marquées comme lues/u)).toBeVisible();
  await expect(yann.getByText('Bancs à l’ombre')).toHaveCount(0);
  await expect(yann.getByRole('navigation', { name: 'Principale' })).not.toContainText(before ?? '');
  await expectNoBarrier(yann);
  await yann.getByRole('button', { name: 'Annuler' }).click();
  await expect(yann.getByRole('link', { name: 'Bancs à l’ombre', exact: true })).toBeVisible();
  await expect(counted).toHaveText(before ?? '');
});
