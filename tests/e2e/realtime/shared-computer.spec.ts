import { type BrowserContext, expect, type Page } from '@playwright/test';
import { readDeviceKeys } from '#shared/realtime/device-seal.ts';
import { type Device, expectKept, keptTitles, newDevice, tracesOf, wordsKept } from '../support/device.ts';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { signIn as signInWith } from '../support/sign-in.ts';

test.use({ serviceWorkers: 'allow' });

const NADIA = 'metier.a@demo.example';
const YANN = 'metier.b@demo.example';

let server: OwnServer;
let device: Device;

test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server.remove());
test.beforeEach(async ({ browserName: _ }, info) => {
  await server.start();
  device = await newDevice(info, server.origin);
});
test.afterEach(() => device.remove());

/** Every session of this account ends, and nobody pressed anything. */
async function endSessions(email: string): Promise<void> {
  await server.run('delete from session where user_id = (select id from "user" where email = $1)', [email]);
}

/** Signs in where somebody else may have been before. */
async function signIn(context: BrowserContext, email: string): Promise<void> {
  await context.clearCookies();
  await signInWith(context, email);
}

/** In one piece: typed letter by letter, words would stand in pieces on the device. */
async function put(page: Page, text: string): Promise<void> {
  await write(page, '');
  await page.keyboard.insertText(text);
}

/** Of what the server has, of what it has not, of a comment that was begun, of a file on its way. */
const WORDS = ['Muscadier', 'Palissandre', 'Teck inachevé', 'ébène'];

/** Nadia writes in this document with a network and without, begins a comment, and goes. Answers what her browser keeps of it. */
async function writeAndGo(page: Page, context: BrowserContext, path: string): Promise<readonly string[]> {
  await put(page, 'Muscadier du serveur.');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  await context.setOffline(true);
  await expect(saveStateOf(page)).toHaveText(/^Hors ligne/);
  await put(page, ' Palissandre jamais parti.');
  await expect(saveStateOf(page)).toContainText('1 modification gardée sur cet appareil');
  const account: string = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    return names.find((name) => name.startsWith('cordee:'))?.split(':')[1] ?? '';
  });
  const room = path.split('/')[2]?.slice(0, 36) ?? '';
  await page.evaluate(
    ([draft, upload]) => {
      localStorage.setItem(draft, JSON.stringify({ body: 'Teck inachevé' }));
      localStorage.setItem(upload, JSON.stringify({ id: 'a', name: 'ébène.pdf', at: Date.now() }));
    },
    [
      `cordee:brouillon:${account}:${room}:commentaire-a`,
      `cordee:${account}:envoi:${room}:1:2:ébène.pdf`,
    ] as const,
  );
  const kept = await wordsKept(page, WORDS);
  // Not even a goodbye that outlives its page comes through.
  await server.stop();
  await page.goto('about:blank');
  await server.start();
  await context.setOffline(false);
  return kept;
}

test('[L11] [L12] a session ends by itself: whoever comes next reads nothing, its owner gets everything back and sends it', async ({
  browser,
}) => {
  const page = await device.open();
  await signIn(device.context(), NADIA);
  const path = await newDocument(page, 'Essences rares');
  expect(await writeAndGo(page, device.context(), path)).toEqual(WORDS);

  await endSessions(NADIA);
  await signIn(device.context(), YANN);
  await page.goto('/groupes');
  await expect.poll(() => wordsKept(page, [...WORDS, 'Essences rares'])).toEqual([]);
  const { databases } = await tracesOf(page);
  expect(databases.filter((name) => name.startsWith('cordee-sealed:'))).toHaveLength(1);
  // What opens it is not for him.
  const keys = readDeviceKeys(await (await page.request.get('/appareil/cles')).json());
  expect(databases).not.toContain(`cordee-sealed:${keys?.account}`);

  await signIn(device.context(), NADIA);
  await page.goto(path);
  await expect(editorOf(page)).toContainText('Muscadier du serveur. Palissandre jamais parti.');
  await expect(page.getByText('1 modification envoyée')).toBeVisible();
  await expect(saveStateOf(page)).toHaveText(SAVED);
  expect(await wordsKept(page, ['Teck inachevé'])).toEqual(['Teck inachevé']);
  await expect
    .poll(async () => (await tracesOf(page)).databases.filter((name) => name.startsWith('cordee-sealed:')))
    .toEqual([]);
  const colleague = await pageOf(browser, 'metier.b', path, { baseURL: server.origin });
  await expect(editorOf(colleague)).toContainText('Palissandre jamais parti.');
});

