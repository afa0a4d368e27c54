import { expect } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { newDocument, pageOf, SAVED, saveStateOf, write } from '../support/documents.ts';
import { test } from '../support/journey.ts';
import { linkMailedTo } from '../support/mails.ts';
import { expectNoBarrier } from '../support/no-barrier.ts';
import { answer, openRound, rowOf } from '../support/reviews.ts';

const PASSWORD = 'quatre mots à retenir';
const DECLARED = 'signatures@castelbrume.example';

test('[O7] [O8] [O9] [RV4] an account that the coordination made asks, is confirmed by the address of its organisation, and signs; before, it reads how', async ({
  browser,
}) => {
  const name = `Lucie ${Date.now()}`;
  const email = `${name.replace(' ', '.').toLowerCase()}@castelbrume.example`;
  const claire = await pageOf(browser, 'animation', '/administration/personnes');
  await claire.getByLabel('Adresse professionnelle').fill(email);
  await claire.getByLabel('Prénom et nom').fill(name);
  await choose(
    claire.getByRole('region', { name: 'Inviter quelqu’un' }).getByLabel('Organisation'),
    'Castelbrume',
  );
  await claire.getByRole('button', { name: 'Envoyer l’invitation', exact: true }).click();
  await expect(claire.getByText('L’invitation est faite, son courriel est écrit.')).toBeVisible();
  const lucie = await (await browser.newContext()).newPage();
  await lucie.goto(await linkMailedTo(browser, email, /vous invite/u));
  await lucie.getByLabel('Mot de passe').fill(PASSWORD);
  await lucie.getByRole('button', { name: 'Créer mon compte' }).click();
  await expect(lucie.getByRole('heading', { level: 1 })).toContainText('Lucie');

  await newDocument(claire, 'Charte à signer');
  const document = new URL(claire.url()).pathname;
  await write(claire, 'Dix villes ont compté leurs arbres.');
  await expect(saveStateOf(claire)).toContainText(SAVED);
  await claire.goto(`${document}/relectures`);
  const round = await openRound(claire, { organisations: ['Castelbrume'] });

  await lucie.goto(round);
  await expect(lucie.getByText('Dix villes ont compté leurs arbres.')).toBeVisible();
  await expect(lucie.getByRole('button', { name: 'Signer cette réponse' })).toHaveCount(0);
  await expect(lucie.getByRole('button', { name: 'Ajouter la remarque' })).toBeVisible();
  await expectNoBarrier(lucie);
  await lucie.getByRole('link', { name: 'Demander la confirmation' }).click();
  await expect(lucie.getByText('Vous n’êtes pas encore signataire')).toBeVisible();
  await expect(lucie.getByRole('main')).toContainText(DECLARED);
  await expectNoBarrier(lucie);
  await lucie.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(lucie.getByText('La demande est faite.')).toBeVisible();
  await expect(lucie.getByRole('button', { name: 'Envoyer' })).toHaveCount(0);

  // Whoever reads the mailbox of the city has no account, and no script.
  const link = await linkMailedTo(browser, DECLARED, new RegExp(`${name} demande à signer`, 'u'));
  const scriptless = await browser.newContext({ javaScriptEnabled: false });
  const city = await scriptless.newPage();
  await city.goto(link);
  await expect(city.getByRole('heading', { level: 1 })).toContainText('Qui signe pour Castelbrume');
  await expect(city.getByText(email)).toBeVisible();
  await expect(city.getByRole('button', { name: 'Ce n’est pas quelqu’un de chez nous' })).toBeVisible();
  const looked = await (await browser.newContext()).newPage();
  await looked.goto(link);
  await expectNoBarrier(looked);
  await city.getByRole('button', { name: 'Confirmer' }).click();
  await expect(city.getByText(`${name} est maintenant signataire.`)).toBeVisible();
  expect((await city.goto(link))?.status()).toBe(404);

  await lucie.goto('/compte/signature');
  await expect(lucie.getByText('Vous êtes signataire')).toBeVisible();
  const colleagues = lucie.getByRole('table', { name: /^Comptes de l’organisation/u });
  await expect(colleagues.getByRole('row').filter({ hasText: 'Léa Pons' })).toContainText('Depuis le');
  await expectNoBarrier(lucie);
  await lucie.goto(round);
  await answer(lucie, 'Approuve');
  await expect(lucie.getByText('la relecture est close')).toBeVisible();
  await expect(rowOf(lucie, 'Castelbrume')).toContainText(`confirmé par l’adresse ${DECLARED}`);
  await lucie.getByRole('link', { name: 'Page publique de vérification' }).click();
  await expect(rowOf(lucie, 'Castelbrume')).toContainText(`confirmé par l’adresse ${DECLARED}`);
  await expect(lucie.getByText(name)).toHaveCount(0);

  // [O7] The coordination takes it away, and confirms nobody.
  await claire.goto('/administration/organisations?q=castelbrume');
  await claire.getByRole('link', { name: 'Modifier : Castelbrume' }).click();
  await expect(claire.getByLabel('Adresse déclarée de l’organisation')).toHaveValue(DECLARED);
  await expect(claire.getByRole('button', { name: /^Confirmer/u })).toHaveCount(0);
  await expectNoBarrier(claire);
  await claire.getByRole('button', { name: `Retirer, ${name}` }).click();
  await expect(claire.getByText('Cette personne ne signe plus pour l’organisation.')).toBeVisible();
  await lucie.goto('/compte/signature');
  await expect(lucie.getByText('Vous n’êtes pas encore signataire')).toBeVisible();
});
