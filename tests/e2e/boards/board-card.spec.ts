import { expect } from '@playwright/test';
import { cardOf, SAVED, spokenOf, twoOnOneBoard } from '../support/boards.ts';
import { pageOf, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[B50] two people write in one description at once, with formatting, and nothing of either is lost', async ({
  browser,
}) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Consigne à deux');
  await cardOf(nadia, 'Plans').click();
  await expect(nadia).toHaveURL(/\/cartes\//);
  const mine = nadia.getByRole('complementary').getByRole('textbox', { name: 'Consigne' });
  await expect(mine).toBeVisible();
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await mine.click();
  await mine.pressSequentially('Relever les arbres');
  await yann.goto(nadia.url());
  const theirs = yann.getByRole('complementary').getByRole('textbox', { name: 'Consigne' });
  await expect(theirs).toHaveText('Relever les arbres');

  await theirs.click();
  await theirs.press('Control+End');
  await theirs.pressSequentially(' de la place');
  await expect(mine).toHaveText('Relever les arbres de la place');
  await mine.press('Control+Home');
  await mine.pressSequentially('Demain, ');
  await theirs.pressSequentially(', puis les noter');
  for (const text of [mine, theirs]) {
    await expect(text).toHaveText('Demain, Relever les arbres de la place, puis les noter');
  }

  await mine.press('Control+a');
  await mine.press('Alt+F10');
  const bold = nadia.getByRole('button', { name: 'Gras' });
  await expect(bold).toBeFocused();
  await bold.press('Enter');
  await expect(theirs.locator('strong')).toHaveText('Demain, Relever les arbres de la place, puis les noter');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await expectNoBarrier(nadia);

  const reader = await pageOf(browser, 'relecture', new URL(nadia.url()).pathname);
  const read = reader.getByRole('complementary').getByRole('region', { name: 'Consigne' });
  await expect(read.locator('strong')).toHaveText('Demain, Relever les arbres de la place, puis les noter');
  await mine.press('Control+b');
  await expect(read).toContainText('Demain, Relever les arbres');
  await expect(read.locator('strong')).toHaveCount(0);
  await mine.press('Control+b');
  await expect(read.locator('strong')).toHaveCount(1);
  await expectNoBarrier(reader);

  await nadia.reload();
  await expect(mine.locator('strong')).toBeVisible();
});

test('[B51] steps stand in several lists, and go from one to another by keyboard', async ({ browser }) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Listes d’étapes');
  await cardOf(nadia, 'Plans').click();
  const panel = nadia.getByRole('complementary', { name: 'Carte' });
  await panel.getByRole('button', { name: 'Ajouter une étape', exact: true }).press('Enter');
  const step = panel.getByRole('textbox', { name: 'Texte de l’étape' });
  await step.fill('Prévenir');
  await step.press('Enter');
  await step.fill('Mesurer');
  await step.press('Enter');
  await step.press('Escape');
  await panel.getByRole('button', { name: 'Ajouter une liste d’étapes' }).press('Enter');
  const name = panel.getByRole('textbox', { name: 'Nom de la liste' });
  await name.fill('Sur place');
  await name.press('Enter');
  const there = panel.getByRole('region', { name: 'Sur place' });
  await expect(there).toBeVisible();

  await panel.getByRole('button', { name: 'Actions de l’étape « Mesurer »' }).press('Enter');
  await nadia.getByRole('menuitem', { name: 'Mettre dans « Sur place »' }).press('Enter');
  await expect(there.getByRole('checkbox', { name: 'Mesurer' })).toBeVisible();
  await expect(spokenOf(nadia)).toHaveText('étape « Mesurer », liste Sur place, position 1 sur 1');
  await there.getByRole('checkbox', { name: 'Mesurer' }).press('Space');
  await expect(there.getByText('1 sur 1')).toBeVisible();
  await expect(cardOf(yann, 'Plans')).toContainText('1 sur 2');
  await expectNoBarrier(nadia);

  await there.getByRole('button', { name: 'Actions de la liste « Sur place »' }).press('Enter');
  await nadia.getByRole('menuitem', { name: 'Supprimer la liste' }).press('Enter');
  await expect(there).toBeHidden();
  await nadia.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(there.getByRole('checkbox', { name: 'Mesurer' })).toBeChecked();
});

test('[B52] a start after the due day is refused where it is written, and stays there', async ({
  browser,
}) => {
  const { nadia, yann } = await twoOnOneBoard(browser, 'Début et échéance');
  await cardOf(nadia, 'Plans').click();
  const panel = nadia.getByRole('complementary', { name: 'Carte' });
  await panel.getByLabel('Échéance', { exact: true }).fill('2031-03-15');
  const start = panel.getByLabel('Début', { exact: true });
  await start.fill('2031-03-16');
  await expect(start).toHaveAccessibleDescription('Le début ne peut pas venir après l’échéance.');
  await expect(start).toHaveValue('2031-03-16');
  await start.fill('2031-03-12');
  await expect(start).not.toHaveAttribute('aria-invalid');
  await expect(cardOf(yann, 'Plans')).toContainText('12 mars 2031');
});
