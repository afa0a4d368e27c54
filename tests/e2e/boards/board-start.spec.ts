import { expect } from '@playwright/test';
import { cardOf } from '../support/boards.ts';
import { choose } from '../support/choose.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[B25] a new board opens from a template, or from another board of the group, by keyboard', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const { items }: { items: { id: string }[] } = await (await nadia.request.get('/api/v1/groups')).json();
  const list = `/groupes/${items[0]?.id}/tableaux`;
  await nadia.goto(list);
  await nadia.getByLabel('Titre du tableau').fill('Expérimentation de Valmont');
  await nadia.getByRole('radio', { name: /Expérimentation en 8 mois/ }).check();
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: 'Créer le tableau' }).press('Enter');
  await expect(nadia.getByRole('heading', { level: 1, name: 'Expérimentation de Valmont' })).toBeVisible();
  await expect(nadia.locator('.col > header h2')).toHaveText([
    'Cadrer (mois 1 et 2)',
    'Réunir les données (mois 2 à 4)',
    'Essayer (mois 4 à 6)',
    'Évaluer et partager (mois 7 et 8)',
    'Fait',
  ]);
  await expect(cardOf(nadia, 'Constituer le binôme métier et données')).toContainText('Pilotage');

  await nadia.goto(list);
  await nadia.getByLabel('Titre du tableau').fill('Seconde expérimentation');
  await nadia.getByRole('radio', { name: /Un tableau du groupe/ }).press('Space');
  await choose(nadia.getByLabel('Quel tableau'), 'Expérimentation de Valmont');
  await nadia.getByRole('checkbox', { name: /Reprendre aussi ses cartes/ }).check();
  await nadia.getByRole('button', { name: 'Créer le tableau' }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: 'Seconde expérimentation' })).toBeVisible();
  await expect(cardOf(nadia, 'Décider de la suite')).toContainText('Pilotage');

  // A board of another group is not a point of departure, whatever a form says.
  const animation = await pageOf(browser, 'animation');
  const theirs: { items: { id: string }[] } = await (await animation.request.get('/api/v1/groups')).json();
  const foreign = theirs.items.find(({ id }) => items.every((own) => own.id !== id));
  const made = await animation.request.post(`/api/v1/groups/${foreign?.id}/boards`, {
    data: { title: 'Ailleurs', template: 'meeting-actions' },
  });
  const { id }: { id: string } = await made.json();
  const form = { intent: 'create', title: 'Copie interdite', template: 'board', source: id };
  const { origin } = new URL(nadia.url());
  const refused = await nadia.request.post(list, { form, headers: { origin } });
  expect(await refused.text()).toContain('Ce tableau n’existe plus dans ce groupe');
});
