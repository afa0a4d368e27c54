import { expect, type Page } from '@playwright/test';
import * as Y from 'yjs';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { DOCUMENT_SCHEMA, MESSAGE } from '#shared/realtime/realtime.ts';
import { openByHand } from '../support/by-hand.ts';
import {
  documentsOfFirstGroup,
  editorOf,
  newDocument,
  pageOf,
  SAVED,
  saveStateOf,
  write,
} from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test.use({ serviceWorkers: 'allow' });

test('[R1] [R9] two people write in one document at once, see each other and find everything after a reload', {
  tag: '@gate',
}, async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Écrire à deux');
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(yann)).toBeVisible();

  await write(nadia, 'Le tilleul donne de l’ombre.');
  // The whole sentence: pressing Enter in the middle of what is still being typed would cut it in two.
  await expect(editorOf(yann)).toContainText('Le tilleul donne de l’ombre.');
  await editorOf(yann).focus();
  await yann.keyboard.press('Control+End');
  await yann.keyboard.press('Enter');
  await Promise.all([
    nadia.keyboard.type(' Il boit beaucoup.'),
    yann.keyboard.type('Le micocoulier boit peu.'),
  ]);

  for (const page of [nadia, yann]) {
    await expect(editorOf(page)).toContainText('Le tilleul donne de l’ombre. Il boit beaucoup.');
    await expect(editorOf(page)).toContainText('Le micocoulier boit peu.');
    await expect(saveStateOf(page)).toHaveText(SAVED);
    await expect(page.getByRole('group', { name: '2 personnes présentes' })).toBeVisible();
  }
  const caret = editorOf(yann).locator('.caret');
  await expect(caret).toHaveCount(1);
  const name = await nadia
    .getByRole('group', { name: '2 personnes présentes' })
    .getByRole('img')
    .allInnerTexts();
  expect(name).toHaveLength(2);
  await expect(caret).toHaveAttribute('data-name', /\p{Lu}\p{Ll}+/u);

  await nadia.reload();
  await expect(editorOf(nadia)).toContainText('Il boit beaucoup.');
  await expect(editorOf(nadia)).toContainText('Le micocoulier boit peu.');
});

test('[L2] [L6] what two people write without connection merges when they are back, and survives a closed tab', {
  tag: '@gate',
}, async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Écrire hors ligne');
  await write(nadia, 'Début.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(yann)).toContainText('Début.');

  for (const page of [nadia, yann]) await page.context().setOffline(true);
  for (const page of [nadia, yann]) await expect(saveStateOf(page)).toContainText('Hors ligne');
  await write(nadia, ' Nadia au retour.');
  await write(yann, ' Yann aussi.');
  await expect(saveStateOf(nadia)).toContainText('17 modifications gardées sur cet appareil');
  await expect(saveStateOf(yann)).toContainText('12 modifications gardées sur cet appareil');
  // Closed while offline: opened again, the text comes from the device.
  await yann.close();
  await yann.context().setOffline(false);
  const again = await yann.context().newPage();
  await again.goto(path);
  await expect(editorOf(again)).toContainText('Yann aussi.');
  await nadia.context().setOffline(false);

  for (const page of [nadia, again]) {
    await expect(editorOf(page)).toContainText('Nadia au retour.');
    await expect(editorOf(page)).toContainText('Yann aussi.');
    await expect(saveStateOf(page)).toHaveText(SAVED);
  }
});

test('[L3] an observer reads what is being written, and is told why they cannot write', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Lire sans écrire');
  const observer = await pageOf(browser, 'atd', path);
  await expect(observer.getByText('Ce document est vide.')).toBeVisible();
  await write(nadia, 'Un mot pour tous.');
  await expect(observer.getByText('Un mot pour tous.')).toBeVisible();
  await expect(saveStateOf(observer)).toHaveText('Lecture seule');
  await expect(observer.getByText('Votre rôle dans ce groupe permet de lire')).toBeVisible();
  await expect(editorOf(observer)).toHaveCount(0);
  await expect(observer.locator('[contenteditable=true]')).toHaveCount(0);
  await expect(observer.getByRole('toolbar')).toHaveCount(0);
  const renamed = await observer.request.post(path, {
    form: { intent: 'rename', title: 'Non' },
    maxRedirects: 0,
  });
  expect(renamed.status()).toBe(403);
  await expectNoBarrier(observer);
});

