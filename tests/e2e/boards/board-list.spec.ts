import { expect } from '@playwright/test';
import { cardOf, expectCards, newBoard, twoOnOneBoard } from '../support/boards.ts';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';

test('[A5] a board of another group looks absent', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newBoard(nadia, 'Pas pour tous');
  const outsider = await pageOf(browser, 'conseil');
  const answer = await outsider.goto(path);
  expect(answer?.status()).toBe(404);
  await expect(outsider.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
});

test('[D1] the list makes a board, and says on the field why it does not', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const { items }: { items: { id: string }[] } = await (await nadia.request.get('/api/v1/groups')).json();
  await nadia.goto(`/groupes/${items[0]?.id}/tableaux`);
  const field = nadia.getByLabel('Titre du tableau');
  const long = 'Ombre '.repeat(2_000);
  await field.fill(long);
  await nadia.getByRole('button', { name: 'Créer le tableau' }).click();
  await expect(nadia.getByRole('alert')).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/trop long/);
  await expect(field).toHaveValue(long);
  await field.fill('Ombre des rues');
  await nadia.getByRole('button', { name: 'Créer le tableau' }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: 'Ombre des rues' })).toBeFocused();
  await expectCards(nadia, 'À faire', []);
});

test('[D1] a renamed board has its new title for the others at once', async ({ browser }) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Ancien titre');
  await nadia.getByRole('button', { name: 'Actions du tableau' }).click();
  await nadia.getByRole('menuitem', { name: 'Renommer le tableau' }).click();
  await nadia.getByLabel('Titre du tableau').fill('');
  await nadia.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(nadia.getByLabel('Titre du tableau')).toHaveAccessibleDescription(/Donnez un titre/);
  await nadia.getByLabel('Titre du tableau').fill('Nouveau titre');
  await nadia.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(nadia.getByRole('heading', { level: 1 })).toHaveText('Nouveau titre');
  await expect(yann.getByRole('heading', { level: 1 })).toHaveText('Nouveau titre');
});

test('[B15] a board put into the trash is taken from those who have it open, and comes back', async ({
  browser,
}) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'À jeter');
  await nadia.getByRole('button', { name: 'Actions du tableau' }).click();
  await nadia.getByRole('menuitem', { name: 'Mettre le tableau à la corbeille' }).click();
  await expect(yann.getByRole('main').getByText('Cette page a été mise à la corbeille')).toBeVisible();
  await expect(cardOf(yann, 'Plans')).toHaveCount(0);
  await nadia.getByRole('button', { name: /^Restaurer .*À jeter/u }).click();
  await nadia.getByRole('link', { name: 'À jeter' }).click();
  await expectCards(nadia, 'À faire', ['Plans', 'Relevés', 'Photos']);
});
