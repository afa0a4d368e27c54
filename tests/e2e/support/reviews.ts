import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a round from the page of a document’s rounds, and gives its path. */
export async function openRound(
  page: Page,
  {
    organisations,
    questions = '',
    quorum = 1,
    replace = false,
  }: { organisations: readonly string[]; questions?: string; quorum?: number; replace?: boolean },
): Promise<string> {
  const form = page.getByRole('region', { name: /^Ouvrir une/u });
  for (const box of await form.getByRole('group').getByRole('checkbox').all()) await box.uncheck();
  for (const name of organisations)
    await form.getByRole('checkbox', { name: new RegExp(`^${name}`, 'u') }).check();
  await form.getByLabel('Échéance').fill(inDays(7));
  await form.getByLabel('Quorum').fill(String(quorum));
  await form.getByLabel('Questions posées').fill(questions);
  if (replace) await form.getByRole('checkbox', { name: /^Remplacer/u }).check();
  await form.getByRole('button', { name: 'Soumettre le texte et ouvrir' }).click();
  await expect(page.getByText('La relecture est ouverte.')).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Gives an organisation’s answer on the page of a round. */
export async function answer(page: Page, choice: string, reason = ''): Promise<void> {
  await page.getByRole('radio', { name: choice, exact: true }).check();
  if (reason) await page.getByLabel('Motif ou remarque').fill(reason);
  await page.getByRole('checkbox', { name: /^J’ai lu ce texte/u }).check();
  await page.getByRole('button', { name: 'Signer cette réponse' }).click();
}

/** The line of an organisation among the answers. */
export function rowOf(page: Page, organisation: string): Locator {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: organisation, exact: true }) });
}

/** What leaves from the page of a round that was held: its bytes, and where they are checked. */
export async function leavingOf(page: Page): Promise<{ pdf: Buffer; json: Buffer; verification: string }> {
  const bytesOf = async (name: string) => {
    const href = await page.getByRole('link', { name }).getAttribute('href');
    const answer = await page.request.get(href ?? '');
    expect(answer.status()).toBe(200);
    return answer.body();
  };
  const verification = await page
    .getByRole('link', { name: 'Page publique de vérification' })
    .getAttribute('href');
  return {
    pdf: await bytesOf('Texte signé (PDF)'),
    json: await bytesOf('Texte exact (JSON)'),
    verification: verification ?? '',
  };
}

/** A day to come, at noon, as a field of the browser has it. */
function inDays(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T12:00`;
}
