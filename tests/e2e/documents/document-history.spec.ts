import { expect, type Page } from '@playwright/test';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** Types this at the end of a document and waits until it is stored. */
async function writeAndSave(page: Page, text: string): Promise<void> {
  await write(page, text);
  await expect(saveStateOf(page)).toHaveText(SAVED);
}

/** Waits until the server has this text: the save state speaks of what was typed before, too. */
async function expectStored(page: Page, path: string, text: string): Promise<void> {
  const id = path.split('/')[2]?.slice(0, 36);
  await expect
    .poll(
      async () =>
        ((await (await page.request.get(`/api/v1/documents/${id}`)).json()) as { text: string }).text,
    )
    .toContain(text);
}

/** Opens a menu entry of the document by keyboard. */
async function openFromMenu(page: Page, name: string): Promise<void> {
  await page.locator('.doc-actions summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('.doc-actions').getByText(name, { exact: true }).focus();
  await page.keyboard.press('Enter');
}

test('[V4] [V7] a version is named, and restored by keyboard while another types', async ({ browser }) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Charte de l’ombre');
  await writeAndSave(nadia, 'Un arbre donne de l’ombre.');
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(yann)).toContainText('Un arbre');

  await openFromMenu(nadia, 'Historique');
  await expect(nadia.getByRole('heading', { level: 1 })).toContainText('Historique de');
  await expect(nadia.locator('#texte-version')).toContainText('Un arbre donne de l’ombre.');
  await expectNoBarrier(nadia);
  await nadia.getByText('Nommer cette version').focus();
  await nadia.keyboard.press('Enter');
  await nadia.getByLabel('Nom de la version').fill('Avant relecture');
  await nadia.keyboard.press('Enter');
  await expect(nadia.getByText('s’appelle maintenant')).toBeVisible();
  await expect(nadia.getByRole('heading', { level: 2, name: 'Avant relecture' })).toBeVisible();

  await writeAndSave(yann, ' Il demande de l’eau.');
  const named = nadia.getByRole('link', { name: 'Avant relecture' });
  await named.focus();
  await nadia.keyboard.press('Enter');
  await expect(nadia.getByRole('link', { name: 'Comparer avec aujourd’hui' })).toBeVisible();
  await nadia.getByRole('button', { name: 'Rétablir cette version' }).focus();
  await Promise.all([nadia.keyboard.press('Enter'), write(yann, ' Et de la place.')]);
  await expect(nadia.getByText('Le document est revenu à la version du')).toBeVisible();
  // What was there is taken back; what Yann was typing is kept.
  await expect(editorOf(yann)).not.toContainText('Il demande de l’eau.');
  await expect(editorOf(yann)).toContainText('Un arbre donne de l’ombre.');
  await writeAndSave(yann, ' La suite.');
  await expect(nadia.getByText(/Restauration de la version du .* par Nadia/)).toBeVisible();

  await nadia.getByRole('button', { name: 'Annuler' }).click();
  await expect(editorOf(yann)).toContainText('Il demande de l’eau.');
});

test('[V2] two states are compared: changes are reached by n and p, said, and taken back one by one', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Essences à planter');
  await writeAndSave(nadia, 'À moins de deux mètres du tronc.');
  await nadia.keyboard.press('Enter');
  await writeAndSave(nadia, 'Le sol reste vivant.');
  await nadia.goto(`${path}/historique`);
  await nadia.getByText('Nommer cette version').click();
  await nadia.getByLabel('Nom de la version').fill('Première');
  await nadia.keyboard.press('Enter');
  await expect(nadia.getByRole('heading', { level: 2, name: 'Première' })).toBeVisible();

  const yann = await pageOf(browser, 'metier.b', path);
  // By mouse, as people come in: just after a focus by script, the editor takes a jump to the start for the browser’s own.
  await editorOf(yann).click();
  await yann.keyboard.press('Control+End');
  await yann.keyboard.press('Shift+Home');
  await yann.keyboard.press('Control+b');
  await expect(editorOf(yann).locator('strong')).toHaveText('Le sol reste vivant.');
  await yann.keyboard.press('Control+Home');
  await yann.keyboard.type('Rappel. ');
  await expectStored(yann, path, 'Rappel. À moins');

  await nadia.getByRole('link', { name: 'Première' }).click();
  await nadia.getByRole('link', { name: 'Comparer avec aujourd’hui' }).click();
  await expect(nadia.getByText('2 modifications')).toBeVisible();
  await expect(nadia.locator('ins[data-n="1"]')).toHaveText(/Rappel\./);
  await expect(nadia.locator('[data-change="restyled"]')).toHaveText('Le sol reste vivant.');
  await expect(nadia.getByRole('list').getByText('Yann Le Goff').first()).toBeVisible();
  await expectNoBarrier(nadia);

  // One key alone does nothing before the focus is in the comparison.
  await nadia.keyboard.press('n');
  await expect(nadia.locator('.is-current')).toHaveCount(0);
  await nadia.getByRole('button', { name: 'Modification suivante' }).focus();
  await nadia.keyboard.press('n');
  await nadia.keyboard.press('n');
  await expect(nadia.locator('.is-current')).toHaveText('Le sol reste vivant.');
  await expect(nadia.getByRole('status').getByText('Modification 2 sur 2')).toBeAttached();
  await nadia.keyboard.press('p');
  await expect(nadia.locator('.is-current')).toHaveText(/Rappel\./);

  await nadia.getByRole('link', { name: 'Côte à côte' }).click();
  await expect(nadia.locator('.compared-entry .compared-pair > :first-child').first()).not.toContainText(
    'Rappel.',
  );
  await expect(nadia.locator('.compared-entry .compared-pair > :last-child').first()).toContainText(
    'Rappel.',
  );
  await expectNoBarrier(nadia);
  await nadia.getByRole('button', { name: 'Rétablir ce passage (modification 1)' }).click();
  await expect(nadia.getByText('Le passage est rétabli')).toBeVisible();
  await expect(editorOf(yann)).not.toContainText('Rappel.');
  await expect(editorOf(yann).getByText('À moins de deux mètres du tronc.')).toBeVisible();
  // It is not there any more: whoever asks again is told.
  await nadia.getByRole('button', { name: 'Rétablir ce passage (modification 1)' }).click();
  await expect(nadia.getByText('rien n’a été rétabli')).toBeVisible();
});