test('[R2] [L4] a right that is taken away reaches the open page', { tag: '@gate' }, async ({ browser }) => {
  const animation = await pageOf(browser, 'animation', '/');
  const yann = await pageOf(browser, 'donnees.b');
  const path = await newDocument(yann, 'Perdre le droit d’écrire');
  await write(yann, 'Encore un mot.');
  await expect(saveStateOf(yann)).toHaveText(SAVED);
  const members = await membersOfFirstGroup(animation);
  const me = members.items.find(({ email }) => email === 'donnees.b@demo.example');
  if (!me) throw new Error('donnees.b is not a member');
  try {
    await animation.request.patch(`${members.url}/${me.id}`, {
      data: { role: 'observer' },
      headers: members.headers,
    });
    await expect(saveStateOf(yann)).toHaveText('Lecture seule');
    await expect(editorOf(yann)).toHaveCount(0);
    await expect(yann.getByText('Encore un mot.')).toBeVisible();
    await animation.request.delete(`${members.url}/${me.id}`, { headers: members.headers });
    await expect(yann.getByText('Encore un mot.')).toHaveCount(0);
    await expect(yann.getByRole('alert')).toContainText('n’existe plus');
    expect((await yann.request.get(path)).status()).toBe(404);
  } finally {
    const { email, role } = me;
    await animation.request.post(members.url, { data: { email, role }, headers: members.headers });
  }
});

test('[R7] [L3] a page of an older schema reads, and binds no editor to the text', { tag: '@gate' }, async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Schéma plus récent');
  await write(nadia, 'Un texte ancien.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const yann = await pageOf(browser, 'metier.b');
  await yann.routeWebSocket(/\/collab\//, (socket) => {
    socket.connectToServer();
    socket.send(Buffer.from([MESSAGE.schema, DOCUMENT_SCHEMA + 1]));
  });
  await yann.goto(path);
  await expect(saveStateOf(yann)).toHaveText('Rechargez pour écrire');
  await expect(yann.getByRole('alert')).toContainText('rechargez-la pour écrire');
  await expect(yann.getByText('Un texte ancien.')).toBeVisible();
  await expect(editorOf(yann)).toHaveCount(0);
});

test('[D42] what a script writes into a document by hand runs nowhere and loads nothing', {
  tag: '@gate',
}, async ({ browser, baseURL }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Nœuds écrits à la main');
  const foreign: string[] = [];
  for (const page of [nadia, await pageOf(browser, 'atd', path)]) {
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (!['data:', 'blob:'].includes(protocol) && origin !== baseURL) foreign.push(request.url());
    });
    page.on('dialog', (dialog) => {
      foreign.push(dialog.message());
      void dialog.dismiss();
    });
  }
  const room = `document:${path.slice('/documents/'.length).slice(0, 36)}`;
  const { doc, close } = await openByHand(nadia.context(), baseURL, room);
  const fragment = doc.getXmlFragment(DOCUMENT_FRAGMENT);
  const element = (name: string, attributes: Record<string, string>, text = '') => {
    const made = new Y.XmlElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.insert(0, [new Y.XmlText(text)]);
    return made;
  };
  const linked = new Y.XmlText();
  linked.applyDelta([
    {
      insert: 'piège',
      attributes: { link: { href: 'javascript:alert(1)', class: 'btn', target: '_blank' } },
    },
  ]);
  const paragraph = element('paragraph', { style: 'position:fixed', onclick: 'alert(1)' });
  paragraph.insert(0, [linked]);
  fragment.push([
    paragraph,
    element('image', { src: 'https://example.org/espion.png', alt: 'espion', onerror: 'alert(1)' }),
    element('iframe', { srcdoc: '<script>alert(1)</script>' }, 'cadre'),
    element('script', {}, 'alert(1)'),
    element('paragraph', {}, 'Fin du texte.'),
  ]);
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    await expect(page.locator('.sheet-paper .prose').getByText('Fin du texte.')).toBeVisible();
    await expect(
      page
        .locator('.sheet-paper .prose')
        .locator('iframe, script, [onclick], [onerror], [href^="javascript"], a.btn'),
    ).toHaveCount(0);
  }
  await nadia.getByText('piège').click();
  close();
  expect(foreign).toEqual([]);
});

interface Members {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly items: readonly { id: string; email: string; role: string }[];
}

/** The members of the first group by the REST door. */
async function membersOfFirstGroup(page: Page): Promise<Members> {
  const list = await documentsOfFirstGroup(page);
  const url = `/api/v1${list.replace('/groupes/', '/groups/').replace('/documents', '/members')}`;
  const { items }: Pick<Members, 'items'> = await (await page.request.get(url)).json();
  return { url, items, headers: { origin: new URL(page.url()).origin } };
}
