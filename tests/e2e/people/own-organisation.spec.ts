import { expect, type Page } from '@playwright/test';
import { pageOf } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { signIn } from '../support/sign-in.ts';

const PASSWORD = 'quatre mots à retenir';

/** Somebody of Valmont-sur-Loire whom its administrator invites, and who makes an account. @param page of who administers it. */
async function aColleague(page: Page) {
  const id = crypto.randomUUID().slice(0, 8);
  const [email, name] = [`lucie.${id}@valmont.example`, `Lucie ${id}`];
  await page.goto('/compte/organisation');
  await page.getByLabel('Adresse professionnelle').fill(email);
  await page.getByLabel('Prénom et nom').fill(name);
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByText('L’invitation est faite, son courriel est écrit.')).toBeVisible();
  const browser = page.context().browser();
  if (!browser) throw new Error('a page of no browser');
  const own = await (await browser.newContext()).newPage();
  await own.goto(await linkMailedTo(browser, email, /vous invite/));
  await own.getByLabel('Mot de passe').fill(PASSWORD);
  await own.getByRole('button', { name: 'Créer mon compte' }).click();
  await expect(own.getByRole('heading', { level: 1 })).toContainText('Lucie');
  const row = page.getByRole('row').filter({ hasText: name });
  await page.reload();
  await expect(row).toContainText('Aucun groupe');
  return { email, name, own, row };
}

test('[O5] [O6] whoever administers an organisation invites, signs out, suspends and names there; the named one sees the page', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'metier.a', '/compte');
  await page.getByRole('link', { name: 'Gérer mon organisation' }).click();
  await expect(page.getByText('Vous êtes référent ou référente de Valmont-sur-Loire')).toBeVisible();
  const accounts = page.getByRole('table', { name: 'Comptes de l’organisation' });
  await expect(accounts).toContainText('Julien Morel');
  await expect(accounts).not.toContainText('Étienne Vidal');
  await expect(accounts.getByRole('row').filter({ hasText: 'Nadia Ferrand' })).toContainText('Référent');
  await expect(accounts.getByRole('button', { name: 'Suspendre, Nadia Ferrand' })).toHaveCount(0);
  await expectNoBarrier(page);

  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByRole('alert')).toContainText('Écrivez une adresse complète');
  const { email, name, own, row } = await aColleague(page);
  expect((await own.goto('/compte/organisation'))?.status()).toBe(404);
  await row.getByRole('button', { name: `Déconnecter, ${name}` }).click();
  await expect(page.getByText('Ses appareils sont déconnectés')).toBeVisible();
  await own.goto('/compte');
  await expect(own).toHaveURL(/\/connexion/);
  await row.getByRole('button', { name: `Suspendre, ${name}` }).click();
  await expect(row).toContainText('Suspendu le');
  await row.getByRole('button', { name: `Rétablir, ${name}` }).click();
  await expect(row).toContainText('Actif');
  await row.getByRole('button', { name: `Nommer référent, ${name}` }).click();
  await expect(page.getByText('Cette personne est maintenant référente, comme vous.')).toBeVisible();
  await expect(row.getByRole('button')).toHaveCount(0);
  expect(await linkMailedTo(browser, email, /référent de votre organisation/)).toBe('/compte/securite');
  const named = await browser.newContext();
  await signIn(named, email, PASSWORD);
  const again = await named.newPage();
  await again.goto('/compte/organisation');
  await expect(again.getByRole('heading', { name: /comptes$/ })).toBeVisible();
});

test('[ID11] [O4] the administration signs somebody out and names who administers an organisation', async ({
  browser,
}) => {
  const { email, own } = await aColleague(await pageOf(browser, 'metier.a'));
  const page = await pageOf(browser, 'admin', `/administration/personnes?q=${encodeURIComponent(email)}`);
  const accounts = page.getByRole('table');
  const change = async (what: RegExp) => {
    await accounts.getByRole('link', { name: /^Modifier/ }).click();
    await page.getByRole('button', { name: what }).click();
  };
  await change(/^Nommer référent/);
  await expect(accounts).toContainText('Référent de son organisation');
  await own.goto('/compte');
  await expect(own.getByRole('link', { name: 'Gérer mon organisation' })).toBeVisible();
  await change(/^Déconnecter ses appareils/);
  await expect(page.getByText('Ses appareils sont déconnectés')).toBeVisible();
  await own.reload();
  await expect(own).toHaveURL(/\/connexion/);
  await change(/^Retirer son rôle de référent/);
  await expect(page.getByText('Cette personne n’est plus référente')).toBeVisible();
  await expect(accounts).not.toContainText('Référent de son organisation');
});

test('[MA3] [MA5] [MA6] beyond forty invitations in a day the next waits: it says until when, and the administration takes it away', async ({
  browser,
}) => {
  const nadia = await pageOf(browser, 'metier.a');
  const { email, name, own: page, row: theirs } = await aColleague(nadia);
  await theirs.getByRole('button', { name: `Nommer référent, ${name}` }).click();
  await expect(nadia.getByText('Cette personne est maintenant référente, comme vous.')).toBeVisible();
  await page.goto('/compte/organisation');
  const headers = { origin: new URL(page.url()).origin };
  for (let count = 1; count <= 40; count++) {
    const form = { intent: 'invite', email: `${count}.${email}`, name: `Invité ${count}` };
    expect((await page.request.post('/compte/organisation', { form, headers })).ok()).toBe(true);
  }
  await page.getByLabel('Adresse professionnelle').fill(`retenue.${email}`);
  await page.getByLabel('Prénom et nom').fill('Camille Retenue');
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByText('L’invitation est faite.')).toBeVisible();
  const waiting = page.getByText(/^Son courriel partira le .* à 8\sh$/u);
  await expect(waiting).toHaveCount(1);
  await expectNoBarrier(page);

  const row = (of: typeof page) =>
    of.getByRole('table', { name: 'Courriels retenus, par personne' }).getByRole('row', { name });
  const coordinator = await pageOf(browser, 'animation', '/administration/etat');
  await expect(row(coordinator)).toContainText('1 courriel');
  await expect(row(coordinator).getByRole('button')).toHaveCount(0);
  const admin = await pageOf(browser, 'admin', '/administration/etat');
  await row(admin)
    .getByRole('button', { name: `Retirer les courriels de ${name}` })
    .click();
  await expect(admin.getByText('1 courriel est retiré')).toBeVisible();
  await expect(row(admin)).toHaveCount(0);
  await expectNoBarrier(admin);
  await page.reload();
  await expect(waiting).toHaveCount(0);
});
