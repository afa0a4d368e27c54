import { type Browser, type BrowserContext, expect } from '@playwright/test';
import { wallOf } from '#tests/support/architecture/walls.ts';
import { newBoard } from '../support/boards.ts';
import { newDocument, pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Bytes of script, headers included, that a first visit brings until nothing more comes. */
async function scriptBytes(browser: Browser, path: string, storageState?: State): Promise<number> {
  const context = await browser.newContext(storageState ? { storageState } : {});
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await context.close();
  return bytes;
}

test('[S8] the scripts of a first visit weigh at most 100 KB at the sign-in, 165 KB at home, 350 KB on a document, 300 KB on a board', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const document = await newDocument(page, 'Poids d’une page');
  const board = await newBoard(page, 'Poids d’un tableau', { 'À faire': ['Peser'] });
  const state = await page.context().storageState();
  expect(await scriptBytes(browser, '/connexion')).toBeLessThanOrEqual(
    wallOf('bytes of the scripts of the sign-in'),
  );
  for (const [path, most] of [
    ['/', wallOf('bytes of the scripts of the home')],
    [document, wallOf('bytes of the scripts of a document')],
    [board, wallOf('bytes of the scripts of a board')],
  ] as const) {
    const bytes = await scriptBytes(browser, path, state);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(most);
  }
});
