import { type Browser, expect, type Page } from '@playwright/test';
import { ONE_LOOK } from '#tests/support/patience.ts';
import { choose } from '../support/choose.ts';
import { editorOf, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { aSource, decide, excerptOf, quote } from '../support/excerpts.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { answer, leavingOf, openRound, rowOf } from '../support/reviews.ts';
import { signIn } from '../support/sign-in.ts';

/** A chapter of its own, given to Nadia, with two cities expected. */
async function addChapter(claire: Page, title: string, cities: readonly string[]): Promise<string> {
  await claire.goto('/synthese');
  await claire.getByLabel('Titre du chapitre').fill(title);
  await choose(claire.getByLabel('Responsable'), 'Nadia Ferrand');
  await claire.getByRole('button', { name: 'Ajouter le chapitre' }).click();
  await expect(claire.getByText('Le chapitre est ajouté.')).toBeVisible();
  await claire.getByRole('link', { name: title, exact: true }).click();
  const form = claire.getByRole('region', { name: 'Villes attendues' });
  for (const city of cities) await form.getByRole('checkbox', { name: city }).check();
  await form.getByRole('button', { name: 'Enregistrer les villes' }).click();
  await expect(claire.getByText('Les villes attendues sont enregistrées.')).toBeVisible();
  return new URL(claire.url()).pathname;
}

async function openText(page: Page, chapter: string): Promise<void> {
  await page.goto(chapter);
  await page.getByRole('link', { name: 'Ouvrir le texte' }).click();
}

async function writeIn(page: Page, chapter: string, words: string): Promise<void> {
  await openText(page, chapter);
  await write(page, words);
  await expect(saveStateOf(page)).toContainText(SAVED);
}

/** What four cities keep in documents of their own groups: each page stays open on its text. */
async function sourcesOf(browser: Browser, mark: number) {
  const source = async (email: string, title: string, line: string) => {
    const context = await browser.newContext();
    await signIn(context, email);
    const page = await context.newPage();
    await aSource(page, `${title} ${mark}`, line);
    return { page, title: `${title} ${mark}` };
  };
  const [valmont, saintAubin, clairvigne, castelbrume] = await Promise.all([
    source('donnees.a@demo.example', 'Carnet de Valmont', 'Trois rues sur cinq sont à l’ombre.'),
    source('donnees.b@demo.example', 'Carnet de Saint-Aubin', 'Le relevé prend deux heures.'),
    source('thomas.ricard@clairvigne.example', 'Carnet de Clairvigne', 'Dix tilleuls ont séché.'),
    source('lea.pons@castelbrume.example', 'Carnet de Castelbrume', 'La carte est ouverte.'),
  ]);
  return { valmont, saintAubin, clairvigne, castelbrume };
}

async function writeFirst(page: Page, words: string): Promise<void> {
  await editorOf(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(words);
  await expect(saveStateOf(page)).toHaveText(SAVED);
}

test('[SY6] [SY8] [SY9] [SY11] [EC5] cities write three chapters with excerpts of four, one accepted anew and one kept; the whole is assembled, signed by six organisations, exported, verified and published', async ({
  browser,
}) => {
  const mark = Date.now();
  const cities = ['Valmont-sur-Loire', 'Saint-Aubin-les-Marais', 'Pont-Ormeau', 'Clairvigne'];
  const claire = await pageOf(browser, 'animation');
  const chapters: string[] = [];
  for (const title of ['Constats', 'Méthodes', 'Suites'])
    chapters.push(await addChapter(claire, `${title} ${mark}`, cities));
  const [constats = '', methodes = '', suites = ''] = chapters;

  const sources = await sourcesOf(browser, mark);
  const nadia = await pageOf(browser, 'metier.a');
  await writeIn(nadia, suites, 'Chaque ville garde son relevé.');
  await nadia.keyboard.press('Enter');
  await quote(nadia, sources.castelbrume.title, 'La carte est ouverte.', 'Suivre');
  await expect(saveStateOf(nadia)).toContainText(SAVED);
  const yann = await pageOf(browser, 'metier.b');
  await writeIn(yann, methodes, 'Un relevé, à la même heure, partout.');
  await yann.keyboard.press('Enter');
  await quote(yann, sources.saintAubin.title, 'Le relevé prend deux heures.', 'Figer');
  await openText(nadia, constats);
  await quote(nadia, sources.valmont.title, 'Trois rues sur cinq', 'Suivre');
  await quote(nadia, sources.clairvigne.title, 'Dix tilleuls ont séché.', 'Figer');
  await write(nadia, `Douze villes ont compté leurs arbres ${mark}.`);

  // Two sources change: of the excerpts that are frozen one is accepted as it is now, the other stays.
  await writeFirst(sources.saintAubin.page, 'Mesuré : ');
  await writeFirst(sources.clairvigne.page, 'Démenti : ');
  await decide(yann, excerptOf(yann), { added: 'Mesuré', choice: 'Accepter la mise à jour' });
  await expect(excerptOf(yann)).toContainText('Mesuré : Le relevé prend deux heures.');
  await expect(saveStateOf(yann)).toContainText(SAVED);
  const kept = excerptOf(nadia).filter({ hasText: 'Dix tilleuls' });
  await decide(nadia, kept, { added: 'Démenti', choice: 'Garder ce texte' });
  await expect(kept.getByRole('status')).toHaveText('Texte gardé, la source a changé');
  await expect(saveStateOf(nadia)).toContainText(SAVED);

  // The matrix says who wrote and who is still expected.
  await expect(async () => {
    await claire.goto('/synthese');
    const row = claire
      .getByRole('region', { name: 'Qui écrit où' })
      .getByRole('row', { name: 'Valmont-sur-Loire' });
    await expect(row).toContainText('caractères', ONE_LOOK);
  }).toPass();
  await expect(
    claire.getByRole('region', { name: 'Qui écrit où' }).getByRole('row', { name: 'Pont-Ormeau' }),
  ).toContainText('Attendue');
  await expectNoBarrier(claire);

  const whole = claire.getByRole('region', { name: 'L’ensemble' });
  await whole.getByRole('button', { name: /^Préparer/u }).click();
  await expect(claire.getByRole('alert')).toContainText('Des chapitres ne sont pas approuvés');
  await whole.getByRole('checkbox').check();
  await whole.getByRole('button', { name: /^Préparer/u }).click();
  await expect(claire.getByText('L’ensemble est prêt')).toBeVisible();
  await whole.getByRole('link', { name: 'Lire l’ensemble' }).click();
  await expect(claire.getByText(`Douze villes ont compté leurs arbres ${mark}.`)).toBeVisible();
  await expect(claire.getByText('Ce texte est figé')).toBeVisible();
  const quoted = [
    'Trois rues sur cinq sont à l’ombre.',
    'Mesuré : Le relevé prend deux heures.',
    'Dix tilleuls ont séché.',
    'La carte est ouverte.',
  ];
  for (const words of quoted) await expect(claire.locator('.prose')).toContainText(words);
  const text = new URL(claire.url()).pathname;

  // A city reads it and opens no round; the coordination does.
  await nadia.goto(`${text}/relectures`);
  await expect(nadia.getByRole('region', { name: /^Ouvrir une/u })).toBeHidden();
  await claire.goto(`${text}/relectures`);
  const asked = ['OpenDataFrance', 'Banque des Territoires', ...cities];
  const replace = await claire.getByRole('checkbox', { name: /^Remplacer/u }).isVisible();
  const round = await openRound(claire, { organisations: asked, quorum: 4, replace });

  // A chapter that changes meanwhile is told, and what is signed stays.
  await writeIn(nadia, suites, ' Et le publie.');
  await claire.goto('/synthese');
  await expect(whole).toContainText(`Modifiés depuis : Suites ${mark}`);

  const signers = [
    'animation@demo.example',
    'relecture@demo.example',
    'metier.a@demo.example',
    'metier.b@demo.example',
    'ines.bouaziz@pont-ormeau.example',
    'ville@demo.example',
  ];
  for (const email of signers) {
    const context = await browser.newContext();
    await signIn(context, email);
    const page = await context.newPage();
    await page.goto(round);
    await answer(page, 'Approuve');
    await expect(
      page
        .getByText('La réponse de votre organisation est enregistrée.')
        .or(page.getByText('la relecture est close')),
    ).toBeVisible();
    await context.close();
  }
  await claire.goto(round);
  await expect(claire.getByText('Le texte est approuvé')).toBeVisible();
  for (const organisation of asked) await expect(rowOf(claire, organisation)).toContainText('Approuve');
  const { pdf, json, verification } = await leavingOf(claire);
  const signed = json.toString();
  for (const words of quoted) expect(signed).toContain(words);
  expect(signed).not.toContain('Démenti');

  // Anybody drops the file.
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(verification);
  await expect(visitor.getByRole('heading', { name: 'Texte approuvé' })).toBeVisible();
  for (const organisation of asked) await expect(rowOf(visitor, organisation)).toContainText('Approuve');
  const drop = (name: string, bytes: Buffer) =>
    visitor
      .getByLabel('Fichier à vérifier')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await drop('synthese.pdf', pdf);
  await expect(visitor.getByText('Ce fichier est bien l’un de ceux')).toBeVisible();
  await drop('texte.json', json);
  await expect(visitor.getByText('Ce fichier contient exactement le texte signé.')).toBeVisible();

  // [SY11] What was signed is published as it is; what is written meanwhile is not in it.
  await claire.goto('/synthese');
  const shown = claire.getByRole('region', { name: 'Synthèse publique' });
  await shown.getByRole('button', { name: /^Publier/u }).click();
  await expect(claire.getByText('La synthèse est publiée')).toBeVisible();
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const address = '/synthese-publique';
  await reader.goto(address);
  await expect(reader.getByText(`Douze villes ont compté leurs arbres ${mark}.`)).toBeVisible();
  for (const gone of ['Et le publie.', 'Démenti']) await expect(reader.getByText(gone)).toHaveCount(0);
  for (const words of quoted) await expect(reader.getByRole('main')).toContainText(words);
  for (const city of ['Valmont-sur-Loire', 'Saint-Aubin-les-Marais', 'Clairvigne', 'Castelbrume'])
    await expect(reader.getByText(new RegExp(`${city} · [^·]+ · texte du`, 'u')).first()).toBeVisible();
  for (const organisation of asked) await expect(rowOf(reader, organisation)).toContainText('Approuve');
  expect(await (await reader.request.get('/sitemap.xml')).text()).toContain(address);
  await reader.getByRole('link', { name: 'Vérifier cette empreinte' }).click();
  await expect(reader.getByRole('heading', { name: 'Texte approuvé' })).toBeVisible();
  await shown.getByRole('button', { name: 'Retirer du site public' }).click();
  await expect(claire.getByText('La synthèse est retirée')).toBeVisible();
  expect((await reader.goto(address))?.status()).toBe(410);
  await shown.getByRole('button', { name: 'Publier de nouveau' }).click();
  await expect(claire.getByText('La synthèse est publiée')).toBeVisible();
  expect((await reader.goto(address))?.status()).toBe(200);
  await claire.goto(address);
  await expectNoBarrier(claire);

  await claire.goto('/synthese');
  await whole.getByRole('checkbox').check();
  await whole.getByRole('button', { name: 'Préparer de nouveau' }).click();
  await expect(whole).toContainText('Rien n’a changé dans les chapitres depuis.');
  await shown.getByRole('button', { name: /^Publier/u }).click();
  await expect(claire.getByRole('alert')).toContainText('L’ensemble n’est plus le texte qui a été signé');
  await claire.goto(text);
  await claire.getByRole('link', { name: /changements? depuis/u }).click();
  await expect(claire.locator('ins', { hasText: 'Et le publie.' })).toBeVisible();
});
