import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from './support/documents.ts';
import { expectNoBarrier } from './support/no-barrier.ts';

test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
});

const bar = (page: Page, name: string) => page.getByRole('toolbar', { name });
const listOf = (page: Page, name: string) => page.getByRole('listbox', { name });

/** Chooses something of the slash menu by typing its name. */
async function insert(page: Page, name: string): Promise<void> {
  await page.keyboard.type(`/${name}`);
  await expect(page.getByRole('option', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

async function aPicture(colour = '#2d6a4f'): Promise<Buffer> {
  return sharp({ create: { width: 320, height: 200, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

interface Carried {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** What a desktop or another program puts into the text. */
async function carry(
  at: Locator,
  how: 'drop' | 'paste',
  files: readonly Carried[],
  texts: Record<string, string> = {},
) {
  const carried = files.map(({ name, type, bytes }) => ({ name, type, bytes: [...bytes] }));
  await at.evaluate(
    (element, { how, carried, texts }) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of carried)
        data.items.add(new File([new Uint8Array(bytes)], name, { type }));
      for (const [type, text] of Object.entries(texts)) data.setData(type, text);
      const { left, bottom } = element.getBoundingClientRect();
      const place = { clientX: left + 20, clientY: bottom - 4, bubbles: true, cancelable: true };
      element.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { ...place, dataTransfer: data })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    { how, carried, texts },
  );
}

test('[D15] somebody is mentioned by keyboard, among those that one may know', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Une mention');
  await write(page, 'Relu par @');
  const list = listOf(page, 'Personnes et organisations');
  await expect(list.getByRole('option').first()).toBeVisible();
  await page.keyboard.type('relecture');
  await expect(page.getByRole('paragraph').filter({ hasText: 'Rien de ce nom' })).toBeVisible();
  for (let typed = 0; typed < 'relecture'.length; typed++) await page.keyboard.press('Backspace');
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  const [first, second] = await list.getByRole('option').allInnerTexts();
  expect(second).toBeTruthy();
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(editorOf(page)).toHaveAttribute('aria-activedescendant', /^citer-/);
  await expectNoBarrier(page);
  await page.keyboard.press('Enter');
  const name = second?.split('\n')[0] ?? '';
  await expect(editorOf(page).locator('.mention')).toHaveText(`@${name}`);
  expect(first).not.toContain(name);
  await page.keyboard.type('aujourd’hui.');
  await expect(editorOf(page)).toContainText(`Relu par @${name} aujourd’hui.`);
  await expect(saveStateOf(page)).toHaveText(SAVED);
  const reader = await pageOf(browser, 'atd', path);
  await expect(reader.locator('.prose .mention')).toHaveText(`@${name}`);
});

test('[D10] [D14] a reference shows today’s title, and nothing to whoever may not read', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const target = await newDocument(page, 'Choisir des essences');
  const path = await newDocument(page, 'Un renvoi');
  await write(page, 'Voir [[choisir ess');
  const option = listOf(page, 'Pages de Cordée').getByRole('option', { name: /Choisir des essences/ });
  await expect(option.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(editorOf(page).getByText('Choisir des essences')).toBeVisible();
  await carry(editorOf(page), 'paste', [], { 'text/plain': new URL(target, page.url()).href });
  await expect(editorOf(page).locator('.reference')).toHaveCount(2);
  await expect(editorOf(page).locator('.reference').last()).toHaveText('Choisir des essences');
  await expect(saveStateOf(page)).toHaveText(SAVED);

  const reader = await pageOf(browser, 'atd', path);
  await expect(reader.locator('.prose a.reference').first()).toHaveText('Choisir des essences');
  const other = await pageOf(browser, 'metier.b', target);
  await other.getByLabel('Changer le titre').click();
  await other.getByRole('textbox', { name: 'Titre du document' }).fill('Choisir des arbres');
  await other.getByRole('button', { name: 'Enregistrer le titre' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Choisir des arbres' })).toBeVisible();
  for (const seen of [page, reader]) {
    await seen.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(seen.locator('.prose .reference').first()).toHaveText('Choisir des arbres');
  }
  await expect(reader.locator('.prose a.reference').first()).toHaveAttribute('href', /-choisir-des-arbres$/);
  await expectNoBarrier(reader);

  const outsider = await pageOf(browser, 'ville');
  const id = target.split('/')[2]?.slice(0, 36);
  const names = await outsider.request.get(`/objets/noms?objet=document:${id}`);
  expect(await names.json()).toEqual({ names: {} });
  const found = await outsider.request.get('/objets/recherche?parmi=pages&q=choisir');
  expect(JSON.stringify(await found.json())).not.toContain(id);
  expect((await other.request.get('/objets/recherche?parmi=autre&q=x')).status()).toBe(400);
});

test('[D5] images are dropped with their descriptions, described again, placed, and undone', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Des images');
  await write(page, 'Avant.');
  const picture = async (name: string, colour?: string) => ({
    name,
    type: 'image/png',
    bytes: await aPicture(colour),
  });
  await carry(editorOf(page).locator('p').first(), 'drop', [
    await picture('place.png'),
    await picture('port.png', '#7a3b2e'),
  ]);
  const dialog = page.getByRole('dialog', { name: 'Insérer des images' });
  await dialog.getByRole('button', { name: 'Insérer' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Décrivez l’image');
  await dialog.getByLabel('Texte de remplacement de place.png').fill('La place du Port à midi');
  await dialog.getByLabel('Image décorative').nth(1).check();
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Insérer' }).click();
  await expect(dialog).toBeHidden();
  const image = editorOf(page).getByRole('img', { name: 'La place du Port à midi' });
  await expect(image).toBeVisible();
  await expect(editorOf(page).locator('figure.image')).toHaveCount(2);

  await image.click();
  await expect(bar(page, 'Image sélectionnée')).toBeVisible();
  await page.keyboard.press('Enter');
  const editing = page.getByRole('dialog', { name: 'Modifier l’image' });
  await editing.getByLabel('Légende').fill('Relevé de mars 2023');
  await editing.getByLabel('Taille', { exact: true }).selectOption('Moyenne');
  await editing.getByLabel('Place', { exact: true }).selectOption('Au centre');
  await editing.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(editorOf(page).locator('figcaption')).toHaveText('Relevé de mars 2023');
  await expect(editorOf(page).locator('figure[data-size="medium"][data-align="center"]')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(editorOf(page).locator('figcaption')).toHaveCount(0);

  await carry(editorOf(page).locator('p').last(), 'drop', [
    { name: 'faux.png', type: 'image/png', bytes: Buffer.from('<script>alert(1)</script>') },
  ]);
  const again = page.getByRole('dialog', { name: 'Insérer une image' });
  await again.getByLabel('Image décorative').check();
  await again.getByRole('button', { name: 'Insérer' }).click();
  await expect(again.getByRole('alert')).toContainText('n’est pas une image');
  await again.getByRole('button', { name: 'Annuler' }).click();
  await expect(editorOf(page)).toContainText('Avant.');
  await expect(saveStateOf(page)).toHaveText(SAVED);
});

test('[D16] a file is joined by drop, read by another member, refused in words, and replaced', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Un fichier');
  await write(page, 'Le budget :');
  const csv = {
    name: 'budget 2023.csv',
    type: 'text/csv',
    bytes: Buffer.from('poste;montant\narbres;1200\n'),
  };
  await carry(editorOf(page).locator('p').first(), 'drop', [csv]);
  const link = editorOf(page).getByRole('link', { name: /budget 2023\.csv/ });
  await expect(link).toContainText('(CSV, 26 octets)');
  await carry(editorOf(page).locator('p').first(), 'drop', [
    { name: 'vide.pdf', type: '', bytes: Buffer.alloc(0) },
  ]);
  const refused = page.getByRole('alert').filter({ hasText: 'vide.pdf n’a pas été joint' });
  await expect(refused).toContainText('Ce fichier est vide');
  await expectNoBarrier(page);
  await refused.getByRole('button', { name: /Retirer/ }).click();
  await expect(refused).toBeHidden();
  await expect(saveStateOf(page)).toHaveText(SAVED);

  const reader = await pageOf(browser, 'atd', path);
  const coming = reader.waitForEvent('download');
  await reader.getByRole('link', { name: /budget 2023\.csv/ }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('budget 2023.csv');
  expect(readFileSync(await download.path()).toString()).toContain('arbres;1200');
  const src = (await link.getAttribute('href')) ?? '';
  const served = await reader.request.get(src);
  expect(served.headers()).toMatchObject({
    'content-type': expect.stringContaining('text/plain'),
    'cache-control': 'private, no-store',
  });
  expect(served.headers()['content-disposition']).toMatch(/^attachment;/);
  expect(served.headers()['content-security-policy']).toContain('sandbox');
  expect(served.headers()['x-content-type-options']).toContain('nosniff');
  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.request.get(src)).status()).toBe(404);
  const send = (who: Page) =>
    who.request.post(`${path}/fichiers`, {
      data: Buffer.from('x'),
      headers: { 'cordee-file-name': 'x.txt' },
    });
  expect((await send(outsider)).status()).toBe(404);
  expect((await send(reader)).status()).toBe(403);
  expect((await send(page)).status()).toBe(201);
  const nameless = await page.request.post(`${path}/fichiers`, { data: Buffer.from('x') });
  expect([nameless.status(), await nameless.json()]).toEqual([422, { error: 'file.missing' }]);
  const huge = await page.request.post(`${path}/fichiers`, {
    data: Buffer.alloc(21 * 1024 * 1024),
    headers: { 'cordee-file-name': 'lourd.bin' },
  });
  expect([huge.status(), await huge.json()]).toEqual([413, { error: 'file.tooLarge' }]);

  await editorOf(page)
    .locator('.attachment')
    .click({ position: { x: 4, y: 4 } });
  const choosing = page.waitForEvent('filechooser');
  await bar(page, 'Fichier joint sélectionné').getByRole('button', { name: 'Remplacer le fichier' }).click();
  await (await choosing).setFiles({
    name: 'budget 2024.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('a;b\n'),
  });
  await expect(editorOf(page).getByRole('link', { name: /budget 2024\.csv/ })).toBeVisible();
  await expect(editorOf(page).locator('.attachment')).toHaveCount(1);
});

test('[D11] [D13] notes, formulas, dates and statuses are written and changed by keyboard', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const path = await newDocument(page, 'Des signes');
  await write(page, 'Douze tilleuls ');
  await insert(page, 'Note de bas de page');
  await page.keyboard.type('Relevé de mars 2023.');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' plantés.');
  await expect(editorOf(page).locator('.footnote')).toHaveText('Relevé de mars 2023.');
  await expect(editorOf(page).locator('p').first()).toContainText('plantés.');

  await page.keyboard.press('Enter');
  await insert(page, 'Formule sur sa ligne');
  const dialog = page.getByRole('dialog', { name: 'Insérer une formule' });
  await dialog.getByLabel('Formule, en TeX').fill('\\frac{a}{');
  await expect(dialog.getByRole('region', { name: 'Aperçu' })).toContainText('n’est pas du TeX valable');
  await dialog.getByRole('button', { name: 'Insérer' }).click();
  await expect(dialog.getByText('n’est pas du TeX valable').first()).toBeVisible();
  await dialog.getByLabel('Formule, en TeX').fill('\\frac{a}{b}');
  await expect(dialog.locator('math mfrac')).toBeVisible();
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Insérer' }).click();
  await expect(editorOf(page).locator('div.math mfrac')).toBeVisible();

  await page.keyboard.type('Pour le ');
  await insert(page, 'Date');
  const days = page.getByRole('dialog', { name: 'Choisir une date' });
  await days.getByLabel('Date', { exact: true }).fill('2023-03-14');
  await expect(days.getByRole('gridcell', { selected: true })).toHaveText('14');
  await days.getByRole('gridcell', { selected: true }).getByRole('button').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(days.getByLabel('Date', { exact: true })).toHaveValue('2023-03-15');
  await expectNoBarrier(page);
  await days.getByRole('button', { name: 'Insérer' }).click();
  await expect(editorOf(page).locator('.date')).toHaveText('mercredi 15 mars 2023');

  await insert(page, 'Statut');
  await expect(bar(page, 'Statut sélectionné')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'En relecture' }).focus();
  await page.keyboard.press('Enter');
  await expect(editorOf(page).locator('.status')).toHaveText('En relecture');
  await expect(saveStateOf(page)).toHaveText(SAVED);
  await expectNoBarrier(page);

  const reader = await pageOf(browser, 'atd', path);
  await expect(reader.locator('.prose .math mfrac')).toBeVisible();
  await reader.getByRole('link', { name: 'Note 1', exact: true }).click();
  await expect(reader.locator('#note-1')).toBeInViewport();
  await expect(reader.locator('#note-1')).toContainText('Relevé de mars 2023.');
  await expectNoBarrier(reader);
});

test('[D12] [D17] a video asks its host for nothing before the button is pressed', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const asked: string[] = [];
  const watch = (seen: Page) =>
    seen.context().route(/^https:\/\/[^/]*(?:youtube|peertube)/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<p>Lecteur</p>' });
    });
  await watch(page);
  const path = await newDocument(page, 'Une vidéo');
  await write(page, '');
  await carry(editorOf(page), 'paste', [], { 'text/plain': 'https://youtu.be/abcdefghijk' });
  await expect(editorOf(page).getByRole('button', { name: 'Afficher la vidéo ici' })).toBeVisible();
  await expect(saveStateOf(page)).toHaveText(SAVED);
  const reader = await pageOf(browser, 'atd');
  await watch(reader);
  await reader.goto(path);
  await expect(reader.getByText('hébergée par youtube-nocookie.com')).toBeVisible();
  await expectNoBarrier(reader);
  expect(asked).toEqual([]);

  for (const seen of [reader, page]) {
    asked.length = 0;
    await seen.getByRole('button', { name: 'Afficher la vidéo ici' }).click();
    const player = seen.locator('iframe.embed-player');
    await expect(player).toHaveAttribute('sandbox', /allow-scripts/);
    await expect(player).toHaveAttribute('title', /./);
    await expect(player.contentFrame().frameLocator('iframe').getByText('Lecteur')).toBeVisible();
    expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/abcdefghijk']);
  }
  expect((await reader.request.get('/videos/lecteur?adresse=https://youtu.be/abcdefghijk')).status()).toBe(
    404,
  );
});

test('[D18] a text copied from Word comes clean, with its image, and runs nothing', async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await newDocument(page, 'Un collage');
  await write(page, '');
  const html = (name: string) =>
    readFileSync(new URL(`../shared/document/fixtures/${name}.html.txt`, import.meta.url), 'utf8');
  await carry(editorOf(page), 'paste', [], { 'text/html': html('word'), 'text/plain': 'Guide' });
  const text = editorOf(page);
  await expect(text.getByRole('heading', { level: 2, name: 'Choisir un site' })).toBeVisible();
  await expect(text.locator('ul ul li')).toHaveText('à midi');
  await expect(text.getByRole('columnheader', { name: 'Essence' })).toBeVisible();
  await expect(text.locator('.footnote')).toHaveText('Relevé de mars 2023.');
  await expect(text.getByRole('img', { name: 'Plan de la place' })).toBeVisible();
  await expect(page.getByText('Une image n’a pas été reprise')).toBeVisible();
  await expect(text).not.toContainText('Commentaire');
  await expect(saveStateOf(page)).toHaveText(SAVED);

  await page.keyboard.press('Control+End');
  await carry(text, 'paste', [], { 'text/html': html('web-page') });
  await expect(text.getByRole('heading', { name: 'Que faire ?' })).toBeVisible();
  await expect(text.locator('script, [onerror], [onclick], iframe, svg')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});
