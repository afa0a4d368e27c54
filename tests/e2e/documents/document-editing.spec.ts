import { expect } from '@playwright/test';
import sharp from 'sharp';
import { heavyFile } from '../support/carry.ts';
import {
  documentsOfFirstGroup,
  editorOf,
  newDocument,
  pageOf,
  SAVED,
  saveStateOf,
  whenToolsListen,
  write,
} from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

test('[D1] a title is refused in words, and what was typed stays', async ({ browser }) => {
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
  await page.getByLabel('Changer le titre').click();
  const field = page.getByRole('textbox', { name: 'Titre du document' });
  await field.fill(' ');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Donnez un titre.')).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill('Second titre');
  await page.keyboard.press('Enter');
  for (const seen of [page, other])
    await expect(seen.getByRole('heading', { level: 1, name: 'Second titre' })).toBeVisible();
});

test('[D5] [D8] an image is inserted with its description, or refused in words with nothing lost', async ({
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
  const field = dialog.getByLabel('Image (obligatoire)', { exact: true });
  const choose = (name: string, buffer: Buffer) =>
    field.setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose('vide.png', Buffer.alloc(0));
  await submit.click();
  await expect(dialog.getByRole('alert')).toContainText('Décrivez l’image');
  await dialog.getByLabel('Texte de remplacement').fill('La place du Port à midi');
  await submit.click();
  await expect(dialog.getByRole('alert')).toContainText('Ce fichier est vide');
  await choose('script.png', Buffer.from('<script>alert(1)</script>'));
  await submit.click();
  await expect(dialog.getByRole('alert')).toContainText('n’est pas une image');
  await field.setInputFiles(await heavyFile('lourd.png'));
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

test('[WS5] every tool of the text is reached and used by keyboard', { tag: '@gate' }, async ({
  browser,
}) => {
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
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editorOf(page).getByRole('table')).toBeVisible();
  await expect(editorOf(page)).toBeFocused();
  for (const header of ['Essence', 'Arbres', 'Ombre']) {
    await page.keyboard.type(header);
    await page.keyboard.press('Tab');
  }
  await expect(editorOf(page).getByRole('columnheader', { name: 'Arbres' })).toBeVisible();

  await whenToolsListen(page);
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

async function anImage() {
  const buffer = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#2d6a4f' } })
    .png()
    .toBuffer();
  return { name: 'a.png', mimeType: 'image/png', buffer };
}

test('[D32] the length of the text stands under it, and that of what is selected', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Longueur');
  await write(page, 'Cinq mots pour une mesure');
  await expect(page.getByText('5 mots · 1 minute de lecture')).toBeVisible();
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect(page.getByText('1 mot sélectionné sur 5 mots')).toBeVisible();
});

test('[D33] keys pressed on a busy page act where the caret is by then', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Page occupée');
  await write(page, 'Le sol reste vivant.');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  const other = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(other)).toBeVisible();

  const keyboard = await page.context().newCDPSession(page);
  const press = (key: string, windowsVirtualKeyCode: number, modifiers = 0) =>
    Promise.all(
      (['rawKeyDown', 'keyUp'] as const).map((type) =>
        keyboard.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode, modifiers }),
      ),
    );
  const [CONTROL, SHIFT] = [2, 8];
  /** Whatever is asked of the page meanwhile waits: keys, and what others wrote. */
  const whileBusy = (ask: () => Promise<unknown>) =>
    Promise.all([
      page.evaluate((until) => {
        while (Date.now() < until);
      }, Date.now() + 2_000),
      ask(),
    ]);

  await page.keyboard.press('Home');
  await whileBusy(async () => {
    await Promise.all([press('End', 35), press('Home', 36, SHIFT), press('b', 66, CONTROL)]);
  });
  await expect(editorOf(page).locator('strong')).toHaveText('Le sol reste vivant.');

  await page.keyboard.press('Home');
  await whileBusy(async () => {
    await editorOf(other).focus();
    await other.keyboard.type('Oui. ');
    await expect(saveStateOf(other)).toHaveText(SAVED);
    await press('End', 35);
  });
  await page.keyboard.type(' Fin.');
  await expect(editorOf(page)).toHaveText('Oui. Le sol reste vivant. Fin.');
});

test('[D33] a colleague’s caret in the line is no obstacle to the keys that move ours', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Deux carets');
  await write(page, 'milieu');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  const other = await pageOf(browser, 'metier.b', path);
  await editorOf(other).focus();
  let [start, end] = ['', ''];
  for (const place of ['Home', 'ArrowRight', 'End']) {
    await other.keyboard.press(place);
    await expect(page.locator('.caret.moving')).toBeVisible();
    await page.keyboard.press('Home');
    await page.keyboard.type('<');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('End');
    await page.keyboard.type('>');
    [start, end] = [`<${start}`, `${end}>`];
    await expect(editorOf(page)).toHaveText(`${start}milieu${end}`);
    await expect(editorOf(other)).toHaveText(`${start}milieu${end}`);
  }
});
