import { expect, type Page } from '@playwright/test';
import { choose } from '../choose.ts';

interface Call {
  readonly title: string;
  readonly opens: string;
  readonly closes: string;
  /** The latest one when it is not said. */
  readonly season?: string;
}

/** A call is prepared, with half an hour of tolerance; gives the address of its page in the administration. */
export async function prepareCall(page: Page, { title, opens, closes, season }: Call): Promise<string> {
  await page.goto('/administration/appels/nouveau');
  if (season) await page.getByLabel('Saison').selectOption({ label: season });
  await page.getByLabel('Titre').fill(title);
  await page.getByLabel('Présentation').fill('Des villes qui expérimentent.\n\nSix à neuf mois.');
  await page.getByLabel('Jour d’ouverture').fill(opens);
  await page.getByLabel('Heure d’ouverture').fill('09:00');
  await page.getByLabel('Jour de clôture').fill(closes);
  await page.getByLabel('Heure de clôture').fill('12:00');
  await page.getByLabel('Tolérance, en minutes').fill('30');
  await page.getByRole('button', { name: 'Créer un appel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** A season of its own, with two themes. */
export async function createSeason(
  page: Page,
  { number, name, from, to }: { number: number; name: string; from: string; to: string },
): Promise<void> {
  await page.goto('/administration/saisons');
  const season = page.getByRole('region', { name: 'Nouvelle saison' });
  await season.getByLabel('Numéro').fill(String(number));
  await season.getByLabel('Nom (obligatoire)', { exact: true }).fill(name);
  await season.getByLabel('Premier jour').fill(from);
  await season.getByLabel('Dernier jour').fill(to);
  await season.getByLabel('Thème à l’icône de soleil').fill('Transition environnementale');
  await season.getByLabel('Thème à l’icône de feuille').fill('Biodiversité');
  await season.getByRole('button', { name: 'Créer la saison' }).click();
  await expect(page.getByText('La saison est créée.')).toBeVisible();
}

/** Changes the form without code: a section less, a question more, saved as a new version. */
export async function changeForm(
  page: Page,
  address: string,
  { without, section, question }: { without: string; section: string; question: string },
): Promise<void> {
  await page.goto(`${address}/formulaire`);
  await page.getByRole('button', { name: `Retirer, ${without}`, exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'La section est retirée' })).toBeVisible();
  const region = page.getByRole('region', { name: section, exact: true });
  await region.getByText('Nouvelle question').click();
  await region.getByLabel('Question (obligatoire)', { exact: true }).fill(question);
  await region.getByRole('button', { name: 'Ajouter la question' }).click();
  await page.getByLabel('Réponse obligatoire').check();
  await page.getByRole('button', { name: 'Garder ce changement' }).click();
  await page.getByRole('button', { name: 'Enregistrer la version 2' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'La nouvelle version est enregistrée' }),
  ).toBeVisible();
}

/** Criteria weigh this much, in their order. */
export async function weighCriteria(page: Page, weights: readonly number[]): Promise<void> {
  const criteria = page.getByRole('region', { name: 'Critères et poids' });
  for (const [at, weight] of weights.entries())
    await criteria.getByLabel('Poids (%)').nth(at).fill(String(weight));
  await criteria.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Les critères sont enregistrés' })).toBeVisible();
}

/** This organisation may apply without a convention of the programme. */
export async function exempt(page: Page, organisation: string, reason: string): Promise<void> {
  const derogations = page.getByRole('region', { name: 'Dérogations' });
  await choose(derogations.getByLabel('Organisation'), organisation);
  await derogations.getByLabel('Motif').fill(reason);
  await derogations.getByRole('button', { name: 'Accorder la dérogation' }).click();
  await expect(derogations).toContainText(`${organisation}\u00a0: accordée`);
}
