import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { cardOf, newBoard, openBoard, SAVED, spokenOf, twoOnOneBoard } from '../support/boards.ts';
import { aPicture, carry, heavyFile } from '../support/carry.ts';
import { pageOf, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Carte' });
const filesOf = (page: Page) => panelOf(page).getByRole('region', { name: 'Fichiers' });
const addButton = (page: Page) => filesOf(page).getByRole('button', { name: 'Ajouter des fichiers' });

/** Chooses an entry of the menu of a file by keyboard. */
async function act(page: Page, file: string, entry: string): Promise<void> {
  await filesOf(page)
    .getByRole('button', { name: `Actions du fichier « ${file} »` })
    .press('Enter');
  await page.getByRole('menuitem', { name: entry }).press('Enter');
}

test('[B53] [B54] [B56] one person adds files by keyboard, the other sees the cover; what is removed comes back', async ({
  browser,
}) => {
  const { nadia, yann, path } = await twoOnOneBoard(browser, 'Fichiers à deux');
  await cardOf(nadia, 'Plans').focus();
  await nadia.keyboard.press('Enter');
  await expect(panelOf(nadia).locator('.side-kind')).toBeFocused();
  const add = addButton(nadia);
  const large = sharp(await aPicture())
    .resize(1_280, 800)
    .png();
  const choosing = nadia.waitForEvent('filechooser');
  await add.press('Enter');
  await (await choosing).setFiles([
    { name: 'place du port.png', mimeType: 'image/png', buffer: await large.toBuffer() },
    { name: 'budget 2023.csv', mimeType: 'text/csv', buffer: Buffer.from('poste;montant\narbres;1200\n') },
  ]);
  const list = filesOf(nadia).getByRole('list', { name: 'Fichiers' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').filter({ hasText: 'budget' })).toContainText('CSV, 26 octets, ');
  await expect(filesOf(nadia).getByRole('progressbar')).toHaveCount(0);
  await expect(saveStateOf(nadia)).toHaveText(SAVED);

  // The mark on the face, for the eye and in what is read of the card.
  await expect(yann.getByRole('row', { name: 'Plans, 2 fichiers' })).toBeVisible();
  await expect(cardOf(yann, 'Plans').locator('img')).toHaveCount(0);
  await act(nadia, 'place du port.png', 'Utiliser comme couverture');
  await expect(spokenOf(nadia)).toHaveText('« place du port.png » est la couverture de la carte');
  const cover = cardOf(yann, 'Plans').locator('img.kcard-cover');
  await expect(cover).toBeVisible();
  await expect.poll(() => cover.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(640);
  await expect(cover).toHaveAttribute('alt', '');
  const shown = (await cover.getAttribute('src')) ?? '';
  await expect(cover).toHaveAttribute('loading', 'lazy');
  await expect(list.getByRole('listitem').filter({ hasText: 'place' })).toContainText('Couverture');
  await expectNoBarrier(nadia);

  // Nothing moves in the columns when the picture comes: its place was kept.
  await yann.reload();
  await expect(cover).toBeVisible();
  const { width, height } = (await cover.boundingBox()) ?? { width: 0, height: 0 };
  expect(Math.min(height, (width * 200) / 320)).toBeGreaterThan(60);

  await act(nadia, 'place du port.png', 'Retirer le fichier');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(add).toBeFocused();
  await expect(cover).toBeHidden();
  await nadia.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(cover).toBeVisible();
  await act(nadia, 'place du port.png', 'Retirer la couverture');
  await expect(cover).toBeHidden();

  // A copy of the card has them too.
  await cardOf(nadia, 'Plans').getByRole('button', { name: 'Actions de la carte « Plans »' }).click();
  await nadia.getByRole('menuitem', { name: 'Dupliquer' }).click();
  await expect(nadia.getByRole('row', { name: 'Plans (copie), 2 fichiers' })).toBeVisible();

  // Who only reads has the files and no button; who is not of the group has nothing.
  const reader = await pageOf(browser, 'atd', new URL(nadia.url()).pathname);
  const link = filesOf(reader).getByRole('link', { name: 'budget 2023.csv' });
  const coming = reader.waitForEvent('download');
  await link.click();
  expect(readFileSync(await (await coming).path()).toString()).toContain('arbres;1200');
  await expect(filesOf(reader).getByRole('button')).toHaveCount(0);
  const src = (await link.getAttribute('href')) ?? '';
  const outsider = await pageOf(browser, 'ville');
  for (const of of [src, shown]) expect((await outsider.request.get(of)).status()).toBe(404);
  const small = (await reader.request.get(shown)).headers();
  expect(small).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': expect.stringMatching(/^private/),
  });
  const send = (who: Page, name = 'x.txt') =>
    who.request.post(`${path}/fichiers`, { data: Buffer.from('x'), headers: { 'cordee-file-name': name } });
  expect((await send(outsider)).status()).toBe(404);
  expect((await send(reader)).status()).toBe(403);
  expect((await send(nadia)).status()).toBe(201);
  const script = await send(nadia, 'script.png');
  expect([script.status(), await script.json()]).toEqual([422, { error: 'file.notImage' }]);
});

test('[B56] a refusal stands beside the files with its reason; a sending can be cancelled; without a network nothing else waits', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a', undefined, { serviceWorkers: 'block' });
  const path = await newBoard(nadia, 'Fichiers refusés', { 'À faire': ['Plans'] });
  await openBoard(nadia, path);
  await cardOf(nadia, 'Plans').click();
  await expect(addButton(nadia)).toBeVisible();
  const panel = panelOf(nadia);
  const refusal = (name: string) =>
    panel.getByRole('alert').filter({ hasText: `${name} n’a pas été ajouté` });
  await carry(panel, 'drop', [
    { name: 'faux.png', type: 'image/png', bytes: Buffer.from('<script>alert(1)</script>') },
    { name: 'vide.pdf', type: 'application/pdf', bytes: Buffer.alloc(0) },
    { name: 'note.txt', type: 'text/plain', bytes: Buffer.from('Bonjour') },
  ]);
  await expect(refusal('faux.png')).toContainText('n’est pas une image');
  await expect(refusal('vide.pdf')).toContainText('Ce fichier est vide');
  await expect(filesOf(nadia).getByRole('link', { name: 'note.txt' })).toBeVisible();
  await expectNoBarrier(nadia);
  await panel.getByRole('button', { name: 'Retirer le message sur « faux.png »' }).press('Enter');
  await expect(refusal('faux.png')).toBeHidden();
  await expect(addButton(nadia)).toBeFocused();

  const choosing = nadia.waitForEvent('filechooser');
  await addButton(nadia).press('Enter');
  await (await choosing).setFiles([await heavyFile('lourd.zip')]);
  await expect(refusal('lourd.zip')).toContainText('dépasse 20 Mo');

  // On its way for as long as the line holds it back.
  await nadia.route('**/fichiers', () => undefined);
  await carry(panel, 'drop', [{ name: 'lent.txt', type: 'text/plain', bytes: Buffer.from('Bonjour') }]);
  await expect(panel.getByRole('progressbar', { name: /lent\.txt/ })).toBeVisible();
  await panel.getByRole('button', { name: 'Annuler l’envoi de « lent.txt »' }).press('Enter');
  await expect(panel.getByText('lent.txt')).toHaveCount(0);
  await nadia.unroute('**/fichiers');

  await nadia.context().setOffline(true);
  await carry(panel, 'drop', [{ name: 'train.txt', type: 'text/plain', bytes: Buffer.from('Bonjour') }]);
  await expect(refusal('train.txt')).toContainText('Envoyer un fichier demande le réseau.');
  await panel.getByRole('button', { name: 'Ajouter une étape', exact: true }).click();
  await panel.getByRole('textbox', { name: 'Texte de l’étape' }).fill('Depuis le train');
  await nadia.keyboard.press('Enter');
  await expect(panel.getByRole('checkbox', { name: 'Depuis le train' })).toBeVisible();
  await nadia.context().setOffline(false);
  await panel.getByRole('button', { name: 'Réessayer l’envoi de « train.txt »' }).press('Enter');
  await expect(filesOf(nadia).getByRole('link', { name: 'train.txt' })).toBeVisible();
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
});
