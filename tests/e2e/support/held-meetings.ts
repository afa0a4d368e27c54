import { expect, type Locator, type Page } from '@playwright/test';

const HOUR = 3_600_000;

/** Plans a meeting of the first group, so many hours from now, with one item; answers its address. */
export async function newMeeting(
  page: Page,
  title: string,
  inHours: number,
  { invite = false } = {},
): Promise<string> {
  const { request } = page;
  const { items }: { items: { id: string }[] } = await (await request.get('/api/v1/groups')).json();
  const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
  const made = await request.post(`/api/v1/groups/${items[0]?.id}/meetings`, {
    data: { title, startsAt: at(inHours), endsAt: at(inHours + 1), invite },
  });
  expect(made.status(), await made.text()).toBe(201);
  const { id }: { id: string } = await made.json();
  const path = `/seances/${id}`;
  const item = await request.post(path, {
    form: { intent: 'addItem', title: 'Tirer 200 arbres', minutes: '20', owner: '' },
  });
  expect(item.status()).toBeLessThan(400);
  return path;
}

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
export const voteOn = (page: Page, question: string): Locator => page.getByRole('region', { name: question });

/** Casts a voice: the first that this person has, or the one of this name. */
export async function cast(page: Page, question: string, choice: string, voice = ''): Promise<void> {
  const ballot = voteOn(page, question)
    .locator('form')
    .filter({ has: page.getByRole('group', { name: new RegExp(`^Voix\\s:.*${voice}`, 'u') }) })
    .first();
  await ballot.getByRole('radio', { name: choice }).check();
  await ballot.getByRole('button', { name: /^(Voter|Changer mon vote)/u }).click();
}
