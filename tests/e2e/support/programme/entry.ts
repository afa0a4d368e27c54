import { expect, type Page } from '@playwright/test';
import { handsOf } from '../hands.ts';
import { expectKept } from './applications.ts';

/** The code of the mail that the demonstration shows. */
export async function codeOn(page: Page): Promise<string> {
  const said = await page.getByRole('complementary', { name: 'Le courriel qui serait parti' }).textContent();
  return /\d{3} \d{3}/.exec(said ?? '')?.[0] ?? '';
}

/** Somebody without account goes from the public home to a draft for the open call; answers how many gestures it took. */
export async function enterFromHome(
  page: Page,
  { call, place, email }: { call: string; place: string; email: string },
): Promise<number> {
  const hands = handsOf(page);
  await hands.visit('/');
  await hands.follow('Candidater');
  await expect(page.getByRole('link', { name: call })).toBeVisible();
  await hands.fill('Nom de la commune', place);
  await hands.press('Continuer');
  await hands.fill('Adresse de courriel', email);
  await hands.press('Recevoir le code');
  await hands.fill('Code à six chiffres', await codeOn(page));
  await hands.press('Ouvrir mon brouillon');
  await hands.follow('Commencer');
  await expectKept(page);
  return hands.count();
}

/** On the page of demands: says that somebody is of the organisation that they named. */
export async function confirmTie(page: Page, email: string): Promise<void> {
  const line = page.getByRole('listitem').filter({ hasText: email });
  await line.getByRole('button', { name: /^Confirmer/ }).click();
  await expect(page.getByText('Le rattachement est confirmé.')).toBeVisible();
}