test('[V8] what others changed since the last visit is said at the next one, and marked in lists', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Relevés de juin');
  await writeAndSave(nadia, 'Un premier relevé.');
  // Long enough in sight to have been read.
  await nadia.waitForResponse(
    (answer) => answer.url().endsWith('/visite') && answer.request().method() === 'POST',
  );
  const list = new URL(nadia.url()).origin;
  await nadia.goto(`${list}/`);
  await expect(nadia.getByRole('link', { name: 'Relevés de juin' }).first()).toBeVisible();
  await expect(nadia.locator('li', { hasText: 'Relevés de juin' }).getByText('modifié depuis')).toHaveCount(
    0,
  );

  const yann = await pageOf(browser, 'metier.b', path);
  await writeAndSave(yann, ' Un second, de Saint-Aubin.');
  await expect(yann.getByText('Depuis votre dernière visite')).toHaveCount(0);

  await nadia.reload();
  await expect(
    nadia.locator('li', { hasText: 'Relevés de juin' }).getByText('modifié depuis votre visite').first(),
  ).toBeVisible();
  await nadia.goto(path);
  await expect(nadia.getByText(/1 modification de Yann Le Goff \(Saint-Aubin/)).toBeVisible();
  await nadia.getByRole('button', { name: 'Voir', exact: true }).focus();
  await nadia.keyboard.press('Enter');
  await expect(nadia.locator('.since-changes ins')).toHaveText(/Un second, de Saint-Aubin\./);
  await expectNoBarrier(nadia);
});

test('[V6] who wrote each paragraph is reached by keyboard, in the editor and in the reading view', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Deux plumes');
  await writeAndSave(nadia, 'Écrit à Valmont.');
  await nadia.keyboard.press('Enter');
  const yann = await pageOf(browser, 'metier.b', path);
  await writeAndSave(yann, 'Écrit à Saint-Aubin.');
  for (const page of [nadia, await pageOf(browser, 'relecture', path)]) {
    await expect(page.locator('.prose').getByText('Écrit à Saint-Aubin.')).toBeVisible();
    await openFromMenu(page, 'Qui a écrit quoi');
    const marks = page
      .getByRole('toolbar', { name: 'Auteurs, paragraphe par paragraphe' })
      .getByRole('button');
    await expect(marks).toHaveCount(2);
    await expect(marks.first()).toHaveAccessibleName(
      /Paragraphe 1.: Nadia Ferrand \(Valmont-sur-Loire\), 100/,
    );
    await marks.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(marks.nth(1)).toBeFocused();
    await expect(marks.nth(1)).toHaveAccessibleName(/Yann Le Goff/);
    if (page !== nadia) await expectNoBarrier(page);
    await page.keyboard.press('Escape');
    await expect(marks).toHaveCount(0);
  }
});

test('[D6] [V7] a version is downloaded; who may not write reads the history and changes nothing', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'À télécharger');
  await writeAndSave(nadia, 'Un texte à garder.');
  await nadia.goto(`${path}/historique`);
  await nadia.getByText('Télécharger cette version').click();
  const [file] = await Promise.all([
    nadia.waitForEvent('download'),
    nadia.getByRole('link', { name: 'Page web (HTML)' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\d{4}-\d\d-\d\d \d\d h \d\d\.html$/);

  const reviewer = await pageOf(browser, 'relecture', `${path}/historique`);
  await expect(reviewer.locator('#texte-version')).toContainText('Un texte à garder.');
  await expect(reviewer.getByText('Nommer cette version')).toHaveCount(0);
  const refused = await reviewer.request.post(`${path}/historique`, {
    form: { intent: 'restore', version: '1' },
  });
  expect(refused.status()).toBe(403);

  const outsider = await pageOf(browser, 'ville');
  for (const page of ['historique', 'comparer', 'auteurs', 'visite', 'versions/1/json', 'versions/1/html'])
    expect((await outsider.request.get(`${path}/${page}`)).status(), page).toBe(404);
  for (const page of ['historique', 'comparer', 'visite'])
    expect(
      (
        await outsider.request.post(`${path}/${page}`, { form: { intent: 'restore', version: '1' } })
      ).status(),
      page,
    ).toBe(404);
});
