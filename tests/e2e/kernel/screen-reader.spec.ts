import { expect } from '@playwright/test';
import { newBoard, openBoard } from '../support/boards.ts';
import { editorOf, newDocument, pageOf, SAVED, saveStateOf } from '../support/documents.ts';
import { button, newMeeting } from '../support/held-meetings.ts';
import { test } from '../support/journey.ts';
import { openRound } from '../support/reviews.ts';
import { listen, type ScreenReader } from '../support/screen-reader.ts';

/** What has the focus now, waited for: role, name, states. */
const expectFocus = (reader: ScreenReader, said: string) => expect.poll(() => reader.focused()).toBe(said);
/** Of what was heard, these sentences in this order. */
const expectHeard = (reader: ScreenReader, ...sentences: (string | RegExp)[]) =>
  expect
    .poll(async () => {
      const heard = await reader.heard();
      let at = 0;
      for (const sentence of heard) {
        const wanted = sentences[at];
        if (
          wanted !== undefined &&
          (typeof wanted === 'string' ? sentence === wanted : wanted.test(sentence))
        )
          at++;
      }
      return at === sentences.length ? [] : { missing: `${sentences[at]}`, heard };
    })
    .toEqual([]);

test('[H13] the text as it is heard: its field, its tools with their states, its menu, its search', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const reader = await listen(page);
  await newDocument(page, 'Un texte que l’on entend');
  await editorOf(page).click();
  await page.keyboard.type('Un texte ');
  await expectFocus(reader, 'textbox “Texte du document” multiline');
  await expect(saveStateOf(page)).toContainText(SAVED);
  await expectHeard(reader, 'Enregistrement…', SAVED);
  // Its keys come with the tools, after the first gesture.
  await expect(async () => {
    await page.keyboard.press('Alt+F10');
    expect(await reader.around()).toBe('toolbar “Mise en forme”');
  }).toPass();
  await expectFocus(reader, 'button “Style du paragraphe : Texte” not expanded');
  await page.keyboard.press('ArrowRight');
  await expectFocus(reader, 'button “Gras” not pressed');
  await page.keyboard.press('Space');
  await expectFocus(reader, 'textbox “Texte du document” multiline');
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('ArrowRight');
  await expectFocus(reader, 'button “Gras” pressed');
  await page.keyboard.press('Escape');
  await expectFocus(reader, 'textbox “Texte du document” multiline');
  await page.keyboard.type('/');
  await expectHeard(reader, /^Texte, 1 sur \d+\./);
  await page.keyboard.type('tableau');
  await expectHeard(reader, /^Tableau, 1 sur \d+\. .*Flèches pour choisir, Entrée pour insérer\.$/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await expectFocus(reader, 'textbox “Rechercher”');
  await page.keyboard.type('absent');
  await expectHeard(reader, 'Aucun résultat');
  await page.keyboard.press('Escape');
  await expectFocus(reader, 'textbox “Texte du document” multiline');
});

test('[H13] a board as it is heard: columns are grids, cards their rows, and each move is said with where it led', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'metier.a');
  const reader = await listen(page);
  await openBoard(page, await newBoard(page, 'Un tableau que l’on entend', { 'À faire': ['Peser', 'Lire'] }));
  await page.getByRole('row', { name: 'Peser' }).focus();
  await expectFocus(reader, 'row “Peser”');
  expect(await reader.around()).toBe('grid “À faire”');
  await page.keyboard.press('ArrowDown');
  await expectFocus(reader, 'row “Lire”');
  await page.keyboard.press('Shift+ArrowRight');
  await expectHeard(reader, 'carte « Lire », colonne En cours, position 1 sur 1');
  await expectFocus(reader, 'row “Lire”');
  expect(await reader.around()).toBe('grid “En cours”');
  await page.keyboard.press('Control+z');
  await expectHeard(reader, /position 1 sur 1/, /^Annulé : déplacement de la carte « Lire »/);
  await expect.poll(() => reader.around()).toBe('grid “À faire”');
});

test('[H13] a meeting as it is heard: it opens, one is there, and the focus stays in the part where one was', {
  tag: '@gate',
}, async ({ browser }) => {
  const page = await pageOf(browser, 'animation');
  const reader = await listen(page);
  await page.goto(`${await newMeeting(page, 'Une séance que l’on entend', 1)}/deroulement`);
  await button(page, 'Ouvrir la séance').focus();
  await expectFocus(reader, 'button “Ouvrir la séance”');
  await page.keyboard.press('Enter');
  await expectHeard(reader, 'Séance en cours');
  await expectFocus(reader, 'heading “Une séance que l’on entend”');
  await button(page, 'Je suis sur place').focus();
  await page.keyboard.press('Enter');
  await expectHeard(reader, 'La séance est ouverte.', 'Votre présence sur place est notée.');
  await expect.poll(() => reader.focused()).toMatch(/^heading “Présences/);
  for (const name of ['Ordre du jour', 'Présences'])
    await expect(page.getByRole('complementary', { name })).toBeVisible();
  for (const name of ['Votes', 'Compte rendu', 'Tour de parole', 'Pouvoirs'])
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
});

test('[H13] a signature as it is heard: the choice, the reason, the refusal with what is missing, then what was signed', async ({
  browser,
}) => {
  const claire = await pageOf(browser, 'animation');
  const document = await newDocument(claire, 'Une signature que l’on entend');
  await editorOf(claire).click();
  await claire.keyboard.type('Douze villes.');
  await expect(saveStateOf(claire)).toContainText(SAVED);
  await claire.goto(`${document}/relectures`);
  const round = await openRound(claire, { organisations: ['Banque des Territoires'] });
  const marc = await pageOf(browser, 'relecture');
  const reader = await listen(marc);
  await marc.goto(round);
  await marc.getByRole('radio', { name: 'Approuve', exact: true }).focus();
  await expectFocus(reader, 'radio “Approuve” not checked');
  expect(await reader.around()).toMatch(/^group “Réponse de votre organisation ?\(obligatoire\)”$/);
  await marc.keyboard.press('ArrowDown');
  await expectFocus(reader, 'radio “Approuve sous réserve” checked');
  await marc.keyboard.press('Tab');
  await expectFocus(reader, 'textbox “Motif ou remarque” multiline');
  await marc.keyboard.press('Tab');
  await expect
    .poll(() => reader.focused())
    .toMatch(/^checkbox “J’ai lu ce texte.* ?\(obligatoire\)” not checked$/);
  await marc.keyboard.press('Space');
  await marc.keyboard.press('Tab');
  await expectFocus(reader, 'button “Signer cette réponse”');
  await marc.keyboard.press('Enter');
  await expectHeard(reader, /^Rien n’a été enregistré.*Écrivez le motif/);
  await expectFocus(reader, 'alert “”');
  await marc.keyboard.press('Tab');
  await expect.poll(() => reader.focused()).toMatch(/^link “Écrivez le motif/);
  await marc.keyboard.press('Enter');
  await expectFocus(reader, 'textbox “Motif ou remarque” multiline');
  const reason = marc.getByLabel('Motif ou remarque');
  await expect(reason).toHaveAttribute('aria-invalid', 'true');
  await expect(reason).toHaveAccessibleDescription(/Écrivez le motif/);
  await marc.keyboard.type('Un chiffre manque.');
  await marc.getByRole('checkbox', { name: /^J’ai lu ce texte/u }).check();
  await marc.keyboard.press('Tab');
  await marc.keyboard.press('Enter');
  await expect(marc.getByRole('row', { name: /Banque des Territoires Approuve sous réserve/ })).toBeVisible();
});
