import { expect } from '@playwright/test';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { signIn } from '../support/sign-in.ts';

test.use({ serviceWorkers: 'allow' });

let server: OwnServer;
test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server.remove());

const NADIA = 'metier.a@demo.example';
const YANN = 'metier.b@demo.example';

test('[R3] what was written without a network arrives whole, though its clientID has become somebody else’s meanwhile', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.origin });
  await signIn(context, NADIA);
  const page = await context.newPage();
  const path = await newDocument(page, 'À plusieurs mains');
  await write(page, 'Ensemble.');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  // A new visit has a new clientID, under which nothing is written yet.
  const connecting = page.waitForEvent('websocket', (socket) => socket.url().includes('/collab/'));
  await page.reload();
  const told = new URL((await connecting).url()).searchParams.get('client');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  await server.stop();
  await expect(saveStateOf(page)).toHaveText(/^Hors ligne/);
  await write(page, ' Sans réseau.');
  await server.run(
    `insert into doc_client (room, client_id, user_id, at)
     select d.room, $1::bigint, u.id, now() from "user" u, doc_client d where u.email = $2 order by d.at desc limit 1`,
    [told, YANN],
  );
  await server.start();
  await expect(saveStateOf(page)).toHaveText(SAVED);
  await expect(editorOf(page)).toContainText('Ensemble. Sans réseau.');
  const yann = await pageOf(browser, 'metier.b', path, { baseURL: server.origin });
  await expect(editorOf(yann)).toContainText('Ensemble. Sans réseau.');
  // The copy of the device was renewed as well.
  await write(page, ' De nouveau.');
  await page.reload();
  await expect(saveStateOf(page)).toHaveText(SAVED);
  await expect(editorOf(page)).toHaveText('Ensemble. Sans réseau. De nouveau.');
});
