import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { pageOf } from './documents.ts';

export const SAVED = 'Enregistré';

/** The columns of a new board, in order. */
export const COLUMNS = ['À faire', 'En cours', 'Relecture', 'Fait'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** Makes a board in the first group of the demonstration with these cards, by REST; answers its address. */
export async function newBoard(
  page: Page,
  title: string,
  cards: Partial<Record<ColumnName, readonly string[]>> = {},
): Promise<string> {
  const { request } = page;
  const { items }: { items: { id: string }[] } = await (await request.get('/api/v1/groups')).json();
  const made = await request.post(`/api/v1/groups/${items[0]?.id}/boards`, { data: { title } });
  const { id, url }: { id: string; url: string } = await made.json();
  const whole = await request.get(`/api/v1/boards/${id}`);
  const { columns }: { columns: { id: string; name: string }[] } = await whole.json();
  for (const { id: columnId, name } of columns) {
    for (const title of cards[COLUMNS.find((known) => known === name) ?? 'Fait'] ?? []) {
      const added = await request.post(`/api/v1/boards/${id}/cards`, { data: { title, columnId } });
      expect(added.status()).toBe(201);
    }
  }
  return new URL(url).pathname;
}

/** Opens a board and waits until it is alive. */
export async function openBoard(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('grid', { name: COLUMNS[0], exact: true })).toBeVisible();
}

export function columnOf(page: Page, name: ColumnName): Locator {
  return page.getByRole('grid', { name, exact: true });
}

export function cardOf(page: Page, title: string): Locator {
  return page.getByRole('row').filter({ has: page.getByText(title, { exact: true }) });
}

/** The titles that a column shows, in order. */
export async function expectCards(page: Page, column: ColumnName, titles: readonly string[]): Promise<void> {
  await expect(columnOf(page, column).locator('.kcard-title')).toHaveText([...titles]);
}

/** What the board says to screen readers. */
export function spokenOf(page: Page): Locator {
  return page.locator('[data-spoken]');
}

/** Somebody with a new board, which is not opened: three cards to do, one in progress. */
export async function oneWithBoard(browser: Browser, title: string): Promise<{ nadia: Page; path: string }> {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newBoard(nadia, title, {
    'À faire': ['Plans', 'Relevés', 'Photos'],
    'En cours': ['Devis'],
  });
  return { nadia, path };
}

/** Two people of two cities on one such board. */
export async function twoOnOneBoard(
  browser: Browser,
  title: string,
): Promise<{ nadia: Page; yann: Page; path: string }> {
  const { nadia, path } = await oneWithBoard(browser, title);
  const yann = await pageOf(browser, 'metier.b');
  await Promise.all([openBoard(nadia, path), openBoard(yann, path)]);
  return { nadia, yann, path };
}

/** A day of the calendar. */
export function dayOf(page: Page, day: string): Locator {
  return page.locator(`[data-day="${day}"]`);
}

/** A card in the calendar or on the timeline. */
export function cardLink(page: Page, title: string): Locator {
  return page.getByRole('main').getByRole('link', { name: title, exact: true });
}
