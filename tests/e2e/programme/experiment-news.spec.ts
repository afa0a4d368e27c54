import { expect, type Page } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { openOnceItSays } from '../support/later.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const TITLE = 'Arbres et ombrage';
const latestMonth = (page: Page) =>
  page
    .getByRole('region', { name: 'Journal' })
    .getByRole('listitem')
    .filter({ has: page.locator('h3') })
    .first();
/** What was said of this log and has not been read: other journeys tell other things of the same experiment. */
const SAID = /commenté le journal/u;
const unreadOf = (page: Page, reason: RegExp) =>
  page
    .getByRole('region', { name: 'Non lues' })
    .getByRole('listitem')
    .filter({ hasText: TITLE })
    .filter({ hasText: SAID })
    .filter({ hasText: reason });
/** Whoever has answered there before, as in an earlier try of this journey, hears as one of the discussion. */
const TOLD = /Dans le programme|Dans votre discussion/u;
const ANSWERED = /Dans votre discussion/u;

/** Says this of the latest month of the log that is open. */
async function say(page: Page, words: string): Promise<void> {
  const month = latestMonth(page);
  await month.getByText('Commenter').click();
  await month.getByRole('textbox').fill(words);
  await month.getByRole('button', { name: 'Envoyer' }).click();
  await expect(month.getByText(words)).toBeVisible();
}

test('[NO12] [AF1] the reviewer comments a month; the pair hears, follows it to the place and answers; the reviewer hears the answer', async ({
  browser,
}) => {
  const marc = await pageOf(browser, 'relecture', `/experimentations?texte=${encodeURIComponent(TITLE)}`);
  await marc.getByRole('link', { name: TITLE }).first().click();
  await expect(marc.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await marc.goto(`${new URL(marc.url()).pathname}/journal`);
  const question = `Quel budget ? ${crypto.randomUUID().slice(0, 8)}`;
  const answer = `Douze mille euros. ${crypto.randomUUID().slice(0, 8)}`;
  await say(marc, question);

  const nadia = await pageOf(browser, 'metier.a');
  await openOnceItSays(nadia, '/notifications', TITLE, SAID, TOLD);
  await expect(nadia.getByRole('banner').getByTitle(/^Nouveautés/u)).toHaveAccessibleName(/vous concerne/u);
  await expectNoBarrier(nadia);
  await unreadOf(nadia, TOLD).getByRole('link').click();
  await expect(nadia).toHaveURL(/\/journal#said-log:\d{4}-\d{2}$/u);
  await expect(nadia.getByText(question)).toBeInViewport();
  // It asks something: it waits for the pair until one of them has answered.
  const asked = nadia.getByRole('link', { name: 'Répondre à Marc Delattre', exact: true });
  await nadia.goto('/a-faire');
  await asked.click();
  await expect(nadia.getByText(question)).toBeInViewport();
  await say(nadia, answer);
  await nadia.goto('/a-faire');
  await expect(nadia.getByRole('heading', { level: 1, name: 'À faire' })).toBeVisible();
  await expect(asked).toHaveCount(0);
  await nadia.goto('/notifications');
  await expect(unreadOf(nadia, TOLD)).toHaveCount(0);

  await openOnceItSays(marc, '/notifications', TITLE, 'Nadia Ferrand', SAID, ANSWERED);
  await unreadOf(marc, ANSWERED).getByRole('link').click();
  await expect(marc.getByText(answer)).toBeInViewport();

  // Another city of the programme, which does not read the log, hears nothing.
  const aurelie = await pageOf(browser, 'ville', '/notifications');
  await expect(aurelie.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(aurelie.getByText(SAID)).toHaveCount(0);
});
