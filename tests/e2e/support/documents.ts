import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test';
import { comeBack } from './sign-in.ts';

export const SAVED = 'Enregistré';

/** A page of a browser of its own, signed in as this person of the demonstration; it opens nothing unless it is told what. */
export async function pageOf(
  browser: Browser,
  person: string,
  path?: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  await comeBack(context, `${person}@demo.example`, options.baseURL);
  const page = await context.newPage();
  if (path !== undefined) await page.goto(path);
  return page;
}

/** Address of the list of documents of the first group of the demonstration. */
export async function documentsOfFirstGroup(page: Page): Promise<string> {
  return `/groupes/${await firstGroup(page)}/documents`;
}

async function firstGroup(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/groups');
  const { items }: { items: { id: string }[] } = await answer.json();
  return items[0]?.id ?? '';
}

/** Makes a document in the first group by REST, opens it, and waits until it may be written; answers its address. */
export async function newDocument(page: Page, title: string): Promise<string> {
  const group = await firstGroup(page);
  const made = await page.request.post(`/api/v1/groups/${group}/documents`, { data: { title } });
  expect(made.status(), await made.text()).toBe(201);
  const { url }: { url: string } = await made.json();
  const { pathname } = new URL(url);
  await page.goto(pathname);
  await expect(editorOf(page)).toBeVisible();
  return pathname;
}

export function editorOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Texte du document' });
}

export function saveStateOf(page: Page): Locator {
  return page.locator('.save');
}

/** Waits until the keys of the tools are heard, which are loaded with the first sign of writing. */
export async function whenToolsListen(page: Page): Promise<void> {
  await expect(editorOf(page)).toHaveAttribute('aria-keyshortcuts', /./);
}

/** Inserts a block at the end of the text by its name, once the menu (loaded with the first sign of writing) has chosen it, and writes in it. */
export async function insert(page: Page, command: string, name: string | RegExp, words = ''): Promise<void> {
  await write(page, `/${command}`);
  await expect(page.getByRole('option', { name, selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(words);
}

/** Writes at the end of the text. */
export async function write(page: Page, text: string): Promise<void> {
  await editorOf(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}
