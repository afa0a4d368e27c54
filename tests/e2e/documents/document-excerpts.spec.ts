import { expect } from '@playwright/test';
import { editorOf, insert, newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { aSource, excerptOf, quote } from '../support/excerpts.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

/** Titles are found by their words, and a retry runs on the same data. */
const unique = (title: string) => `${title} ${Date.now()}`;

test('[EC1] [EC5] by keyboard, a passage is quoted from the source of a colleague and follows it; a reader sees whose words they are', async ({
  browser,
}) => {
  const author = await pageOf(browser, 'metier.a');
  const title = unique('Journal de la place du Port');
  const source = await aSource(author, title, 'La banquette compte.', 'Le reste suit.');
  const page = await pageOf(browser, 'metier.b');
  const path = await newDocument(page, unique('Synthèse du port'));
  await write(page, 'Ce que nous en savons :');
  await page.keyboard.press('Enter');
  await quote(page, title, 'La banquette compte.', 'Suivre');
  await expect(excerptOf(page)).toContainText('La banquette compte.');
  await expect(excerptOf(page)).toContainText('texte du');
  await expect(page.locator('.prose p + .excerpt, .prose p + div > .excerpt')).toBeVisible();
  await expect(excerptOf(page).getByText('Suit la source')).toBeVisible();
  await expect(excerptOf(page).getByRole('link', { name: title })).toHaveAttribute(
    'href',
    new RegExp(source),
  );
  await expect(saveStateOf(page)).toHaveText(SAVED);
  await expectNoBarrier(page);

  await excerptOf(page).locator('p').first().click();
  await page.keyboard.type('intrus');
  await expect(excerptOf(page)).not.toContainText('intrus');

  const reader = await pageOf(browser, 'relecture', path);
  await expect(excerptOf(reader).getByRole('link', { name: title })).toBeVisible();
  await expectNoBarrier(reader);
  const form = { source: source.slice(11, 47), keys: '1-1', mode: 'live' };
  const { origin } = new URL(reader.url());
  const refused = await reader.request.post(`${path}/extraits`, { form, headers: { origin } });
  expect(refused.status()).toBe(403);
  const nowhere = path.replace(/[0-9a-f]{8}-/, '00000000-');
  expect((await reader.request.get(`${nowhere}/passages`)).status()).toBe(404);

  await editorOf(author).focus();
  await author.keyboard.press('Control+Home');
  await author.keyboard.type('Oui : ');
  for (const seen of [page, reader])
    await expect(excerptOf(seen)).toContainText('Oui : La banquette compte.');
  await expect(excerptOf(reader)).not.toContainText('Le reste suit.');

  await author.reload();
  const foot = author.getByRole('region', { name: 'Cité dans' });
  await expect(foot.getByRole('listitem')).toContainText('extrait qui suit ce document');
  await expectNoBarrier(author);
  await foot.getByRole('link').press('Enter');
  await expect(author).toHaveURL(new RegExp(path));
});

test('[EC1] blocks are remembered in their document by « Citer ailleurs », and quoted in another', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a');
  await aSource(page, unique('Mesures d’ombre'), 'Trois degrés de moins.');
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('menuitem', { name: 'Citer ailleurs' }).press('Enter');
  await expect(page.getByText('Passage retenu.')).toBeVisible();
  await newDocument(page, unique('Note d’ombre'));
  await insert(page, 'extrait', 'Extrait cité');
  const dialog = page.getByRole('dialog', { name: 'Citer un extrait' });
  await dialog.getByRole('button', { name: 'Prendre le passage retenu' }).press('Enter');
  await expect(dialog.getByRole('checkbox', { name: 'Trois degrés' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Citer', exact: true }).press('Enter');
  await expect(excerptOf(page)).toContainText('Trois degrés de moins.');
  await expect(saveStateOf(page)).toHaveText(SAVED);

  // Opened again, a text that begins with an excerpt is written in after it.
  await page.reload();
  await editorOf(page).focus();
  const caretIn = () => page.evaluate(() => getSelection()?.anchorNode?.nodeName);
  await expect.poll(caretIn).toBe('P');
  await page.keyboard.type('À vérifier.');
  await expect(page.locator('.prose > p')).toHaveText('À vérifier.');
});

test('[EC5] a frozen excerpt says that its source changed; one compares, keeps, then accepts, and has it follow', async ({
  browser,
}) => {
  const author = await pageOf(browser, 'metier.a');
  const title = unique('Journal du marché');
  await aSource(author, title, 'Dix étals sous les platanes.');
  const page = await pageOf(browser, 'metier.b');
  await newDocument(page, unique('Note du marché'));
  await quote(page, title, 'Dix étals', 'Figer');
  const excerpt = excerptOf(page);
  await expect(excerpt.getByText('Figé', { exact: true })).toBeVisible();
  await expect(saveStateOf(page)).toHaveText(SAVED);

  const changes = async (words: string) => {
    await editorOf(author).focus();
    await author.keyboard.press('Control+Home');
    await author.keyboard.type(words);
    await expect(saveStateOf(author)).toHaveText(SAVED);
  };
  await changes('Déjà ');
  await expect(excerpt.getByRole('status')).toHaveText('Mise à jour disponible');
  await expect(excerpt).not.toContainText('Déjà');
  await expectNoBarrier(page);
  await excerpt.getByRole('button', { name: 'Comparer' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Mise à jour de l’extrait' });
  await expect(dialog.locator('ins')).toContainText('Déjà');
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Garder ce texte' }).press('Enter');
  await expect(excerpt.getByRole('status')).toHaveText('Texte gardé, la source a changé');

  await excerpt.getByRole('button', { name: 'Comparer' }).press('Enter');
  await dialog.getByRole('button', { name: 'Accepter la mise à jour' }).press('Enter');
  await expect(excerpt).toContainText('Déjà Dix étals');
  await expect(excerpt.getByRole('status')).toHaveText('');
  await excerpt.getByRole('button', { name: 'Suivre la source' }).press('Enter');
  await expect(excerpt.getByText('Suit la source', { exact: true })).toBeVisible();
  await changes('Oui, ');
  await expect(excerpt).toContainText('Oui, Déjà Dix étals');
});
