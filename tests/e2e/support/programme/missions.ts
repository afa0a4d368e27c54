import { expect, type Page } from '@playwright/test';
import { choose } from '../choose.ts';

interface Order {
  readonly title: string;
  /** Words of the experiment in the list. */
  readonly experiment: string;
  readonly days: string;
  readonly from: string;
  readonly to: string;
}

/** Orders days of Camille Roche for the first experiment that is called so; answers where the mission is. */
export async function orderMission(page: Page, order: Order): Promise<string> {
  await page.goto('/missions/nouvelle');
  const experiments = page.getByLabel('Expérimentation (obligatoire)', { exact: true });
  await choose(experiments, order.experiment);
  await page.getByLabel('Cabinet').selectOption({ label: 'Cartes et Milieux' });
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByLabel('Nom de la mission').fill(order.title);
  await page.getByLabel('Camille Roche').check();
  await page.getByLabel('Jours accordés').fill(order.days);
  await page.getByLabel('Premier jour').fill(order.from);
  await page.getByLabel('Dernier jour').fill(order.to);
  await page.getByRole('button', { name: 'Passer cette commande' }).click();
  await expect(page.getByRole('heading', { level: 1, name: order.title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Fills in a day of work and sends it. */
export async function logDay(
  page: Page,
  { day, length, done }: { day: string; length: string; done: string },
): Promise<void> {
  await page.getByText('Noter un jour').click();
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Noter ce jour' }) });
  await form.getByLabel('Jour (obligatoire)', { exact: true }).fill(day);
  await form.getByLabel('Durée (en jours)').fill(length);
  await form.getByLabel('Ce qui a été fait').fill(done);
  await form.getByRole('button', { name: 'Noter ce jour' }).click();
}
