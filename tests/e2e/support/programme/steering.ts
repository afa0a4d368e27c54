import { expect, type Page } from '@playwright/test';
import { dayOf } from './days.ts';

/** The page of steering says what stands of one experiment today, nothing of it on the day of its embargo, and what was so between. */
export async function expectSteered(
  marc: Page,
  { season, title, data }: { season: number; title: string; data: readonly string[] },
): Promise<void> {
  const themes = marc.getByRole('region', { name: 'Expérimentations par thème', exact: true });
  const missions = marc.getByRole('region', { name: 'Missions de conseil', exact: true });
  const needs = marc.getByRole('region', { name: 'Besoins de données' }).first();
  await expect(themes).toContainText('1 expérimentation, dont 1 en cours.');
  await expect(missions).toContainText('1 mission\u00a0: 2 jours consommés sur 2 accordés.');
  await expect(missions.getByRole('row', { name: /Appui aux plantations/ })).toContainText('100');
  await needs.getByRole('link', { name: /^Entreprise, Fermée sans raison\s: 2 besoins$/ }).click();
  await expect(marc.locator('tbody tr')).toHaveCount(2);
  for (const name of data) await expect(marc.getByRole('row', { name })).toContainText(title);

  await marc.goto(`/pilotage?saison=${season}`);
  await marc.getByLabel('À la date du').fill(dayOf(-3, 20));
  await marc.getByRole('button', { name: 'Filtrer le pilotage' }).click();
  await expect(themes).toContainText('Aucune expérimentation n’était ouverte à cette date.');
  await expect(missions).toContainText('Aucune mission n’était commandée à cette date.');
  await expect(needs).toContainText('Aucun besoin de données n’était déclaré à cette date.');
  await marc.goto(`/pilotage?saison=${season}&date=${dayOf(-1, 9)}`);
  await expect(themes).toContainText('1 expérimentation, dont 1 en cours.');
  await expect(missions).toContainText('1 mission\u00a0: 0 jour consommé sur 2 accordés.');
}
