import { type Browser, expect, type Page } from '@playwright/test';
import { newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { answer, openRound, rowOf } from '../support/reviews.ts';
import { unfold } from '../support/to-do.ts';

/** Writes a text, and asks three organisations about it. */
async function begin(browser: Browser): Promise<{ claire: Page; document: string; round: string }> {
  const claire = await pageOf(browser, 'animation');
  const document = await newDocument(claire, 'Synthèse à signer');
  await write(claire, 'Douze villes ont compté leurs arbres.');
  await expect(saveStateOf(claire)).toContainText(SAVED);
  await claire.goto(`${document}/relectures`);
  await expect(claire.getByText('Aucune relecture pour l’instant')).toBeVisible();
  await expectNoBarrier(claire);
  const round = await openRound(claire, {
    organisations: ['OpenDataFrance', 'Banque des Territoires', 'Valmont-sur-Loire'],
    questions: 'Les chiffres sont-ils justes ?',
  });
  return { claire, document, round };
}

test('[RV9] three organisations sign one exact text, which later edits never alter, and sign the next one anew', async ({
  browser,
}) => {
  const { claire, document, round } = await begin(browser);
  await expect(claire.getByText('La relecture est ouverte.')).toBeVisible();
  await expect(claire.getByText('0 sur 3 organisations ont répondu')).toBeVisible();
  await expectNoBarrier(claire);

  const nadia = await pageOf(browser, 'metier.a', '/');
  const toDo = nadia.getByRole('region', { name: 'À faire' });
  await unfold(nadia);
  await toDo.getByRole('link', { name: 'Relire et signer « Synthèse à signer »', exact: true }).click();
  await expect(nadia).toHaveURL(new RegExp(round));
  await expect(nadia.getByText('Douze villes ont compté leurs arbres.')).toBeVisible();
  // A reservation without its reason is refused, and what was chosen stays.
  await answer(nadia, 'Approuve sous réserve');
  await expect(nadia.getByRole('alert')).toContainText('Écrivez le motif');
  await expect(nadia.getByRole('radio', { name: 'Approuve sous réserve' })).toBeChecked();
  await answer(nadia, 'Approuve sous réserve', 'Citer la source du comptage');
  await expect(nadia.getByText('La réponse de votre organisation est enregistrée.')).toBeVisible();
  await nadia.getByLabel('Passage cité').fill('Treize villes');
  await nadia.getByLabel('Votre remarque').fill('Lesquelles ?');
  await nadia.getByRole('button', { name: 'Ajouter la remarque' }).click();
  await expect(nadia.getByRole('alert')).toContainText('Ces mots ne sont pas dans le document');
  await nadia.getByLabel('Passage cité').fill('Douze villes');
  await nadia.getByRole('button', { name: 'Ajouter la remarque' }).click();
  await expect(nadia.getByText('Votre remarque est une discussion du document.')).toBeVisible();

  // By keyboard alone.
  const basile = await pageOf(browser, 'relecture', round);
  await basile.getByRole('radio', { name: 'Approuve', exact: true }).focus();
  await basile.keyboard.press('Space');
  await basile.keyboard.press('Tab');
  await basile.keyboard.press('Tab');
  await basile.keyboard.press('Tab');
  await expect(basile.getByRole('button', { name: 'Signer cette réponse' })).toBeFocused();
  // [RV5] [H14] Nothing is signed before one says that one has read the text.
  await basile.keyboard.press('Enter');
  await expect(basile.getByRole('alert')).toContainText('vous avez lu ce texte');
  await basile.getByRole('checkbox', { name: /^J’ai lu ce texte/u }).focus();
  await basile.keyboard.press('Space');
  await basile.keyboard.press('Tab');
  await basile.keyboard.press('Enter');
  await expect(rowOf(basile, 'Banque des Territoires')).toContainText('Approuve');

  await claire.goto(round);
  await answer(claire, 'Approuve');
  await expect(claire.getByText('la relecture est close')).toBeVisible();
  await expect(claire.getByText('Le texte est approuvé')).toBeVisible();
  await expect(rowOf(claire, 'Valmont-sur-Loire')).toContainText('Citer la source du comptage');
  await expect(claire.getByText('Le document dit toujours exactement ce texte.')).toBeVisible();
  await expect(claire.getByRole('button', { name: 'Signer cette réponse' })).toBeHidden();

  await claire.goto(document);
  await expect(claire.getByText(/Signé sur l’état [0-9a-f]{8}.*sans changement depuis/u)).toBeVisible();
  await write(claire, ' Et treize en juin.');
  await expect(saveStateOf(claire)).toContainText(SAVED);
  await claire.goto(document);
  await claire.getByRole('link', { name: '1 changement depuis' }).click();
  await expect(claire.locator('ins').getByText('Et treize en juin.')).toBeVisible();
  await claire.goto(round);
  await expect(claire.getByText('Douze villes ont compté leurs arbres.')).toBeVisible();
  await expect(claire.getByText('Et treize en juin.')).toHaveCount(0);

  await claire.goto(`${document}/relectures`);
  await expect(claire.getByLabel('Valmont-sur-Loire (doit répondre de nouveau)')).toBeChecked();
  const second = await openRound(claire, {
    organisations: ['OpenDataFrance', 'Banque des Territoires', 'Valmont-sur-Loire'],
  });
  expect(second).not.toBe(round);
  await expect(claire.getByText('Voir ce qui a changé depuis le texte signé (relecture nᵒ 1)')).toBeVisible();
  await expect(claire.getByText('Et treize en juin.')).toBeVisible();

  // Somebody who still has the page of a text that was replaced.
  await nadia.goto(second);
  await claire.goto(`${document}/relectures`);
  await openRound(claire, { organisations: ['OpenDataFrance', 'Valmont-sur-Loire'], replace: true });
  await answer(nadia, 'Approuve');
  await expect(nadia.getByRole('alert')).toContainText('une nouvelle relecture a remplacé celle-ci');
});
