import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test';
import { signIn } from './sign-in.ts';

export const SAVED = 'Enregistré';

/** A page of a browser of its own, signed in as this person of the demonstration. */
export async function pageOf(
  browser: Browser,
  person: string,
  path = '/',
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  await signIn(context, `${person}@demo.example`);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** Address of the list of documents of the first group of the demonstration. */
export async function documentsOfFirstGroup(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/groups');
  const { items }: { items: { id: string }[] } = await answer.json();
  return `/groupes/${items[0]?.id}/documents`;
}

/** Makes a document in the first group by its form, and waits until it may be written. */
export async function newDocument(page: Page, title: string): Promise<string> {
  await page.goto(await documentsOfFirstGroup(page));
  await page.getByLabel('Titre du document').fill(title);
  await page.getByRole('button', { name: 'Créer le document' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(editorOf(page)).toBeVisible();
  return new URL(page.url()).pathname;
}

export function editorOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Texte du document' });
}

export function saveStateOf(page: Page): Locator {
  return page.locator('.save');
}

/** Inserts a block at the end of the text by its name, and writes it. */
export async function insert(page: Page, command: string, name: string, words: string): Promise<void> {
  await write(page, `/${command}`);
  await expect(page.getByRole('option', { name })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(words);
}

/** Writes at the end of the text. */
export async function write(page: Page, text: string): Promise<void> {
  await editorOf(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}
