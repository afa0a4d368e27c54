import { expect, type Locator, type Page } from '@playwright/test';
import { insert, newDocument, SAVED, saveStateOf, write } from './documents.ts';
import { expectNoBarrier } from './no-barrier.ts';

/** The excerpts that stand in the text. */
export function excerptOf(page: Page): Locator {
  return page.locator('.prose .excerpt');
}

/** Makes a document of the person’s first group that says this, a paragraph each, saved. */
export async function aSource(page: Page, title: string, ...lines: string[]): Promise<string> {
  const path = await newDocument(page, title);
  for (const [rank, line] of lines.entries()) {
    if (rank > 0) await page.keyboard.press('Enter');
    await write(page, line);
  }
  await expect(saveStateOf(page)).toHaveText(SAVED);
  return path;
}

/** By keyboard: « Extrait cité », the title, the blocks that say this, and how it follows. */
export async function quote(
  page: Page,
  title: string,
  words: string,
  mode: 'Suivre' | 'Figer',
): Promise<void> {
  await insert(page, 'extrait', 'Extrait cité');
  const dialog = page.getByRole('dialog', { name: 'Citer un extrait' });
  await dialog.getByRole('textbox', { name: 'Document à citer' }).fill(title);
  await dialog
    .getByRole('list', { name: 'Documents trouvés' })
    .getByRole('button', { name: title })
    .press('Enter');
  await dialog.getByRole('checkbox', { name: words }).press('Space');
  await dialog.getByRole('radio', { name: mode }).press('Space');
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Citer', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
}

/** Compares an excerpt with what its source says now, where this is shown as new, and keeps the text or takes the new one. */
export async function decide(
  page: Page,
  excerpt: Locator,
  { added, choice }: { added: string; choice: 'Garder ce texte' | 'Accepter la mise à jour' },
): Promise<void> {
  await expect(excerpt.getByRole('status')).toHaveText('Mise à jour disponible');
  await excerpt.getByRole('button', { name: 'Comparer' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Mise à jour de l’extrait' });
  await expect(dialog.locator('ins')).toContainText(added);
  await dialog.getByRole('button', { name: choice }).press('Enter');
  await expect(dialog).toBeHidden();
}
