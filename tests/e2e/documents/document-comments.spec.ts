import { type Browser, expect } from '@playwright/test';
import { commentOn, marksOf, selectWords, threadsOf } from '../support/comments.ts';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const TEXT = 'Planter pour trente ans oblige à choisir une essence pour le climat qui vient, pas pour hier.';
const WORDS = 'une essence pour le climat qui vient';

/** A new document of Nadia, who writes, that Marc reads and may comment. */
async function written(browser: Browser, title: string) {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, title);
  await write(nadia, TEXT);
  await expect(saveStateOf(nadia)).toContainText(SAVED);
  const marc = await pageOf(browser, 'relecture', path);
  await expect(marc.locator('.prose')).toContainText(WORDS);
  await expect(saveStateOf(marc)).toContainText('Lecture seule');
  return { nadia, marc, path };
}

test('[CM1] [CM2] [CM4] a reviewer who may not write comments a passage; it follows the text, is lost, comes back, is resolved', async ({
  browser,
}) => {
  const { nadia, marc, path } = await written(browser, 'Un passage commenté');
  await commentOn(marc, WORDS, 'Pouvez-vous citer la projection ?');
  await expect(marksOf(marc)).toHaveText([WORDS]);
  await expect(marksOf(nadia)).toHaveText([WORDS]);
  await expect(nadia.getByText('1 non lu', { exact: true })).toBeVisible();

  const card = threadsOf(nadia).first();
  await expect(card).toContainText('Marc Delattre');
  await expect(card).toContainText('Banque des Territoires');
  await card.getByRole('button', { name: 'Répondre' }).click();
  await expect(nadia.getByText('1 non lu', { exact: true })).toBeHidden();
  await nadia.getByLabel('Votre réponse').fill('Oui, @Mar');
  await nadia.keyboard.press('End');
  await nadia.keyboard.press('c');
  await expect(nadia.getByRole('option', { name: /Marc Delattre/u })).toBeVisible();
  await nadia.keyboard.press('Enter');
  await nadia.keyboard.type(', la trajectoire à 2050.');
  await nadia.getByRole('button', { name: 'Envoyer' }).click();
  await expect(threadsOf(marc).first()).toContainText('Oui, @Marc Delattre , la trajectoire');

  // Around the passage, and inside it.
  await editorOf(nadia)
    .locator('p')
    .click({ position: { x: 2, y: 8 } });
  await nadia.keyboard.type('Rappel : ');
  await expect(marc.locator('.prose')).toContainText('Rappel : Planter');
  await expect(marksOf(marc)).toHaveText([WORDS]);
  await expectNoBarrier(marc);
  await expectNoBarrier(nadia);

  const id = await threadsOf(marc).first().getAttribute('id');
  await marc.goto(`${path}?fil=${id?.replace('fil-', '')}`);
  await expect(threadsOf(marc).first()).toBeFocused();

  await selectWords(nadia, WORDS);
  await nadia.keyboard.press('Backspace');
  await expect(threadsOf(marc).first()).toContainText('Orphelin');
  await expect(threadsOf(marc).first()).toContainText(WORDS);
  await expect(marksOf(marc)).toHaveCount(0);
  await nadia.keyboard.press('Control+z');
  await expect(marksOf(nadia)).toHaveText([WORDS]);
  await expect(marksOf(marc)).toHaveText([WORDS]);
  await expect(threadsOf(marc).first()).not.toContainText('Orphelin');

  await threadsOf(marc).first().getByRole('button', { name: 'Résoudre' }).click();
  await expect(marc.getByText('Commentaire résolu.')).toBeVisible();
  await expect(nadia.getByText('0 commentaire ouvert')).toBeAttached();
  await nadia.getByLabel('Commentaires affichés').selectOption('resolus');
  await expect(threadsOf(nadia).first()).toContainText('Résolu par Marc Delattre');
  await threadsOf(nadia).first().getByRole('button', { name: 'Rouvrir' }).click();
  await expect(marc.getByText('1 commentaire ouvert')).toBeAttached();
});

