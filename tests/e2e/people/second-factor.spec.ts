import { expect } from '@playwright/test';
import { totpCode } from '#tests/support/people/totp.ts';
import { startEmptyServer } from '../support/empty-server.ts';
import { test } from '../support/journey.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';

const PASSWORD = 'quatre mots à retenir';

test('[P5] [ID2] [ID3] a new installation makes its administrator once, who sets up a second factor before anything else and enters with it', async ({
  browser,
}) => {
  const server = await startEmptyServer();
  try {
    const context = await browser.newContext({ baseURL: server.origin });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page).toHaveURL(`${server.origin}/premiere-installation`);
    await expectNoBarrier(page);
    await page.getByLabel('Adresse professionnelle').fill('camille.fournier@valmont.example');
    await page.getByLabel('Prénom et nom').fill('Camille Fournier');
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Créer le compte' }).click();

    const setUp = '/compte/double-authentification';
    await expect(page.getByText('Installez-la pour continuer')).toBeVisible();
    await page.goto('/administration/personnes');
    await expect(page).toHaveURL(server.origin + setUp);
    expect((await context.request.get('/api/v1/groups')).status()).toBe(401);
    await page.getByLabel('Votre mot de passe').fill('pas le bon mot de passe');
    await page.getByRole('button', { name: 'Commencer' }).click();
    await expect(page.getByRole('alert')).toContainText('Ce n’est pas votre mot de passe.');
    await page.getByLabel('Votre mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Commencer' }).click();
    await expect(page.getByRole('img', { name: /Code QR/ })).toBeVisible();
    await expectNoBarrier(page);
    const key = (await page.locator('.totp-key').textContent())?.replaceAll(' ', '') ?? '';
    const address = `otpauth://totp/x?secret=${key}`;
    const code = page.getByLabel('Code à six chiffres');
    await code.fill('12');
    await page.getByRole('button', { name: 'Confirmer' }).click();
    await expect(page.getByRole('alert')).toContainText('six chiffres');
    await code.fill(totpCode(address));
    await page.getByRole('button', { name: 'Confirmer' }).click();
    const codes = page.getByRole('region', { name: 'Vos codes de secours' });
    await expect(codes.getByRole('listitem')).toHaveCount(10);
    await expectNoBarrier(page);
    const recovery = (await codes.getByRole('listitem').first().textContent()) ?? '';
    await page.getByRole('link', { name: 'J’ai gardé mes codes, continuer' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Camille');
    expect((await context.request.get('/premiere-installation')).status()).toBe(404);

    const signOut = async () => {
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await expect(page).toHaveURL(/\/connexion$/);
    };
    await signOut();
    const signIn = async () => {
      await page.getByLabel('Adresse professionnelle').fill('camille.fournier@valmont.example');
      await page.getByLabel('Mot de passe (obligatoire)', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    };
    await page.goto('/connexion?suite=%2Fadministration%2Fpersonnes');
    await signIn();
    await expect(page.getByRole('heading', { level: 1, name: 'Code de connexion' })).toBeVisible();
    await expectNoBarrier(page);
    await page.getByLabel('Code (obligatoire)', { exact: true }).fill('AAAAA-AAAAA');
    await page.getByRole('button', { name: 'Entrer' }).click();
    await expect(page.getByRole('alert')).toContainText('Ce code n’est pas le bon');
    await page.getByLabel('Code (obligatoire)', { exact: true }).fill(recovery);
    await page.getByLabel(/Se souvenir de cet appareil/).check();
    await page.getByRole('button', { name: 'Entrer' }).click();
    await expect(page).toHaveURL(`${server.origin}/administration/personnes`);
    await signOut();
    await signIn();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Camille');
    await context.close();
  } finally {
    await server.stop();
  }
});
