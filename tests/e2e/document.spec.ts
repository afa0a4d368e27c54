import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import * as Y from 'yjs';
import { DOCUMENT_FRAGMENT } from '#shared/document/document-blocks.ts';
import { DOCUMENT_SCHEMA, MESSAGE } from '#shared/realtime.ts';
import { openByHand } from './support/by-hand.ts';
import {
  documentsOfFirstGroup,
  editorOf,
  newDocument,
  pageOf,
  saveStateOf,
  write,
} from './support/documents.ts';
import { expectNoBarrier } from './support/no-barrier.ts';

const SAVED = 'Enregistré';

test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
});

test('two people write in one document at once, see each other and find everything after a reload', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Écrire à deux');
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(yann)).toBeVisible();

  await write(nadia, 'Le tilleul donne de l’ombre.');
  await yann.getByText('Le tilleul').waitFor();
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

test('what two people write without connection merges when they are back, and survives a closed tab', async ({
  browser,
}) => {
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
  await expect(saveStateOf(yann)).toContainText('gardées sur cet appareil');
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

test('an observer reads what is being written, and is told why they cannot write', async ({ browser }) => {
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

test('a right that is taken away reaches the open page', async ({ browser }) => {
  const animation = await pageOf(browser, 'animation');
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
    await expect(saveStateOf(yann)).toHaveText('Déconnecté');
    expect((await yann.request.get(path)).status()).toBe(404);
  } finally {
    const { email, role } = me;
    await animation.request.post(members.url, { data: { email, role }, headers: members.headers });
  }
});

test('a title is refused in words, and what was typed stays', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const list = await documentsOfFirstGroup(page);
  await page.goto(list);
  const title = page.getByLabel('Titre du document');
  await page.getByRole('button', { name: 'Créer le document' }).click();
  await expect(page.getByRole('alert')).toContainText('Donnez un titre.');
  await title.fill('x'.repeat(10_000));
  await page.getByRole('button', { name: 'Créer le document' }).click();
  await expect(page.getByRole('alert')).toContainText('200 caractères au plus');
  await expect(title).toHaveValue('x'.repeat(10_000));
  await expect(title).toHaveAttribute('aria-invalid', 'true');
  await expectNoBarrier(page);

  await newDocument(page, 'Premier titre');
  const other = await pageOf(browser, 'metier.b', new URL(page.url()).pathname);
  await page
    .getByRole('group', { name: 'Changer le titre' })
    .or(page.getByLabel('Changer le titre'))
    .first()
    .click();
  const field = page.getByRole('textbox', { name: 'Titre du document' });
  await field.fill(' ');
  await page.getByRole('button', { name: 'Enregistrer le titre' }).click();
  await expect(page.getByText('Donnez un titre.')).toBeVisible();
  await field.fill('Second titre');
  await page.getByRole('button', { name: 'Enregistrer le titre' }).click();
  for (const seen of [page, other])
    await expect(seen.getByRole('heading', { level: 1, name: 'Second titre' })).toBeVisible();
});

test('an image is inserted with its description, or refused in words with nothing lost', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Une image');
  await write(nadia, 'Avant l’image.');
  await nadia.getByRole('button', { name: 'Image', exact: true }).click();
  const dialog = nadia.getByRole('dialog', { name: 'Insérer une image' });
  const submit = dialog.getByRole('button', { name: 'Insérer' });
  await submit.click();
  await expect(dialog.getByRole('alert')).toContainText('Choisissez une image.');
  await expect(dialog.getByRole('alert')).toContainText('Décrivez l’image');
  await dialog.getByLabel('Texte de remplacement').fill('La place du Port à midi');
  const choose = (name: string, buffer: Buffer) =>
    dialog.getByLabel('Image', { exact: true }).setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose('vide.png', Buffer.alloc(0));
  await submit.click();
  await expect(dialog.getByRole('alert')).toContainText('Ce fichier est vide');
  await choose('script.png', Buffer.from('<script>alert(1)</script>'));
  await submit.click();
  await expect(dialog.getByRole('alert')).toContainText('n’est pas une image');
  await choose('lourd.png', Buffer.alloc(21 * 1024 * 1024));
  await submit.click();
  await expect(dialog.getByRole('alert')).toContainText('dépasse la taille permise');
  await expect(dialog.getByLabel('Texte de remplacement')).toHaveValue('La place du Port à midi');
  await expectNoBarrier(nadia);

  await choose(
    'place.png',
    await sharp({ create: { width: 64, height: 48, channels: 3, background: '#2d6a4f' } })
      .png()
      .toBuffer(),
  );
  await submit.click();
  await expect(dialog).toBeHidden();
  const image = editorOf(nadia).getByRole('img', { name: 'La place du Port à midi' });
  await expect(image).toBeVisible();
  await expect(editorOf(nadia)).toContainText('Avant l’image.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);

  await editorOf(nadia).evaluate(
    (editor, bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'collée.png', { type: 'image/png' }));
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [...(await anImage()).buffer],
  );
  await expect(dialog.getByText('collée.png')).toBeVisible();
  await dialog.getByLabel('Image décorative').check();
  await submit.click();
  await expect(editorOf(nadia).locator('img[alt=""]')).toHaveCount(1);
  await expect(saveStateOf(nadia)).toHaveText(SAVED);

  const src = (await image.getAttribute('src')) ?? '';
  const served = await nadia.request.get(src);
  expect(served.headers()).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': expect.stringContaining('nosniff'),
  });
  expect(served.headers()['cache-control']).toContain('private');
  expect(served.headers()['content-security-policy']).toContain('sandbox');
  const observer = await pageOf(browser, 'atd', path);
  await expect(observer.getByRole('img', { name: 'La place du Port à midi' })).toBeVisible();
  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.request.get(src)).status()).toBe(404);
  expect(
    (await outsider.request.post(`${path}/images`, { multipart: { file: await anImage() } })).status(),
  ).toBe(404);
  expect(
    (await observer.request.post(`${path}/images`, { multipart: { file: await anImage() } })).status(),
  ).toBe(403);
});

