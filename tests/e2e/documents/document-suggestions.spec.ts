import { type Browser, expect } from '@playwright/test';
import { carry } from '../support/carry.ts';
import { marksOf, selectWords, suggestFor, threadsOf } from '../support/comments.ts';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { openOnceItSays } from '../support/later.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const TEXT = 'Un inventaire complet des arbres est un préalable.';

async function written(browser: Browser, title: string) {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, title);
  await write(nadia, TEXT);
  await expect(saveStateOf(nadia)).toContainText(SAVED);
  const marc = await pageOf(browser, 'relecture', path);
  await expect(marc.locator('.prose')).toContainText(TEXT);
  await expect(saveStateOf(marc)).toContainText('Lecture seule');
  return { nadia, marc, path };
}

test('[SG1] [SG3] [SG4] a reviewer proposes other words, an editor accepts, and they are the reviewer’s; then they are taken out again', async ({
  browser,
}) => {
  const { nadia, marc } = await written(browser, 'Une suggestion');
  await suggestFor(marc, 'inventaire complet', 'échantillon de 200 arbres');
  await expect(marc.locator('.prose del')).toHaveText('inventaire complet');
  await expect(nadia.locator('.prose del')).toHaveText('inventaire complet');
  await expect(nadia.locator('.prose ins')).toHaveText('échantillon de 200 arbres');
  await expect(nadia.locator('.prose .proposal')).toContainText(
    'proposé par Marc Delattre, Banque des Territoires',
  );
  await expect(marc.getByRole('button', { name: 'Accepter' })).toHaveCount(0);
  await expectNoBarrier(nadia);

  await nadia.getByRole('button', { name: 'Accepter' }).click();
  await expect(editorOf(nadia)).toHaveText('Un échantillon de 200 arbres des arbres est un préalable.');
  await expect(marc.locator('.prose')).toContainText('Un échantillon de 200 arbres des arbres');
  // Who wrote is read from what the log has told the tables, within two seconds.
  await openOnceItSays(marc, marc.url(), /texte d’aujourd’hui.*Banque des Territoires/u);
  const authors = marc.getByRole('region', { name: 'Qui a écrit' });
  await expect(authors).toContainText('Banque des Territoires');

  await nadia.getByRole('button', { name: 'Annuler', exact: true }).last().click();
  await expect(editorOf(nadia)).toContainText('Un inventaire complet');
  await expect(marc.locator('.prose del')).toHaveText('inventaire complet');
});

