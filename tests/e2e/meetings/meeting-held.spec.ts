import { createHash, randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import {
  documentsOfFirstGroup,
  editorOf,
  insert,
  pageOf,
  SAVED,
  saveStateOf,
  write,
} from '../support/documents.ts';
import { button, cast, newMeeting, voteOn } from '../support/held-meetings.ts';
import { test } from '../support/journey.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** The parts of the journey below: each continues the one before. */
interface Story {
  readonly title: string;
  readonly path: string;
  readonly claire: Page;
  readonly nadia: Page;
  readonly yann: Page;
}

async function prepare(browser: Browser, title: string): Promise<Story> {
  const claire = await pageOf(browser, 'animation');
  const path = await newMeeting(claire, title, 1, { invite: true });
  const link = await linkMailedTo(browser, 'metier.b@demo.example', new RegExp(title, 'u'), /reponse=yes/u);
  const yann = await pageOf(browser, 'metier.b', link);
  await button(yann, 'Confirmer').click();
  await expect(yann.getByText('Votre réponse est enregistrée.')).toBeVisible();
  const nadia = await pageOf(browser, 'metier.a', path, { viewport: { width: 390, height: 844 } });
  await nadia.getByText('Proposer un point', { exact: true }).click();
  await nadia.getByLabel('Point (obligatoire)', { exact: true }).fill('Dates du printemps');
  await button(nadia, 'Proposer').click();
  await expect(nadia.getByText('Votre proposition est enregistrée.')).toBeVisible();
  await claire.goto(path);
  await button(claire, /^Accepter le point/u).click();
  await expect(claire.getByText('35 min prévues sur 1 h')).toBeVisible();
  await expect(claire.getByRole('region', { name: 'Qui vient' })).toContainText('Yann Le Goff');
  for (const page of [claire, nadia, yann]) await page.goto(`${path}/deroulement`);
  return { title, path, claire, nadia, yann };
}

async function attend({ claire, nadia, yann }: Story) {
  await button(claire, 'Ouvrir la séance').click();
  await expect(claire.getByText('Séance en cours')).toBeVisible();
  await button(nadia, 'Je suis sur place').click();
  await button(yann, 'Je suis à distance').click();
  await button(claire, 'Je suis sur place').click();
  await expect(claire.getByText('Votre présence est signalée.')).toBeVisible();
  await expect(claire.locator('li').filter({ hasText: 'à distance' }).first()).toBeVisible();
  // Who cannot come has told the facilitator.
  const proxies = claire.getByRole('region', { name: 'Pouvoirs' });
  await proxies.locator('summary').click();
  await proxies.getByLabel('Voix confiée').selectOption({ label: 'Samira Benali' });
  await proxies.getByLabel('Portée par').selectOption({ label: 'Yann Le Goff' });
  await proxies.getByRole('button', { name: 'Confier la voix' }).click();
  await expect(proxies.getByRole('listitem')).toContainText('Samira Benali');
  await button(claire, /^Commencer le point.*Tirer/u).click();
  await expect(claire.locator('[aria-current="step"]')).toContainText('Tirer 200 arbres');
  await expect(nadia.locator('[aria-current="step"]')).toContainText('Tirer 200 arbres');
  await button(yann, 'Demander la parole').click();
  await expect(yann.getByText('Votre rang : 1.')).toBeVisible();
  await button(claire, /^Donner la parole/u).click();
  await expect(yann.getByText('Vous avez la parole.')).toBeVisible();
  await button(yann, 'J’ai fini').click();
}

async function vote({ claire, nadia, yann }: Story) {
  await claire.getByText('Ouvrir un vote').click();
  await claire.getByLabel('Question').fill('Deux strates ?');
  await claire.getByLabel('Voix', { exact: true }).selectOption('person');
  await button(claire, 'Ouvrir le vote').click();
  await expect(voteOn(claire, 'Deux strates ?')).toContainText('Vote ouvert');
  await cast(nadia, 'Deux strates ?', 'Pour');
  await expect(voteOn(nadia, 'Deux strates ?')).toContainText('Voix donnée');
  await cast(yann, 'Deux strates ?', 'Abstention', 'Samira Benali');
  await expect(voteOn(yann, 'Deux strates ?')).toContainText('Voix donnée : Abstention.');
  // With an open vote and the text that is being written.
  await expectNoBarrier(claire);
  // Somebody votes while it is closed: their page does not know yet.
  const late = voteOn(yann, 'Deux strates ?').locator('form').filter({ hasText: 'Yann Le Goff' });
  await late.getByRole('radio', { name: 'Contre' }).check();
  await yann.route('**/deroulement/etat', (route) => route.abort());
  await button(claire, /^Clore le vote/u).click();
  const outcome = voteOn(claire, 'Deux strates ?');
  await expect(outcome).toContainText('« Pour » l’emporte avec 1 voix sur 2.');
  await expect(outcome).toContainText(/Quorum atteint\s: 4 voix/u);
  await late.getByRole('button', { name: /^Voter/u }).click();
  await expect(yann.getByRole('alert')).toContainText('n’a pas été compté. Vous aviez choisi « Contre ».');
  await yann.unroute('**/deroulement/etat');
}

/** Three people write in the page of the meeting. */
async function writeMinutes({ claire, nadia, yann }: Story) {
  await button(claire, 'Commencer le compte rendu').click();
  for (const page of [claire, nadia, yann]) await expect(editorOf(page)).toContainText('1. Tirer 200 arbres');
  await write(claire, 'Écrit par Claire.');
  await expect(editorOf(nadia)).toContainText('Écrit par Claire.');
  await write(nadia, ' Et par Nadia.');
  await expect(editorOf(yann)).toContainText(' Et par Nadia.');
  await write(yann, ' Et par Yann.');
  await expect(editorOf(claire)).toContainText(' Et par Yann.');
}

/** What is decided and to be done is written there, and becomes objects; the meeting goes on around the text. */
async function decide({ claire, nadia, yann }: Story) {
  await write(claire, '');
  await claire.keyboard.press('Enter');
  await insert(claire, 'décision', 'Décision', 'Planter sur deux strates');
  await expect(editorOf(nadia)).toContainText('Planter sur deux strates');
  await write(nadia, '');
  await nadia.keyboard.press('Enter');
  await insert(nadia, 'action', 'Action', 'Commander les plants');
  await expect(saveStateOf(nadia)).toContainText(SAVED);
  await expect(editorOf(yann).getByRole('checkbox', { name: 'Action faite' })).toBeEnabled();
  await button(claire, 'Suivant').click();
  await expect(yann.locator('[aria-current="step"]')).toContainText('Dates du printemps');
  await expect(editorOf(claire)).toContainText('Planter sur deux strates');
  expect(await nadia.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await nadia.getByRole('navigation', { name: 'Parties de la séance' }).getByText('Présences').click();
  await expect(nadia.getByRole('heading', { name: 'Présences' })).toBeInViewport();
}

async function approve({ title, path, claire, nadia }: Story) {
  await button(claire, 'Clore la séance').click();
  await expect(claire.getByText('Séance close')).toBeVisible();
  const sheet = await claire.request.get(`${path}/presences.csv`);
  expect(sheet.headers()['content-type']).toBe('text/csv; charset=utf-8');
  expect(await sheet.text()).toMatch(/;Nadia Ferrand;Présent;sur place;\d+\sh[^;]*;/u);
  await claire.goto((await documentsOfFirstGroup(claire)).replace('documents', 'seances/bilan'));
  const figures = claire.getByRole('row').filter({ hasText: title });
  await expect(figures.getByRole('cell').first()).toHaveText('3');
  await claire.goto(`${path}/compte-rendu`);
  // Attendance and votes have come into the text with the closing.
  await expect(editorOf(nadia)).toContainText('Présences');
  await button(claire, 'Soumettre ce texte').click();
  await expect(claire.getByText('Le document dit exactement ce qui a été soumis.')).toBeVisible();

  const next = await newMeeting(claire, 'Séance suivante', 2);
  await claire.goto(`${next}/deroulement`);
  await button(claire, 'Ouvrir la séance').click();
  // Minutes are approved at a meeting that is open.
  await expect(claire.getByText('Séance en cours')).toBeVisible();
  await claire
    .getByRole('link', { name: /^Lire et approuver/u })
    .first()
    .click();
  await button(claire, 'Approuver ce compte rendu').click();
  await expect(button(claire, 'Revenir sur l’approbation')).toBeVisible();
  await expectNoBarrier(claire);
  await expect(nadia.getByText('Ce texte est figé')).toBeVisible();
  await expect(editorOf(nadia)).toHaveCount(0);
  const shown = await claire.locator('.held-hash code').textContent();
  const exact = await claire.request.get(`${path}/compte-rendu/texte-exact`);
  expect(
    createHash('sha256')
      .update(await exact.body())
      .digest('hex'),
  ).toBe(shown);
}

/** From the minutes to the register and to the card, and back; the text is frozen, the tick is not of the text. */
async function follow({ title, path, claire, nadia, yann }: Story) {
  const action = nadia.locator('.outcome[data-kind="action"]');
  const box = action.getByRole('checkbox', { name: 'Action faite' });
  await expect(box).not.toBeChecked();
  const card = await action.getByRole('link').getAttribute('href');
  await yann.goto(card ?? '');
  await expect(yann.getByRole('complementary', { name: 'Carte' })).toBeVisible();
  await box.focus();
  await nadia.keyboard.press('Space');
  const done = yann.getByRole('grid', { name: 'Fait', exact: true }).locator('.kcard-title');
  await expect(done.filter({ hasText: 'Commander les plants' }).first()).toBeVisible();
  await expect(action.locator('.outcome-label')).toContainText('Action faite');
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
  const [boardId, cardId] =
    /tableaux\/([0-9a-f-]{36}).*\/cartes\/([0-9a-f-]{36})/.exec(card ?? '')?.slice(1) ?? [];
  const board = await (await yann.request.get(`/api/v1/boards/${boardId}`)).json();
  await yann.request.patch(`/api/v1/boards/${boardId}/cards/${cardId}`, {
    data: { columnId: board.columns[0].id },
  });
  await expect(box).not.toBeChecked();

  await claire.goto((await documentsOfFirstGroup(claire)).replace('documents', 'decisions'));
  await claire.getByRole('link', { name: 'Planter sur deux strates' }).first().click();
  await expect(claire.getByRole('main')).toContainText(title);
  await claire.getByRole('link', { name: 'Voir le paragraphe' }).click();
  await expect(claire.locator('.outcome[data-kind="decision"]')).toBeInViewport();
  await nadia.goto(`${path}/deroulement`);
  await expect(nadia.locator('.outcome[data-kind="decision"]')).toContainText(/Décision \d{4}-\d+/u);
}

test('[MR2] [MR4] [MR6] [MR8] [MR9] [MR11] [MR13] [DA2] [DA8] a meeting is prepared, held by three, written live, closed and approved; what it decided is followed from there', async ({
  browser,
}) => {
  // A second try finds what the first one left.
  const story = await prepare(browser, `Séance des arbres ${randomUUID().slice(0, 8)}`);
  await attend(story);
  await writeMinutes(story);
  await vote(story);
  await decide(story);
  await approve(story);
  await follow(story);
});

test('[MR4] [MR8] [MR11] without script one attends, raises a hand and votes', async ({ browser }) => {
  const claire = await pageOf(browser, 'animation');
  const path = await newMeeting(claire, 'Séance sans script', 1);
  await claire.goto(`${path}/deroulement`);
  // What was opened too soon is taken back, and so is a closing.
  await button(claire, 'Ouvrir la séance').click();
  await button(claire, 'Annuler l’ouverture').click();
  await button(claire, 'Ouvrir la séance').click();
  await button(claire, 'Clore la séance').click();
  await button(claire, 'Annuler la clôture').click();
  await claire.getByText('Ouvrir un vote').click();
  await claire.getByLabel('Question').fill('Qui vient en avril ?');
  await button(claire, 'Ouvrir le vote').click();
  await expect(voteOn(claire, 'Qui vient en avril ?')).toBeVisible();

  const nadia = await pageOf(browser, 'metier.a', `${path}/deroulement`, { javaScriptEnabled: false });
  await expect(nadia.getByText('Signalez votre présence pour voter.')).toBeVisible();
  await button(nadia, 'Je suis sur place').click();
  await button(nadia, 'Demander la parole').click();
  await expect(nadia.getByText('Votre rang : 1.')).toBeVisible();
  await cast(nadia, 'Qui vient en avril ?', 'Abstention');
  await expect(nadia.getByText('Voix donnée : Abstention.')).toBeVisible();
  await expect(claire.getByText('1 voix reçue sur', { exact: false })).toBeVisible();
});
