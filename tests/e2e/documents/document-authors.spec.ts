import { expect, type Page } from '@playwright/test';
import {
  editorOf,
  newDocument,
  pageOf,
  SAVED,
  saveStateOf,
  whenToolsListen,
  write,
} from '../support/documents.ts';
import { test } from '../support/journey.ts';

const NADIAS = 'Les arbres de la place du marché donnent peu d’ombre avant dix heures.';
const YANNS = 'Relever la température du sol à midi, trois fois par semaine.';
const lettersOf = (text: string) => text.replace(/\s/gu, '').length;

/** How many letters of the text are whose, by the person's name, once the server has read so many of this person. */
async function expectAuthors(page: Page, path: string, expected: Record<string, number>): Promise<void> {
  const id = path.split('/')[2]?.slice(0, 36);
  const read = async () => {
    const answer = await page.request.get(`/api/v1/documents/${id}/authors`);
    const { items } = (await answer.json()) as {
      items: { person: { name: string } | null; characters: number }[];
    };
    return Object.fromEntries(items.map(({ person, characters }) => [person?.name, characters]));
  };
  await expect.poll(read).toEqual(expected);
}

test('[LG1] [LG3] whoever lays a text out, moves it, cuts and pastes it or brings it back takes nobody’s credit', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Un texte à plusieurs');
  await write(nadia, NADIAS);
  await nadia.keyboard.press('Enter');
  await expect(saveStateOf(nadia)).toHaveText(SAVED);
  const yann = await pageOf(browser, 'metier.b', path);
  await expect(editorOf(yann)).toContainText('place du marché');
  await write(yann, YANNS);
  await expect(saveStateOf(yann)).toHaveText(SAVED);
  const theirs = { 'Nadia Ferrand': lettersOf(NADIAS), 'Yann Le Goff': lettersOf(YANNS) };
  await expectAuthors(nadia, path, theirs);

  const claire = await pageOf(browser, 'animation', path);
  const text = editorOf(claire);
  await expect(text).toContainText('trois fois par semaine');
  await text.click();
  await whenToolsListen(claire);
  // A block goes up, one becomes a heading, all become a list.
  await claire.keyboard.press('ControlOrMeta+End');
  await claire.keyboard.press('Alt+Shift+ArrowUp');
  await expect(text.locator('p').first()).toContainText('température du sol');
  await claire.keyboard.press('ControlOrMeta+Alt+3');
  await expect(text.locator('h2, h3, h4, h5')).toContainText('température du sol');
  await claire.keyboard.press('ControlOrMeta+Alt+0');
  await expect(text.locator('h2, h3, h4, h5')).toHaveCount(0);
  await claire.keyboard.press('ControlOrMeta+a');
  await claire.keyboard.press('ControlOrMeta+Shift+8');
  await expect(text.locator('li')).toHaveCount(2);
  // Everything is deleted, and given back.
  await claire.keyboard.press('ControlOrMeta+a');
  await claire.keyboard.press('Delete');
  await expect(text).not.toContainText('place du marché');
  await claire.keyboard.press('ControlOrMeta+z');
  await expect(text).toContainText('place du marché');
  // Everything is cut, and pasted.
  await claire.keyboard.press('ControlOrMeta+a');
  await claire.keyboard.press('ControlOrMeta+x');
  await expect(text).not.toContainText('place du marché');
  await claire.keyboard.press('ControlOrMeta+v');
  await expect(text).toContainText('place du marché');
  await expect(saveStateOf(claire)).toHaveText(SAVED);
  // What she types herself is hers: by then the server has read all the rest.
  await claire.keyboard.press('ControlOrMeta+End');
  await claire.keyboard.type(' Fin.');
  await expectAuthors(claire, path, { ...theirs, 'Claire Oudin': lettersOf('Fin.') });
});
