import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { aPicture, carry } from '../support/carry.ts';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const bar = (page: Page, name: string) => page.getByRole('toolbar', { name });

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
  // Until then the text is that of the server, which the live one replaces under the pointer.
  await expect(saveStateOf(reader)).toHaveText('Lecture seule');
  const coming = reader.waitForEvent('download');
  await reader.getByRole('link', { name: /budget 2023\.csv/ }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('budget 2023.csv');
  expect(readFileSync(await download.path()).toString()).toContain('arbres;1200');
  const src = (await link.getAttribute('href')) ?? '';
  const served = await reader.request.get(src);
  expect(served.headers()).toMatchObject({
    'content-type': expect.stringContaining('text/plain'),
    'cache-control': 'private, no-store, no-transform',
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

test('[D18] a text copied from Word comes clean, with its image, and runs nothing', { tag: '@gate' }, async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await newDocument(page, 'Un collage');
  // A slow line: what receives a paste comes after the paste.
  let letToolsCome = () => undefined as unknown;
  const isAsked = new Promise((resolve) => {
    letToolsCome = () => resolve(null);
  });
  await page.route('**/assets/*.js', async (route) => {
    await isAsked;
    await route.continue();
  });
  await write(page, '');
  const html = (name: string) =>
    readFileSync(new URL(`../../shared/documents/paste/fixtures/${name}.html.txt`, import.meta.url), 'utf8');
  await carry(editorOf(page), 'paste', [], { 'text/html': html('word'), 'text/plain': 'Guide' });
  const text = editorOf(page);
  expect(await text.textContent()).not.toContain('Choisir un site');
  letToolsCome();
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

test('[D34] what is dropped inside a word splits no word: it stands between blocks, on the nearer side', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Déposer dans un mot');
  await write(page, 'Anticonstitutionnellement.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Deuxième.');
  const text = editorOf(page);
  const dropOn = (rank: number, files: Parameters<typeof carry>[2], edge: 'top' | 'bottom') =>
    carry(text.locator('p').nth(rank), 'drop', files, {}, edge);
  await dropOn(0, [{ name: 'plan.png', type: 'image/png', bytes: await aPicture() }], 'bottom');
  const dialog = page.getByRole('dialog', { name: 'Insérer une image' });
  await dialog.getByLabel('Image décorative').check();
  await dialog.getByRole('button', { name: 'Insérer' }).click();
  await expect(text.locator('figure')).toHaveCount(1);
  const order = () =>
    text.locator('> *').evaluateAll((all) => all.map((one) => one.textContent?.trim() || one.localName));
  await expect.poll(order).toEqual(['Anticonstitutionnellement.', 'figure', 'Deuxième.']);
  await dropOn(0, [{ name: 'note.txt', type: 'text/plain', bytes: Buffer.from('note') }], 'top');
  await expect(text.getByRole('link', { name: /note\.txt/ })).toBeVisible();
  const names = async () => (await order()).map((one) => (one.includes('note.txt') ? 'fichier' : one));
  await expect.poll(names).toEqual(['fichier', 'Anticonstitutionnellement.', 'figure', 'Deuxième.']);
});

test('[D35] a copied Markdown becomes what it says, and one undo gives its plain text back', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  await newDocument(page, 'Un collage en Markdown');
  await write(page, '');
  const text = editorOf(page);
  const source = [
    '# Relevé',
    '',
    'Un **gras** et un [lien](https://exemple.fr/page).',
    '',
    '- place du marché',
    '- [x] école',
    '',
    '| Lieu | Arbres |',
    '| --- | --- |',
    '| Gare | 12 |',
  ].join('\n');
  await carry(text, 'paste', [], { 'text/plain': source });
  await expect(text.getByRole('heading', { level: 2, name: 'Relevé' })).toBeVisible();
  await expect(text.locator('strong')).toHaveText('gras');
  await expect(text.getByRole('link', { name: 'lien' })).toHaveAttribute('href', 'https://exemple.fr/page');
  await expect(text.locator('ul > li')).toHaveCount(2);
  await expect(text.getByRole('columnheader', { name: 'Arbres' })).toBeVisible();
  await expect(text).not.toContainText('**');
  await page.keyboard.press('Control+z');
  await expect(text.getByText('# Relevé')).toBeVisible();
  await expect(text.getByText('Un **gras** et un [lien](https://exemple.fr/page).')).toBeVisible();
  await expect(text.locator('h2, strong, ul, table, a')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(text).not.toContainText('Relevé');
  await carry(text, 'paste', [], { 'text/plain': 'Le 3 - 4 mai, voir #budget.' });
  await expect(text.getByText('Le 3 - 4 mai, voir #budget.')).toBeVisible();
  await expect(saveStateOf(page)).toHaveText(SAVED);
});
