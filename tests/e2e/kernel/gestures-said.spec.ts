import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { documentsOfFirstGroup, pageOf } from '../support/documents.ts';
import { newMeeting } from '../support/held-meetings.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const said = (page: Page) => page.locator('.toasts [role="status"]');
const notice = (page: Page, name: string) => page.locator('.toasts').getByRole('button', { name });

async function press(control: Locator): Promise<void> {
  await control.focus();
  await control.press('Enter');
}

/** What was done is said, and the focus stands there, where it is seen. */
async function expectDone(page: Page, sentence: string | RegExp, focus: Locator): Promise<void> {
  await expect(said(page)).toHaveText(sentence);
  await expect(focus).toBeFocused();
  const box = await focus.boundingBox();
  expect(box?.y).toBeGreaterThan(0);
  expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
}

/** A page that is opened anew has nothing to say. */
async function expectSilence(page: Page): Promise<void> {
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(said(page)).toHaveText('');
}

/** A meeting with one point that waits to be accepted. */
async function meetingWithProposal(page: Page, observer: Page, title: string): Promise<string> {
  const path = await newMeeting(page, title, 2);
  const form = { intent: 'addItem', title: 'Données du département', minutes: '10', owner: '' };
  expect((await observer.request.post(path, { form })).status()).toBeLessThan(400);
  return path;
}

test('[WR6] by keyboard, points of an agenda are accepted, removed and put back: each is said, and the focus stays in the agenda', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'animation');
  const path = await meetingWithProposal(page, await pageOf(browser, 'atd'), 'Une séance qui dit ses gestes');
  await page.goto(path);
  const agenda = page.getByRole('heading', { level: 2, name: 'Ordre du jour' });
  await press(page.getByRole('button', { name: /^Accepter le point/u }));
  await expectDone(page, 'Le point est accepté.', agenda);
  const edit = page.getByLabel(/^Modifier le point .*Données du département/u);
  await press(edit);
  await press(page.getByRole('button', { name: /^Retirer le point .*Données du département/u }));
  await expectDone(page, 'Le point est retiré de l’ordre du jour.', agenda);
  await expectNoBarrier(page);
  await press(notice(page, 'Le remettre'));
  await expectDone(page, 'Le point est remis à l’ordre du jour.', agenda);
  await expect(edit).toBeVisible();
  await expectSilence(page);
});

test('[WR6] by keyboard, a vote is closed: the focus goes to the votes, and leaving the page takes the sentence away', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'animation');
  const path = await newMeeting(page, 'Une séance qui clôt un vote', 2);
  const running = `${path}/deroulement`;
  const vote = { question: 'Tirer au sort ?', choices: 'Pour\nContre', voices: 'person', quorum: 'none' };
  for (const form of [{ intent: 'open' }, { intent: 'vote', ...vote }])
    expect((await page.request.post(running, { form })).status()).toBeLessThan(400);
  await page.goto(running);
  // Those requests were gestures too: what they had to say was said where they led.
  await expectSilence(page);
  await press(page.getByRole('button', { name: /^Clore le vote/u }));
  await expectDone(
    page,
    'Le vote « Tirer au sort ? » est clos.',
    page.getByRole('heading', { level: 2, name: 'Votes' }),
  );
  await press(page.getByRole('link', { name: 'La séance', exact: true }));
  await expect(page).toHaveURL(new RegExp(`${path}`));
  await expect(said(page)).toHaveText('');
});

test('[WR6] [G3] by keyboard, a member is removed and comes back by the notice; an invitation is sent, and withdrawn', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'animation');
  const group = (await documentsOfFirstGroup(page)).replace(/\/documents$/u, '');
  await page.goto(`${group}/membres`);
  const members = page.locator('h2#members');
  const member = page.getByRole('listitem').filter({ hasText: 'Yann Le Goff' });
  await press(member.locator('summary'));
  await press(member.getByRole('button', { name: 'Retirer du groupe' }));
  await expectDone(page, 'Yann Le Goff ne fait plus partie du groupe.', members);
  await expect(member).toHaveCount(0);
  await expectNoBarrier(page);
  await press(notice(page, 'Annuler le retrait'));
  await expectDone(page, 'Le retrait est annulé : rôle et date de fin sont rétablis.', members);
  await expect(member).toBeVisible();

  const email = `dite.${Date.now()}@valmont.example`;
  const invite = page.getByRole('region', { name: 'Inviter quelqu’un' });
  await invite.getByLabel('Adresse professionnelle').fill(email);
  await invite.getByLabel('Prénom et nom').fill('Dite Arnaud');
  await choose(invite.getByLabel('Organisation'), 'Valmont-sur-Loire');
  const send = invite.getByRole('button', { name: 'Envoyer l’invitation' });
  await press(send);
  // Its button is still there: whoever invites several people goes on from it.
  await expectDone(page, /^L’invitation est faite, son courriel est écrit\. Aucun serveur d’envoi/u, send);
  await press(page.getByRole('button', { name: `Retirer l’invitation de ${email}` }));
  await expect(said(page)).toHaveText('L’invitation est retirée : son lien ne sert plus.');
  // Without any other invitation the list is gone with its heading.
  await expect(page.locator('#pending, h1').and(page.locator(':focus'))).toBeVisible();
  await expectSilence(page);
});

test('[WR6] [DN6] by keyboard, a need is removed and put back by the notice', async ({ browser }) => {
  const page = await pageOf(browser, 'animation', '/experimentations');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/experimentations\/./u);
  const needs = `${new URL(page.url()).pathname}/besoins`;
  await page.goto(`${needs}/nouveau`);
  await page.getByLabel('Données recherchées').fill('Hauteur des arbres');
  for (const name of [
    'Type de producteur',
    'Importance',
    'Statut d’accès',
    'Fréquence de mise à jour',
    'Licence',
  ])
    await page.getByLabel(name).selectOption({ index: 1 });
  await press(page.getByRole('button', { name: 'Ajouter au tableau' }));
  const heading = page.getByRole('heading', { level: 1 });
  await expectDone(page, '« Hauteur des arbres » est dans le tableau.', heading);
  await press(page.getByRole('button', { name: 'Retirer du tableau' }));
  await expectDone(page, '« Hauteur des arbres » est retiré du tableau.', heading);
  await expectNoBarrier(page);
  await press(notice(page, 'Annuler le retrait'));
  await expectDone(
    page,
    '« Hauteur des arbres » est remis dans le tableau.',
    page.getByRole('heading', { level: 2, name: 'Besoins de données' }),
  );
  await expectSilence(page);
});

test('[WR6] without script, what was done is said on the page that follows, once, and undone from there', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'animation', undefined, { javaScriptEnabled: false });
  const path = await newMeeting(page, 'Une séance sans script', 2);
  await page.goto(path);
  const item = page.locator('.meeting-agenda > li').filter({ hasText: 'Tirer 200 arbres' });
  await item.getByLabel(/^Modifier le point/u).click();
  await item.getByRole('button', { name: /^Retirer le point/u }).click();
  await expect(said(page)).toHaveText('Le point est retiré de l’ordre du jour.');
  await expect(said(page)).toBeVisible();
  await notice(page, 'Le remettre').click();
  await expect(said(page)).toHaveText('Le point est remis à l’ordre du jour.');
  await expect(item).toBeVisible();
  await expectSilence(page);
  expect(new URL(page.url()).search).toBe('');
});
