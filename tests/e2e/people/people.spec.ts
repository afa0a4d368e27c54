import { expect, type Page } from '@playwright/test';
import { CLOSING_SCRIPT } from '#shared/realtime/device-seal.ts';
import { choose } from '../support/choose.ts';
import { documentsOfFirstGroup, pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { addresses } from '../support/places.ts';
import { signIn } from '../support/sign-in.ts';

const PASSWORD = 'quatre mots à retenir';
const summary = (page: Page) => page.getByRole('alert');

test.describe('[WS3] the sign-in page', () => {
  test('says what is wrong without saying whether the account exists, and keeps the address', {
    tag: '@gate',
  }, async ({ page }) => {
    await page.goto('/connexion');
    const refusals: (string | null)[] = [];
    for (const email of ['metier.a@demo.example', 'personne@demo.example']) {
      await page.getByLabel('Adresse professionnelle').fill(email);
      await page.getByLabel('Mot de passe (obligatoire)', { exact: true }).fill('pas-le-bon-mot');
      await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
      await expect(summary(page)).toContainText('L’adresse ou le mot de passe n’est pas le bon');
      await expect(summary(page)).toBeFocused();
      await expect(page.getByLabel('Adresse professionnelle')).toHaveValue(email);
      await expect(page.getByLabel('Mot de passe (obligatoire)', { exact: true })).toHaveValue('');
      refusals.push(await summary(page).textContent());
    }
    expect(refusals[0]).toBe(refusals[1]);
    await expectNoBarrier(page);
  });

  test('ties what is missing to its field', { tag: '@gate' }, async ({ page }) => {
    await page.goto('/connexion');
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    const email = page.getByLabel('Adresse professionnelle');
    await expect(email).toHaveAttribute('aria-invalid', 'true');
    await expect(email).toHaveAccessibleDescription('Écrivez votre adresse.');
    await page.getByRole('link', { name: 'Écrivez votre adresse.' }).click();
    await expect(email).toBeFocused();
  });

  test('[SC8] leads back where one wanted to go, and never to another site', { tag: '@gate' }, async ({
    page,
  }) => {
    await page.goto('/groupes');
    await expect(page).toHaveURL(/\/connexion\?suite=%2Fgroupes$/);
    await page.getByRole('button', { name: /Binôme métier, ville A/ }).click();
    await expect(page).toHaveURL(/\/groupes$/);
    await page.context().clearCookies();
    await page.goto('/connexion?suite=//evil.example/');
    await page.getByRole('button', { name: /Administration/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hélène');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('[L11] sends one script, which closes what a session left here; its neighbours send none', {
    tag: '@gate',
  }, async ({ page, baseURL }) => {
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await page.goto('/connexion');
    expect(await page.locator('script').count()).toBe(1);
    await expect.poll(() => scripts.splice(0)).toEqual([`${baseURL}${CLOSING_SCRIPT}`]);
    for (const path of [
      '/connexion/lien',
      '/mot-de-passe',
      '/invitation/x',
      '/accessibilite',
      '/mentions-legales',
      '/aide',
      '/aide/membre',
    ]) {
      await page.goto(path);
      expect(await page.locator('script').count(), path).toBe(0);
    }
    expect(scripts).toEqual([]);
  });

  test('[WS1] works without script', { tag: '@gate' }, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/connexion');
    await page.getByLabel('Adresse professionnelle').fill('atd@demo.example');
    await page.getByLabel('Mot de passe (obligatoire)', { exact: true }).fill('pas-le-bon-mot');
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await expect(summary(page)).toContainText('n’est pas le bon');
    await page.getByRole('button', { name: /Animateur territorial/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Étienne');
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(page.getByRole('button', { name: 'Se connecter', exact: true })).toBeVisible();
    await context.close();
  });
});

test('somebody is invited, joins, is signed out, forgets a password, is removed and comes back', {
  tag: '@gate',
}, async ({ browser }) => {
  const email = `lucie.${Date.now()}@valmont.example`;
  const page = await pageOf(browser, 'animation');
  const group = (await documentsOfFirstGroup(page)).replace('/documents', '');
  let link = '';

  await test.step('[P11] [G5] is invited from the page of members, by mail, until a last day', async () => {
    await page.goto(`${group}/membres`);
    const invite = page.getByRole('region', { name: 'Inviter quelqu’un' });
    await invite.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await expect(summary(page)).toContainText('Écrivez une adresse complète');
    await invite.getByLabel('Adresse professionnelle').fill(email);
    await invite.getByLabel('Prénom et nom').fill('Lucie Arnaud');
    await choose(invite.getByLabel('Organisation'), 'Valmont-sur-Loire');
    const last = invite.getByLabel('Dernier jour dans le groupe');
    await last.fill('2023-03-14');
    await invite.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await expect(summary(page)).toContainText('dans le futur');
    await last.fill(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10));
    await invite.getByRole('button', { name: 'Envoyer l’invitation' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'L’invitation est faite' })).toBeVisible();
    const waiting = page.getByRole('region', { name: 'Invitations en attente' });
    await expect(waiting.getByRole('listitem').filter({ hasText: email })).toContainText('jusqu’au');
    link = await linkMailedTo(browser, email, /vous invite/);
  });

  await test.step('[P11] makes an account by the link, once, and is in the group', async () => {
    const person = await (await browser.newContext()).newPage();
    await person.goto(link);
    await expect(person.getByRole('heading', { level: 1 })).toHaveText(/^Rejoindre/);
    await expect(person.getByText(/^Jusqu’au .*, inclus/u)).toBeVisible();
    await expectNoBarrier(person);
    await person.getByLabel('Mot de passe').fill('court');
    await person.getByRole('button', { name: 'Créer mon compte' }).click();
    await expect(summary(person)).toContainText('trop court');
    await expect(person.getByLabel('Prénom et nom')).toHaveValue('Lucie Arnaud');
    await person.getByLabel('Mot de passe').fill(PASSWORD);
    await person.getByRole('button', { name: 'Créer mon compte' }).click();
    await expect(person).toHaveURL(new RegExp(`${group}$`));
    await person.goto(`${group}/membres`);
    const own = person.getByRole('listitem').filter({ hasText: 'Lucie Arnaud' });
    await expect(own).toContainText('(vous)');
    await expect(own).toContainText('Contribution');
    await person.goto(link);
    await expect(person.getByRole('heading', { level: 1 })).toHaveText('Cette invitation ne sert plus');
    await person.context().close();
  });

  await test.step('[P10] signed out everywhere, loses the document open elsewhere at once', async () => {
    const [elsewhere, here] = [await browser.newContext(), await browser.newContext()];
    for (const context of [elsewhere, here]) await signIn(context, email, PASSWORD);
    const open = await elsewhere.newPage();
    // Other journeys leave documents that nobody writes any more.
    await open.goto((await addresses(elsewhere)).document);
    await expect(open.getByRole('textbox', { name: 'Texte du document' })).toBeVisible();
    const account = await here.newPage();
    await account.goto('/compte/securite');
    await expect(account.getByRole('row').filter({ hasText: 'Cet appareil' })).toHaveCount(1);
    await account.getByRole('button', { name: 'Se déconnecter partout' }).click();
    await expect(account.getByText('Tous vos appareils sont déconnectés.')).toBeVisible();
    await expect(open.getByText('Votre session a pris fin.')).toBeVisible();
    await account.goto('/compte');
    await expect(account).toHaveURL(/\/connexion/);
    for (const context of [elsewhere, here]) await context.close();
  });

  await test.step('[P9] chooses a new password by mail', async () => {
    const person = await (await browser.newContext()).newPage();
    await person.goto('/connexion');
    await person.getByRole('link', { name: /Mot de passe oublié/ }).click();
    await person.getByLabel('Adresse professionnelle').fill(email);
    await person.getByRole('button', { name: 'Recevoir le lien' }).click();
    await expect(person.getByText('Si un compte existe')).toBeVisible();
    const reset = await linkMailedTo(browser, email, /nouveau mot de passe/);
    await person.goto(reset);
    await person.getByLabel('Nouveau mot de passe').fill('cinq mots encore à retenir');
    await person.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(person.getByText('Votre nouveau mot de passe est enregistré.')).toBeVisible();
    await person.getByLabel('Adresse professionnelle').fill(email);
    await person.getByLabel('Mot de passe (obligatoire)', { exact: true }).fill('cinq mots encore à retenir');
    await person.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await expect(person.getByRole('heading', { level: 1 })).toContainText('Lucie');
  });

  await test.step('[G2] [G3] is removed and comes back by one press; the last facilitator stays', async () => {
    await page.goto(`${group}/membres`);
    const member = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    const remove = async (name: string) => {
      await member(name).getByText('Modifier').click();
      await member(name).getByRole('button', { name: 'Retirer du groupe' }).click();
    };
    await remove('Claire Oudin');
    await expect(summary(page)).toContainText('au moins une animation sans date de fin');
    await remove('Lucie Arnaud');
    await expect(page.getByText('Lucie Arnaud ne fait plus partie du groupe.')).toBeVisible();
    await expect(member('Lucie Arnaud')).toHaveCount(0);
    await page.getByRole('button', { name: 'Annuler le retrait' }).click();
    await expect(member('Lucie Arnaud')).toContainText('Contribution');
  });
});

test('[O3] an organisation is tied to its commune by its name or its code, and what is not clear is said', async ({
  browser,
}) => {
  const name = `Ville ${crypto.randomUUID().slice(0, 8)}`;
  const claire = await pageOf(browser, 'animation', '/administration/organisations');
  await claire.getByLabel('Nom (obligatoire)', { exact: true }).fill(name);
  await claire.getByLabel('Deux lettres').fill('VI');
  await claire.getByRole('button', { name: 'Créer l’organisation' }).click();
  await expect(claire.getByRole('heading', { level: 1, name })).toBeVisible();
  await expectNoBarrier(claire);
  const commune = claire.getByLabel('Commune du registre');
  const save = claire.getByRole('button', { name: 'Enregistrer' });
  await commune.fill('Saint-Martin');
  await save.click();
  await expect(summary(claire)).toContainText('Plusieurs communes portent ce nom');
  await commune.fill('Nulle-Part-du-Tout');
  await save.click();
  await expect(summary(claire)).toContainText('Aucune commune du registre');
  await expect(commune).toHaveValue('Nulle-Part-du-Tout');
  await commune.fill('ferney voltaire');
  await save.click();
  await expect(claire.getByText('L’organisation est enregistrée.')).toBeVisible();
  await expect(claire.getByText('Ferney-Voltaire (01160, Ain)')).toBeVisible();
  await commune.fill('');
  await save.click();
  await expect(claire.getByText('Ferney-Voltaire')).toBeHidden();
});
