import { expect, type Page } from '@playwright/test';
import { documentsOfFirstGroup, editorOf, newDocument, pageOf, saveStateOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const SENTENCE = 'Si ce document existe, ses responsables ont reçu votre demande.';
const requestsOn = (page: Page) => page.getByRole('region', { name: 'Demandes d’accès' });

test('[A11] whoever finds no document asks for it by keyboard; it is accepted, and the answer comes by mail', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'Ombre à partager');

  const outsider = await pageOf(browser, 'ville');
  expect((await outsider.goto(path))?.status()).toBe(404);
  await expect(outsider.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
  await expectNoBarrier(outsider);
  const message = outsider.getByLabel('Message');
  await message.fill('x'.repeat(501));
  await message.press('Tab');
  await outsider.keyboard.press('Enter');
  await expect(outsider.getByRole('alert')).toBeFocused();
  await expect(message).toHaveAccessibleDescription(/trop long/u);
  await expect(message).toHaveValue('x'.repeat(501));
  await expectNoBarrier(outsider);
  await outsider.getByRole('alert').getByRole('link').press('Enter');
  await expect(message).toBeFocused();
  await message.fill('Pour la réunion de mardi.\nMerci !');
  await message.press('Tab');
  await outsider.keyboard.press('Enter');
  await expect(outsider.getByText(SENTENCE)).toBeVisible();
  await expectNoBarrier(outsider);

  const link = await linkMailedTo(browser, 'animation@demo.example', /demande à lire.*Ombre à partager/u);
  const claire = await pageOf(browser, 'animation', link);
  await expect(requestsOn(claire)).toContainText('Pour la réunion de mardi.');
  await expectNoBarrier(claire);
  await nadia.goto(`${path}/acces`);
  const role = requestsOn(nadia).getByRole('combobox');
  await role.focus();
  await role.selectOption({ label: 'Peut commenter' });
  await nadia.keyboard.press('Tab');
  await expect(nadia.getByRole('button', { name: /^Accepter la demande de/u })).toBeFocused();
  await nadia.keyboard.press('Enter');
  await expect(nadia.getByText('La demande est acceptée.')).toBeVisible();
  await expect(requestsOn(nadia)).toHaveCount(0);
  await claire.getByRole('button', { name: /^Refuser la demande de/u }).click();
  await expect(claire.getByRole('alert')).toContainText('quelqu’un d’autre a répondu');
  await expect(requestsOn(claire)).toHaveCount(0);

  const given = await linkMailedTo(browser, 'ville@demo.example', /Vous pouvez maintenant commenter/u);
  expect(given).toBe(path);
  await outsider.goto(given);
  await expect(outsider.getByRole('heading', { level: 1, name: 'Ombre à partager' })).toBeVisible();
});

test('[A11] who may comment asks to write, replaces and takes back the request; the open page writes once it is granted', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const path = await newDocument(nadia, 'À écrire ensemble');
  const observer = await pageOf(browser, 'atd', path);
  // Pressed before the page is alive, a link loads the next page whole, and no heading takes the focus.
  await expect(saveStateOf(observer)).toHaveText('Lecture seule');
  await observer.getByRole('link', { name: 'Demander à écrire' }).click();
  await expect(observer.getByRole('heading', { level: 1, name: /À écrire ensemble/u })).toBeFocused();
  await expectNoBarrier(observer);
  await observer.getByLabel('Message').fill('Une faute à corriger.');
  await observer.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(observer.getByText('Ses responsables ont reçu votre demande.')).toBeVisible();
  await expectNoBarrier(observer);
  await observer.getByLabel('Message').fill('Deux fautes à corriger.');
  // What is said after it was said before it already: only the answer tells that the request is replaced.
  await Promise.all([
    observer.waitForResponse((answer) => answer.request().method() === 'POST'),
    observer.getByRole('button', { name: 'Remplacer la demande' }).click(),
  ]);
  await nadia.goto(`${path}/acces`);
  await expect(requestsOn(nadia).getByRole('listitem')).toHaveCount(1);
  await expect(requestsOn(nadia)).toContainText('Deux fautes');
  await expect(requestsOn(nadia)).toContainText('peut commenter aujourd’hui');
  await observer.getByRole('button', { name: 'Retirer la demande' }).click();
  await expect(observer.getByText('Votre demande est retirée.')).toBeVisible();
  await nadia.reload();
  await expect(requestsOn(nadia)).toHaveCount(0);

  await observer.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(observer.getByText('Ses responsables ont reçu votre demande.')).toBeVisible();
  await observer.goto(path);
  await expect(observer.getByText('Lecture seule.')).toBeVisible();
  await expect(saveStateOf(observer)).toHaveText('Lecture seule');
  await nadia.reload();
  await nadia.getByRole('button', { name: /^Accepter la demande de/u }).click();
  await expect(editorOf(observer)).toBeVisible();
  await expect(observer.getByRole('link', { name: 'Demander à écrire' })).toHaveCount(0);
  await observer.goto(`${path}/demande`);
  await expect(observer).toHaveURL(new RegExp(`${path.slice(0, 47)}[^/]*$`, 'u'));
});

test('[A11] a foreign, a trashed and an unknown document are asked for with the same answers', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const foreign = (await newDocument(nadia, 'Étranger')).slice(0, 47);
  const trashed = (await newDocument(nadia, 'Jeté')).slice(0, 47);
  await nadia.getByLabel('Autres actions').click();
  await nadia.getByRole('button', { name: 'Mettre à la corbeille' }).click();
  await expect(nadia.getByText('est à la corbeille')).toBeVisible();
  const outsider = await pageOf(browser, 'ville', await documentsOfFirstGroup(nadia));

  /** What somebody without script is told at each step, without what was in the address that they gave. */
  const heard = async (path: string) => {
    const told: unknown[] = [];
    const note = async (step: string, answer: { status(): number; url(): string }) => {
      const main = await outsider.locator('main').innerHTML();
      const clean = (text: string) => text.replaceAll(path, '/documents/X');
      told.push({ step, status: answer.status(), url: clean(answer.url()), main: clean(main) });
    };
    for (const [step, suffix] of [
      ['absent', ''],
      ['form', '/demande'],
      ['access', '/acces'],
      ['history', '/historique'],
    ]) {
      const answer = await outsider.goto(path + suffix);
      await expect(outsider.getByLabel('Message')).toBeVisible();
      if (answer) await note(step ?? '', answer);
    }
    for (const form of [
      { intent: 'ask', message: 'Bonjour', role: 'reader' },
      { intent: 'ask', message: 'Bonjour', role: 'editor' },
      { intent: 'withdraw' },
      { intent: 'ask', message: 'x'.repeat(501), role: 'reader' },
    ]) {
      const answer = await outsider.request.post(`${path}/demande`, { form });
      const page = await answer.text();
      const said = /class="toasts"[\s\S]*?<\/span>/u.exec(page)?.[0] ?? '';
      const body = said + page.replace(/^[\s\S]*<main/u, '').replace(/<\/main>[\s\S]*$/u, '');
      const clean = (text: string) => text.replaceAll(path, '/documents/X');
      told.push({ form, status: answer.status(), url: clean(answer.url()), body: clean(body) });
    }
    const again = await outsider.goto(`${path}/demande`);
    if (again) await note('again', again);
    return told;
  };
  const answers = await heard(foreign);
  expect(JSON.stringify(answers)).toContain(SENTENCE);
  expect(await heard(trashed)).toEqual(answers);
  expect(await heard(`/documents/${crypto.randomUUID()}`)).toEqual(answers);
});
