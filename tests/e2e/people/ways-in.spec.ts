import { expect } from '@playwright/test';
import { startOidcProvider } from '#tests/support/people/oidc-provider.ts';
import { test } from '../support/journey.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { startOwnServer } from '../support/own-server.ts';

test('[ID7] [ID8] somebody enters by their provider, sees it among their ways in, and leaves it; a stranger reads whom to ask', async ({
  browser,
}) => {
  const oidc = await startOidcProvider();
  const { issuer, clientId, clientSecret } = oidc.settings;
  const server = await startOwnServer({
    OIDC_PROVIDERS: 'proconnect,annuaire',
    // Nobody answers there.
    OIDC_ANNUAIRE_ISSUER: 'http://localhost:9',
    OIDC_ANNUAIRE_NAME: 'Annuaire',
    OIDC_ANNUAIRE_CLIENT_ID: clientId,
    OIDC_ANNUAIRE_CLIENT_SECRET: clientSecret,
    OIDC_PROCONNECT_ISSUER: issuer,
    OIDC_PROCONNECT_CLIENT_ID: clientId,
    OIDC_PROCONNECT_CLIENT_SECRET: clientSecret,
  });
  try {
    oidc.knows(server.origin);
    const context = await browser.newContext({ baseURL: server.origin });
    const page = await context.newPage();
    const enter = async (address: string) => {
      await page.goto(address);
      await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
    };
    oidc.signedInAs({ sub: 'somebody-new', email: 'personne@valmont.example', email_verified: true });
    await enter('/connexion');
    await expect(page.getByText('aucun compte d’ici n’est le vôtre')).toBeVisible();
    await expect(page.getByText('Pour être invité, écrivez à')).toBeVisible();
    await expectNoBarrier(page);
    await context.clearCookies();

    oidc.signedInAs({ sub: 'claire', email: 'metier.a@demo.example', email_verified: true });
    await enter('/compte/securite');
    await expect(page).toHaveURL(`${server.origin}/compte/securite`);
    const ways = page.getByRole('region', { name: 'Façons de se connecter' });
    await expect(ways.getByRole('row', { name: /ProConnect/ })).toBeVisible();
    await page.getByRole('button', { name: 'Se déconnecter', exact: true }).first().click();
    await expect(page).toHaveURL(/\/connexion$/);
    await page.getByRole('link', { name: 'Se déconnecter aussi de ProConnect' }).click();
    await expect(page).toHaveURL((url) => url.origin === oidc.origin);

    await page.goto('/connexion');
    await page.getByRole('link', { name: 'S’identifier avec Annuaire' }).click();
    await expect(page.getByText('Annuaire ne répond pas')).toBeVisible();
    await page.getByRole('link', { name: 'Revenir à la connexion' }).click();
    await page.getByRole('button', { name: /Binôme métier, ville A/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Nadia');
    await context.close();
  } finally {
    await server.stop();
    await server.remove();
    await oidc.close();
  }
});

test('[ID6] a link by mail is not used by being opened, says whether another browser asked, and signs in by its button, once', async ({
  browser,
}) => {
  const email = 'atd@demo.example';
  const asking = await browser.newContext();
  const page = await asking.newPage();
  await page.goto('/connexion');
  await page.getByRole('link', { name: 'Recevoir un lien par courriel' }).click();
  await page.getByLabel('Adresse professionnelle').fill(email);
  await page.getByRole('button', { name: 'Recevoir le lien' }).click();
  await expect(page.getByText('un courriel vient de partir')).toBeVisible();
  const link = await linkMailedTo(browser, email, /lien de connexion/);
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByText('n’a pas été demandé depuis ce navigateur')).toBeVisible();
  await expectNoBarrier(other);
  await page.goto(link);
  await expect(page.getByText('n’a pas été demandé depuis ce navigateur')).toBeHidden();
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Étienne');
  await other.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(other.getByText('Ce lien a déjà servi')).toBeVisible();
  for (const context of [asking, other.context()]) await context.close();
});