test('[L11] [L12] so it is in a browser without a service worker, from the sign-in page on', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.origin, serviceWorkers: 'block' });
  const page = await context.newPage();
  await signIn(context, NADIA);
  const path = await newDocument(page, 'Bois précieux');
  expect(await writeAndGo(page, context, path)).toEqual(WORDS);
  await endSessions(NADIA);
  await page.goto(path);
  await expect(page).toHaveURL(/\/connexion\?suite=/);
  await expect.poll(() => wordsKept(page, WORDS)).toEqual([]);

  // Whoever tries to leave is told of what is closed, too.
  await signIn(context, NADIA);
  await page.goto('/groupes');
  await expect.poll(() => wordsKept(page, WORDS)).toEqual(['Muscadier', 'Palissandre', 'Teck inachevé']);
  await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
  const warning = page.getByRole('dialog', { name: 'Se déconnecter de cet appareil' });
  await expect(warning).toContainText('1 modification n’a pas encore été envoyée');
  await warning.getByRole('button', { name: 'Rester' }).click();
  await page.goto(path);
  await expect(page.getByText('1 modification envoyée')).toBeVisible();
  await expect(editorOf(page)).toContainText('Muscadier du serveur. Palissandre jamais parti.');
});

test('[L11] what is written in a page that is still open while its copy is closed is said to be in that tab only', async () => {
  const page = await device.open();
  await signIn(device.context(), NADIA);
  const path = await newDocument(page, 'Deux fenêtres');
  await put(page, 'Muscadier.');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  // A worker that is still to keep this page would keep it as Yann’s, who may read it.
  await expectKept(page, 'Deux fenêtres');
  const session = await device.context().newCDPSession(page);
  await session.send('Network.enable');
  const cut = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await session.send('Network.emulateNetworkConditions', cut);
  await expect(saveStateOf(page)).toHaveText(/^Hors ligne/);
  await put(page, ' Palissandre.');
  await expect(saveStateOf(page)).toContainText('1 modification gardée sur cet appareil');

  await endSessions(NADIA);
  await signIn(device.context(), YANN);
  const next = await device.context().newPage();
  await next.goto('/groupes');
  await expect.poll(() => wordsKept(next, ['Muscadier', 'Palissandre'])).toEqual([]);
  await put(page, ' Ébène.');
  await expect(saveStateOf(page)).toContainText('dans cet onglet');
  expect(await wordsKept(next, ['Muscadier', 'Palissandre', 'Ébène'])).toEqual([]);
  await page.close();

  await signIn(device.context(), NADIA);
  await next.goto(path);
  await expect(editorOf(next)).toContainText('Muscadier. Palissandre.');
});

test('[L13] without a network, kept pages are shown until the session ends, and no longer', async () => {
  let page = await device.open();
  await signIn(device.context(), NADIA);
  const path = await newDocument(page, 'Fin de session');
  await expectKept(page, 'Fin de session');
  await writeAndGo(page, device.context(), path);
  await server.stop();
  await page.goto(path);
  await expect(editorOf(page)).toBeVisible();

  // Two weeks pass, for this device.
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('state', 'readwrite');
          writing.objectStore('state').put(1, 'endsAt');
          writing.oncomplete = () => resolve(opening.result.close());
        };
      }),
    'cordee-kept',
  );
  await device.close();
  page = await device.open();
  await page.goto(path);
  await expect(page.getByText('Votre session a pris fin')).toBeVisible();
  await expect(page.getByText('1 modification à envoyer')).toBeVisible();
  await expectNoBarrier(page);
  expect(await keptTitles(page)).toEqual([]);
  expect(await wordsKept(page, WORDS.slice(0, 2))).toEqual([]);

  await server.start();
  await page.goto(path);
  await expect(page.getByText('1 modification envoyée')).toBeVisible();
  await expect(editorOf(page)).toContainText('Muscadier du serveur. Palissandre jamais parti.');
});