test('[CM8] what could not be sent is kept on the device and sent later, once', { tag: '@gate' }, async ({
  browser,
}) => {
  const { nadia, marc, path } = await written(browser, 'Sans réseau');
  await marc.route('**/commentaires', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await selectWords(marc, WORDS);
  await marc.keyboard.press('Control+Alt+m');
  await marc.getByRole('button', { name: 'Envoyer' }).click();
  await expect(marc.getByText('Pas envoyé')).toBeVisible();
  await marc.getByLabel('Votre commentaire').fill('Gardé jusqu’au retour');
  await marc.getByRole('button', { name: 'Envoyer' }).click();
  await expect(marc.getByText('Pas envoyé')).toBeVisible();
  await marc.unroute('**/commentaires');
  await marc.goto(`${path}?commentaires=ouverts`);
  await expect(marc.getByLabel('Votre commentaire')).toHaveValue('Gardé jusqu’au retour');
  await marc.getByRole('button', { name: 'Envoyer' }).click();
  await expect(threadsOf(marc)).toHaveCount(1);
  await expect(threadsOf(nadia)).toHaveCount(1);
  await marc.reload();
  await expect(threadsOf(marc)).toHaveCount(1);
  await expect(marc.getByLabel('Votre commentaire')).toBeHidden();
});

test('[WS5] comments are made, read and answered with the keyboard alone', { tag: '@gate' }, async ({
  browser,
}) => {
  const { nadia, marc } = await written(browser, 'Au clavier');
  await marc.getByRole('button', { name: 'Commenter un paragraphe' }).focus();
  await marc.keyboard.press('Enter');
  await expect(marc.getByLabel('Paragraphe', { exact: true })).toBeFocused();
  await marc.keyboard.press('Tab');
  await marc.keyboard.press('Enter');
  await expect(marc.getByLabel('Votre commentaire')).toBeFocused();
  await marc.keyboard.type('Sans souris');
  await marc.keyboard.press('Control+Enter');
  await expect(threadsOf(marc)).toHaveCount(1);
  await expect(marc.locator('.prose')).toBeFocused();

  await editorOf(nadia).focus();
  await nadia.keyboard.press('Control+Home');
  await nadia.keyboard.press('Control+Shift+ArrowRight');
  await nadia.keyboard.press('Control+Alt+m');
  await expect(nadia.getByLabel('Votre commentaire')).toBeFocused();
  await nadia.keyboard.type('Du clavier aussi');
  await nadia.keyboard.press('Control+Enter');
  await expect(threadsOf(nadia)).toHaveCount(2);
  await expect(editorOf(nadia)).toBeFocused();
  await nadia.keyboard.press('Alt+PageDown');
  await expect(threadsOf(nadia).first()).toBeFocused();
  await nadia.keyboard.press('Alt+PageDown');
  await expect(threadsOf(nadia).nth(1)).toBeFocused();
  await nadia.keyboard.press('Tab');
  await nadia.keyboard.press('Escape');
  await expect(editorOf(nadia)).toBeFocused();
});

test('[CM5] a comment is changed and taken away by its author, who may bring it back', async ({
  browser,
}) => {
  const { nadia, marc } = await written(browser, 'Se reprendre');
  await commentOn(marc, WORDS, 'Une remarque vive');
  await marc.getByRole('button', { name: 'Actions sur le commentaire' }).click();
  await marc.getByRole('menuitem', { name: 'Modifier' }).click();
  await marc.getByLabel('Votre commentaire').fill('Une remarque utile');
  await marc.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(threadsOf(nadia).first()).toContainText('Une remarque utile');
  await expect(threadsOf(nadia).first()).toContainText('modifié');
  await expect(nadia.getByRole('button', { name: 'Actions sur le commentaire' })).toHaveCount(0);
  await marc.getByRole('button', { name: 'Actions sur le commentaire' }).click();
  await marc.getByRole('menuitem', { name: 'Supprimer' }).click();
  await expect(threadsOf(nadia)).toHaveCount(0);
  await marc.getByRole('button', { name: 'Annuler' }).click();
  await expect(threadsOf(nadia).first()).toContainText('Une remarque utile');
});

test('[CM8] whoever was without connection when the first comment came sees it once they are back', async ({
  browser,
}) => {
  const { nadia, marc } = await written(browser, 'Un premier commentaire manqué');
  await nadia.context().setOffline(true);
  await expect(nadia.locator('.save')).toContainText('Hors ligne');
  await commentOn(marc, WORDS, 'Vous ne verrez ceci qu’à votre retour.');
  await nadia.context().setOffline(false);
  await expect(threadsOf(nadia).first()).toContainText('Vous ne verrez ceci qu’à votre retour.');
});
