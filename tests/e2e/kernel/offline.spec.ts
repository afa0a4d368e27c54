import { expect } from '@playwright/test';
import { KEPT_DATABASE } from '#shared/kernel/offline/kept-room.ts';
import { cardOf, expectCards, newBoard, openBoard } from '../support/boards.ts';
import { type Device, expectKept, keptTitles, newDevice, tracesOf } from '../support/device.ts';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { signIn } from '../support/sign-in.ts';

test.use({ serviceWorkers: 'allow' });

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

/** A page of this device, signed in. */
async function openAs(person: string) {
  const page = await device.open();
  await signIn(device.context(), `${person}@demo.example`);
  return page;
}

test('[L7] a known document opens cold without a server, is written in twice, and arrives', async ({
  browser,
}) => {
  let nadia = await openAs('metier.a');
  const path = await newDocument(nadia, 'Ombre des rues');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await expectKept(nadia, 'Ombre des rues');
  await device.close();
  await server.stop();

  nadia = await device.open();
  await nadia.goto('/');
  await expect(nadia.getByRole('heading', { level: 1 })).toHaveText('Le serveur ne répond pas');
  await expectNoBarrier(nadia);
  await nadia.getByRole('link', { name: 'Ombre des rues' }).click();
  await expect(editorOf(nadia)).toBeVisible();
  await write(nadia, 'Sans réseau.');
  await expect(saveStateOf(nadia)).toContainText('12 modifications gardées sur cet appareil');
  await device.close();

  nadia = await device.open();
  await nadia.goto(path);
  await expect(editorOf(nadia)).toContainText('Sans réseau.');
  await write(nadia, ' Ni hier.');
  await expect(saveStateOf(nadia)).toContainText('21 modifications gardées sur cet appareil');
  const list = await device.context().newPage();
  await list.goto('/groupes');
  await expect(list.getByRole('listitem').filter({ hasText: 'Ombre des rues' })).toContainText(
    '21 modifications à envoyer',
  );

  await server.start();
  await expect(nadia.getByText('21 modifications envoyées')).toBeVisible();
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const yann = await pageOf(browser, 'metier.b', path, { baseURL: server.origin });
  await expect(editorOf(yann)).toContainText('Sans réseau. Ni hier.');
});

test('[L7] a known board opens cold at any of its cards, and a card moved there arrives', async ({
  browser,
}) => {
  let nadia = await openAs('metier.a');
  const path = await newBoard(nadia, 'Plantations', { 'À faire': ['Plans', 'Devis'] });
  await openBoard(nadia, path);
  await cardOf(nadia, 'Plans').click();
  await expect(nadia).toHaveURL(new RegExp(`${path}/cartes/`));
  await expect(nadia.getByRole('heading', { name: 'Carte, À faire' })).toBeVisible();
  const cardAddress = new URL(nadia.url()).pathname;
  await expectKept(nadia, 'Plantations');
  await device.close();
  await server.stop();

  nadia = await device.open();
  await nadia.goto(cardAddress);
  await expect(nadia.getByRole('heading', { name: 'Carte, À faire' })).toBeVisible();
  expect(new URL(nadia.url()).pathname + new URL(nadia.url()).hash).toBe(cardAddress);
  await openBoard(nadia, path);
  await cardOf(nadia, 'Devis').focus();
  await nadia.keyboard.press('Shift+ArrowRight');
  await expectCards(nadia, 'En cours', ['Devis']);
  await expect(saveStateOf(nadia)).toContainText('1 modification gardée sur cet appareil');
  await device.close();

  nadia = await device.open();
  await openBoard(nadia, path);
  await expectCards(nadia, 'En cours', ['Devis']);
  await server.start();
  await expect(nadia.getByText('1 modification envoyée')).toBeVisible();
  const yann = await pageOf(browser, 'metier.b', path, { baseURL: server.origin });
  await expectCards(yann, 'En cours', ['Devis']);
});