test('[SG2] of two editors one decides, and the other is told who did', async ({ browser }) => {
  const { nadia, marc, path } = await written(browser, 'Deux décisions');
  await suggestFor(marc, 'inventaire complet', 'échantillon');
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(threadsOf(yann)).toHaveCount(1);
  // Yann does not hear of what Nadia decides.
  await yann.route('**/commentaires', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await nadia.getByRole('button', { name: 'Refuser' }).click();
  await expect(nadia.getByText('Suggestion refusée.')).toBeVisible();
  await yann.getByRole('button', { name: 'Accepter' }).click();
  await expect(yann.getByText('Déjà refusée par Nadia Ferrand.')).toBeVisible();
  await expect(editorOf(yann)).toHaveText(TEXT);
});

test('[SG3] a suggestion whose passage has changed is not put in blindly: both texts are shown', async ({
  browser,
}) => {
  const { nadia, marc } = await written(browser, 'Le passage a changé');
  await suggestFor(marc, 'inventaire complet des arbres', 'échantillon');
  await expect(threadsOf(nadia)).toHaveCount(1);
  await selectWords(nadia, 'complet');
  await nadia.keyboard.type('partiel');
  const card = threadsOf(nadia).first();
  await expect(card).toContainText('Le passage a changé');
  await expect(card).toContainText('inventaire partiel des arbres');
  await expect(card.getByRole('button', { name: 'Accepter' })).toHaveCount(0);
  await expectNoBarrier(nadia);
  await card.getByRole('button', { name: 'Refuser' }).click();
  await expect(nadia.getByText('Suggestion refusée.')).toBeVisible();
  await expect(editorOf(nadia)).toContainText('inventaire partiel');
  await expect(marksOf(marc)).toHaveCount(0);
});

test('[SG5] in suggestion mode an editor’s typing is proposed, and the text stays; all are accepted at once', async ({
  browser,
}) => {
  const { nadia, marc, path } = await written(browser, 'Mode suggestion');
  await nadia.getByRole('button', { name: 'Suggérer' }).click();
  await selectWords(nadia, 'complet');
  await nadia.keyboard.type('p');
  const field = nadia.getByLabel('Texte proposé');
  await expect(field).toHaveValue('p');
  await nadia.keyboard.type('artiel');
  await expect(field).toHaveValue('partiel');
  await nadia.keyboard.press('Control+Enter');
  await expect(threadsOf(nadia)).toHaveCount(1);
  await selectWords(nadia, 'préalable');
  await nadia.keyboard.press('Delete');
  await expect(nadia.getByLabel('Texte proposé')).toHaveValue('');
  await nadia.keyboard.press('Control+Enter');
  await expect(threadsOf(nadia)).toHaveCount(2);
  await expect(marc.locator('.prose del')).toHaveText(['complet', 'préalable']);

  const yann = await pageOf(browser, 'metier.b', path);
  await yann.getByRole('button', { name: 'Tout accepter (2)' }).click();
  await expect(yann.getByText('2 suggestions acceptées')).toBeVisible();
  await expect(editorOf(yann)).toHaveText('Un inventaire partiel des arbres est un .');
});

test('[SG4] a suggestion is taken back by whoever made it', async ({ browser }) => {
  const { nadia, marc } = await written(browser, 'Retirer');
  await suggestFor(marc, 'inventaire complet', 'relevé');
  await marc.getByRole('button', { name: 'Retirer ma suggestion' }).click();
  await expect(marc.getByText('Suggestion retirée.')).toBeVisible();
  await expect(nadia.locator('.prose ins')).toHaveCount(0);
  await marc.getByRole('button', { name: 'Annuler', exact: true }).last().click();
  await expect(nadia.locator('.prose ins')).toHaveText('relevé');
});

test('[SG5] in suggestion mode what cannot be proposed is shown disabled or says so, and the text stays', {
  tag: '@gate',
}, async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  await newDocument(nadia, 'Mode suggestion et mise en forme');
  await write(nadia, TEXT);
  const mode = nadia.getByRole('button', { name: 'Suggérer' });
  await mode.click();
  const told = nadia.getByRole('status').filter({ hasText: 'La mise en forme ne peut pas être proposée' });
  const bold = nadia.getByRole('button', { name: 'Gras' });
  await expect(bold).toHaveAttribute('aria-disabled', 'true');
  await expect(bold).toHaveAttribute('data-tip', /^Gras\s: La mise en forme ne peut pas être proposée/);
  await expect(nadia.getByRole('button', { name: 'Annuler', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  const isUnchanged = async () => {
    await expect(editorOf(nadia)).toHaveText(TEXT);
    await expect(editorOf(nadia).locator('strong, ul, h2')).toHaveCount(0);
  };
  const isTold = async () => {
    await expect(told).toBeVisible();
    await isUnchanged();
    await nadia.locator('.toasts').getByRole('button', { name: 'Fermer' }).click();
    await expect(told).toHaveCount(0);
  };
  // Playwright waits for what is disabled; people press it all the same.
  await bold.dispatchEvent('click');
  await isTold();
  await selectWords(nadia, 'complet');
  const isToldAt = async (keys: string) => {
    await editorOf(nadia).focus();
    await nadia.keyboard.press(keys);
    await isTold();
  };
  for (const keys of ['Control+b', 'Control+Alt+1', 'Control+Shift+8', 'Control+k', 'Control+z'])
    await isToldAt(keys);
  await editorOf(nadia).focus();
  await nadia.keyboard.press('End');
  for (const keys of ['Control+i', 'Control+Shift+d']) await isToldAt(keys);
  await nadia.getByRole('button', { name: 'Insérer' }).click();
  await expect(nadia.getByRole('menuitem')).toHaveText([/La mise en forme ne peut pas être proposée/]);
  await expectNoBarrier(nadia);
  await nadia.keyboard.press('Escape');
  await editorOf(nadia).focus();
  await carry(editorOf(nadia), 'paste', [], { 'text/html': '<b>gras</b>', 'text/plain': 'gras' });
  await expect(nadia.getByLabel('Texte à insérer ici')).toHaveValue('gras');
  await nadia.getByRole('button', { name: 'Annuler', exact: true }).last().click();
  await isUnchanged();
  await nadia.getByRole('button', { name: 'Écrire' }).click();
  await selectWords(nadia, 'complet');
  await nadia.keyboard.press('Control+b');
  await expect(editorOf(nadia).locator('strong')).toHaveText('complet');
});
