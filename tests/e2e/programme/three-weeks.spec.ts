import { expect, type Page } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { newBoard } from '../support/boards.ts';
import { editorOf, insert, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';

let server: OwnServer;
test.beforeAll(async () => {
  const earlier = new URL('../support/three-weeks-earlier.ts', import.meta.url);
  server = await startOwnServer({ NODE_OPTIONS: `--import ${earlier}` });
});
test.afterAll(() => server.remove());
const DAY = 86_400_000;

/** What there is to tell, in its order, and nothing else: a thread, a meeting, a decision, texts, a card, a file, somebody new. */
const CHANGED = [
  'Bancs à l’ombre',
  'Visite des bancs',
  'Poser vingt bancs avant l’été',
  'Relevé de décisions',
  'Bancs à l’ombre',
  'Commander les bancs',
  'Inventaire des bancs',
  'Aurélie Vasseur',
];

/** The first group of this person, as the API names it. */
async function groupOf(page: Page, name: string): Promise<{ id: string; name: string }> {
  const { items }: { items: { id: string; name: string }[] } = await (
    await page.request.get('/api/v1/groups')
  ).json();
  const group = items.find((one) => one.name.startsWith(name));
  if (!group) throw new Error(`no group ${name}`);
  return group;
}

/** Asks the API for something that must go well. */
async function send(page: Page, method: 'post' | 'patch', path: string, data: object) {
  const answer = await page.request[method](`/api/v1${path}`, { data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

async function saved(page: Page, words: string): Promise<void> {
  await write(page, words);
  await expect(saveStateOf(page)).toHaveText(SAVED);
}

/** Everything that the group does while Nadia is away, and what she must not hear of. */
async function workWithoutNadia(
  yann: Page,
  claire: Page,
  { guide, board }: { guide: string; board: string },
) {
  const group = await groupOf(claire, 'Îlots de chaleur');
  await yann.goto(guide);
  await saved(yann, ' Et à l’ombre des platanes.');
  const [, documentId = ''] = /documents\/([0-9a-f-]{36})/u.exec(guide) ?? [];
  const { items }: { items: { id: string; name: string }[] } = await (
    await claire.request.get(`/api/v1/groups/${group.id}/members`)
  ).json();
  await send(yann, 'post', `/documents/${documentId}/comments`, {
    quote: 'platanes',
    body: 'Nadia, lesquels ?',
    mentions: items.flatMap(({ id, name }) => (name === 'Nadia Ferrand' ? [id] : [])),
  });

  const [, boardId = ''] = /tableaux\/([0-9a-f-]{36})/u.exec(board) ?? [];
  const { columns, cards } = await (await yann.request.get(`/api/v1/boards/${boardId}`)).json();
  await send(yann, 'patch', `/boards/${boardId}/cards/${cards[0].id}`, { columnId: columns[1].id });

  await newDocument(yann, 'Relevé de décisions');
  await insert(yann, 'décision', 'Décision');
  await yann.keyboard.type('Poser vingt bancs avant l’été');
  await expect(editorOf(yann).locator('.outcome-label')).toHaveText(/Décision \d{4}-\d+/u);
  await expect(saveStateOf(yann)).toHaveText(SAVED);

  await yann.goto(`/groupes/${group.id}/ressources/nouvelle`);
  await expect(yann.locator('input[type=file]:not([name])')).toBeVisible();
  const file = { name: 'bancs.csv', mimeType: 'text/csv', buffer: Buffer.from('rue;bancs\nrue du Port;3\n') };
  await yann.locator('input[type=file]').setInputFiles(file);
  await expect(yann.getByText('Reçu : bancs.csv').first()).toBeVisible();
  await yann.getByLabel('Titre').fill('Inventaire des bancs');
  await yann.getByLabel('Nature (obligatoire)', { exact: true }).selectOption({ label: 'Outil' });
  await yann.getByLabel('Producteur').fill('Saint-Aubin');
  await yann.getByRole('button', { name: 'Partager avec le groupe' }).press('Enter');
  await expect(yann.getByRole('heading', { level: 1, name: 'Inventaire des bancs' })).toBeVisible();

  await send(claire, 'post', `/groups/${group.id}/members`, {
    email: 'ville@demo.example',
    role: 'observer',
    until: null,
  });
  await send(claire, 'post', `/groups/${group.id}/meetings`, {
    title: 'Visite des bancs',
    startsAt: new Date(Date.now() + 9 * DAY).toISOString(),
    endsAt: new Date(Date.now() + 9 * DAY + 3_600_000).toISOString(),
  });

  const secret = await newDocument(yann, 'Réservé à deux');
  await yann.goto(`${secret}/acces`);
  await yann.getByLabel(/personnes choisies/iu).check();
  await yann
    .getByRole('button', { name: /Enregistrer/u })
    .first()
    .click();
  await expect(yann.getByLabel(/personnes choisies/iu)).toBeChecked();
  const other = await groupOf(claire, 'Risques');
  await send(claire, 'post', `/groups/${other.id}/documents`, { title: 'Crue d’un autre groupe' });
}

test('[HV1] [HV2] [HV3] [HV6] back after three weeks, by keyboard, somebody finds everything that changed and nothing that they may not see', async ({
  browser,
}) => {
  const at = { baseURL: server.origin };
  let yann = await pageOf(browser, 'metier.b', '/', at);
  const guide = await newDocument(yann, 'Bancs à l’ombre');
  await saved(yann, 'Un banc tous les cent mètres.');
  const board = await newBoard(yann, 'Suivi des bancs', { 'À faire': ['Commander les bancs'] });
  let nadia = await pageOf(browser, 'metier.a', guide, at);
  await expect(editorOf(nadia)).toContainText('Un banc tous les cent mètres.');
  const { id } = await groupOf(nadia, 'Îlots de chaleur');
  // The last things that the demonstration, just installed, brings about by itself: cards of the actions in its minutes.
  const last = ['Commander les bancs', 'Obtenir l’accord de l’élu de Castelbrume sur la licence'];
  await expect(async () => {
    await nadia.goto(`/nouveautes?groupe=${id}`);
    for (const name of last)
      await expect(nadia.getByRole('link', { name, exact: true })).toBeVisible(ONE_LOOK);
  }).toPass();
  await nadia.goto('/nouveautes');
  await nadia.getByRole('button', { name: 'Tout marquer comme lu' }).press('Enter');
  await expect(nadia.getByText('Tout est marqué comme lu.')).toBeVisible();
  for (const context of browser.contexts()) await context.close();

  await server.stop();
  await server.start();
  yann = await pageOf(browser, 'metier.b', '/', at);
  const claire = await pageOf(browser, 'animation', '/', at);
  await workWithoutNadia(yann, claire, { guide, board });

  nadia = await pageOf(browser, 'metier.a', '/', at);
  const link = nadia
    .getByRole('navigation', { name: 'Principale' })
    .getByRole('link', { name: /^Îlots de chaleur et confort d’été \d+ nouveautés$/u });
  await expect(nadia.getByRole('region', { name: 'Depuis ma dernière visite' })).toContainText(
    'Visite des bancs',
  );
  await nadia
    .getByRole('banner')
    .getByTitle(/^Nouveautés/u)
    .press('Enter');
  await expect(nadia.getByRole('heading', { level: 1, name: 'Nouveautés' })).toBeFocused();
  await nadia.getByRole('link', { name: 'Tout ce qui a changé' }).press('Enter');
  await expectNoBarrier(nadia);
  const news = nadia.getByRole('region', { name: 'Îlots de chaleur et confort d’été' });
  const then = new Date(Date.now() - 21 * DAY);
  const day = new Intl.DateTimeFormat('fr', { day: 'numeric', month: 'long', timeZone: 'Europe/Paris' });
  await expect(news).toContainText('Depuis votre dernière visite');
  await expect(news).toContainText(day.format(then));
  // Tables follow their text within two seconds, and more on a busy machine.
  await expect(async () => {
    await nadia.reload();
    const titles = nadia.getByRole('main').locator('.news-kind li').locator('a:not(.news-compare)');
    await expect(titles).toHaveText(CHANGED, ONE_LOOK);
  }).toPass();
  await expect(link).toHaveAccessibleName(`Îlots de chaleur et confort d’été ${CHANGED.length} nouveautés`);
  const line = (title: string) =>
    news.getByRole('listitem').filter({ has: nadia.getByRole('link', { name: title, exact: true }) });
  await expect(news.getByRole('heading', { level: 3 }).first()).toContainText('On vous a écrit');
  await expect(line('Bancs à l’ombre').first()).toContainText('Yann Le Goff');
  await expect(line('Commander les bancs')).toContainText('En cours');
  await expect(line('Relevé de décisions')).toContainText('nouveau document');
  for (const hidden of ['Réservé à deux', 'Crue d’un autre groupe'])
    await expect(nadia.getByText(hidden)).toHaveCount(0);

  const compare = news.getByRole('link', { name: 'Voir ce qui a changé dans « Bancs à l’ombre »' });
  await compare.press('Enter');
  await expect(nadia.locator('ins').filter({ hasText: 'platanes' })).toBeVisible();
  await expect(nadia.locator('ins').filter({ hasText: 'cent mètres' })).toHaveCount(0);
  await expectNoBarrier(nadia);
  await nadia.goBack();

  await news.getByRole('button', { name: /^Marquer comme lu/u }).press('Enter');
  await expect(nadia.getByText(/sont marquées comme lues/u)).toBeVisible();
  await expect(news).toHaveCount(0);
  await expect(nadia.getByRole('navigation', { name: 'Principale' })).not.toContainText(/\d nouveauté/u);
  await nadia.getByRole('button', { name: 'Annuler' }).press('Enter');
  await expect(line('Visite des bancs')).toBeVisible();
  await expect(link).toHaveAccessibleName(`Îlots de chaleur et confort d’été ${CHANGED.length} nouveautés`);
});