test('[L10] signing out warns of what was not sent, then leaves nothing for whoever comes next', async () => {
  const nadia = await openAs('metier.a');
  const path = await newDocument(nadia, 'Brouillon');
  await write(nadia, 'Écrit.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  await expectKept(nadia, 'Brouillon');
  await device.context().setOffline(true);
  await write(nadia, ' Ou non.');
  await expect(saveStateOf(nadia)).toContainText('8 modifications gardées');
  // Back with a network, but not in the document: its changes still wait. Not even a goodbye that outlives its page has come through.
  await server.stop();
  await nadia.goto('about:blank');
  await server.start();
  await device.context().setOffline(false);
  await nadia.goto('/groupes');

  await device.context().setOffline(true);
  const signOut = nadia.getByRole('button', { name: 'Se déconnecter', exact: true });
  await signOut.click();
  const warning = nadia.getByRole('dialog', { name: 'Se déconnecter de cet appareil' });
  await expect(warning).toContainText('8 modifications n’ont pas encore été envoyées');
  await expectNoBarrier(nadia);
  const anyway = warning.getByRole('button', { name: 'Se déconnecter et les effacer' });
  await anyway.click();
  await expect(warning.getByRole('alert')).toContainText('la déconnexion n’est pas faite');
  await warning.getByRole('button', { name: 'Rester' }).click();
  // A copy that cannot be read may hold something: nobody leaves it without knowing.
  await nadia.evaluate(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name, version) {
      if (/^cordee:[^:]+:doc/.test(name)) throw new DOMException('', 'UnknownError');
      return open.call(this, name, version);
    };
  });
  await signOut.click();
  await expect(warning).toContainText('n’a pas pu être lue');
  await warning.getByRole('button', { name: 'Rester' }).click();
  await device.context().setOffline(false);
  await nadia.reload();
  await signOut.click();
  await anyway.click();
  await expect(nadia).toHaveURL(/\/connexion$/);
  await expect.poll(() => keptTitles(nadia)).toEqual([]);
  const left = (await tracesOf(nadia)).databases.filter((name) => name !== KEPT_DATABASE);
  expect(left).toEqual([]);

  await signIn(device.context(), 'metier.b@demo.example');
  await nadia.goto('/groupes');
  await server.stop();
  await nadia.goto(path);
  await expect(nadia.getByRole('heading', { level: 1 })).toHaveText('Le serveur ne répond pas');
  await expect(nadia.getByText('Brouillon')).toHaveCount(0);
  await expect(nadia.getByText('Aucun document ni aucun tableau')).toBeVisible();
});

test('[L9] a document that is thrown away leaves the devices that have it open', async ({ browser }) => {
  const nadia = await openAs('metier.a');
  const path = await newDocument(nadia, 'À jeter');
  await expectKept(nadia, 'À jeter');
  const animation = await pageOf(browser, 'animation', path, { baseURL: server.origin });
  await animation.getByLabel('Autres actions').click();
  await animation.getByRole('button', { name: 'Mettre à la corbeille' }).click();
  await expect(nadia.getByRole('alert')).toContainText('n’existe plus');
  await expect.poll(() => keptTitles(nadia)).not.toContain('À jeter');
});

test('[L7] OFFLINE=0 takes everything back from browsers that had kept something', async () => {
  const nadia = await openAs('metier.a');
  const path = await newDocument(nadia, 'Gardé un temps');
  await expectKept(nadia, 'Gardé un temps');
  await server.stop();
  await server.start({ OFFLINE: '0' });
  // A page that the worker still answered tells it nothing: the next one does.
  await expect
    .poll(
      async () => {
        await nadia.goto(path);
        const { databases, caches, workers } = await tracesOf(nadia);
        return { pages: databases.includes('cordee-kept'), caches, workers };
      },
      { intervals: [3_000] },
    )
    .toEqual({ pages: false, caches: [], workers: 0 });
  await server.stop();
});
