import { type Browser, expect, type Page } from '@playwright/test';
import { newBoard, openBoard } from '../support/boards.ts';
import { commentOn, threadsOf } from '../support/comments.ts';
import { newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { openOnceItSays } from '../support/later.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { startOwnServer } from '../support/own-server.ts';
import { signIn } from '../support/sign-in.ts';

const WORDS = 'trois rangées de tilleuls';
const bellOf = (page: Page) => page.getByRole('banner').getByTitle(/^Nouveautés/u);
const unreadOf = (page: Page) => page.getByRole('region', { name: 'Non lues' });

/** A document of Nadia, which Marc has commented. */
async function commented(
  browser: Browser,
  title: string,
  nadia: Page,
  at: { readonly baseURL?: string } = {},
): Promise<string> {
  const path = await newDocument(nadia, title);
  await write(nadia, `Planter ${WORDS} le long du quai.`);
  await expect(saveStateOf(nadia)).toContainText(SAVED);
  const marc = await pageOf(browser, 'relecture', path, at);
  await commentOn(marc, WORDS, 'Pourquoi trois ?');
  await expect(threadsOf(marc).first()).toContainText('Pourquoi trois ?');
  return path;
}

test('[NO3] [NO6] what others do to my text is one line behind the bell; opening reads it; I choose how closely I follow', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const title = `Ombre sur les quais ${crypto.randomUUID().slice(0, 8)}`;
  await commented(browser, title, nadia);
  const line = unreadOf(nadia).getByRole('listitem').filter({ hasText: title });
  await openOnceItSays(nadia, '/notifications', title, 'Marc Delattre');
  await expect(line).toContainText('Marc Delattre');
  await expect(line).toHaveCount(1);
  await expect(bellOf(nadia)).toHaveAccessibleName(/vous concerne/u);
  await expectNoBarrier(nadia);

  await line.getByRole('link', { name: /a commenté/u }).click();
  await expect(nadia.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await bellOf(nadia).click();
  const read = nadia
    .getByRole('region', { name: 'Déjà lues' })
    .getByRole('listitem')
    .filter({ hasText: title });
  await expect(read).toBeVisible();
  await expect(line).toHaveCount(0);

  await read.getByRole('link', { name: /^Suivi de/u }).click();
  await expect(nadia.getByRole('radio', { name: /^Comme le groupe/u })).toBeChecked();
  await expectNoBarrier(nadia);
  await nadia.getByRole('radio', { name: /^Tout/u }).check();
  await nadia.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(nadia.getByText('Votre choix est enregistré.')).toBeVisible();
  await nadia.goto('/compte/notifications');
  const followed = nadia.getByRole('region', { name: /suivis à part/u }).getByRole('listitem');
  await expect(followed.filter({ hasText: title })).toContainText('Tout');
  await expectNoBarrier(nadia);
});

test('[NO3] from the page of a document, a board and a group I choose how closely I follow it, by keyboard', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const board = await newBoard(nadia, 'Suivi des quais', { 'À faire': ['Planter'] });
  const document = await newDocument(nadia, 'Quais à suivre');
  const choose = async (level: RegExp, title: string) => {
    await expect(
      nadia.getByRole('heading', { level: 1, name: new RegExp(`^Suivi de .*${title}`, 'u') }),
    ).toBeVisible();
    await nadia.getByRole('radio', { name: level }).focus();
    await nadia.keyboard.press('Space');
    await nadia.getByRole('button', { name: 'Enregistrer' }).press('Enter');
    await expect(nadia.getByText('Votre choix est enregistré.')).toBeVisible();
  };
  await nadia.goto(document);
  await nadia.getByLabel('Autres actions').press('Enter');
  await nadia.getByRole('link', { name: /^Suivi\s: ce qui me concerne$/u }).press('Enter');
  await choose(/^Tout/u, 'Quais à suivre');
  await nadia.getByRole('link', { name: 'Ouvrir' }).press('Enter');
  await nadia.getByLabel('Autres actions').press('Enter');
  await expect(nadia.getByRole('link', { name: /^Suivi\s: tout$/u })).toBeVisible();

  await openBoard(nadia, board);
  await nadia.getByRole('button', { name: 'Actions du tableau' }).press('Enter');
  await nadia.getByRole('menuitem', { name: /^Suivi\s: ce qui me concerne$/u }).press('Enter');
  await choose(/^Rien/u, 'Suivi des quais');

  await nadia.goto(board);
  await nadia
    .getByRole('navigation', { name: 'Fil d’Ariane' })
    .locator('a[href^="/groupes/"]')
    .first()
    .press('Enter');
  await nadia.getByRole('link', { name: /^Suivi\s: ce qui me concerne$/u }).press('Enter');
  await expect(nadia.getByRole('radio', { name: /^Ce qui me concerne/u })).toBeChecked();
  await expectNoBarrier(nadia);
});

test('[NO4] [NO9] a mail comes as chosen, and its own link ends such mails without signing in, and takes it back', async ({
  browser,
}) => {
  // Of its own: nobody has had a mail there in the last quarter of an hour ([NO11]).
  const server = await startOwnServer();
  const at = { baseURL: server.origin };
  try {
    const nadia = await pageOf(browser, 'metier.a', '/compte/notifications', at);
    const kind = nadia.getByLabel('On touche à ce que vous avez créé');
    await kind.selectOption({ label: 'Par courriel, aussitôt' });
    await nadia.getByLabel('À partir de').selectOption('0');
    await nadia.getByLabel('Jusqu’à').selectOption('0');
    await nadia.getByLabel(/^Le samedi et le dimanche/u).uncheck();
    await nadia.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(nadia.getByText('Vos réglages sont enregistrés.')).toBeVisible();
    await commented(browser, 'Tilleuls des quais', nadia, at);

    const admin = await pageOf(browser, 'admin', undefined, at);
    const mail = admin
      .getByRole('listitem')
      .filter({ hasText: 'metier.a@demo.example' })
      .filter({ hasText: /Marc Delattre a commenté .*Tilleuls des quais/u })
      .first();
    await openOnceItSays(
      admin,
      '/administration/courriels',
      /Marc Delattre a commenté .*Tilleuls des quais/u,
    );
    await mail.locator('summary').first().click();
    const [, path = ''] = /(\/desabonnement\/\S+)/u.exec((await mail.allInnerTexts()).join()) ?? [];

    const outside = await browser.newContext(at);
    const page = await outside.newPage();
    await page.goto(path);
    await expectNoBarrier(page);
    await page.getByRole('button', { name: 'Ne plus les recevoir' }).click();
    await expect(page.getByText(/^C’est fait/u)).toBeVisible();
    await nadia.goto('/compte/notifications');
    await expect(kind).toHaveValue('app');
    await page.getByRole('button', { name: 'Les recevoir à nouveau' }).click();
    await expect(page.getByText(/^C’est rétabli/u)).toBeVisible();
    await nadia.reload();
    await expect(kind).toHaveValue('mail');

    // As a mail program does it by itself.
    const answer = await outside.request.post(path, { form: { 'List-Unsubscribe': 'One-Click' } });
    expect(answer.status()).toBe(200);
    await nadia.reload();
    await expect(kind).toHaveValue('app');
    expect((await outside.request.get(`${path}x`)).status()).toBe(404);
    await signIn(outside, 'metier.b@demo.example');
    await page.goto('/compte/notifications');
    await expect(page.getByLabel('On touche à ce que vous avez créé')).toHaveValue('digest');
  } finally {
    await server.remove();
  }
});
