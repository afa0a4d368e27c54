import { expect, type Page } from '@playwright/test';

/** Writes this month of the log, and the days that the business side spent. */
export async function writeMonth(
  page: Page,
  address: string,
  { month, mood, done, days }: { month: string; mood: RegExp; done: string; days: string },
): Promise<void> {
  await page.goto(`${address}/journal?mois=${month}`);
  await page.getByRole('radio', { name: mood }).check();
  await page.getByLabel('Ce qui a été fait').fill(done);
  await page.getByLabel('Référent métier').fill(days);
  await page.getByRole('button', { name: 'Enregistrer le mois' }).click();
  await expect(page.getByText('est enregistré.')).toBeVisible();
}

interface Need {
  readonly wanted: string;
  readonly producer: string;
  readonly importance: 'Indispensable' | 'Utile';
  readonly access: string;
  readonly reason?: string;
}

/** Adds a line to the experiment’s table of data needs. */
export async function addNeed(page: Page, address: string, need: Need): Promise<void> {
  await page.goto(`${address}/besoins`);
  await page.getByRole('link', { name: 'Ajouter un besoin' }).click();
  await page.getByLabel('Données recherchées').fill(need.wanted);
  await page.getByLabel('Type de producteur').selectOption({ label: need.producer });
  await page.getByLabel('Importance').selectOption({ label: need.importance });
  await page.getByLabel('Statut d’accès').selectOption({ label: need.access });
  if (need.reason) await page.getByLabel('Motif ou précision').selectOption({ label: need.reason });
  await page.getByLabel('Fréquence de mise à jour').selectOption({ index: 1 });
  await page.getByLabel('Licence').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Ajouter au tableau' }).click();
  await expect(page.getByRole('heading', { level: 1, name: need.wanted })).toBeVisible();
}
