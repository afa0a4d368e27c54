import { expect, type Page } from '@playwright/test';
import { choose } from '../choose.ts';

const CRITERIA = ['Approche innovante', 'Acquis', 'Organisation', 'Partage'];

/** Marks every criterion of the programme’s grid, each with its comment. */
export async function fillGrid(page: Page, mark: string): Promise<void> {
  for (const criterion of CRITERIA) {
    await page.getByLabel(`Note de 0 à 5 : ${criterion}`).selectOption(mark);
    await page.getByLabel(`Commentaire : ${criterion}`).fill(`Vu : ${criterion}.`);
  }
}

/** Gives one’s marks of an application at this address. */
export async function giveMarks(page: Page, address: string, mark: string): Promise<void> {
  await page.goto(address);
  await fillGrid(page, mark);
  await page.getByRole('button', { name: /Donner ma note/ }).click();
  await expect(page.getByText(/Note donnée le/)).toBeVisible();
}

/** Makes a reviewer of somebody’s account, on the page of accounts. */
export async function makeAssessor(page: Page, name: string): Promise<void> {
  const person = page.getByRole('row').filter({ hasText: name });
  await person.getByRole('link', { name: /^Modifier/ }).click();
  await person.getByLabel('Rôle').selectOption({ label: 'Relecture' });
  await person.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(person.getByRole('cell', { name: 'Relecture', exact: true })).toBeVisible();
}

/** Entrusts an application to somebody. */
export async function assign(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await choose(page.getByLabel('Confier à'), name);
  await page.getByRole('button', { name: 'Confier', exact: true }).click();
  await expect(page.getByRole('button', { name: `Retirer ${name}` })).toBeVisible();
}

/** What the committee decides of an application, on its page. */
export async function decide(
  page: Page,
  title: string,
  { outcome, place, motivation }: { outcome: string; place?: string; motivation: string },
): Promise<void> {
  const decision = page.getByRole('listitem').filter({
    has: page.getByRole('button', { name: `Enregistrer la décision : ${title}`, includeHidden: true }),
  });
  await decision.locator('summary').click();
  await decision.getByRole('combobox', { name: 'Décision' }).selectOption({ label: outcome });
  if (place) await decision.getByLabel('Place sur la liste complémentaire').fill(place);
  await decision.getByLabel('Motivation').fill(motivation);
  await decision.getByRole('button', { name: `Enregistrer la décision : ${title}` }).click();
  await expect(decision.locator('summary')).toContainText(outcome);
}

/** Announces what was decided, in two steps, where that is left to do. */
export async function announce(page: Page): Promise<void> {
  const step = page.getByText('Annoncer les décisions…');
  if (!(await step.isVisible())) return;
  await step.click();
  await page.getByRole('button', { name: 'Annoncer toutes les décisions' }).click();
}