test('a document goes to the trash for everybody and comes back with its text', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'À jeter puis à reprendre');
  await write(nadia, 'Un texte qui reste.');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(yann)).toContainText('Un texte qui reste.');

  const toTrash = async () => {
    await nadia.getByLabel('Autres actions').click();
    await nadia.getByRole('button', { name: 'Mettre à la corbeille' }).click();
    await expect(nadia.getByRole('status').filter({ hasText: 'est à la corbeille' })).toBeVisible();
  };
  await toTrash();
  await expect(yann.getByText('Un texte qui reste.')).toHaveCount(0);
  await expect(yann.getByRole('alert')).toContainText('mise à la corbeille');
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: 'Annuler' }).click();
  await expect(editorOf(nadia)).toContainText('Un texte qui reste.');

  await toTrash();
  await nadia.getByRole('main').getByRole('link', { name: 'Corbeille' }).first().click();
  await expect(nadia.getByRole('heading', { level: 1, name: 'Corbeille' })).toBeVisible();
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: /^Restaurer .*À jeter puis à reprendre/u }).click();
  await expect(editorOf(nadia)).toContainText('Un texte qui reste.');
});

test('every tool of the text is reached and used by keyboard', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Au clavier');
  await write(page, 'Critères de choix');
  await page.keyboard.press('Alt+F10');
  await expect(page.getByRole('button', { name: 'Style du paragraphe' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Titre 1' }).focus();
  await page.keyboard.press('Enter');
  await expect(editorOf(page).getByRole('heading', { level: 2, name: 'Critères de choix' })).toBeVisible();
  await expect(
    page
      .getByRole('navigation', { name: 'Plan du document' })
      .getByRole('link', { name: 'Critères de choix' }),
  ).toBeVisible();
  await expect(editorOf(page)).toBeFocused();

  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Gras' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(editorOf(page)).toBeFocused();

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tableau' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(editorOf(page).getByRole('table')).toBeVisible();
  await expect(editorOf(page)).toBeFocused();
  for (const header of ['Essence', 'Arbres', 'Ombre']) {
    await page.keyboard.type(header);
    await page.keyboard.press('Tab');
  }
  await expect(editorOf(page).getByRole('columnheader', { name: 'Arbres' })).toBeVisible();

  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Lien' });
  await dialog.getByLabel('Adresse').fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('n’est pas reconnue')).toBeVisible();
  await dialog.getByLabel('Adresse').fill('data.gouv.fr');
  await page.keyboard.press('Enter');
  await expect(editorOf(page).getByRole('link', { name: 'https://data.gouv.fr/' })).toBeVisible();
  await expect(saveStateOf(page)).toHaveText(SAVED);
  await expectNoBarrier(page);
});

test('a page of an older schema reads, and binds no editor to the text', async ({ browser }) => {
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

test('what a script writes into a document by hand runs nowhere and loads nothing', async ({
  browser,
  baseURL,
}) => {
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
    await expect(page.getByText('Fin du texte.')).toBeVisible();
    await expect(
      page
        .locator('.sheet-paper')
        .locator('iframe, script, [onclick], [onerror], [href^="javascript"], a.btn'),
    ).toHaveCount(0);
  }
  await nadia.getByText('piège').click();
  close();
  expect(foreign).toEqual([]);
});

test('documents are listed and read without script', async ({ browser }) => {
  const signedIn = await pageOf(browser, 'metier.a');
  const list = await documentsOfFirstGroup(signedIn);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(list);
  await page.getByRole('link', { name: 'Îlots de chaleur : mesurer, cartographier, agir' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'À qui sert ce guide' })).toBeVisible();
  await expect(page.getByText('Ce guide s’adresse aux villes')).toBeVisible();
  await page.getByRole('link', { name: 'Mesurer l’ombre' }).click();
  await expect(page).toHaveURL(/#titre-mesurer-l-ombre$/);
});

async function anImage() {
  const buffer = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#2d6a4f' } })
    .png()
    .toBuffer();
  return { name: 'a.png', mimeType: 'image/png', buffer };
}

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
