import { expect, test } from '@playwright/test';
import { newBoard } from './support/boards.ts';
import { pageOf } from './support/documents.ts';
import { expectNoBarrier } from './support/no-barrier.ts';

test('[B73] due days are read by a calendar under an address of one’s own, which ends when one says so', async ({
  browser,
  playwright,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newBoard(page, 'Échéances à suivre', { 'À faire': ['Relever les compteurs'] });
  const boardId = path.split('/')[2]?.slice(0, 36) ?? '';
  const { cards }: { cards: { id: string }[] } = await (
    await page.request.get(`/api/v1/boards/${boardId}`)
  ).json();
  await page.request.patch(`/api/v1/boards/${boardId}/cards/${cards[0]?.id}`, {
    data: { due: '2031-05-12' },
  });

  await page.goto('/compte');
  await page.getByRole('link', { name: 'Calendriers' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Nouvelle adresse' })).toBeVisible();
  await page
    .getByLabel('Que doit montrer ce calendrier')
    .selectOption({ label: 'Toutes les échéances de « Échéances à suivre »' });
  await page.getByRole('button', { name: 'Créer l’adresse' }).press('Enter');
  const field = page.getByLabel('Adresse du calendrier', { exact: true });
  await expect(field).toBeFocused();
  const address = await field.inputValue();
  expect(address).toMatch(/\/calendriers\/[\w-]{43}\.ics$/);
  await expectNoBarrier(page);

  // As a program of calendars: without cookie.
  const program = await playwright.request.newContext();
  await expect
    .poll(async () => (await (await program.get(address)).text()).includes('SUMMARY:Relever les compteurs'))
    .toBe(true);
  expect(await (await program.get(address)).text()).toContain('DTSTART;VALUE=DATE:20310512');

  await page.reload();
  await expect(field).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: 'Échéances à suivre' });
  await row.getByRole('button', { name: /^Supprimer l’adresse de/ }).press('Enter');
  await expect(page.getByText('L’adresse est supprimée')).toBeVisible();
  await expect(row).toHaveCount(0);
  expect((await program.get(address)).status()).toBe(404);
  await program.dispose();
  await page.context().close();
});
